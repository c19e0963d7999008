import type { Text } from '../catalog/schema';
import { read, say, type Context } from './context';
import type { ListSpec } from './spec';

/** What the sheets from metric to return have in common. */

/** Groups of metrics that count the same money, as the catalogs name them. */
export const overlapGroups = [
  'deal-money',
  'presales-money',
  'contact-cost',
  'engineer-time',
  'newcomer',
  'parts-stock',
  'returned-parts',
  'service-revenue',
  'settlement-hours',
  'settlement-leak',
  'truck-roll',
  'warranty-cost',
] as const;

/** Words that formulas answer with; they are no drop-downs. */
export const valueWords = {
  metricStatus: ['noBaseline', 'notBetter', 'pending', 'worse', 'unchanged', 'improving', 'met'],
  guardStatus: ['ok', 'breached', 'pending'],
} as const;

/** Room for guards; a catalog whose metrics name more gets more. */
export const guardSlots = (context: Context): number[] =>
  Array.from(
    { length: Math.max(3, ...context.catalog.metrics.map((metric) => metric.guards.length)) },
    (_, i) => i + 1,
  );

/** Metrics and drivers are chosen by name; the name of a second one of the same name says its id. */
export function itemLists(context: Context): ListSpec[] {
  const { metrics, drivers } = context.catalog;
  const list = (id: 'metric' | 'driver', items: { id: string; text: Text }[]): ListSpec => {
    const seen = new Set<string>();
    return {
      id,
      name: id === 'metric' ? 'List.Metric' : 'List.Driver',
      title: say(context, `list.${id}`),
      open: true,
      entries: items.map((item) => {
        const name = read(context, item.text);
        const label = seen.has(name) ? `${name} (${item.id})` : name;
        seen.add(name);
        return { id: item.id, label };
      }),
    };
  };
  return [
    list('metric', metrics),
    list(
      'driver',
      drivers.map((driver) => ({ id: driver.id, text: driver.name })),
    ),
  ];
}
