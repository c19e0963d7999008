import { besideTheirWords } from '../../src/office/displaced';

const described: [id: string, item: string | null, symptom: string | null][] = [
  ['p1', 'Slow', 'Days'],
  ['p2', 'Dear', 'Money'],
  ['p3', 'Loud', 'Noise'],
];

/** Rows as they stand: id, words, symptom, comment; an answer is the ids by row, or what is crossed. */
function told(...rows: (string | null)[][]): string {
  const role = (id: string) => (id === 'comment' ? 'input' : 'content');
  const block = {
    id: 'pain',
    columns: ['item', 'symptom', 'comment'].map((id) => ({ id, role: role(id) })),
    rows: described.map(([id, item, symptom]) => ({ id, cells: { item, symptom } })),
  };
  const columns = ['id', 'item', 'symptom', 'comment'];
  const matched = {
    positions: new Map(columns.map((id, i) => [id, i])),
    snapshot: { values: rows },
  };
  const ids = rows.map(([id]) => id ?? '');
  const found = besideTheirWords(block as never, matched as never, ids);
  return found.crossed.length > 0 ? `crossed: ${found.crossed.join(', ')}` : found.ids.join(' ');
}

const slow = ['Slow', 'Days', ''];
const dear = ['Dear', 'Money', ''];
const loud = ['Loud', 'Noise', ''];

test.each<[string, (string | null)[][], string]>([
  ['rows as they were described', [['p1', ...slow], ['p2', ...dear], ['p3', ...loud]], 'p1 p2 p3'],
  ['rows with other words of their own', [['p1', 'Mine', 'x', ''], ['p2', ...dear]], 'p1 p2'],
  ['rows that were sorted without their ids', [['p1', ...dear], ['p2', ...loud], ['p3', ...slow]], 'p2 p3 p1'],
  ['rows that moved up, the last one empty', [['p1', ...dear], ['p2', ...loud], ['p3', '', '', '']], 'p2 p3 '],
  ['two that changed places, of which one lost its symptom', [['p1', 'Dear', '', ''], ['p2', ...slow]], 'p2 p1'],
  ['words that came without what belongs to them', [['p1', 'Dear', 'Days', ''], ['p2', 'Slow', 'Money', '']], 'crossed: Dear (← Slow), Slow (← Dear)'],
  ['words that stand there twice', [['p1', ...dear], ['p2', ...dear]], 'p1 p2'],
  ['a copy over another row', [['p1', ...dear], ['p2', ...dear], ['p3', ...loud]], 'p1 p2 p3'],
  ['two copies', [['p1', ...dear], ['p2', ...dear], ['p3', ...dear]], 'crossed: Dear (← Slow), Dear (← Loud)'],
  ['a row of one’s own with an id', [['own', 'Ours', '', ''], ['p1', ...slow]], 'own p1'],
])('%s: %j are %j', (_, rows, expected) => {
  expect(told(...rows)).toBe(expected);
}); // prettier-ignore

test('without the column of its words a table is read by its ids', () => {
  const block = { id: 'pain', columns: [{ id: 'item', role: 'content' }], rows: [] };
  const bare = { positions: new Map(), snapshot: { values: [] } };
  expect(besideTheirWords(block as never, bare as never, ['p1'])).toEqual({ ids: ['p1'], crossed: [] }); // prettier-ignore
});
