import { say, type Context } from '../../context';

/** Metrics that can be priced; leading ones carry no money of their own. */
export const pricedMetrics = (context: Context) =>
  context.catalog.metrics.filter(
    (metric) => metric.benefit !== 'leading' || metric.drivers.length > 0,
  );

export const moneyWord = (
  context: Context,
  id:
    | 'outOfScope'
    | 'leading'
    | 'noDriver'
    | 'wrongVolume'
    | 'noAttribution'
    | 'noConfidence'
    | 'noRecapture'
    | 'noImprovement'
    | 'priced'
    | 'byYear'
    | 'unknownMetric',
) => say(context, `value.money.${id}`);
