import { isoOf } from '../rules';
import { compare, study, type Agreement, type Study } from './agreement';
import { asOfDay } from './asOf';
import { pick, rowsOf, type Lines } from './results';
import { verdictOf, type Verdict } from './verdict';
import type { CatalogOptions } from './workbook';

export const periodLines = [
  'item',
  'date',
  'status',
  'earned',
  'bonus',
  'pending',
  'forfeited',
  'gain',
  'shortfall',
  'fixed',
  'entitlement',
  'settled',
  'due',
  'carried',
] as const;
export const termLines = [
  'period',
  'code',
  'item',
  'attainment',
  'payout',
  'stake',
  'earned',
  'bonus',
  'pending',
  'forfeited',
  'reason',
  'drift',
] as const;

/** What both sides sign, as the workbook's own formulas give it. Amounts in the engagement's currency. */
export interface Settlement extends Verdict {
  /** ISO day that the figures are of; null when there is neither a date nor a reading. */
  at: string | null;
  /** Why there are no amounts, in the workbook's language; null when there are. */
  problem: string | null;
  currency: string | null;
  /** One per settlement period; what is not known yet is a word instead of an amount. */
  periods: ({ period: number } & Lines<typeof periodLines>)[];
  /** One per period and term, with the reason why it pays what it pays. */
  terms: Lines<typeof termLines>[];
}

export interface Settled extends Settlement {
  agreement: Agreement;
}

export interface SettleOptions extends CatalogOptions {
  /** ISO date: the figures as of another day; the workbook is left as it is. */
  asOf?: string;
}

/** @throws NotOursError, NewerLayoutError, UnknownCatalogError */
export const settle = (
  context: Excel.RequestContext,
  { asOf, ...options }: SettleOptions = {},
): Promise<Settled> =>
  asOfDay(context, asOf, options, async (work) => {
    const studied = await study(context, { ...options, ...(work && { work }) });
    return { ...settlementOf(studied), agreement: compare(studied) };
  });

export function settlementOf(studied: Study): Settlement {
  const { read } = studied;
  const { names } = read.results;
  const at = names['Contract.At'];
  return {
    at: typeof at === 'number' && at > 0 ? isoOf(at) : null,
    problem: names['Contract.Problem'] ? String(names['Contract.Problem']) : null,
    currency: read.engagement.settings.currency ?? null,
    periods: rowsOf(studied, 'statement')
      .filter(({ cells }) => typeof cells.row === 'number')
      .map(({ id, cells }) => ({
        period: Number(id.replace(/^.*\./, '')),
        ...pick(cells, periodLines),
        date: typeof cells.date === 'number' ? isoOf(cells.date) : (cells.date ?? null),
      })),
    terms: rowsOf(studied, 'settlement')
      .filter(({ cells }) => typeof cells.period === 'number')
      .map(({ cells }) => pick(cells, termLines)),
    ...verdictOf(studied),
  };
}
