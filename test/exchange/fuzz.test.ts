import fc from 'fast-check';
import { merge } from '../../src/exchange';
import type { Value } from '../../src/exchange/sent';
import { thoroughness } from '../support/thoroughness';
import { history, played, type Round, type Taken } from './history';
import { project, specOf } from './paper';
import { told } from './typed';
import { ways } from './ways';

/** Whatever comes in, over however many rounds: nothing is wrong that is not told. */

const start = project();

/** Blanks around a text are nobody's answer. */
const tidy = (value: Value): Value => (typeof value === 'string' ? value.trim() : value);

/** What a file is found to say is what was typed, and what is not found is told. */
function expectRead({ file, filled, said }: Taken): void {
  const back = told(filled);
  const kinds = new Set(filled.issues.map(({ kind }) => kind));
  const wrong = Object.entries(back).filter(([cell, value]) => !said.get(cell)?.includes(value));
  expect(wrong).toEqual([]);
  expect(filled.own).toEqual([]);
  // What stands there as it was sent is no answer.
  const isAsSent = (cell: string) =>
    filled.sent.tables.some(({ rows }) => {
      const [row = '', column = ''] = cell.split(' ');
      return said.get(cell)?.includes(tidy(rows[row]?.[column] ?? null));
    });
  const lost = [...said.keys()].filter((cell) => !(cell in back) && !isAsSent(cell));
  if (lost.length > 0) expect([lost, kinds.size]).not.toEqual([lost, 0]);
  if (file.sheet.kind !== 'department') return;
  if (kinds.has('table-shifted') || kinds.has('table-missing')) return;
  for (const { way } of file.sheet.doing)
    expect([way, ways[way]?.told.some((kind) => kinds.has(kind))]).toEqual([way, true]);
}

/**
 * What counts of what everybody has said: of each person the latest files of each template, of these for each
 * cell the latest that speaks of it. A later file without an answer takes it back.
 */
class Words {
  private readonly files = new Map<
    string,
    { by: string; round: number; cells: Map<string, Set<Value>> }
  >();
  readonly cells = new Set<string>();

  take({ filled }: Taken, round: number): void {
    const key = `${filled.respondent} ${filled.template}`;
    let found = this.files.get(key);
    if (!found || found.round < round)
      this.files.set(key, (found = { by: filled.respondent, round, cells: new Map() }));
    for (const [cell, value] of Object.entries(told(filled))) {
      this.cells.add(cell);
      found.cells.set(cell, (found.cells.get(cell) ?? new Set()).add(tidy(value)));
    }
  }

  about(cell: string): Set<Value> {
    const latest = new Map<string, { round: number; said: Set<Value> }>();
    for (const { by, round, cells } of this.files.values()) {
      const said = cells.get(cell);
      const known = latest.get(by);
      if (!said || (known && known.round > round)) continue;
      latest.set(by, {
        round,
        said: known?.round === round ? new Set([...known.said, ...said]) : said,
      });
    }
    return new Set([...latest.values()].flatMap(({ said }) => [...said]));
  }
}

/** What a round has made of the answers otherwise than they count. */
function wrongIn({ before, after, outcome }: Round, words: Words): unknown[] {
  const wrong: unknown[] = [];
  const open = new Set(outcome.open.map(({ row, column }) => `${row} ${column}`));
  for (const cell of words.cells) {
    if (open.has(cell)) continue;
    const [row = '', column = ''] = cell.split(' ');
    const rows: Record<string, Record<string, Value | undefined>> = row.startsWith('cost')
      ? after.costs
      : after.pain;
    const value = rows[row]?.[column] ?? null;
    const said = words.about(cell);
    // People who differ are asked; of one, or of several who agree, the word stands.
    if (said.size > 1 || (said.size === 1 ? !said.has(value) : value !== null))
      wrong.push(['not as said', cell, value, [...said]]);
  }
  for (const { row, column } of outcome.changes)
    if (!words.cells.has(`${row} ${column}`)) wrong.push(['nobody said', row, column]);
  for (const row of Object.keys(after.pain))
    if (!(row in before.pain) && !row.startsWith('s.')) wrong.push(['nobody’s row', row]);
  return wrong;
}

test('answers of all rounds, people and ways come in as they were meant, or are told', async () => {
  const count = { files: 0, held: 0, cells: 0, taken: 0, open: 0, told: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (rounds) => {
      const words = new Words();
      for (const [n, round] of (await played(start, rounds)).entries()) {
        const { after, taken, held, known, outcome } = round;
        for (const one of [...taken, ...held]) expectRead(one);
        for (const one of taken) if (!known.includes(one)) words.take(one, n);
        expect(wrongIn(round, words)).toEqual([]);
        const files = taken.map(({ filled }, i) => ({ file: `again-${i}.xlsx`, filled }));
        const spec = await specOf(after);
        const again = merge({ engagement: after, spec }, files, { on: '2026-04-02' });
        expect(again.changes).toEqual([]);
        const all = [...taken, ...held];
        count.files += all.length;
        count.held += held.length;
        count.cells += all.reduce((sum, { said }) => sum + said.size, 0);
        count.taken += all.reduce((sum, { filled }) => sum + filled.answers.length, 0);
        count.open += outcome.open.length;
        count.told += all.reduce((sum, { filled }) => sum + filled.issues.length, 0);
      }
    }),
    { numRuns: 10 * thoroughness },
  );
  if (thoroughness > 1) process.stdout.write(`${JSON.stringify(count)}\n`);
}, 7_200_000);
