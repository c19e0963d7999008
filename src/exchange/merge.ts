import { digestOf } from '../catalog/digest';
import { naturalKey, ownPrefix, type Rule, rules } from '../engagement/register';
import type { Engagement } from '../engagement/schema';
import {
  type Ballot,
  ballotsOf,
  cellKey,
  cellOf,
  choicesOf,
  isAsSent,
  sameName,
  type Vote,
} from '../engagement/votes';
import type { WorkbookSpec } from '../workbook';
import { decide } from './decide';
import type { Filled } from './read';
import type { OwnRow } from './readTable';
import type { Value } from './sent';
import { View } from './view';

/** A cell that a merge writes. */
export interface Change {
  table: string;
  row: string;
  column: string;
  before: Value;
  after: Value;
  by: string[];
}

/** A cell about which people differ, or that was changed since it was sent. */
export interface OpenQuestion {
  table: string;
  row: string;
  column: string;
  now: Value;
  said: { value: Value; by: string[] }[];
  /** A decision that is not understood. */
  unclear?: Value;
}

export interface MergeOutcome {
  changes: Change[];
  open: OpenQuestion[];
  /** Cells that someone edited after a merge had written them: they stay. */
  edited: { table: string; row: string; column: string; now: Value }[];
  /** The engagement's collected answers after the merge. */
  state: Pick<Engagement, 'responses' | 'answers' | 'merged'>;
}

export interface Incoming {
  file: string;
  filled: Filled;
}

export interface MergeOptions {
  /** ISO day. */
  on: string;
  rule?: Rule;
}

/** What an engagement and its described workbook say before a merge. */
export interface Before {
  engagement: Engagement;
  spec: WorkbookSpec;
}

/**
 * Takes files in and decides every cell anew from all that has ever come back, by id. So merging a
 * file again changes nothing, and the order in which files of different people come does not count.
 */
export function merge(
  { engagement, spec }: Before,
  incoming: readonly Incoming[],
  options: MergeOptions,
): MergeOutcome {
  const view = new View(spec);
  const responses = { ...engagement.responses };
  const answers = { ...engagement.answers };
  const batch = 1 + lastBatch(engagement);
  const fresh = new Set<string>();
  const together = incoming.map(({ filled }) => filled);
  for (const { file, filled } of incoming) {
    const id = responseId(filled, responses, together, batch);
    if (id === undefined) continue;
    fresh.add(id);
    responses[id] = {
      respondent: filled.respondent,
      audience: filled.sent.audience,
      file,
      template: filled.template,
      batch,
      on: options.on,
    };
    saidIn(filled, view).forEach((said, i) => {
      const sent = sentBefore(engagement, said);
      answers[`${id}.${i + 1}`] = { response: id, ...said, sent };
    });
  }
  return decideAll(engagement, view, { responses, answers }, options, fresh);
}

/** Whether a file is nothing new to an engagement, of those that come in together. */
export const isKnown = (
  { responses }: Engagement,
  filled: Filled,
  incoming: readonly Filled[],
): boolean => responseId(filled, responses, incoming, 0) === undefined;

/**
 * Under which id a file is kept; undefined where it is nothing new. A file that came before is new
 * again once its respondent has said something else since – unless that comes along once more too,
 * as when a whole folder is merged again. What replies have settled in it stays settled without them.
 */
function responseId(
  { digest, respondent }: Filled,
  responses: Engagement['responses'],
  incoming: readonly Filled[],
  batch: number,
): string | undefined {
  const digestIn = (id: string) => id.split('@')[0] ?? id;
  const isSame = (id: string) => id === digest || id.split('+')[0] === digest;
  const batches = Object.entries(responses).flatMap(([id, one]) =>
    isSame(digestIn(id)) ? [Number(one.batch ?? 0)] : [],
  );
  if (batches.length === 0) return digest;
  const last = Math.max(...batches);
  const since = Object.entries(responses).some(
    ([id, one]) =>
      Number(one.batch ?? 0) > last &&
      sameName(String(one.respondent ?? '')) === sameName(respondent) &&
      !incoming.some((one) => one.digest === digestIn(id)),
  );
  return since ? `${digest}@${batch}` : undefined;
}

