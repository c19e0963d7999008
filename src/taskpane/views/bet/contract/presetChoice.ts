import type { Catalog } from '../../../../catalog/schema';
import type { Bet } from '../../../../engagement/presets';
import type { Stage } from '../../../../engagement/schema';
import { message } from '../../../../messages';
import { resultIn, rowsIn, type Study } from '../../../../office';
import { isoOf } from '../../../../rules';

/** Start and end of a stage as the engagement has them, ISO days; "" where it says nothing. */
export function usualDays(study: Study, stage: Stage): { start: string; end: string } {
  const { startDate, goLiveDate, endDate } = study.read.engagement.settings;
  const day = (...given: unknown[]) =>
    given.find((one): one is string => typeof one === 'string' && one !== '') ?? '';
  const microEnd = resultIn(study, 'Micro.EndDate');
  switch (stage) {
    case 'micro-consulting':
      return {
        start: day(startDate),
        end: day(typeof microEnd === 'number' && isoOf(microEnd), endDate),
      };
    case 'consulting':
    case 'delivery':
      return { start: day(startDate), end: day(goLiveDate, endDate) };
    case 'coaching':
      return { start: day(goLiveDate, startDate), end: day(endDate, goLiveDate) };
  }
}

/** A metric that may be bet on. */
export interface Bettable extends Bet {
  /** Has what a term needs: a baseline and a target. */
  isReady: boolean;
  /** A year's net value at target; null where it is not priced. */
  value: number | null;
  /** Of metrics that count the same money, a contract bets on one. */
  group: string;
}

/** Metrics in scope: those first that a term can be judged by, of these the most valuable. */
export function bettable(study: Study, catalog: Catalog | undefined): Bettable[] {
  const priced = new Map(
    rowsIn(study, 'monetisation').map(({ cells }) => [String(cells.metric ?? ''), cells]),
  );
  const picked = new Map(
    rowsIn(study, 'function')
      .filter(({ cells }) => cells.pick === 'yes')
      .map(({ id, cells }) => [id, String(cells.wording ?? cells.item ?? id)]),
  );
  const metrics = rowsIn(study, 'metrics')
    .filter(({ cells }) => cells.inScope === 1 && cells.item)
    .map(({ id, cells }): Bettable => {
      const money = priced.get(id);
      const movers = (catalog?.functions ?? [])
        .flatMap(({ id: mover, moves }) => {
          const name = picked.get(mover);
          const strength = moves[id];
          return name !== undefined && strength !== undefined ? [{ name, strength }] : [];
        })
        .sort((a, b) => b.strength - a.strength)
        .slice(0, namedMovers)
        .map(({ name }) => name);
      const text = (value: unknown) =>
        typeof value === 'string' && value !== '' ? value : undefined;
      const evidenceOwner = text(cells.owner);
      const dataSource = text(cells.evidence);
      return {
        metric: id,
        name: String(cells.item),
        cadence: cells.period as Bet['cadence'],
        ...(evidenceOwner !== undefined && { evidenceOwner }),
        ...(dataSource !== undefined && { dataSource }),
        ...(movers.length > 0 && {
          why: message(study.spec.lang, 'bet.preset.movedBy', { functions: movers.join('; ') }),
        }),
        isReady: typeof cells.baseline === 'number' && typeof cells.target === 'number',
        value: typeof money?.net === 'number' ? money.net : null,
        group: String(money?.group ?? ''),
      };
    });
  return metrics.sort(
    (a, b) => Number(b.isReady) - Number(a.isReady) || (b.value ?? 0) - (a.value ?? 0),
  );
}

/** Picked functions that are named as a reason. */
const namedMovers = 2;

/** As many as one keeps an eye on. */
const usualCount = 4;

/** Those bet on already, else the first few that are ready, each of other money than the ones before. */
export function usualMetrics(study: Study, metrics: readonly Bettable[]): string[] {
  const bet = new Set(rowsIn(study, 'terms').map(({ cells }) => cells.metric));
  const again = metrics.filter(({ metric }) => bet.has(metric));
  const other = metrics.filter(
    ({ isReady, group }, i) =>
      isReady &&
      (group === '' || !metrics.slice(0, i).some((one) => one.isReady && one.group === group)),
  );
  const chosen = again.length > 0 && again.length <= mostTerms ? again : other.slice(0, usualCount);
  return chosen.map(({ metric }) => metric);
}

/** More than these are no bet on what matters. */
export const mostTerms = 5;
