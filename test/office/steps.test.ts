import type { Operation } from '../../src/office/batch';
import {
  asFound,
  isAsPlanned,
  stepsFor,
  touched,
  weight,
  type Scope,
} from '../../src/office/steps';
import type { Undo } from '../../src/office/undo';

const apply = () => undefined;

/** On the sheet `s1`: a table at C3 with its ids in the second column, and a name for F10:G10. */
const scope = {
  snapshots: new Map([
    [
      'T',
      {
        ...{ name: 'T', sheet: 'Main', row: 2, column: 2 },
        headers: ['What', 'Id', 'Why'],
        values: [
          ['one', 'a', 'x'],
          ['two', 'b', 'y'],
          ['three', '', 'z'],
        ],
      },
    ],
  ]),
  named: new Map([['N', { sheet: 'Main', row: 9, column: 5, values: [['v', 'w']] }]]),
  sheetIds: new Map([
    ['s0', 'Other'],
    ['s1', 'Main'],
  ]),
  keys: new Map([['T', 1]]),
} as unknown as Scope;

const over = (row: number, column: number, had: string[][], sheet = 'Main') => ({
  ...{ sheet, row, column, had },
  wrote: had.map((cells) => cells.map((cell) => `new ${cell}`)),
});
const stepsOver = (...where: Parameters<typeof over>) =>
  stepsFor({ apply, over: over(...where) }, scope);
const anchorOf = (row: number, column: number, had = [['1']], sheet = 'Main') =>
  stepsOver(row, column, had, sheet).map((step) => {
    const { at, row: down, column: across, ...more } = step as Extract<Undo, { kind: 'cells' }>;
    return [at, down, across, ...('ids' in more ? [more.key, more.ids] : [])];
  });

