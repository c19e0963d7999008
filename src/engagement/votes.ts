import type { CellValue } from '../rules';
import type { Engagement } from './schema';

/** One respondent's answer to one cell. */
export interface Vote {
  respondent: string;
  audience: string;
  file: string;
  sent: CellValue;
  said: CellValue;
}

/** The answers to one cell; a respondent stands there twice where two files of one merge differ. */
export interface Ballot {
  table: string;
  row: string;
  column: string;
  votes: Vote[];
}

export const cellKey = (table: string, row: string, column: string) => `${table} ${row} ${column}`;
/** Ids of tables and columns have no blanks; a row's id may. */
export function cellOf(key: string): { table: string; row: string; column: string } {
  const [first, last] = [key.indexOf(' '), key.lastIndexOf(' ')];
  return {
    table: key.slice(0, first),
    row: key.slice(first + 1, last),
    column: key.slice(last + 1),
  };
}

/** Respondents are told apart by name, however it is spaced or cased. */
export const sameName = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/**
 * What counts of everything that came back, by cell. A respondent's later file takes the place of an
 * earlier one: wholly where it is the same template, else cell by cell.
 */
export function ballotsOf({ responses, answers }: Engagement): Map<string, Ballot> {
  const newest = new Map<string, number>();
  for (const response of Object.values(responses)) {
    const key = templateKey(response);
    newest.set(key, Math.max(newest.get(key) ?? 0, batchOf(response)));
  }
  const latest = new Map<string, { batch: number; votes: Vote[]; answer: Place }>();
  for (const answer of Object.values(answers)) {
    const response = responses[`${answer.response}`];
    if (!response || batchOf(response) < newest.get(templateKey(response))!) continue;
    const place = { table: `${answer.table}`, row: `${answer.row}`, column: `${answer.column}` };
    const respondent = String(response.respondent ?? '');
    const key = JSON.stringify([place, sameName(respondent)]);
    const found = latest.get(key);
    const batch = batchOf(response);
    if (found && found.batch > batch) continue;
    const vote: Vote = {
      respondent,
      audience: String(response.audience ?? ''),
      file: String(response.file ?? ''),
      sent: answer.sent ?? null,
      said: answer.said ?? null,
    };
    const others = found?.batch === batch ? found.votes : [];
    const votes = others.some(({ said }) => said === vote.said) ? others : [...others, vote];
    latest.set(key, { batch, votes, answer: place });
  }
  const ballots = new Map<string, Ballot>();
  for (const { answer, votes } of latest.values()) {
    const key = cellKey(answer.table, answer.row, answer.column);
    const ballot = ballots.get(key) ?? { ...answer, votes: [] };
    ballot.votes.push(...votes);
    ballots.set(key, ballot);
  }
  for (const { votes } of ballots.values()) votes.sort(byName);
  return new Map([...ballots.keys()].sort().map((key) => [key, ballots.get(key)!]));
}

type Response = Engagement['responses'][string];
type Place = Pick<Ballot, 'table' | 'row' | 'column'>;

const batchOf = ({ batch }: Response) => Number(batch ?? 0);

const templateKey = ({ respondent, template }: Response) =>
  JSON.stringify([sameName(String(respondent ?? '')), template]);

const byName = (a: Vote, b: Vote) => {
  const [one, other] = [a, b].map((vote) => JSON.stringify([vote.respondent, vote.said]));
  return one! < other! ? -1 : 1;
};

/** The different answers, each with who gave it, most given first. */
export function choicesOf(votes: readonly Vote[]): { said: CellValue; by: Vote[] }[] {
  const choices = new Map<CellValue, Vote[]>();
  for (const vote of votes) choices.set(vote.said, [...(choices.get(vote.said) ?? []), vote]);
  return [...choices].map(([said, by]) => ({ said, by })).sort((a, b) => b.by.length - a.by.length);
}

/** Whether a cell still says what was sent, however a program has written it. */
export function isAsSent(sent: CellValue | undefined, value: CellValue): boolean {
  const one = sent ?? null;
  if (one === value) return true;
  if (one === null || value === null) return false;
  if (typeof one === 'number' && typeof value === 'number')
    return Math.abs(one - value) <= 1e-12 * Math.max(1, Math.abs(one));
  return (
    String(one).replaceAll('\r\n', '\n').trim() === String(value).replaceAll('\r\n', '\n').trim()
  );
}

/**
 * What everybody who answered says, as long as nobody has written something else into the workbook
 * since it was sent.
 * @param origin what stands there without their answers
 */
export function agreedOf(votes: readonly Vote[], origin: CellValue) {
  const [first, second] = choicesOf(votes);
  if (!first || second) return undefined;
  const isCurrent = votes.some(({ sent }) => isAsSent(sent, origin));
  return isCurrent || isAsSent(origin, first.said) ? first : undefined;
}
