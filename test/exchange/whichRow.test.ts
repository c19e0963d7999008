import type { SentTable } from '../../src/exchange/sent';
import { placeRows } from '../../src/exchange/whichRow';
import type { CellValue } from '../../src/rules';

/** Pains are known by what they are called; their symptom is read, the comment filled. */
const pains: SentTable = {
  ...{ id: 'pain', name: 'PainPoints', sheet: 'Pains', own: true },
  columns: (
    [
      ['id', 'text', false],
      ['no', 'text', false],
      ['item', 'text', false],
      ['symptom', 'text', false],
      ['days', 'number', false],
      ['comment', 'text', true],
    ] as const
  ).map(([id, kind, fill]) => ({ id, header: id, kind, fill })),
  rows: {
    p1: { no: '1', item: 'Slow answers', symptom: 'Days', days: 3 },
    p2: { no: '2', item: 'Dear parts', symptom: 'Money', days: 4 },
    p3: { no: '3', item: 'Slow answers', symptom: 'Days', days: 5 },
  },
};
type Said = Record<string, CellValue>;

/** Each row as its id stands in it and what it says; answers the sent row that it is. */
function placed(table: SentTable, ...rows: [id: string | undefined, said: Said][]) {
  const lines = rows.map(([id], i) => ({ row: i + 10, id }));
  const placement = placeRows(table, lines, (row, column) => rows[row - 10]?.[1][column] ?? null);
  if ('refused' in placement) return placement.refused;
  expect(placement.rows.map(({ row }) => row)).toEqual(lines.map(({ row }) => row));
  return placement.rows.map(({ id, moved }) => (moved ? `→${id}` : id));
}

const slow = { item: 'Slow answers' };
const dear = { item: 'Dear parts' };

test('an id is believed beside its own words, or words that are nobody’s', () => {
  expect(placed(pains, ['p1', slow], ['p3', slow])).toEqual(['p1', 'p3']);
  expect(placed(pains, ['p2', { item: 'Expensive' }], ['p1', {}])).toEqual(['p2', 'p1']);
  // A row of one's own that says the same as two others is none of them.
  expect(placed(pains, [undefined, slow], [undefined, {}])).toEqual([undefined, undefined]);
});

test('without an id the words tell, where only one row says them', () => {
  expect(placed(pains, [undefined, dear], [undefined, { item: 'Mine' }])).toEqual([
    ...['p2', undefined],
  ]);
});

test('beside another’s id only words count, and what else was sent has to fit', () => {
  const two = { ...pains, rows: { p1: pains.rows.p1!, p2: pains.rows.p2! } };
  expect(placed(two, ['p2', slow], ['p1', dear])).toEqual(['→p1', '→p2']);
  expect(placed(two, ['p2', { ...slow, symptom: 'Days', no: '9', days: 9 }])).toEqual(['→p1']);
  expect(placed(two, ['p2', { ...slow, comment: 'well' }])).toEqual(['→p1']);
  expect(placed(two, ['p2', { ...slow, symptom: 'Money' }])).toBe(10);
  expect(placed(two, ['p1', slow], ['p1', dear])).toEqual(['p1', '→p2']);
  // Once one is moved, words that are nobody's are not believed beside an id.
  expect(placed(two, ['p2', slow], ['p1', { item: 'Expensive' }])).toBe(11);
  expect(placed(two, ['p2', slow], ['p1', {}])).toBe(11);
  expect(placed(two, ['p2', slow], [undefined, { item: 'Mine' }])).toEqual(['→p1', undefined]);
  expect(placed(two, ['p2', slow], [undefined, dear])).toEqual(['→p1', 'p2']);
});

test('nearly the words of one row are its own, where no other comes near', () => {
  const near = (item: CellValue, others: Said = {}, rows: SentTable['rows'] = {}) => {
    const table = { ...pains, rows: { p1: { item: 'Slow answers' }, p2: dear, ...rows } };
    const told = placed(table, ['p1', dear], ['p2', { item, ...others }]);
    return Array.isArray(told) ? told[1] : told;
  };
  // 12 letters without the blank are 11: two of them are within a fifth, three are not.
  expect(near('Slow answer')).toBe('→p1');
  expect(near('SLOW  ANSWERS *')).toBe('→p1');
  expect(near('Slow answexx')).toBe('→p1');
  expect(near('Slow answxxx')).toBe(11);
  expect(near('Slow answers, ja')).toBe(11);
  expect(near('Slow answer', {}, { p3: { item: 'Slow answer!' } })).toBe(11);
  expect(near('Dear part')).toBe('p2');
  expect(near('')).toBe(11);
  expect(near('*')).toBe(11);
  // Exactly a fifth away from the best, and from the next.
  const five = { p3: { item: 'abcde' } };
  expect(near('abcdx', {}, five)).toBe('→p3');
  expect(near('abcde!', {}, { ...five, p4: { item: 'abcde!?' } })).toBe(11);
});

test('a table by two words needs both; without its name, ids are believed', () => {
  const benefits: SentTable = {
    ...{ id: 'benefits', name: 'Benefits', sheet: 'B', own: true },
    columns: ['id', 'item', 'metric', 'value'].map((id) => ({
      ...{ id, header: id, kind: 'text', fill: id === 'value' },
    })),
    rows: { b1: { item: 'Less waste', metric: 'M1' }, b2: { item: 'Less waste', metric: 'M2' } },
  };
  expect(placed(benefits, [undefined, { item: 'Less waste', metric: 'M2' }])).toEqual(['b2']);
  expect(placed(benefits, [undefined, { item: 'Less waste' }])).toEqual([undefined]);
  const nameless = { ...pains, columns: pains.columns.filter(({ id }) => id !== 'item') };
  expect(placed(nameless, ['p2', slow], [undefined, dear])).toEqual(['p2', undefined]);
});
