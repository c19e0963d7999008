import type { Stage } from '../../../../engagement/schema';
import { type Study, resultIn, rowsIn } from '../../../../office';
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
export interface Bettable {
  id: string;
  item: string;
  /** Has what a term needs: a baseline and a target. */
  isReady: boolean;
}

/** Metrics in scope, those first that a term can be judged by. */
export function bettable(study: Study): Bettable[] {
  const metrics = rowsIn(study, 'metrics')
    .filter(({ cells }) => cells.inScope === 1 && cells.item)
    .map(({ id, cells }) => ({
      id,
      item: String(cells.item),
      isReady: typeof cells.baseline === 'number' && typeof cells.target === 'number',
    }));
  return [...metrics.filter((one) => one.isReady), ...metrics.filter((one) => !one.isReady)];
}

/** As many as one keeps an eye on. */
const usualCount = 3;

/** Those bet on already, else the first few that are ready. */
export function usualMetrics(study: Study, metrics: readonly Bettable[]): string[] {
  const bet = new Set(rowsIn(study, 'terms').map(({ cells }) => cells.metric));
  const again = metrics.filter(({ id }) => bet.has(id));
  const ready = metrics.filter(({ isReady }) => isReady).slice(0, usualCount);
  return (again.length > 0 ? again : ready).map(({ id }) => id);
}
