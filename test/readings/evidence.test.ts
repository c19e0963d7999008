import fc from 'fast-check';
import { LANGS } from '../../src/messages';
import { evidenceOf, originIn, withOrigin } from '../../src/readings';

const mark = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 16 })
  .map((digits) => digits.join(''));
const name = fc.constantFrom('orders.csv', '商机 2026-06.xlsx', 'a (1).parquet');
const origin = fc.record(
  {
    files: fc.array(fc.record({ name, digest: mark }), { minLength: 1, maxLength: 3 }),
    mapping: mark,
    query: mark,
    rows: fc.nat(),
    digest: mark,
  },
  { requiredKeys: ['files', 'query', 'digest'] },
);

test('an evidence names where a reading comes from, and is understood again in every language', () => {
  fc.assert(
    fc.property(origin, fc.constantFrom(...LANGS), (from, lang) => {
      const { files, ...rest } = from;
      const read = originIn(evidenceOf(lang, from));
      expect(read).toMatchObject(rest);
      if (files.length === 1) expect(read?.file).toBe(files[0]?.digest);
    }),
  );
});

test('people’s own words stay before it, whatever a run said before', () => {
  const files = [{ name: 'orders.csv', digest: '0123456789abcdef' }];
  const rest = { query: 'aaaaaaaaaaaaaaaa', digest: 'bbbbbbbbbbbbbbbb' };
  const first = evidenceOf('en', { files, ...rest, rows: 12 });
  const second = evidenceOf('zh-CN', { files, mapping: 'cccccccccccccccc', ...rest });
  const own = 'Register · checked by Lin';
  expect(withOrigin(withOrigin(own, first), second)).toBe(
    `${own} · orders.csv #0123456789abcdef · 映射 #cccccccccccccccc · 查询 #aaaaaaaaaaaaaaaa · ? 行 #bbbbbbbbbbbbbbbb`,
  );
  expect(withOrigin('', first)).toBe(first);
  expect(originIn(own)).toBeUndefined();
});
