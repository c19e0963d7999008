import fc from 'fast-check';
import type { Engagement } from '../../src/engagement/schema';
import {
  applyToEngagement,
  isHeld,
  isKnown,
  merge,
  readFilled,
  whose,
  type Filled,
  type MergeOutcome,
} from '../../src/exchange';
import type { Value } from '../../src/exchange/sent';
import { mess, messUp } from './mess';
import { Paper, sendOut, specOf } from './paper';
import { department, meant, type } from './typed';
import { cuts, done, ways } from './ways';

/** A project's answers as they come in over several rounds, from several people, by every way that is known. */

/** A number that may be read in two ways, and its readings. */
const doubtful: [typed: string, readings: number[]][] = [
  ['0,300', [300, 0.3]], ['1.200', [1200, 1.2]], ['1,5', [1.5]], ['1.200,50', [1200.5]], ['2.000', [2000, 2]],
]; // prettier-ignore
const clear: [typed: string | number, readings: number[]][] = [
  [1200, [1200]], ['1,200,000', [1_200_000]], ['¥300', [300]], ['12万', [120_000]],
]; // prettier-ignore

const sheetOfCosts = fc.record({
  kind: fc.constant('finance' as const),
  amount: fc.constantFrom(...doubtful, ...clear),
  hasTotal: fc.boolean(),
  /** Which of the readings is the answer to the question; none leaves it open. */
  reply: fc.option(fc.nat({ max: 1 })),
});
const sheetOfPains = fc.record({
  kind: fc.constant('department' as const),
  typed: department,
  doing: fc.oneof(fc.constant([]), done),
  edits: mess,
});

const file = fc.record({
  by: fc.constantFrom('Li', 'Wang'),
  /** Sent anew with what the workbook says by then, or the first template once more. */
  isFresh: fc.boolean(),
  sheet: fc.oneof({ weight: 4, arbitrary: sheetOfPains }, { weight: 1, arbitrary: sheetOfCosts }),
  /** What is said when it is asked who has answered. */
  isForwarded: fc.boolean(),
});
export type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** Rounds of one or two files each. */
export const history = fc.array(fc.array(file, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 3,
});

export interface Taken {
  file: File;
  filled: Filled;
  /** What was typed, by row and column, and every value that it may mean. */
  said: Map<string, Value[]>;
}

export interface Round {
  before: Engagement;
  after: Engagement;
  taken: Taken[];
  /** Files of which it is not known who answered. */
  held: Taken[];
  /** Files that have come before and say nothing new. */
  known: Taken[];
  outcome: MergeOutcome;
}

const send = (engagement: Engagement, { by, sheet: { kind } }: File): Promise<Uint8Array> =>
  sendOut(engagement, {
    audience: kind,
    respondent: by,
    ...(kind === 'finance' && { steps: ['costs'] }),
  });

const firstSent = new Map<string, Promise<Uint8Array>>();

/** The first template of each person, laid out once. */
function first(engagement: Engagement, file: File): Promise<Uint8Array> {
  const key = `${file.by} ${file.sheet.kind}`;
  const found = firstSent.get(key) ?? send(engagement, file);
  firstSent.set(key, found);
  return found;
}

async function filledBy(start: Engagement, now: Engagement, file: File): Promise<Taken> {
  const { sheet } = file;
  const isFresh = file.isFresh && now !== start;
  const paper = await Paper.of(await (isFresh ? send(now, file) : first(start, file)));
  if (sheet.kind === 'finance') {
    const [typed, readings] = sheet.amount;
    paper.type('Costs', 'Internal labour', 'Year 1', typed);
    if (sheet.hasTotal) paper.add('Costs', 1, { 'Cost item': 'Total', 'Year 1': 9999 });
    const asked = readFilled(paper.book).issues.find(({ ask, found }) => ask && found === typed);
    const reply = sheet.reply === null ? undefined : readings[sheet.reply % readings.length];
    const replies =
      asked && reply !== undefined
        ? [{ place: asked.place, found: asked.found, reply: String(reply) }]
        : [];
    const said = new Map<string, Value[]>([['cost.labour y1', readings]]);
    return { file, filled: readFilled(paper.book, undefined, replies), said };
  }
  type(paper, sheet.typed);
  for (const { way, n } of sheet.doing) ways[way]?.do(paper, n);
  messUp(
    paper,
    sheet.edits.filter(({ kind }) => sheet.doing.length === 0 || !cuts.has(kind)).slice(0, 2),
  );
  const said = Object.entries(meant(sheet.typed)).map(([cell, value]): [string, Value[]] => [
    cell,
    [value],
  ]);
  return { file, filled: readFilled(paper.book), said: new Map(said) };
}

/** Merges the rounds one after another, as the command line does. */
export async function played(start: Engagement, rounds: File[][]): Promise<Round[]> {
  const found: Round[] = [];
  let now = start;
  for (const files of rounds) {
    const before = now;
    const taken: Taken[] = [];
    for (const one of files) taken.push(await filledBy(start, before, one));
    const incoming = taken.map(({ filled, file }) => ({
      filled,
      replies: file.isForwarded ? [{ place: '', found: filled.respondent, reply: 'Zhao' }] : [],
    }));
    const named = whose(before, incoming);
    const all = taken.map((one, i) => ({ ...one, filled: named[i]! }));
    const [held, free] = [
      all.filter(({ filled }) => isHeld(filled)),
      all.filter(({ filled }) => !isHeld(filled)),
    ];
    const known = free.filter(({ filled }) =>
      isKnown(
        before,
        filled,
        free.map((one) => one.filled),
      ),
    );
    const spec = await specOf(before);
    const outcome = merge(
      { engagement: before, spec },
      free.map(({ filled }, i) => ({ file: `${found.length}-${i}.xlsx`, filled })),
      { on: '2026-04-01' },
    );
    now = applyToEngagement(before, spec, outcome);
    found.push({ before, after: now, taken: free, held, known, outcome });
  }
  return found;
}
