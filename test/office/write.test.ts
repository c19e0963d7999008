import { bandBelow } from '../../src/office/band';
import { linesOf } from '../../src/office/journal';
import { asFound, isAsPlanned, scopeOf, stepsFor, touched } from '../../src/office/steps';
import { folded, holdsAll, printOf, type Undo } from '../../src/office/undo';
import { restored, runs, same } from '../../src/office/write';

const table = (name: string, row: number, column: number, headers: string, values: unknown[][] = [], sheet = 'S') =>
  ({ name, sheet, row, column, headers: headers.split(' '), values }); // prettier-ignore
const byName = (...all: ReturnType<typeof table>[]) =>
  new Map(all.map((one) => [one.name, one])) as never;

test('positions in a row are runs', () => {
  expect(runs([])).toEqual([]);
  expect(runs([5, 3, 4, 9, 11, 10, 1])).toEqual([
    { start: 1, length: 1 },
    { start: 3, length: 3 },
    { start: 9, length: 3 },
  ]);
});

test('what a cell held is written back: its formula, or its value as a text', () => {
  expect(restored(5, '=A1')).toBe('=A1');
  expect(restored('=A1', '=A1')).toBe("'=A1");
  expect([restored('007', '007'), restored(7, 7), restored(null, null)]).toEqual(["'007", 7, '']);
  expect([restored(undefined, 'a'), restored(undefined, '=A1')]).toEqual(['a', '=A1']);
});

test('a number typed into a column of texts is its text; nothing is nothing', () => {
  expect([same('7', 7), same(7, '7'), same('', null), same(undefined, null)]).toEqual([
    ...[true, true, true, true],
  ]);
  expect([same('a', 'A'), same(0, null), same(null, 'null')]).toEqual([false, false, false]);
});

test('what has to move with the cells below a table is as wide as the tables there', () => {
  const own = table('T', 0, 2, 'a b c');
  const band = (...below: ReturnType<typeof table>[]) => bandBelow(own as never, byName(own, ...below));
  expect(band()).toBeUndefined();
  expect(band(table('U', 5, 2, 'a b c'))).toBeUndefined();
  expect(band(table('U', 5, 3, 'a'))).toBeUndefined();
  expect(band(table('U', 5, 4, 'a b'))).toEqual({ left: 0, columns: 4 });
  expect(band(table('U', 5, 0, 'a b c'))).toEqual({ left: -2, columns: 5 });
  // Side by side, above, or on another sheet: it is not moved.
  expect(band(table('U', 5, 0, 'a b'), table('V', 5, 5, 'a b'))).toBeUndefined();
  expect(band(table('U', 5, 4, 'a b', [], 'Other'))).toBeUndefined();
  const low = table('T', 9, 2, 'a b c');
  expect(bandBelow(low as never, byName(low, table('U', 5, 4, 'a b')))).toBeUndefined();
  // One that is wider takes along what lies below itself, in whatever order they are found.
  const chain = [table('V', 9, 5, 'a b c'), table('U', 5, 4, 'a b')];
  expect(band(...chain)).toEqual({ left: 0, columns: 6 });
}); // prettier-ignore

test('steps are cut into cells, never within a sign', () => {
  const step = (style: string): Undo => ({ kind: 'style', style });
  const joined = (lines: string[][]) => lines.map(([line = '']) => line.slice(1)).join('');
  expect(linesOf([])).toEqual([]);
  expect(linesOf([step('a')])).toEqual([[`a${JSON.stringify([step('a')])}`]]);
  for (const word of ['x'.repeat(70_000), `${'x'.repeat(29_970)}${'😀'.repeat(40)}`, `${'x'.repeat(29_971)}${'😀'.repeat(40)}`]) {
    const lines = linesOf([step(word)]);
    expect(joined(lines)).toBe(JSON.stringify([step(word)]));
    expect(lines.map(([line]) => line?.charAt(0)).join('')).toMatch(/^ab+$/);
    for (const [line = ''] of lines) {
      expect(line.length).toBeLessThanOrEqual(30_001);
      expect(/[\ud800-\udbff]$/.test(line)).toBe(false);
    }
  }
}); // prettier-ignore

test('cells are as planned where they hold what they held, what is written, or a formula again', () => {
  const planned = (found: unknown, had: string | number, wrote?: string | number) =>
    isAsPlanned([[found]], [[had]], wrote === undefined ? undefined : [[wrote]]);
  expect([planned('a', 'a', 'b'), planned('b', 'a', 'b'), planned('c', 'a', 'b')]).toEqual([
    ...[true, true, false],
  ]);
  expect([planned('', '', 'b'), planned(null, '', 'b'), planned('007', "'007", 'b')]).toEqual([
    ...[true, true, true],
  ]);
  expect([planned('=C1', '=A1', 5), planned('=C1', 5, 6), planned('=C1', 5)]).toEqual([
    ...[true, false, true],
  ]);
  expect([planned('a', 'a'), planned('c', 'a')]).toEqual([true, false]);
  // One row stands for all.
  expect(isAsPlanned([['a'], ['a'], ['b']], [['a']], [['b']])).toBe(true);
  expect(isAsPlanned([['a'], ['c']], [['a']], [['b']])).toBe(false);
});