/**
 * What stood in a cell before any answer, where a template was sent with an answer that was merged:
 * every merge decides from there.
 */
function sentBefore({ merged }: Engagement, { table, row, column, sent }: SaidCell): Value {
  const old = merged[cellKey(`${table}`, `${row}`, `${column}`)];
  return (old && isAsSent(sent ?? null, old.after ?? null) ? old.before : sent) ?? null;
}

/** Takes the latest merge back: its files are as if they had never come. */
export function undo(
  { engagement, spec }: Before,
  options: MergeOptions,
): MergeOutcome | undefined {
  const batch = lastBatch(engagement);
  if (batch === 0) return undefined;
  const responses = Object.fromEntries(
    Object.entries(engagement.responses).filter(([, one]) => Number(one.batch) !== batch),
  );
  const answers = Object.fromEntries(
    Object.entries(engagement.answers).filter(([, one]) => responses[String(one.response)]),
  );
  return decideAll(engagement, new View(spec), { responses, answers }, options);
}

const lastBatch = ({ responses }: Engagement) =>
  Math.max(0, ...Object.values(responses).map(({ batch }) => Number(batch ?? 0)));

type SaidCell = Omit<Engagement['answers'][string], 'response'>;

/** Every cell that a file says something about; rows of one's own under the ids they will have. */
function saidIn(filled: Filled, view: View): SaidCell[] {
  const own = filled.own.flatMap((one) => {
    const row = idOf(one, view);
    return Object.entries(one.cells).map(([column, said]): SaidCell => {
      return { table: one.table, row, column, sent: null, said: tidy(said), place: one.place };
    });
  });
  const sent = filled.answers.map(({ table, row, column, sent: was, value, place }): SaidCell => {
    const here = rowNow(filled, { table, row, place }, view);
    return { table, row: here, column, sent: was, said: tidy(value), place };
  });
  return [...sent, ...own];
}

/** Blanks around a text are nobody's answer. */
const tidy = (value: Value): Value => (typeof value === 'string' ? value.trim() : value);

/**
 * The row that an answer is about. Rows of the client's own are numbered as they stand, so that one
 * that was deleted or moved may have left its number to another: they are known by their words.
 */
function rowNow(
  { sent }: Filled,
  { table, row, place }: { table: string; row: string; place: string },
  view: View,
): string {
  if (!row.startsWith(ownPrefix(table))) return row;
  const was = sent.tables.find(({ id }) => id === table)?.rows[row] ?? {};
  const [name, ...others] = naturalKey(table);
  if (was[name] === undefined || isAsSent(was[name], view.value(table, row, name))) return row;
  const cells = Object.fromEntries([name, ...others].map((key) => [key, was[key] ?? null]));
  const id = idOf({ table, cells, place }, view);
  return view.row(table, id) ? id : `${ownPrefix(table)}${was[name]}`;
}

/**
 * The row that one's own row is: one that says the same already, else a new one whose id follows
 * from its words – so that two who name the same thing speak of one row.
 */
function idOf({ table, cells }: OwnRow, view: View): string {
  const block = view.block(table);
  const keys = naturalKey(table);
  const prefix = ownPrefix(table);
  const isWhole = keys.every((key) => cells[key] !== undefined);
  if (!isWhole) return newId(prefix, cells);
  const words = keys.map((key) => String(cells[key] ?? '').trim());
  const id = newId(prefix, words);
  if (view.row(table, id)) return id;
  const same = block?.rows.find((row) =>
    keys.every((key) => isAsSent(view.value(table, row.id, key), cells[key] ?? null)),
  );
  return same?.id ?? id;
}

