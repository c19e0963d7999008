import type { Rule } from '../../src/engagement/register';
import type { Vote } from '../../src/engagement/votes';
import { decide } from '../../src/exchange/decide';
import type { CellValue } from '../../src/rules';
import type { ColumnSpec, ListSpec } from '../../src/workbook';

const column = (kind: string, list?: string) =>
  ({ id: 'c', header: 'C', role: 'input', kind, ...(list && { list }) }) as unknown as ColumnSpec;
const text = column('text');
const pick = column('text', 'pick');
const entries = [
  { id: 'yes', label: 'Yes, do' },
  { id: 'no', label: 'No' },
];
const list = (open?: boolean) => ({ id: 'mine', entries, open }) as unknown as ListSpec;

type Said = [who: string, said: CellValue, sent?: CellValue, audience?: string];
const vote = ([respondent, said, sent = null, audience = 'department']: Said): Vote => ({
  ...{ respondent, audience, file: `${respondent}.xlsx`, sent, said },
});

function decided(
  said: Said[],
  question: Partial<Parameters<typeof decide>[1]> = {},
): [value: unknown, how: string, by: string] | 'open' {
  const decision = decide(
    { table: 't', row: 'r', column: 'c', votes: said.map(vote) },
    {
      ...{ column: text, list: undefined, origin: null, resolution: null, rule: undefined },
      ...question,
    },
  );
  return 'open' in decision
    ? 'open'
    : [decision.value, decision.how, decision.by.map(({ respondent }) => respondent).join()];
}

const two: Said[] = [
  ['Bo', 'a'],
  ['Li', 'b'],
];

test('what all say is agreed, unless the cell says something else since', () => {
  const same: Said[] = [
    ['Bo', 'a'],
    ['Li', 'a'],
  ];
  expect(decided(same)).toEqual(['a', 'agreed', 'Bo,Li']);
  expect(decided(same, { origin: 'old' })).toBe('open');
  expect(decided([['Bo', 'a', 'old']], { origin: 'old' })).toEqual(['a', 'agreed', 'Bo']);
  expect(decided(two)).toBe('open');
  expect(decided([])).toBe('open');
});

test('the word of the consultant settles it, as far as it is understood', () => {
  expect(decided(two, { resolution: 'c' })).toEqual(['c', 'settled', 'Bo,Li']);
  expect(decided(two, { resolution: ' c', rule: 'lead' })).toEqual([' c', 'settled', 'Bo,Li']);
  expect(decided(two, { column: column('number'), resolution: '1.5' })).toEqual([
    ...[1.5, 'settled', 'Bo,Li'],
  ]);
  expect(decided(two, { column: column('number'), resolution: 'much' })).toBe('open');
  // Nothing is known of a column that is gone.
  expect(decided([['Bo', 'a']], { column: undefined, resolution: 'c' })).toEqual([
    ...['a', 'agreed', 'Bo'],
  ]);
});

test.each<[CellValue, boolean | undefined, unknown]>([
  ['Yes, do', undefined, 'yes'],
  ['no', undefined, 'no'],
  ['perhaps', undefined, undefined],
  ['perhaps', false, undefined],
  ['perhaps', true, 'perhaps'],
  ['No', true, 'no'],
])('%j settles a list that is open %j as %j', (resolution, open, value) => {
  expect(decided(two, { column: pick, list: list(open), resolution })).toEqual(
    value === undefined ? 'open' : [value, 'settled', 'Bo,Li'],
  );
});

test.each<[Rule, Said[], unknown]>([
  ['majority', two, 'open'],
  ['majority', [...two, ['Wu', 'b']], ['b', 'majority', 'Li,Wu']],
  ['majority', [...two, ['Wu', 'b'], ['Xi', 'a']], 'open'],
  ['majority', [['Bo', 'a']], 'open'],
  ['majority', [['Bo', 'a'], ['Li', 'a']], ['a', 'majority', 'Bo,Li']],
  ['lead', two, 'open'],
  ['lead', [...two, ['Wu', 'a', null, 'lead']], ['a', 'lead', 'Wu']],
  ['lead', [...two, ['Wu', 'a', null, 'lead'], ['Xi', 'a', null, 'lead']], ['a', 'lead', 'Wu,Xi']],
  ['lead', [...two, ['Wu', 'a', null, 'lead'], ['Xi', 'b', null, 'lead']], 'open'],
  ['lead', [], 'open'],
  ['keep-both', [], 'open'],
  ['majority', [], 'open'],
])('by rule %s, %j is %j', (rule, said, expected) => {
  // Someone has written something else: nothing is agreed.
  expect(decided(said, { rule, origin: 'old' })).toEqual(expected);
}); // prettier-ignore

test('texts are kept beside each other, once each, with what stands there unseen', () => {
  const rule = 'keep-both';
  const kept = (said: Said[], origin: CellValue = null, of = text) =>
    decided(said, { rule, origin, column: of });
  expect(kept([['Bo', 'b'], ['Li', 'a'], ['Wu', 7]])).toEqual(['7 / a / b', rule, 'Bo,Li,Wu']); // prettier-ignore
  expect(kept(two, 'old')).toEqual(['a / b / old', rule, 'Bo,Li']);
  expect(kept([['Bo', 'a', 'old'], ['Li', 'b']], 'old')).toEqual(['a / b', rule, 'Bo,Li']); // prettier-ignore
  expect(kept([['Bo', 'a', 'x'], ['Li', 'b', 'x']])).toEqual(['a / b', rule, 'Bo,Li']); // prettier-ignore
  expect(kept([['Bo', 'a', 'x'], ['Li', null, 'x']], 'a')).toEqual(['a', rule, 'Bo,Li']); // prettier-ignore
  expect(kept([['Bo', 7], ['Li', '7']])).toEqual(['7', rule, 'Bo,Li']); // prettier-ignore
  expect(kept(two, null, pick)).toBe('open');
  expect(kept(two, null, column('number'))).toBe('open');
  expect(decided(two, { rule, column: undefined })).toBe('open');
});
