import { View, type Incoming, type Issue, type Outcome } from '../../exchange';
import { message, type Lang } from '../../messages';
import type { Shell } from '../io';
import type { Master } from './exchangeMaster';

interface Told {
  master: Master;
  incoming: readonly Incoming[];
  outcome: Outcome;
  json: boolean;
  /** The file that was written; absent where none was. */
  written: string | undefined;
}

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** A file's issue as a sentence: where, what, and what to do. */
const describeIssue = (lang: Lang, { kind, place, found, column }: Issue): string =>
  message(lang, `exchange.issue.${kind}`, { place, found: brief(found), column });

/** Everything that a merge took over, left open or could not understand. */
export function reportMerge({ io, lang }: Shell, told: Told): void {
  const { master, incoming, outcome, json, written } = told;
  const files = incoming.map(({ file, filled }) => ({
    file,
    respondent: filled.respondent,
    audience: filled.sent.audience,
    answers: filled.answers.length + filled.own.length,
    mergedBefore: master.engagement.responses[filled.digest] !== undefined,
    issues: filled.issues.map((one) => ({ ...one, text: describeIssue(lang, one) })),
  }));
  const { changes, open, edited } = outcome;
  if (json) {
    const result = {
      ...(written !== undefined && { file: written }),
      files,
      changes,
      open,
      edited,
    };
    io.out(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const line = (text: string) => io.out(`${text}\n`);
  const view = new View(master.spec);
  const item = (table: string, row: string) =>
    brief(String(view.value(table, row, 'item') ?? newItem(outcome, table, row) ?? row));
  const header = (table: string, column: string) => view.column(table, column)?.header ?? column;
  for (const { issues, mergedBefore, ...one } of files) {
    const audience = message(lang, `exchange.audience.${one.audience}`);
    line(message(lang, mergedBefore ? 'cli.merge.again' : 'cli.merge.file', { ...one, audience }));
    for (const { text } of issues) line(`${message(lang, 'cli.severity.warning')} ${text}`);
  }
  for (const { table, row, column, before, after, by } of changes)
    line(
      message(lang, 'cli.merge.set', {
        item: item(table, row),
        column: header(table, column),
        before: brief(view.shown(table, column, before)),
        after: brief(view.shown(table, column, after)),
        by: by.join(', ') || '–',
      }),
    );
  for (const { table, row, column, said } of open)
    line(
      message(lang, 'cli.merge.open', {
        item: item(table, row),
        column: header(table, column),
        said: said
          .map(({ value, by }) => `${brief(view.shown(table, column, value))} ← ${by.join(', ')}`)
          .join(' · '),
      }),
    );
  for (const { table, row, column, now } of edited)
    line(
      message(lang, 'cli.merge.keptEdit', {
        item: item(table, row),
        column: header(table, column),
        now: brief(view.shown(table, column, now)),
      }),
    );
  const rows = new Set(
    changes
      .filter(({ table, row, after }) => after !== null && !view.row(table, row))
      .map(({ table, row }) => `${table} ${row}`),
  );
  line(
    message(lang, 'cli.merge.summary', {
      files: files.length,
      changes: changes.length,
      rows: rows.size,
      open: open.length,
      issues: files.reduce((sum, { issues }) => sum + issues.length, 0),
    }),
  );
  line(
    written === undefined
      ? message(lang, 'cli.merge.dry')
      : message(lang, 'cli.wrote', { file: written }),
  );
}

/** What a row that the workbook does not have yet is called. */
const newItem = ({ changes }: Outcome, table: string, row: string) =>
  changes.find((one) => one.table === table && one.row === row && one.column === 'item')?.after;
