import { Failure, type MessageKey } from '../../messages';
import { blank, fieldShown, measured, paid } from '../figures';
import type { Audit } from '../../explain';
import { fieldOf, itemsOf, rowsOf, type Cells, type Outline } from '../outline';
import { auditBlocks } from './audit';
import type { Paper, PaperBlock } from './paper';
import { Parts } from './parts';
import { ledger } from './signed';

/** The period that was asked for is not one of the contract's. */
class NoPeriodError extends Failure {
  constructor(period: number, periods: number) {
    super('no-period', { period, periods });
  }
}

const ofPeriod = ['earned', 'bonus', 'pending', 'forfeited', 'gain', 'shortfall'] as const;
const toDate = ['fixed', 'entitlement', 'settled', 'due', 'carried'] as const;

/**
 * The settlement statement that both sides sign, its figures those of the workbook.
 * @param period by number; absent: the one that the workbook would settle
 * @param audited the amount due in a row of Statement (from 0), for the appendix
 * @throws NoPeriodError
 */
export function statementOf(
  outline: Outline,
  period?: number,
  audited?: (row: number) => Audit,
): Paper {
  const parts = new Parts(outline);
  const periods = rowsOf(outline, 'statement').filter(({ cells }) => typeof cells.row === 'number');
  const number = period ?? Number(fieldOf(outline, 'Statement.Row') ?? 0);
  const row = periods.find(({ cells }) => cells.no === number);
  if (period !== undefined && !row) throw new NoPeriodError(period, periods.length);
  const problem = fieldOf(outline, 'Contract.Problem');
  const name = row ? String(row.cells.item ?? '') : '';
  const reason = problem === null ? parts.say('bet.problem.noPeriods') : String(problem);
  return {
    lang: outline.lang,
    title: parts.say('deliver.statement.title'),
    subtitle: [outline.title, name].filter(Boolean).join(' · '),
    foot: [outline.title, parts.say('deliver.statement.title'), name].filter(Boolean).join(' · '),
    blocks: [
      head(parts, name, problem === null && row !== undefined),
      ...(problem !== null || !row
        ? [alarm(parts, reason), ...ledger(parts)]
        : [
            ...amounts(parts, row.cells),
            ...terms(parts, number),
            parts.heading('bet.statement.periods'),
            periodTable(parts, periods),
            ...ledger(parts),
            parts.heading('deliver.statement.basis'),
            parts.muted('deliver.statement.basisText'),
            parts.heading('bet.statement.signatures'),
            parts.signatures(),
            ...(audited ? auditBlocks(parts, audited(number - 1)) : []),
          ]),
    ],
  };
}

const alarm = (parts: Parts, problem: string): PaperBlock => ({
  kind: 'text',
  text: `${parts.say('bet.field.reason')}: ${problem}`,
  look: 'alarm',
});

/** The parties and the period; where nothing can be settled, as far as they are known. */
function head(parts: Parts, name: string, settles: boolean): PaperBlock {
  const shownField = (field: string) => ({
    name: parts.outline.fields[field]?.label ?? field,
    value: fieldShown(parts.outline, field, paid),
  });
  const pool = settles ? ['Contract.Pool'] : [];
  const rows = [
    ...['Engagement.Client', 'Engagement.Vendor'].map(shownField),
    { name: parts.say('bet.field.period'), value: name || blank },
    ...['Statement.AsOf', 'Engagement.Currency', 'Contract.Fee', ...pool].map(shownField),
  ];
  return { kind: 'fields', rows: settles ? rows : rows.filter(({ value }) => value !== blank) };
}

/** Each amount with what it is made of. */
function amounts(parts: Parts, cells: Cells): PaperBlock[] {
  const line = (id: (typeof ofPeriod)[number] | (typeof toDate)[number]) => ({
    cells: [
      parts.say(`bet.field.${id}` as MessageKey),
      paid(parts.outline, { kind: 'amount' }, cells[id]),
      parts.say(`bet.note.${id}` as MessageKey),
    ],
    strong: id === 'due' || id === 'entitlement',
  });
  const table = (name: MessageKey, ids: readonly Parameters<typeof line>[0][]): PaperBlock => ({
    kind: 'table',
    columns: [
      { name: parts.say(name), width: 2.6 },
      { name: parts.say('bet.column.amount'), width: 1.7, align: 'right' },
      { name: parts.say('deliver.meaning'), width: 4.4 },
    ],
    rows: ids.map(line),
  });
  return [
    parts.heading('bet.statement.amounts'),
    table('deliver.statement.inPeriod', ofPeriod),
    table('deliver.statement.toDate', toDate),
  ];
}

/** How each term of the period came to its amount. */
function terms(parts: Parts, period: number): PaperBlock[] {
  const { outline } = parts;
  const rows = rowsOf(outline, 'settlement').filter(({ cells }) => cells.period === period);
  const units = new Map(itemsOf(outline, 'metric').map(({ id, row }) => [id, row.unit]));
  const metrics = new Map(
    rowsOf(outline, 'terms').map(({ cells }) => [cells.code, String(cells.metric ?? '')]),
  );
  return [
    parts.heading('deliver.statement.measured'),
    parts.table(
      'settlement',
      [
        ['code', 0.8],
        ['item', 2.6],
        ['at', 1.45],
        ['baseline', 1.4],
        ['target', 1.2],
        ['actual', 1.4],
        ['attainment', 1.4],
        ['payout', 1.1],
      ],
      rows,
      (column, cells) =>
        ['baseline', 'target', 'actual'].includes(column)
          ? measured(outline, units.get(metrics.get(cells.code ?? null) ?? ''), cells[column])
          : undefined,
    ),
    parts.heading('deliver.statement.perTerm'),
    parts.table(
      'settlement',
      [
        ['code', 0.8],
        ['item', 2.7],
        ['stake', 1.4],
        ['earned', 1.4],
        ['bonus', 1.2],
        ['pending', 1.4],
        ['forfeited', 1.4],
        ['reason', 1.9],
      ],
      rows,
    ),
  ];
}

const periodTable = (parts: Parts, rows: ReturnType<typeof rowsOf>): PaperBlock =>
  parts.table(
    'statement',
    [
      ['item', 2.2],
      ['date', 1.55],
      ['status', 1.1],
      ['earned', 1.5],
      ['forfeited', 1.5],
      ['entitlement', 1.6],
      ['settled', 1.6],
      ['due', 1.6],
    ],
    rows,
  );
