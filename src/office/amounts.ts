import { compute, type CellValue, type ValueKind, type WorkbookSpec } from '../workbook';
import { plain } from './cells';
import type { ReadResult } from './interpret';
import { fieldsOf, tablesOf } from './naming';

/**
 * Why an amount changes: a rule that a later version reads otherwise, or another edition of the catalog;
 * each has its section in docs/from-0.1.md.
 */
export type ChangedRule = 'measure' | 'limit' | 'cutoff' | 'due' | 'return' | 'missing' | 'catalog';

/** An amount that nobody has signed and that gets another value. */
export interface AmountChange {
  rule: ChangedRule;
  /** Where it stands: a name, or table, column and row. */
  at: string;
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

/** What an edition of a catalog changes is told beside what is due. */
const ofCatalog: Watched = { 'Statement.Due': 'due' };

/**
 * What a layout changes of the amounts that nobody has signed. Those of a signed period stay as signed.
 * @param before what the workbook computes as it stands
 * @param spec the workbook as it is laid out; what it will compute is worked out by its rules
 * @param cause what changes them, where it is not a later version's rules
 */
export function amountChanges(
  before: ReadResult['results'],
  spec: WorkbookSpec,
  cause?: ChangedRule,
): AmountChange[] {
  const computed = compute(spec);
  const ofTables = tablesOf(spec.sheets).flatMap((block) => {
    const watched = tables[block.id];
    if (!watched) return [];
    return block.rows.flatMap(({ id: row }, r): AmountChange[] => {
      const was = before.tables[block.id]?.[row];
      const now = (column: string) => plain(computed.cell(block.name, r, column));
      const has = (column: string) => block.columns.some(({ id }) => id === column);
      if (!was || (has('ledgerRow') && typeof now('ledgerRow') === 'number')) return [];
      return block.columns.flatMap(({ id, header, kind }): AmountChange[] => {
        const rule = watched.columns[id];
        const from = was[id];
        if (!rule || from === undefined) return [];
        const to = now(id);
        if (same(from, to)) return [];
        const at = `${block.id}.${id} ${row}`;
        return [{ rule, at, of: String(now(watched.name) ?? row), amount: header, kind, from, to }];
      });
    });
  });
  const ofNames = fieldsOf(spec.sheets).flatMap(({ name, label, kind }): AmountChange[] => {
    const rule = names[name] ?? (cause === 'catalog' ? ofCatalog[name] : undefined);
    const from = before.names[name];
    if (!rule || from === undefined) return [];
    const to = plain(computed.name(name));
    return same(from, to) ? [] : [{ rule, at: name, amount: label, kind, from, to }];
  });
  const all = [...ofTables, ...ofNames];
  const measured = all.some(({ rule }) => rule === 'measure');
  return all.map((change) => ({ ...change, rule: cause ?? causeOf(change, all, measured) }));
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

/** Two words are the same: neither is an amount, and another language has others. */
function same(from: CellValue, to: CellValue): boolean {
  if (typeof from !== 'number' || typeof to !== 'number')
    return typeof from !== 'number' && typeof to !== 'number';
  return Math.abs(from - to) <= Math.max(1e-6, 1e-9 * Math.abs(from));
}
