import type { Finding } from '../../src/office';
import { identify } from '../../src/office/identify';
import type { MatchedTable } from '../../src/office/match';
import type { CellValue, ColumnRole, TableBlock } from '../../src/workbook';

const column = (id: string, role: ColumnRole, list?: string) => ({
  ...{ id, role, header: id, kind: 'text' as const, width: 9 },
  ...(list !== undefined && { list }),
});
const described = [
  ...[
    ['p1', 'A', 'a'],
    ['p2', 'B', 'b'],
    ['p3', 'C', 'c'],
    ['p4', 'D', null],
  ],
] as const;
const pains: TableBlock = {
  ...{ kind: 'table', id: 'pain', name: 'PainPoints', store: 'pain', spare: 2, filter: false },
  columns: [
    column('id', 'key'),
    column('item', 'content'),
    column('symptom', 'content'),
    column('comment', 'input'),
    column('called', 'calc'),
  ],
  rows: described.map(([id, item, symptom]) => ({ id, cells: { item, symptom } })),
};

/** What rows of these cells are: id, item, symptom, comment, what is computed, and a column of somebody's own. */
function told(rows: CellValue[][], block = pains, at: Record<string, number> = {}) {
  const positions = { id: 0, item: 1, symptom: 2, comment: 3, called: 4, ...at };
  const matched = {
    block,
    snapshot: {
      sheet: '3 PainPoints',
      values: rows.map((cells) => Array.from({ length: 6 }, (_, i) => cells[i] ?? '')),
    },
    positions: new Map(Object.entries(positions).filter(([, position]) => position >= 0)),
    extras: [{ header: 'Mine', position: 5 }],
  } as unknown as MatchedTable;
  const findings: Finding[] = [];
  const ids = identify(block, matched, findings);
  return [
    ids,
    ...findings.map(({ kind, row, found }) => [kind, row ?? found].filter(Boolean).join(': ')),
  ];
}

test('rows are who their ids say, whatever is told of them beside their words', () => {
  expect(
    told([
      ['p1', 'A', 'a'],
      ['p2', 'in our words', 'b', 'seen'],
      ['p9', 'nobody knows', 'x'],
      ['p4', '', ''],
    ]),
  ).toEqual([['p1', 'p2', 'p9', 'p4']]);
});

test('a row without an id is one’s own where anything but a formula says something', () => {
  expect(
    told([
      ['custom.pain.1', 'Mine'],
      ['', 'Ours'],
      ['', '', '', 'a comment alone'],
      ['', '', '', '', 'computed'],
      ['', '', '', '', '', 'in a column of mine'],
      [''],
    ]),
  ).toEqual([['custom.pain.1', 'custom.pain.2', 'custom.pain.3', '', 'custom.pain.4', '']]);
});

test('of two rows of one id the second is one’s own, and told; where nobody adds rows it is nobody’s', () => {
  const rows = [
    ['p1', 'A', 'a'],
    ['p1', 'A', 'a'],
    ['', 'More'],
  ];
  expect(told(rows)).toEqual([['p1', 'custom.pain.1', 'custom.pain.2'], 'row-duplicated: p1']);
  expect(told(rows, { ...pains, store: undefined } as unknown as TableBlock)).toEqual([
    ['p1', null, null],
    'row-duplicated: p1',
  ]);
});

test('without its column of ids nothing is told of a table', () => {
  expect(told([['p1', 'A', 'a']], pains, { id: -1 })).toEqual([undefined]);
});

test('rows sorted without their ids are who their words say, as far as all of them came along', () => {
  expect(
    told([
      ['p1', 'C', 'c'],
      ['p2', 'A', 'a'],
      ['p3', 'B', ''],
      ['p4', 'D', ''],
    ]),
  ).toEqual([['p3', 'p1', 'p2', 'p4'], 'rows-displaced']);
  // What was said of them by others came too, changed or not.
  expect(
    told([
      ['p1', 'B', 'b, as we see it', 'seen'],
      ['p2', 'A', 'a'],
    ]),
  ).toEqual([['p2', 'p1'], 'rows-displaced']);
});

test('one column sorted alone takes no row with it, and is told', () => {
  expect(
    told([
      ['p1', 'B', 'a'],
      ['p2', 'A', 'b'],
      ['p3', 'C', 'c'],
    ]),
  ).toEqual([['p1', 'p2', 'p3'], 'rows-crossed: B (← A) · A (← B)']);
});

test('where cells were deleted and others moved up, whose the last row is, is told if it says anything', () => {
  const up = [
    ['p1', 'B', 'b'],
    ['p2', 'C', 'c'],
    ['p3', 'D', ''],
  ];
  expect(told([...up, ['p4', '', '']])).toEqual([['p2', 'p3', 'p4', ''], 'rows-displaced']);
  expect(told([...up, ['p4', '', '', 'seen']])).toEqual([
    ['p1', 'p2', 'p3', 'p4'],
    'rows-crossed:  (← D)',
  ]);
});

test('one row alone without a name, and one id alone that is left of one’s own, are each other’s', () => {
  const up = [
    ['custom.pain.1', 'A', 'a'],
    ['p1', 'B', 'b'],
  ];
  expect(told([...up, ['p2', '', '', 'seen']])).toEqual([
    ['p1', 'p2', 'custom.pain.1'],
    'rows-displaced',
  ]);
  expect(told([...up, ['p2', 'Mine', '']])).toEqual([
    ['p1', 'p2', 'custom.pain.1'],
    'rows-displaced',
  ]);
  expect(told([...up, ['p2', '', '']])).toEqual([['p1', 'p2', ''], 'rows-displaced']);
});

test('one row copied over another may be meant; two may not', () => {
  expect(
    told([
      ['p1', 'A', 'a'],
      ['p2', 'A', 'a'],
    ]),
  ).toEqual([['p1', 'p2']]);
  expect(
    told([
      ['p1', 'A', 'a'],
      ['p2', 'A', 'a'],
      ['p3', 'A', 'a'],
    ]),
  ).toEqual([['p1', 'p2', 'p3'], 'rows-crossed: A (← B) · A (← C)']);
});

test('two rows that claim one’s words are neither; words that two were given tell nobody', () => {
  expect(
    told([
      ['p1', 'X', 'x'],
      ['p2', 'A', 'a'],
      ['p3', 'A', 'a'],
    ]),
  ).toEqual([['p1', 'p2', 'p3'], 'rows-crossed: A (← B) · A (← C)']);
  const alike = { ...pains, rows: pains.rows.map((row) => ({ ...row, cells: { item: 'A' } })) };
  expect(
    told(
      [
        ['p2', 'A'],
        ['p1', 'A'],
      ],
      alike,
    ),
  ).toEqual([['p2', 'p1']]);
});

test('where nothing names a row, ids alone count', () => {
  const swapped = [
    ['p1', 'B', 'b'],
    ['p2', 'A', 'a'],
  ];
  expect(told(swapped, pains, { item: -1 })).toEqual([['p1', 'p2']]);
  const typed = {
    ...pains,
    columns: pains.columns.map((one) =>
      one.id === 'item' ? { ...one, role: 'input' as const } : one,
    ),
  };
  expect(told(swapped, typed)).toEqual([['p1', 'p2']]);
  const listed = {
    ...pains,
    columns: pains.columns.map((one) => (one.id === 'item' ? { ...one, list: 'items' } : one)),
  };
  expect(told(swapped, listed)).toEqual([['p1', 'p2']]);
});
