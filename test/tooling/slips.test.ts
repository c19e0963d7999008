import { readFileSync } from 'node:fs';
import { errorsIn } from '../support/compiler';

/** Slips of a hand, each in one place, and the file in which `npm run lint` (its `tsc`) then fails. */
const slips: [what: string, slipIn: string, from: string, to: string, fails: string][] = [
  [
    'a named cell that does not exist, in a rule',
    'src/rules/value/contract.ts',
    "contract('MinorDigits')",
    "contract('MinorDigitz')",
    'src/rules/value/contract.ts',
  ],
  [
    'a column that a table does not have, in a rule',
    'src/rules/value/metric.ts',
    "nums('Metrics', 'improvement')",
    "nums('Metrics', 'improvment')",
    'src/rules/value/metric.ts',
  ],
  [
    'a column of the own row that no table has, on a sheet',
    'src/workbook/sheets/value/readings.ts',
    "txt('status')",
    "txt('statuss')",
    'src/workbook/sheets/value/readings.ts',
  ],
  [
    'a column of another table as one of the own row, on a sheet',
    'src/workbook/sheets/value/readings.ts',
    "txt('status')",
    "txt('criterion')",
    'src/workbook/sheets/value/readings.ts',
  ],
  [
    'a column of another table as one of the own row, in a rule',
    'src/rules/value/settlement/payout.ts',
    "isNumber(num('attainment'))",
    "isNumber(num('recapture'))",
    'src/rules/value/settlement/payout.ts',
  ],
  [
    'a list entry without messages',
    'src/engagement/register/words.ts',
    "['yes', 'maybe', 'no']",
    "['yes', 'maybe', 'perhaps', 'no']",
    'src/workbook/lists.ts',
  ],
  [
    'a natural key that is no column',
    'src/engagement/register/value.ts',
    "same: ['metric', 'from', 'date']",
    "same: ['metric', 'from', 'day']",
    'src/engagement/register/value.ts',
  ],
  [
    'a column that the register declares and no sheet describes',
    'src/engagement/register/value.ts',
    'entered: input(',
    'approved: input(word), entered: input(',
    'src/workbook/sheets/value/readings.ts',
  ],
  [
    'a column that a sheet describes and the register does not declare',
    'src/workbook/sheets/value/readings.ts',
    "input(context, 'who',",
    "input(context, 'whom',",
    'src/workbook/sheets/value/readings.ts',
  ],
  [
    'a computed column without its rule',
    'src/engagement/register/settlement.ts',
    "calc('gate', ",
    "calc('gate', 'gain', ",
    'src/rules/value/settlement/index.ts',
  ],
];

const files = [...new Set(slips.map(([, , , , fails]) => fails))];

// A compiler is slow on a busy machine.
jest.setTimeout(300_000);

test('without them, all compile', () => {
  expect(errorsIn(files)).toEqual([]);
});

test.each(slips)('%s does not compile', (_, slipIn, from, to, fails) => {
  const text = readFileSync(slipIn, 'utf8');
  expect(text).toContain(from);
  expect(errorsIn([fails], { [slipIn]: text.replace(from, to) })).not.toEqual([]);
});
