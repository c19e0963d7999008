import { message } from '../../messages';
import { describeRemark, type Entry, type Gathered, type Made } from '../../readings';
import type { Shell } from '../io';
import { textTable } from '../table';

export interface Told {
  json: boolean;
  written?: string;
  /** Nothing was written because something is refused. */
  held: boolean;
}

const statuses = ['new', 'changed', 'unchanged', 'refused'] as const;

/** What came in and what did not, and why. */
export function reportReadings(
  { io, lang }: Shell,
  { entries, remarks, loaded, files }: Gathered,
  { json, written, held }: Told,
): void {
  const counts = Object.fromEntries(
    statuses.map((status) => [status, entries.filter((one) => one.status === status).length]),
  );
  if (json) {
    const said = {
      ...(written !== undefined && { file: written }),
      counts,
      readings: entries.map((entry) => asJson(entry, (remark) => describeRemark(lang, remark))),
      remarks: remarks.map((one) => ({ ...one, text: describeRemark(lang, one) })),
      tables: loaded.map(({ table, rows, repeated }) => ({
        table,
        rows,
        repeated,
        files: files.get(table) ?? [],
      })),
    };
    io.out(`${JSON.stringify(said, null, 2)}\n`);
    return;
  }
  for (const { table, files: of, rows } of loaded)
    io.out(`${message(lang, 'cli.readings.table', { table, files: of.length, rows })}\n`);
  for (const one of remarks) {
    const mark = one.severity === 'refused' ? 'cli.severity.error' : 'cli.severity.note';
    io.out(`${message(lang, mark)} ${describeRemark(lang, one)}\n`);
  }
  const shown = entries.filter(({ status }) => status !== 'unchanged');
  if (shown.length > 0) {
    const columns = ['metric', 'span', 'before', 'now', 'rows', 'status'] as const;
    const rows = shown.map(({ made, standing, status, rowsBefore, signed }) => [
      made.metric,
      [made.from, made.date].filter(Boolean).join(' – '),
      standing ? amountText(standing) : '–',
      amountText(made),
      rowsBefore === undefined ? String(made.rows ?? '–') : `${rowsBefore} → ${made.rows ?? '–'}`,
      [
        message(lang, `readings.status.${status}`),
        ...(signed ? [message(lang, 'readings.inSigned')] : []),
      ].join(', '),
    ]);
    io.out(
      `\n${textTable([columns.map((id) => message(lang, `cli.readings.column.${id}`)), ...rows])}\n\n`,
    );
  }
  for (const { why } of entries)
    if (why) io.out(`${message(lang, 'cli.severity.error')} ${describeRemark(lang, why)}\n`);
  io.out(`${message(lang, 'cli.readings.counts', counts)}\n`);
  if (written !== undefined)
    io.out(`${message(lang, 'cli.readings.written', { file: written })}\n`);
  else io.out(`${message(lang, held ? 'cli.readings.held' : 'cli.readings.dry')}\n`);
}

const amountText = ({
  value,
  numerator,
  denominator,
}: {
  [Part in 'value' | 'numerator' | 'denominator']?: number | null;
}): string =>
  typeof numerator === 'number' && typeof denominator === 'number'
    ? `${numerator} / ${denominator}`
    : String(value ?? '–');

const asJson = (
  { status, made, standing, signed, rowsBefore, why }: Entry,
  describe: (why: NonNullable<Entry['why']>) => string,
) => ({
  status,
  ...made,
  ...(standing && { row: standing.id, before: before(standing) }),
  ...(rowsBefore !== undefined && { rowsBefore }),
  signed,
  ...(why && { why: describe(why) }),
});

const before = ({
  value,
  numerator,
  denominator,
}: NonNullable<Entry['standing']>): Partial<Made> =>
  numerator !== null && denominator !== null ? { numerator, denominator } : { value: value ?? 0 };
