import { payoffLevels } from '../rules/value/payoff';
import { simulate, type Simulation } from '../rules/value/simulation';
import { type CellValue, simulatedContract } from '../workbook';
import { compare, study, type Agreement, type Study } from './agreement';
import { pick, rowsOf, type Lines } from './results';
import type { CatalogOptions } from './workbook';

export const payoffLines = [
  'earned',
  'bonus',
  'value',
  'gain',
  'shortfall',
  'income',
  'against',
  'client',
] as const;

/** The bet before it is signed: both sides' outcome at each attainment, and how likely it is. */
export interface Outcomes {
  /** Why there is no income, in the workbook's language; null when there is. */
  problem: string | null;
  currency: string | null;
  levels: ({ level: number } & Lines<typeof payoffLines>)[];
  /** The lowest attainment at which a side breaks even, or a word. */
  breakEven: { vendor: CellValue; client: CellValue };
  simulation?: Simulation & {
    /** Metrics without a low and a high realisation: they count as certain to be what is likely. */
    certain: string[];
    /** Terms without a verdict yet: they pass with `passChance`. */
    unjudged: string[];
    passChance: number;
  };
}

export interface Payoff extends Outcomes {
  agreement: Agreement;
}

export interface Draws {
  /** How many outcomes to draw; none when absent. */
  draws?: number;
  seed?: number;
  /** Chance that a qualitative term passes that nobody has judged; 0.5 when absent. */
  passChance?: number;
}

export interface PayoffOptions extends CatalogOptions, Draws {}

/** @throws NotOursError, NewerLayoutError, UnknownCatalogError */
export async function payoff(
  context: Excel.RequestContext,
  options: PayoffOptions = {},
): Promise<Payoff> {
  const studied = await study(context, options);
  return { ...payoffOf(studied, options), agreement: compare(studied) };
}

export function payoffOf(
  studied: Study,
  { draws, seed = 1, passChance = 0.5 }: Draws = {},
): Outcomes {
  const { names } = studied.read.results;
  const problem = names['Contract.Problem'] ? String(names['Contract.Problem']) : null;
  const base = {
    problem,
    currency: studied.read.engagement.settings.currency ?? null,
    levels: rowsOf(studied, 'payoff')
      .slice(0, payoffLevels.length)
      .map(({ cells }, i) => ({
        level: payoffLevels[i] as number,
        ...pick(cells, payoffLines),
      })),
    breakEven: {
      vendor: names['Payoff.VendorBreakEven'] ?? null,
      client: names['Payoff.ClientBreakEven'] ?? null,
    },
  };
  if (draws === undefined || problem !== null) return base;
  const { contract, certain, unjudged } = simulatedContract(studied, passChance);
  return {
    ...base,
    simulation: { ...simulate(contract, { draws, seed }), certain, unjudged, passChance },
  };
}
