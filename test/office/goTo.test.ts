import { goTo, placeOf, study, type Finding, type Place, type Study } from '../../src/office';
import { laidOut, type Desk } from '../support/desk';

let desk: Desk;
let seen: Study;
beforeAll(async () => {
  desk = await laidOut();
  seen = await desk.host.run((context) => study(context, { catalogs: desk.catalogs }));
});

/** Sheet and cell that are shown then; undefined where nothing is. */
const shown = (place: Place, known: Study | undefined = seen) =>
  desk.host.run(async (context) => {
    if (!(await goTo(context, place, known))) return undefined;
    const cell = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return cell.address;
  });
const at = (row: string | number, header: string) => {
  const { sheet, address } = desk.address('PainPoints', row, header);
  return `'${sheet}'!${address}`;
};

test('a row’s cell is shown by ids, or by its number where no row has that id', async () => {
  expect(await shown({ table: 'pain', row: 's.pain.2', column: 'pick' })).toBe(
    at('s.pain.2', 'Pick'),
  );
  expect(await shown({ table: 'pain', row: '3', column: 'pick' })).toBe(at(2, 'Pick'));
  // Without either the first row, and the first column that is seen.
  expect(await shown({ table: 'pain', column: 'pick' })).toBe(at(0, 'Pick'));
  expect(await shown({ table: 'pain', row: 's.pain.2' })).toBe(at('s.pain.2', 'No'));
});

test('what is gone is not shown', async () => {
  const rows = desk.ids('PainPoints').length;
  expect(await shown({ table: 'pain', row: String(rows) })).toBe(at(rows - 1, 'No'));
  for (const place of [
    { table: 'pain', row: String(rows + 1) },
    { table: 'pain', row: '0' },
    { table: 'pain', row: 'gone' },
    { table: 'pain', row: 's.pain.2', column: 'gone' },
    { table: 'gone' },
    { name: 'Gone' },
    { sheet: 'gone' },
    { on: 'Gone' },
    { on: 'Gone', cell: 'A1' },
  ])
    expect(await shown(place)).toBeUndefined();
  expect(await desk.host.run((context) => goTo(context, { table: 'pain' }))).toBe(false);
});

test('a named cell, a cell of a sheet, and a sheet as it was left are shown', async () => {
  const fee = desk.named('Engagement.Fee');
  expect(await shown({ name: 'Engagement.Fee' })).toBe(`${fee.sheet}!${fee.address}`);
  expect(await shown({ on: 'Costs', cell: 'C7' })).toBe('Costs!C7');
  // Whole, as somebody has left it.
  expect(await shown({ on: 'Costs' })).toBe('Costs!C7');
  expect(await shown({ name: 'Engagement.Fee' })).toBe(`${fee.sheet}!${fee.address}`);
  expect(await shown({ sheet: 'engagement' })).toBe(`${fee.sheet}!${fee.address}`);
});

test('a sheet that somebody has hidden is shown again', async () => {
  await desk.act(({ workbook }) => {
    workbook.worksheets.getItem('Costs').visibility = 'Hidden';
  });
  expect(await shown({ on: 'Costs', cell: 'B2' })).toBe('Costs!B2');
  expect(desk.host.book.sheets.find(({ name }) => name === 'Costs')?.visibility).toBe('Visible');
});

test('a finding is at its cell, its column, its name or its sheet', () => {
  const place = (where: Partial<Finding>) =>
    placeOf(
      { ...{ kind: 'value-unknown', severity: 'warning', repairable: false }, ...where },
      seen,
    );
  const pain = { table: 'PainPoints', sheet: '3 PainPoints', column: 'pick' };
  expect(place({ ...pain, row: 's.pain.1' })).toEqual({
    ...{ table: 'pain', column: 'pick', row: 's.pain.1' },
  });
  expect(place({ ...pain, row: '*' })).toEqual({ table: 'pain', column: 'pick' });
  expect(place({ name: 'Roi.Rate', sheet: 'ROI' })).toEqual({ name: 'Roi.Rate' });
  expect(place({ table: 'Gone', sheet: 'ROI' })).toEqual({ on: 'ROI' });
  expect(place({ table: 'Gone' })).toBeUndefined();
});