test('long texts are known by their prints, and rows that are all the same are one', () => {
  const long = 'x'.repeat(41);
  expect([printOf('a'), printOf('x'.repeat(40)), printOf(`=${long}`), printOf(5)]).toEqual([
    ...['a', 'x'.repeat(40), `=${long}`, 5],
  ]);
  expect(printOf(long)).toMatch(/^#41#/);
  expect(printOf(`'${long}`)).toBe(printOf(long));
  expect([holdsAll([[long]], [[printOf(long)]]), holdsAll([[`${long}y`]], [[printOf(long)]])]).toEqual(
    [true, false],
  );
  expect(holdsAll([['a', 'b'], ['a', 'b']], [['a', 'b']])).toBe(true);
  expect(holdsAll([['a', 'b'], ['a', 'c']], [['a', 'b']])).toBe(false);
  expect(holdsAll([[null]], [['']])).toBe(true);
  expect([folded([['a', 'b'], ['a', 'b']]), folded([['a', 'b'], ['a', 'c']])]).toEqual([
    [['a', 'b']],
    [['a', 'b'], ['a', 'c']],
  ]);
}); // prettier-ignore

const scope = scopeOf(
  {
    snapshots: byName(table('T', 2, 1, 'Id A B', [['p1'], ['p2'], ['']])),
    named: new Map([['Rate', { sheet: 'S', row: 9, column: 3, values: [[1]], formulas: [[1]] }]]),
    sheetIds: new Map([['{1}', 'S']]),
  },
  {
    tables: new Map([
      ['t', { snapshot: { name: 'T' }, positions: new Map([['id', 0]]) } as never],
      ['u', { snapshot: { name: 'U' }, positions: new Map() } as never],
    ]),
  },
);
const over = (row: number, column: number, cells: (string | number)[], sheet = 'S') => ({
  ...{ sheet, row, column, had: cells.map((cell) => [cell]), wrote: cells.map(() => ['new']) },
});
const back = (...of: Parameters<typeof over>) =>
  stepsFor({ apply: () => undefined, over: over(...of) }, scope);
const cells = { kind: 'cells', had: [['a']], wrote: [['new']], rows: 1 };

test('cells are taken back by the table, the name or the sheet that they belong to', () => {
  expect(back(3, 2, ['a'])).toEqual([
    { ...cells, at: { table: 'T' }, row: 1, column: 1, key: 0, ids: ['p1'] },
  ]);
  expect(back(4, 2, ['a', 'b'])).toMatchObject([
    { row: 2, rows: 2, had: [['a'], ['b']], ids: ['p2', ''] },
  ]);
  // A header, the ids themselves, and rows without ids go by their place.
  const place = (...of: Parameters<typeof over>) =>
    back(...of).map((one) => ('ids' in one ? 'ids' : JSON.stringify('at' in one && one.at)));
  expect([place(2, 2, ['a']), place(3, 1, ['a']), place(5, 2, ['a'])].flat()).toEqual(
    Array.from({ length: 3 }, () => '{"table":"T"}'),
  );
  expect(place(5, 3, ['a'])).toEqual(['{"table":"T"}']);
  expect([place(6, 2, ['a']), place(3, 4, ['a']), place(1, 2, ['a'])].flat()).toEqual(
    Array.from({ length: 3 }, () => '{"sheet":"{1}"}'),
  );
  expect(back(9, 3, ['a'])).toEqual([{ ...cells, at: { name: 'Rate' }, row: 0, column: 0 }]);
  expect(back(3, 2, ['a'], 'New')).toEqual([]);
});

test('steps of sheets go by their ids; those of a sheet that comes with the change by nothing', () => {
  const undo: Undo[] = [
    { kind: 'placed-name', name: 'N', sheet: 'S' },
    { kind: 'placed-name', name: 'M', sheet: 'New' },
    { kind: 'style', style: 'X' },
  ];
  expect(stepsFor({ apply: () => undefined, undo }, scope)).toEqual([
    { kind: 'placed-name', name: 'N', sheet: '{1}' },
    { kind: 'style', style: 'X' },
  ]);
});

test('what was found takes the place of what was planned', () => {
  const operation = { apply: () => undefined, over: over(3, 2, ['a']) };
  const steps = stepsFor(operation, scope);
  expect(asFound({ ...operation, steps }, undefined, scope)).toBe(steps);
  expect(asFound({ ...operation, steps }, [['theirs']], scope)).toEqual([
    { ...{ ...cells, had: [['theirs']] }, at: { sheet: '{1}' }, row: 3, column: 2, moved: true },
  ]);
  const rule: Undo = { kind: 'rule', at: { table: 'T' }, id: 'r', had: '=1', wrote: '=2' };
  const shrunk: Undo = { kind: 'shrunk', table: 'T', start: 0, total: 3, rows: [['a']], cut: false };
  const found = asFound({ apply: () => undefined, steps: [rule, shrunk] }, [['=3']], scope);
  expect(found).toEqual([{ ...rule, had: '=3' }, { ...shrunk, rows: [['=3']] }]);
}); // prettier-ignore

test('tables are touched by cells written in them or beside them, and by rows that move', () => {
  const apply = () => undefined;
  const all = [
    { apply, over: over(3, 2, ['a']) },
    { apply, over: over(9, 9, ['a']) },
    { apply, moves: 'U' },
    { apply, beside: 'V' },
    { apply },
  ];
  expect([...touched(all, scope)]).toEqual(['T', 'U', 'V']);
});
