import { hashCatalog } from '../../src/catalog/hash';
import type { Catalog } from '../../src/catalog/schema';
import { carriedCatalogs, editionFindings, editionsIn } from '../../src/office/carried';
import { smallCatalog } from '../support/smallCatalog';

test('what a workbook says of the catalogs that it was laid out from', () => {
  const facts = new Map([
    ['layout', '4'],
    ['catalog.small', '1.0.0 abc'],
    ['catalog.two', '2'],
    ['carried.small.1', 'x'],
  ]);
  expect([...editionsIn(facts)]).toEqual([
    ['small', { version: '1.0.0', hash: 'abc' }],
    ['two', { version: '2', hash: '' }],
  ]);
});

test('a catalog that is damaged, or that no text carries, is left out', async () => {
  expect(await carriedCatalogs(new Map([['catalog.small', '1.0.0 abc']]))).toEqual([]);
  const broken = new Map([
    ['catalog.small', '1.0.0 abc'],
    ['carried.small.1', 'nonsense'],
  ]);
  expect(await carriedCatalogs(broken)).toEqual([]);
});

const own = smallCatalog();
const kept = {
  ...own,
  pains: own.pains.map((one, i) => ({
    ...one,
    ...(i === 0 && { retired: '1.1.0' }),
    ...(i === 1 && { edition: '0.9.0' }),
    ...(i === 3 && { retired: '1.2.0' }),
  })),
} as Catalog;

const found = (catalogs: Catalog[], offered: Catalog[], rows: (string | null)[] = []) =>
  editionFindings({ order: new Map([['pain', rows]]) }, catalogs, offered).map(
    ({ kind, severity, repairable, row, found: was, expected }) =>
      [kind, severity, repairable, row, was, expected].join(' '),
  );

test('items that stand there and are offered no longer, or keep their definition, are told', () => {
  expect(found([kept], [], ['s.pain.1', 's.pain.2', 's.pain.3', '', null])).toEqual([
    'item-retired note false s.pain.1  1.1.0',
    'definition-kept note false s.pain.2 0.9.0 ',
  ]);
});

test('another edition that is offered is told by its version, or by what it holds', () => {
  const newer = smallCatalog((json) => (json.version = '1.1.0') as never);
  const other = smallCatalog((json) => (json.name.en = 'Other') as never);
  const stranger = smallCatalog((json) => (json.id = 'stranger') as never);
  const short = (of: Catalog) => `1.0.0 (${hashCatalog(of).slice(0, 6)})`;
  const offer = 'catalog-offered note false';
  expect(found([own], [newer, other, stranger])).toEqual([
    `${offer} small 1.0.0 1.1.0`,
    `${offer} small ${short(own)} ${short(other)}`,
    `${offer} stranger  1.0.0`,
  ]);
});
