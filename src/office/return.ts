import { words } from '../engagement/register';
import type { CellValue } from '../workbook';
import { compare, study, type Agreement, type Study } from './agreement';
import { pick, rowsOf, type Lines } from './results';
import type { CatalogOptions } from './workbook';

export const scenarioLines = [
  'pvBenefits',
  'pvCosts',
  'npv',
  'roi',
  'bcr',
  'irr',
  'payback',
  'discountedPayback',
  'breakEven',
] as const;
export const yearLines = [
  'benefits',
  'costs',
  'vendor',
  'net',
  'cumulative',
  'pv',
  'realised',
  'forecast',
] as const;
/** With cash-releasing benefits alone, in the chosen scenario. */
export const cashLines = ['npv', 'roi', 'irr', 'payback', 'discountedPayback'] as const;
export const toDateLines = ['PlannedToDate', 'Realised', 'Forecast', 'Outlook'] as const;

/** The return on investment, as the workbook's own formulas give it; edge cases are words. */
export interface Return {
  /** Why there is no return, in the workbook's language; null when there is. */
  problem: string | null;
  /** Every input that is missing, and the sheet it stands on. */
  missing: { what: string; sheet: string }[];
  /** How the figures are to be read: currency, prices, tax, timing, rate, vendor. */
  convention: string | null;
  /** Says that the IRR shown is not the only one. */
  irrNote: string | null;
  currency: string | null;
  scenarios: ({ scenario: string; chosen: boolean } & Lines<typeof scenarioLines>)[];
  cash: Lines<typeof cashLines>;
  /** Of the chosen scenario, undiscounted but for `pv`. */
  years: ({ year: number } & Lines<typeof yearLines>)[];
  /** NPV change for ±10 %, the largest first. */
  sensitivity: { item: CellValue; kind: CellValue; swing: CellValue }[];
  toDate: Lines<typeof toDateLines>;
}

export interface ReturnOnInvestment extends Return {
  agreement: Agreement;
}

/** @throws NotOursError, NewerLayoutError, UnknownCatalogError */
export async function returnOnInvestment(
  context: Excel.RequestContext,
  options: CatalogOptions = {},
): Promise<ReturnOnInvestment> {
  const studied = await study(context, options);
  return { ...returnOf(studied), agreement: compare(studied) };
}

export function returnOf(studied: Study): Return {
  const { names } = studied.read.results;
  const textOf = (name: string) => (names[name] ? String(names[name]) : null);
  const chosenRow = Number(names['Value.ScenarioNo']) - 1;
  return {
    problem: textOf('Roi.Problem'),
    missing: rowsOf(studied, 'roi.missing')
      .filter(({ cells }) => cells.what)
      .map(({ id, cells }) => ({ what: String(cells.what), sheet: id.split('.')[1] ?? '' })),
    convention: textOf('Roi.Convention'),
    irrNote: textOf('Roi.IrrNote'),
    currency: studied.read.engagement.settings.currency ?? null,
    scenarios: rowsOf(studied, 'roi.scenarios').map(({ id, cells }) => {
      const scenario = id.replace('roi.', '');
      const chosen = scenario === words.scenario[chosenRow];
      return { scenario, chosen, ...pick(cells, scenarioLines) };
    }),
    cash: pick(rowsOf(studied, 'roi.cash')[chosenRow]?.cells ?? {}, cashLines),
    years: rowsOf(studied, 'roi.years')
      .filter(({ cells }) => cells.inside === 1)
      .map(({ id, cells }) => ({
        year: Number(id.replace('year.', '')),
        ...pick(cells, yearLines),
      })),
    sensitivity: rowsOf(studied, 'roi.sensitivity')
      .filter(({ cells }) => cells.item !== null)
      .map(({ cells }) => pick(cells, ['item', 'kind', 'swing'])),
    toDate: pick(
      Object.fromEntries(toDateLines.map((id) => [id, names[`Roi.${id}`] ?? null])),
      toDateLines,
    ),
  };
}
