import type { CellValue, ValueKind, WorkbookSpec } from '../workbook';
import type { ReadResult } from './interpret';
import { fieldsOf, tablesOf } from './naming';

/** A rule that a later version reads otherwise; each has its section in docs/from-0.1.md. */
export type ChangedRule = 'measure' | 'limit' | 'cutoff' | 'due' | 'return' | 'missing';

/** An amount that nobody has signed and that another rule gives another value. */
export interface AmountChange {
  rule: ChangedRule;
  /** Whose amount: a period, a metric; nobody's where it is one of the whole. */
  of?: string;
  /** What it is, in the workbook's words. */
  amount: string;
  kind: ValueKind;
  /** A word where there is no number. */
  from: CellValue;
  to: CellValue;
}

type Watched = Record<string, ChangedRule>;

const tables: Record<string, { name: string; columns: Watched }> = {
  metrics: { name: 'name', columns: { actual: 'measure', attainment: 'measure' } },
  statement: {
    name: 'item',
    columns: {
      ...{ earned: 'limit', bonus: 'limit', pending: 'limit', forfeited: 'limit' },
      ...{ value: 'cutoff', gain: 'cutoff', shortfall: 'cutoff' },
      ...{ fixed: 'due', entitlement: 'due', due: 'due' },
    },
  },
};

const names: Watched = {
  'Roi.Realised': 'cutoff',
  'Roi.Npv': 'return',
  'Roi.Roi': 'return',
  'Roi.Irr': 'return',
  'Roi.Payback': 'return',
  'Roi.BreakEven': 'return',
};

/**
 * What a layout by a later version has changed of the amounts. Those of a signed period stay as signed.
 * @param spec the workbook as described after it
 */
export function amountChanges(
  before: ReadResult['results'],
  after: ReadResult['results'],
  spec: WorkbookSpec,
): AmountChange[] {
  const ofTables = tablesOf(spec.sheets).flatMap((block) => {
    const watched = tables[block.id];
    if (!watched) return [];
    return Object.entries(after.tables[block.id] ?? {}).flatMap(([row, now]): AmountChange[] => {
      const was = before.tables[block.id]?.[row];
      if (!was || typeof now.ledgerRow === 'number') return [];
      return block.columns.flatMap(({ id, header, kind }): AmountChange[] => {
        const rule = watched.columns[id];
        const [from, to] = [was[id], now[id]];
        if (!rule || from === undefined || same(from, to)) return [];
        return [
          {
            rule,
            of: String(now[watched.name] ?? row),
            amount: header,
            kind,
            from,
            to: to ?? null,
          },
        ];
      });
    });
  });
  const ofNames = fieldsOf(spec.sheets).flatMap(({ name, label, kind }): AmountChange[] => {
    const rule = names[name];
    const [from, to] = [before.names[name], after.names[name]];
    if (!rule || from === undefined || same(from, to)) return [];
    return [{ rule, amount: label, kind, from, to: to ?? null }];
  });
  const all = [...ofTables, ...ofNames];
  const measured = all.some(({ rule }) => rule === 'measure');
  return all.map((change) => ({ ...change, rule: causeOf(change, all, measured) }));
}

/** Where no number is left its inputs are missing; what adds up others follows what changed of them. */
function causeOf(
  { rule, of, to }: AmountChange,
  all: readonly AmountChange[],
  measured: boolean,
): ChangedRule {
  if (rule === 'return' && typeof to !== 'number') return 'missing';
  const parts = rule === 'due' ? all.filter((one) => one.of === of && one.rule !== 'due') : [];
  const first = parts[0]?.rule ?? rule;
  return first === 'limit' && measured ? 'measure' : first;
}

const isBlank = (value: CellValue | undefined) =>
  value === null || value === undefined || value === '';

function same(from: CellValue | undefined, to: CellValue | undefined): boolean {
  if (isBlank(from) || isBlank(to)) return isBlank(from) && isBlank(to);
  if (typeof from !== 'number' || typeof to !== 'number') return from === to;
  return Math.abs(from - to) <= Math.max(1e-6, 1e-9 * Math.abs(from));
}
