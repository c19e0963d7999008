import fc from 'fast-check';
import { createHost } from '../../src/host';
import { evaluate, isError, render, type Naming, type Operator, type Value } from '../../src/rules';
import type { Node } from '../../src/rules/expression';
import { scalar } from '../support/desk';
import { thoroughness } from '../support/thoroughness';

const headers = ['Id', 'Amount', 'Net value', 'Word', '推荐度'];
const rows: (string | number | boolean | null)[][] = [
  ['a', 1, 2.5, 'Yes', 3],
  ['b', null, -4, null, 1],
  ['c', 0, 100, 'no', 'x'],
  ['d', 7, null, '12', null],
];
const naming: Naming = { table: (id) => id, header: (_table, column) => column, name: (id) => id };

const call = (name: string, ...args: Node[]): Node => ({ type: 'call', function: name, args });
const column = (header: string): Node => ({ type: 'column', table: 'T', column: header });
const anyColumn = fc.constantFrom(...headers).map(column);
const numberColumn = fc.constantFrom('Amount', 'Net value', '推荐度').map(column);
const value = (literal: number | string | boolean): Node => ({ type: 'literal', value: literal });
const binary = (operators: Operator[], left: fc.Arbitrary<Node>, right: fc.Arbitrary<Node>) =>
  fc
    .tuple(fc.constantFrom(...operators), left, right)
    .map(([operator, a, b]): Node => ({ type: 'binary', operator, left: a, right: b }));

/** Expressions of each kind, as the builders' types allow them. */
const { number, text, truth } = fc.letrec<{ number: Node; text: Node; truth: Node }>((tie) => {
  const any = fc.oneof(tie('number'), tie('text'));
  return {
    number: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.integer({ min: -9, max: 50 }).map(value),
      fc
        .constantFrom('Amount', 'Net value', '推荐度')
        .map((header): Node => ({ type: 'field', column: header })),
      binary(['+', '-', '*', '/'], tie('number'), tie('number')),
      tie('number').map((operand): Node => ({ type: 'negate', operand })),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map((args) => call('IF', ...args)),
      fc.tuple(tie('number'), tie('number')).map((args) => call('IFERROR', ...args)),
      fc
        .tuple(fc.constantFrom('MIN', 'MAX', 'SUM'), tie('number'), numberColumn)
        .map(([name, ...args]) => call(name, ...args)),
      tie('number').map((one) => call('ROUND', one, value(2))),
      anyColumn.map((one) => call('COUNT', one)),
      fc
        .tuple(
          numberColumn,
          anyColumn,
          fc.oneof(fc.constantFrom('yes', '<>', '>1', 'a', '').map(value), tie('number')),
        )
        .map((args) => call('SUMIFS', ...args)),
      fc
        .tuple(anyColumn, fc.oneof(fc.constantFrom('no', '<>', '<=2').map(value), tie('text')))
        .map((args) => call('COUNTIFS', ...args)),
      fc
        .tuple(numberColumn, tie('number'))
        .map(([of, at]) => call('INDEX', of, call('MAX', value(1), at))),
      fc.tuple(any, anyColumn).map((args) => call('MATCH', ...args, value(0))),
      fc
        .tuple(fc.constantFrom('e', '*', '1', '').map(value), any)
        .map((args) => call('FIND', ...args)),
      fc
        .tuple(numberColumn, fc.integer({ min: 1, max: 4 }).map(value))
        .map((args) => call('SMALL', ...args)),
      fc.tuple(tie('number'), tie('number'), tie('number')).map((args) => call('CHOOSE', ...args)),
    ),
    text: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom('Yes', 'say "no"', '', '12', '是').map(value),
      fc.constantFrom('Id', 'Word').map((header): Node => ({ type: 'field', column: header })),
      binary(['&'], any, any),
      fc.tuple(tie('truth'), tie('text'), tie('text')).map((args) => call('IF', ...args)),
      fc.tuple(tie('text'), tie('text')).map((args) => call('IFERROR', ...args)),
      fc
        .tuple(fc.constantFrom('LEFT', 'RIGHT'), any, fc.integer({ min: 0, max: 3 }).map(value))
        .map(([name, ...args]) => call(name, ...args)),
    ),
    truth: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      binary(['=', '<>', '<', '<=', '>', '>='], any, any),
      fc
        .tuple(fc.constantFrom('AND', 'OR'), tie('truth'), tie('truth'))
        .map(([name, ...args]) => call(name, ...args)),
      tie('truth').map((one) => call('NOT', one)),
      any.map((one) => call('ISNUMBER', one)),
      fc
        .constantFrom(...headers)
        .map((header) => call('ISBLANK', { type: 'field', column: header })),
    ),
  };
});

test('a rendered rule calculates to what the rule evaluates to', async () => {
  const host = createHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange('A1:E5');
    range.values = [
      headers,
      ...rows.map((row) => row.map((cell) => (cell === '12' ? "'12" : (cell ?? '')))),
    ];
    sheet.tables.add(range, true).name = 'T';
    await context.sync();
  });
  const [sheet] = host.book.sheets;
  fc.assert(
    fc.property(fc.oneof(number, text, truth), (node) => {
      const formula = render(node, naming, 'T');
      rows.forEach((cells, r) => {
        const evaluated: Value = evaluate(node, {
          field: (header) => cells[headers.indexOf(header)] ?? null,
          column: (_table, header) => rows.map((row) => row[headers.indexOf(header)] ?? null),
          name: () => null,
          row: r + 2,
        });
        const calculated = scalar(
          host.calculator.evaluate(formula, { sheetId: sheet!.id, row: r + 1, column: 3 }),
        );
        const rule = isError(evaluated) ? evaluated.code : evaluated;
        // Of two errors in one formula either may be shown.
        if (isError(evaluated) && String(calculated).startsWith('#')) return;
        if (typeof rule === 'number' && typeof calculated === 'number') {
          expect(calculated).toBeCloseTo(rule, 6);
        } else expect({ formula, value: calculated ?? 0 }).toEqual({ formula, value: rule });
      });
    }),
    { numRuns: 600 * thoroughness },
  );
});
