import type { Engagement } from '../engagement/schema';
import { cellKey, sameName } from '../engagement/votes';
import { digestOf } from '../catalog/digest';
import { Asking, type Reply } from './ask';
import { isKnown } from './merge';
import type { Filled } from './read';

/**
 * Files of one template under one name may be of two people, as when a template was forwarded: another
 * file of the same merge says something else, or most of what came before is gone. Such a file asks
 * who answered; nothing of it is taken before.
 * @param incoming all files that come in together, with what was replied to the questions of each
 * @returns the files under the names of who answered, in the same order
 */
export function whose(
  engagement: Engagement,
  incoming: readonly { filled: Filled; replies: readonly Reply[] }[],
): Filled[] {
  const named = incoming.map(({ filled, replies }) => asked(filled, replies));
  const all = named.map((one, i) => (isHeld(one) ? (incoming[i]?.filled ?? one) : one));
  const fresh = all.filter((one) => !isKnown(engagement, one, all));
  const isDoubtful = (one: Filled) =>
    fresh.includes(one) &&
    (fresh.some((other) => other !== one && isSameSender(other, one) && differ(other, one)) ||
      forgets(engagement, one));
  return all.map((one, i) => (named[i] && isHeld(named[i]) && isDoubtful(one) ? named[i] : one));
}

/** The file with the question who answered, under the name that was replied. */
function asked(filled: Filled, replies: readonly Reply[]): Filled {
  const asking = new Asking(replies);
  const { respondent } = filled;
  const issue = { kind: 'one-name', place: '', found: respondent, column: '' } as const;
  const name = asking.ask(issue, [[respondent, respondent]], (reply) => reply);
  return {
    ...filled,
    respondent: name ?? respondent,
    issues: [...asking.issues, ...filled.issues],
    settled: [...asking.settled, ...filled.settled],
    ...(name !== undefined &&
      name !== respondent && { digest: `${filled.digest}+${digestOf(name).slice(0, 8)}` }),
  };
}

/** Whether it has to be said first who answered. */
export const isHeld = ({ issues, settled }: Filled): boolean =>
  [...issues, ...settled].some(
    ({ kind, ask }) => kind === 'one-name' && (ask?.reply === undefined || ask.reply === ''),
  );

const isSameSender = (one: Filled, other: Filled) =>
  one.template === other.template && sameName(one.respondent) === sameName(other.respondent);

function saidIn({ answers }: Filled): Map<string, unknown> {
  return new Map(answers.map((one) => [cellKey(one.table, one.row, one.column), one.value]));
}

function differ(one: Filled, other: Filled): boolean {
  const said = saidIn(one);
  return [...saidIn(other)].some(([key, value]) => said.has(key) && said.get(key) !== value);
}

/** Whether most of what this respondent answered to this template before is as if never said. */
function forgets({ responses, answers }: Engagement, filled: Filled): boolean {
  const earlier = Object.entries(responses).filter(
    ([, { template, respondent }]) =>
      template === filled.template && sameName(`${respondent}`) === sameName(filled.respondent),
  );
  const last = Math.max(0, ...earlier.map(([, { batch }]) => Number(batch ?? 0)));
  const ids = new Set(earlier.flatMap(([id, { batch }]) => (Number(batch) === last ? [id] : [])));
  const said = saidIn(filled);
  const before = Object.values(answers).filter(
    ({ response, table, row }) => ids.has(`${response}`) && wasSent(filled, `${table}`, `${row}`),
  );
  const gone = before.filter(
    ({ table, row, column }) => !said.has(cellKey(`${table}`, `${row}`, `${column}`)),
  );
  return gone.length * 2 > before.length;
}

const wasSent = ({ sent }: Filled, table: string, row: string) =>
  sent.tables.some((one) => one.id === table && Object.hasOwn(one.rows, row));
