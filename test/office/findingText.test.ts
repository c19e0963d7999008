import { describeFinding, type Finding } from '../../src/office/findings';

test('a place is a cell, a column, a name or a text of a sheet; long formulas are cut', () => {
  const told = (where: Partial<Finding>) =>
    describeFinding('en', {
      ...{ kind: 'value-unknown', severity: 'warning', repairable: false, found: 'x' },
      ...where,
    })
      .match(/“(.*)” in (.*) is not one/)!
      .slice(1);
  const column = { table: 'Costs', sheet: 'Costs of all', header: 'Year 1' };
  expect(told({ ...column, row: 'cost.1' })[1]).toBe(
    'row cost.1, column “Year 1” of table Costs on sheet “Costs of all”',
  );
  expect(told({ ...column, row: '*' })[1]).toBe(
    'column “Year 1” of table Costs on sheet “Costs of all”',
  );
  expect(told({ name: 'Roi.Rate', sheet: 'ROI' })[1]).toBe('name Roi.Rate');
  expect(told({ sheet: 'ROI' })[1]).toBe('a text on sheet “ROI”');
  expect(told({ found: 'x'.repeat(60) })[0]).toBe('x'.repeat(60));
  expect(told({ found: 'x'.repeat(61) })[0]).toBe(`${'x'.repeat(59)}…`);
});

test.each<[Finding['kind'], string]>([
  ['row-unknown', 'Row  of table  on sheet “”'],
  ['header-renamed', 'the header “” is now “”'],
  ['measure-missing', 'in column “” of sheet “”'],
])('of a finding %s what is not known is left blank', (kind, expected) => {
  const finding: Finding = { kind, severity: 'note', repairable: false };
  expect(describeFinding('en', finding)).toContain(expected);
});
