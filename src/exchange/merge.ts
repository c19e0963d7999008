import { rules, type Rule } from '../engagement/exchange';
import type { Engagement } from '../engagement/schema';
import { type Ballot, ballotsOf, choicesOf, isAsSent, type Vote } from '../engagement/votes';
import type { TableBlock, WorkbookSpec } from '../workbook';
import { naturalKey } from './audience';
import { decide } from './decide';
import type { Filled } from './read';
import type { OwnRow } from './readTable';
import { digestOf, type Value } from './sent';
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
}

export interface Outcome {
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
): Outcome {
  const view = new View(spec);
  const responses = { ...engagement.responses };
  const answers = { ...engagement.answers };
  const batch = 1 + lastBatch(engagement);
  for (const { file, filled } of incoming) {
    if (responses[filled.digest]) continue;
    responses[filled.digest] = {
      respondent: filled.respondent,
      audience: filled.sent.audience,
      file,
      template: filled.template,
      batch,
      on: options.on,
    };
    saidIn(filled, view).forEach((said, i) => {
      answers[`${filled.digest}.${i + 1}`] = { response: filled.digest, ...said };
    });
  }
  return decideAll(engagement, view, { responses, answers }, options);
}

/** Takes the latest merge back: its files are as if they had never come. */
export function undo({ engagement, spec }: Before, options: MergeOptions): Outcome | undefined {
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
      return { table: one.table, row, column, sent: null, said, place: one.place };
    });
  });
  const sent = filled.answers.map(({ table, row, column, sent: was, value, place }): SaidCell => {
    return { table, row, column, sent: was, said: value, place };
  });
  return [...sent, ...own];
}

/**
 * The row that one's own row is: one that says the same already, else a new one whose id follows
 * from its words – so that two who name the same thing speak of one row.
 */
function idOf({ table, cells }: OwnRow, view: View): string {
  const block = view.block(table);
  const keys = naturalKey(table);
  const prefix = prefixOf(table, block);
  if (cells[keys[0]] === undefined) return `${prefix}${digestOf(cells).slice(0, 10)}`;
  const words = keys.map((key) => String(cells[key] ?? '').trim());
  const id = `${prefix}${digestOf(words).slice(0, 10)}`;
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
): Outcome {
  const outcome: Outcome = {
    changes: [],
    open: [],
    edited: [],
    state: { ...said, merged: {} },
  };
  const ballots = ballotsOf({ ...engagement, ...said });
  const keys = [...new Set([...ballots.keys(), ...Object.keys(engagement.merged)])].sort();
  for (const key of keys) {
    const { table, row, column } = ballots.get(key) ?? placeOf(key);
    const ballot = ballots.get(key);
    const old = engagement.merged[key];
    if (ballot && !isAsked(view, ballot)) {
      outcome.open.push({ table, row, column, now: null, said: saidBy(ballot.votes) });
      continue;
    }
    const now = view.value(table, row, column);
    const was = (value: Value | undefined) => value ?? null;
    if (old && !isAsSent(was(old.after), now)) {
      outcome.edited.push({ table, row, column, now });
      if (ballot) outcome.state.merged[key] = old;
      continue;
    }
    const origin = old ? was(old.before) : now;
    const spec = view.column(table, column);
    const earlier = rules.find((one) => one === old?.how);
    const decision =
      ballot &&
      decide(ballot, {
        column: spec,
        list: view.list(spec?.list),
        origin,
        resolution: was(engagement.consensus[key]?.resolution),
        rule: rule ?? earlier,
      });
    if (ballot && decision && 'open' in decision)
      outcome.open.push({
        table,
        row,
        column,
        now: origin,
        said: saidBy(ballot.votes),
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
  return view.row(table, row) !== undefined || row.startsWith(prefixOf(table, block));
}

const prefixOf = (table: string, block: TableBlock | undefined) =>
  block?.customPrefix ?? `custom.${table}.`;

const saidBy = (votes: readonly Vote[]) =>
  choicesOf(votes).map(({ said: value, by }) => ({ value, by: names(by) }));

const names = (votes: readonly Vote[]) => [...new Set(votes.map(({ respondent }) => respondent))];

/** Ids of tables and columns have no blanks; a row's id may. */
function placeOf(key: string): { table: string; row: string; column: string } {
  const parts = key.split(' ');
  const [table = ''] = parts;
  const column = parts.at(-1) ?? '';
  return { table, row: parts.slice(1, -1).join(' '), column };
}
