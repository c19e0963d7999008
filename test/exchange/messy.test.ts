import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFilled, type Issue } from '../../src/exchange';
import type { Value } from '../../src/exchange/sent';
import { openXlsx } from '../../src/book';

/** Files as they come back: messy/make.ts has written them, with what was typed into each beside it. */

const folder = path.join(__dirname, 'messy');
const names = readdirSync(folder).flatMap((name) =>
  name.endsWith('.xlsx') ? [path.basename(name, '.xlsx')] : [],
);

interface Expected {
  answers: Record<string, Value>;
  own?: Record<string, Value>[];
  issues?: Pick<Issue, 'kind' | 'found'>[];
}

test('there are thirty of them', () => expect(names.length).toBeGreaterThanOrEqual(30));

test.each(names)('%s', async (name) => {
  const read = (ending: string) => readFileSync(path.join(folder, `${name}${ending}`));
  const expected = JSON.parse(read('.json').toString()) as Expected;
  const { answers, own, issues } = readFilled(await openXlsx(new Uint8Array(read('.xlsx'))));
  expect({
    answers: Object.fromEntries(
      answers.map(({ row, column, value }) => [`${row} ${column}`, value]),
    ),
    own: own.map(({ cells }) => cells),
    issues: issues.map(({ kind, found }) => ({ kind, found })),
  }).toEqual({ own: [], issues: [], ...expected });
});