describe('cells that are written over are known', () => {
  test('in a table by its header and by the ids of their rows', () => {
    expect(anchorOf(3, 2)).toEqual([[{ table: 'T' }, 1, 0, 1, ['a']]]);
    expect(anchorOf(4, 4, [['1'], ['2']])).toEqual([[{ table: 'T' }, 2, 2, 1, ['b', '']]]);
  });

  test('by the header alone where they are it, the ids, several columns, or have no id', () => {
    expect(anchorOf(2, 2)).toEqual([[{ table: 'T' }, 0, 0]]);
    expect(anchorOf(3, 3)).toEqual([[{ table: 'T' }, 1, 1]]);
    expect(anchorOf(3, 3, [['1', '2']])).toEqual([[{ table: 'T' }, 1, 1]]);
    expect(anchorOf(3, 2, [['1', '2']])).toEqual([[{ table: 'T' }, 1, 0]]);
    expect(anchorOf(5, 2)).toEqual([[{ table: 'T' }, 3, 0]]);
  });

  test('by a name, or by their sheet', () => {
    expect(anchorOf(9, 5)).toEqual([[{ name: 'N' }, 0, 0]]);
    expect(anchorOf(9, 6)).toEqual([[{ name: 'N' }, 0, 1]]);
    for (const [row, column] of [
      [1, 2],
      [6, 2],
      [3, 1],
      [3, 5],
      [8, 5],
      [10, 5],
      [9, 4],
      [9, 7],
    ] as const)
      // prettier-ignore
      expect(anchorOf(row, column)).toEqual([[{ sheet: 's1' }, row, column]]);
    expect(anchorOf(3, 2, [['1']], 'Other')).toEqual([[{ sheet: 's0' }, 3, 2]]);
    expect(anchorOf(9, 5, [['1']], 'Other')).toEqual([[{ sheet: 's0' }, 9, 5]]);
    expect(anchorOf(3, 2, [['1']], 'New')).toEqual([]);
  });

  test('with what stood there and enough of what was written, one row where all are the same', () => {
    const long = 'x'.repeat(50);
    expect(stepsOver(0, 0, [['1'], ['1']])).toEqual([
      { kind: 'cells', at: { sheet: 's1' }, row: 0, column: 0, rows: 2, had: [['1']], wrote: [['new 1']] }, // prettier-ignore
    ]);
    expect(stepsOver(0, 0, [['1'], [long]])).toMatchObject([
      { rows: 2, had: [['1'], [long]], wrote: [['new 1'], [expect.stringMatching(/^#54#/)]] },
    ]);
  });
});

test('of sheets steps know the id; what comes with the change needs none', () => {
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  const undo: Undo[] = [
    { kind: 'style', style: 'S' },
    { kind: 'area', sheet: 'Other', area },
    { kind: 'area', sheet: 'New', area },
  ];
  const others: Undo[] = [
    { kind: 'style', style: 'S' },
    { kind: 'area', sheet: 's0', area },
  ];
  expect(stepsFor({ apply, undo }, scope)).toEqual(others);
  expect(stepsFor({ apply, undo, over: over(0, 0, [['1']], 'New') }, scope)).toEqual(others);
  const kinds = stepsFor({ apply, undo, over: over(0, 0, [['1']]) }, scope).map(({ kind }) => kind);
  expect(kinds).toEqual(['cells', 'style', 'area']);
});

test('tables that are written in, beside or whose rows move are touched', () => {
  const of = (...operations: Omit<Operation, 'apply'>[]) =>
    [...touched(operations.map((one) => ({ ...one, apply })), scope)]; // prettier-ignore
  expect(of({}, { over: over(0, 0, [['1']]) })).toEqual([]);
  expect(of({ over: over(3, 2, [['1']]) })).toEqual(['T']);
  expect(of({ moves: 'A' }, { beside: 'B' }, { moves: 'A' })).toEqual(['A', 'B']);
});

describe('what a request has found', () => {
  const cells: Undo = {
    ...{ kind: 'cells', at: { table: 'T' }, row: 1, column: 0, rows: 1 },
    ...{ had: [['old']], wrote: [['new']] },
  };
  const style: Undo = { kind: 'style', style: 'S' };
  const rows: Undo = { kind: 'shrunk', table: 'T', start: 0, total: 3, rows: [['?']], cut: false };
  const rule: Undo = { kind: 'rule', at: { table: 'T' }, id: 'r', had: '?', wrote: '=B' };
  const found = (steps: Undo[], at?: object, what: unknown[][] | undefined = [['=A1'], ['7']]) =>
    asFound({ apply, steps, ...(at && { over: at as never }) }, what, scope);

  test('is nothing where nothing was looked for', () => {
    const steps = [cells, rows, rule];
    expect(asFound({ apply, steps, over: over(3, 2, [['1']]) }, undefined, scope)).toBe(steps);
  });

  test('is what steps bring back', () => {
    const now = [['=A1'], ["'7"]];
    expect(found([cells, style, rows, rule])).toEqual([
      { ...cells, had: now },
      style,
      { ...rows, rows: now },
      { ...rule, had: '=A1' },
    ]);
    expect(found([cells], { ...over(2, 2, [['1']]), header: 'T' })).toEqual([{ ...cells, had: now }]); // prettier-ignore
  });

  test('stands on the sheet, wherever a table has gone', () => {
    const moved = {
      ...{ kind: 'cells', row: 3, column: 2, rows: 2, moved: true },
      ...{ had: [['=A1'], ["'7"]], wrote: [['new 1']] },
    };
    expect(found([cells, style], over(3, 2, [['1']]))).toEqual([
      { ...moved, at: { sheet: 's1' } },
      style,
    ]);
    expect(found([cells], over(3, 2, [['1']], 'New'))).toEqual([{ ...moved, at: { sheet: 'New' } }]); // prettier-ignore
  });
});

test('cells are as planned unless somebody’s words stand there', () => {
  const is = (now: unknown, was: string, wrote?: string) =>
    isAsPlanned([[now]], [[was]], wrote === undefined ? undefined : [[wrote]]);
  expect(is('a', 'a', 'b')).toBe(true);
  expect(is('b', 'a', 'b')).toBe(true);
  expect(is('c', 'a', 'b')).toBe(false);
  expect(is('a', 'a')).toBe(true);
  expect(is('b', 'a')).toBe(false);
  expect(is('=1', '=2', 'b')).toBe(true);
  expect(is('=1', 'a', 'b')).toBe(false);
  expect(is('=1', 'a')).toBe(true);
  expect(is('c', '=2', 'b')).toBe(false);
  // One row stands for all.
  expect(isAsPlanned([['a'], ['b'], ['a']], [['a']], [['b']])).toBe(true);
  expect(isAsPlanned([['a'], ['c']], [['a']], [['b']])).toBe(false);
  expect(isAsPlanned([['a', 'd']], [['a', 'c']], [['b', 'd']])).toBe(true);
});

test('beside an operation travel its steps, and what is asked of the cells that it writes over', () => {
  expect(weight({ apply, steps: [] })).toBe(0);
  expect(weight({ apply, steps: [], over: over(0, 0, [['1', '2']]) })).toBe('[["1","2"]]'.length);
});
