import { digestOfText } from '../../src/catalog/digest';
import fc from 'fast-check';
import { hashCatalog } from '../../src/catalog/hash';
import type { Catalog } from '../../src/catalog/schema';
import { exampleWith } from './example';

const tiny: Catalog = {
  id: 'tiny',
  version: '1.0.0',
  name: { 'zh-CN': '微', en: 'Tiny' },
  sources: [],
  dimensions: [],
  modules: [],
  drivers: [],
  nodes: [],
  asks: [],
  plans: [],
  pains: [],
  functions: [],
  innovations: [],
  metrics: [],
  contracts: [],
  pages: [],
};

test('the hash is SHA-256 over JSON with sorted keys', () => {
  // printf '%s' '{"asks":[],…,"version":"1.0.0"}' | sha256sum
  expect(hashCatalog(tiny)).toBe('e784a48e186c85a3');
});

/** The same content, every object's keys in another order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

test('the order of keys and the schema a file names do not count', () => {
  const catalog = exampleWith(() => undefined);
  expect(hashCatalog(reversed(catalog) as Catalog)).toBe(hashCatalog(catalog));
  expect(hashCatalog({ ...catalog, $schema: 'catalog.schema.json' })).toBe(hashCatalog(catalog));
});

test('the order of items counts', () => {
  const catalog = exampleWith(() => undefined);
  expect(hashCatalog({ ...catalog, asks: [...catalog.asks].reverse() })).not.toBe(
    hashCatalog(catalog),
  );
});

test('every change of a text changes the hash', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, two) => {
      const hash = (en: string) => hashCatalog({ ...tiny, name: { 'zh-CN': '微', en } });
      expect(hash(one) === hash(two)).toBe(one === two);
    }),
  );
});

test('a page, which has nothing of Node, gives the same digests', async () => {
  const texts = ['', 'a', '中文 é 😀', 'half \ud800', 'x'.repeat(100_000)];
  const getBuiltin = jest.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  let onPage!: typeof digestOfText;
  await jest.isolateModulesAsync(async () => {
    onPage = (await import('../../src/catalog/digest')).digestOfText;
  });
  getBuiltin.mockRestore();
  expect(texts.map(onPage)).toEqual(texts.map(digestOfText));
  expect(onPage('abc')).toBe('ba7816bf8f01cfea');
});
