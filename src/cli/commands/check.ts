import { steps } from '../../catalog/steps';
import { message, type Lang } from '../../messages';
import { describeFinding, type Finding, examine, type ReadResult } from '../../office';
import { done, found, type Shell } from '../io';
import { textTable } from '../table';
import { tellVerdict } from '../verdict';
import { readFrom } from '../workbookFile';
import type { CheckOptions } from './workbookProgram';

type Severity = Finding['severity'];

interface Line {
  severity: Severity;
  text: string;
  /** How many findings of the same kind in the same column it stands for. */
  count: number;
}

const line = (severity: Severity, text: string): Line => ({ severity, text, count: 1 });

const counts = [
  ['offered', 'column.offered'],
  ['suggested', 'column.suggestedCount'],
  ['picked', 'column.picked'],
  ['open', 'column.openPicks'],
  ['custom', 'column.custom'],
  ['answered', 'column.answered'],
  ['owned', 'column.owned'],
] as const;

/**
 * Whether a workbook is whole, every check of its own holds, its formulas are as generated and what
 * was signed is as it was signed; how it turned out, and how far each step is.
 */
export async function run(shell: Shell, [file]: [string], options: CheckOptions): Promise<number> {
  const { io, lang } = shell;
  const read = await readFrom(shell, file, options.catalog, (context, catalogs) =>
    examine(context, { catalogs }),
  );
  const errorValues = failedCells(read);
  const { failing, faults, outcomes, ledger, earlier } = tellVerdict(lang, read.verdict);
  const lines: Line[] = [
    ...[...faults, ...failing, ...ledger].map(({ text }) => line('error', text)),
    ...foldFindings(lang, read.findings),
    ...foldErrors(lang, errorValues),
    ...[...earlier, ...outcomes].map(({ text }) => line('note', text)),
  ];
  const isFine = read.verdict.sound && errorValues.length === 0;
  const progress = Object.fromEntries(
    steps.map((step) => [step, read.results.tables.progress?.[`progress.${step}`] ?? {}]),
  );
  if (options.json) {
    const findings = read.findings.map((one) => ({ ...one, text: describeFinding(lang, one) }));
    const told = { failing, faults, findings, errorValues, ledger, earlier, outcomes };
    io.out(`${JSON.stringify({ ok: isFine, progress, ...told }, null, 2)}\n`);
  } else {
    io.out(`${progressTable(lang, progress)}\n\n`);
    for (const { severity, text, count } of lines) {
      const more = count > 1 ? message(lang, 'cli.check.more', { count: count - 1 }) : '';
      io.out(`${message(lang, `cli.severity.${severity}`)} ${text}${more}\n`);
    }
    io.out(`${message(lang, isFine ? 'cli.check.ok' : 'cli.check.failed')}\n`);
  }
  return isFine ? done : found;
}

type Progress = Record<string, Record<string, unknown>>;

function progressTable(lang: Lang, progress: Progress): string {
  const header = [
    message(lang, 'column.step'),
    ...counts.map(([, header]) => message(lang, header)),
  ];
  const rows = steps.map((step) => [
    message(lang, `sheet.${step}`),
    ...counts.map(([count]) => Number(progress[step]?.[count] ?? 0)),
  ]);
  return textTable([header, ...rows]);
}

/** One line for all findings that differ only by row. */
function foldFindings(lang: Lang, findings: readonly Finding[]): Line[] {
  const lines = new Map<string, Line>();
  for (const finding of findings) {
    const { kind, table, column, row, expected } = finding;
    const key = JSON.stringify([
      kind,
      table,
      column,
      column === undefined ? row : '',
      column === undefined ? expected : '',
    ]);
    const line = lines.get(key);
    if (line) line.count += 1;
    else
      lines.set(key, {
        severity: finding.severity,
        text: describeFinding(lang, finding),
        count: 1,
      });
  }
  const order: Severity[] = ['error', 'warning', 'note'];
  return [...lines.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

interface FailedCell {
  /** Column or name. */
  place: string;
  row?: string;
  value: string;
}

const isErrorValue = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(value);

/** Formulas that came out as #DIV/0! and the like. */
function failedCells({ results }: ReadResult): FailedCell[] {
  const inTables = Object.entries(results.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, value]) =>
        isErrorValue(value) ? [{ place: `${table}.${column}`, row, value }] : [],
      ),
    ),
  );
  const inNames = Object.entries(results.names).flatMap(([place, value]) =>
    isErrorValue(value) ? [{ place, value }] : [],
  );
  return [...inTables, ...inNames];
}

function foldErrors(lang: Lang, cells: FailedCell[]): Line[] {
  const places = new Map<string, Line>();
  for (const { place, row, value } of cells) {
    const key = `${place} ${value}`;
    const line = places.get(key);
    const text = message(lang, 'cli.check.errorValue', {
      place: row === undefined ? place : `${place} · ${row}`,
      value,
    });
    if (line) line.count += 1;
    else places.set(key, { severity: 'error', text, count: 1 });
  }
  return [...places.values()];
}