function decideAll(
  engagement: Engagement,
  view: View,
  said: Pick<Engagement, 'responses' | 'answers'>,
  { on, rule }: MergeOptions,
  fresh: ReadonlySet<string> = new Set(),
): MergeOutcome {
  const outcome: MergeOutcome = {
    changes: [],
    open: [],
    edited: [],
    state: { ...said, merged: {} },
  };
  const ballots = ballotsOf({ ...engagement, ...said });
  const anew = new Map<string, Value[]>();
  for (const { response, table, row, column, sent } of Object.values(said.answers)) {
    if (!fresh.has(String(response))) continue;
    const key = cellKey(`${table}`, `${row}`, `${column}`);
    anew.set(key, [...(anew.get(key) ?? []), sent ?? null]);
  }
  const keys = [...new Set([...ballots.keys(), ...Object.keys(engagement.merged)])].sort();
  for (const key of keys) {
    const { table, row, column } = ballots.get(key) ?? cellOf(key);
    const ballot = ballots.get(key);
    const old = engagement.merged[key];
    const was = (value: Value | undefined) => value ?? null;
    const resolution = was(engagement.consensus[key]?.resolution);
    if (ballot && !isAsked(view, ballot)) {
      // Nothing can be taken over; a word about it closes the question.
      if (resolution === null)
        outcome.open.push({ table, row, column, now: null, said: saidBy(ballot.votes) });
      continue;
    }
    const now = view.value(table, row, column);
    const isEdited = old !== undefined && !isAsSent(was(old.after), now);
    const isAskedAnew = anew.get(key)?.some((sent) => isAsSent(sent, now)) ?? false;
    if (isEdited && resolution === null && !isAskedAnew) {
      outcome.edited.push({ table, row, column, now });
      if (ballot) outcome.state.merged[key] = old;
      continue;
    }
    const origin = old && !isEdited ? was(old.before) : now;
    const spec = view.column(table, column);
    const earlier = rules.find((one) => one === old?.how);
    const decision =
      ballot &&
      decide(ballot, {
        column: spec,
        list: view.list(spec?.list),
        origin,
        resolution,
        rule: rule ?? earlier,
      });
    if (ballot && decision && 'open' in decision)
      outcome.open.push({
        table,
        row,
        column,
        now: origin,
        said: saidBy(ballot.votes),
        ...(resolution !== null && { unclear: resolution }),
      });
    const settled = decision && 'how' in decision ? decision : undefined;
    const after = settled ? settled.value : origin;
    const by = settled ? names(settled.by) : [];
    if (!isAsSent(now, after)) outcome.changes.push({ table, row, column, before: now, after, by });
    if (settled && !isAsSent(origin, after))
      outcome.state.merged[key] = {
        before: origin,
        after,
        how: settled.how,
        by: by.join(', '),
        files: [...new Set(settled.by.map(({ file }) => file))].join(', '),
        on: old && isAsSent(was(old.after), after) ? old.on : on,
      };
  }
  return outcome;
}

/** Whether there is such a cell to fill: a row that was sent may have been deleted since. */
function isAsked(view: View, { table, row, column }: Ballot): boolean {
  const block = view.block(table);
  const role = view.column(table, column)?.role;
  if (!block || (role !== 'input' && role !== 'content')) return false;
  return view.row(table, row) !== undefined || isNewId(row, ownPrefix(table));
}

/** Of a row that a respondent added. */
const newId = (prefix: string, words: unknown) => `${prefix}${digestOf(words).slice(0, 10)}`;
const isNewId = (id: string, prefix: string) =>
  id.startsWith(prefix) && /^[0-9a-f]{10}$/.test(id.slice(prefix.length));

const saidBy = (votes: readonly Vote[]) =>
  choicesOf(votes).map(({ said: value, by }) => ({ value, by: names(by) }));

const names = (votes: readonly Vote[]) => [...new Set(votes.map(({ respondent }) => respondent))];
