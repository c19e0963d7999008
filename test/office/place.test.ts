import { fieldCell, namesOf, placeSheet } from '../../src/office/place';
import { namingOf } from '../../src/office/naming';
import { described } from './small';

const spec = described();
const [main, , lists] = spec.sheets;
const placed = (sheet = main!) => placeSheet(spec, sheet, namingOf(spec.sheets));

test('whatever is put onto a sheet can be taken back', () => {
  const { create, names, formulas } = placed();
  const pains = { row: 9, column: 0, rows: 6, columns: 6 };
  expect(create.map(({ undo }) => undo)).toEqual([
    [{ kind: 'area', sheet: 'Main', area: { ...pains, rows: 4 } }],
    [
      { kind: 'area', sheet: 'Main', area: pains },
      { kind: 'table', table: 'PainPoints', sheet: 'Main' },
    ],
  ]);
  const area = { row: 3, column: 1, rows: 5, columns: 3 };
  expect(formulas.flatMap(({ undo = [] }) => undo)).toEqual([
    { kind: 'area', sheet: 'Main', area },
  ]);
  expect(names.flatMap(({ undo = [] }) => undo)).toEqual(
    ['appfi.sheet.main', 'appfi.main.head', 'Engagement.Client', 'Engagement.Asof']
      .concat(['Engagement.Currency', 'Engagement.Count', 'Engagement.Rate', 'appfi.main.facts'])
      .map((name) => ({ kind: 'placed-name', name, sheet: 'Main' })),
  );
});

test('the cells that are written are counted', () => {
  const { create, formulas } = placed();
  expect(create.map(({ cells }) => cells)).toEqual([24, undefined]);
  expect(formulas.map(({ cells }) => cells)).toEqual([6, undefined, 15, 5]);
});

test('of a long table the header comes first, then rows by what they weigh', () => {
  const areas = (rows: number, text: string) => {
    const long = described(({ notes }) => {
      notes.rows = Array.from({ length: rows }, (_, i) => ({
        ...{ id: String(i), cells: { what: i === rows - 1 ? '' : text, why: '' } },
        defaults: {},
      }));
    });
    const { create } = placeSheet(long, long.sheets[1]!, namingOf(long.sheets));
    return create.flatMap(({ undo = [], cells }) =>
      undo.flatMap((one) =>
        one.kind === 'area' && cells !== undefined && one.area.row > 5
          ? [[one.area.row, one.area.rows, one.area.columns]]
          : [],
      ),
    );
  };
  const start = areas(3, 'x')[0]![0]!;
  expect(areas(749, 'x')).toEqual([[start, 749, 2]]);
  expect(areas(751, 'x')).toEqual([
    [start, 1, 2],
    [start + 1, 750, 1],
  ]);
  // 10,004 bytes a row: 100 of them are more than a million.
  expect(areas(751, 'x'.repeat(10_000)).map(([, ...size]) => size)).toEqual([
    [1, 2],
    ...Array.from({ length: 7 }, () => [100, 1]),
    [50, 1],
  ]);
});

test('a sheet brings the names of its blocks, cells and lists', () => {
  expect(namesOf(spec, lists!)).toEqual(['appfi.sheet.lists', 'List.Pick']);
  expect(new Set(namesOf(spec, main!))).toEqual(
    new Set(
      placed().names.flatMap(({ undo = [] }) => undo.map((one) => 'name' in one && one.name)),
    ),
  );
});

test('a field’s value stands beside its label', () => {
  const field = { label: 'As of' } as Parameters<typeof fieldCell>[0];
  const used = (values: unknown[][]) => ({ row: 2, column: 1, values });
  expect(fieldCell(field, used([['', 'x'], ['As of', 5]]))).toEqual({ row: 3, column: 2 }); // prettier-ignore
  expect(fieldCell(field, used([['x', 'As of']]))).toEqual({ row: 2, column: 3 });
  expect(fieldCell(field, used([['As'], ['']]))).toBeUndefined();
});
