import { valueNodes } from '../catalog/valueTree';
import type { Text } from '../catalog/schema';
import { read, say, type Context } from './context';
import type { ListSpec } from './spec';

/** What the sheets from metric to return have in common. */

/** Words that formulas answer with; they are no drop-downs. */
export const valueWords = {
  metricStatus: [
    'noMeasure',
    'noBaseline',
    'notBetter',
    'pending',
    'worse',
    'unchanged',
    'improving',
    'met',
  ],
  guardStatus: ['ok', 'breached', 'pending'],
} as const;

/** Room for guards; a catalog whose metrics name more gets more. */
export const guardSlots = (context: Context): number[] =>
  Array.from(
    { length: Math.max(3, ...context.catalog.metrics.map((metric) => metric.guards.length)) },
    (_, i) => i + 1,
  );

/** Room for metrics that are priced instead; as with guards. */
export const notWithSlots = (context: Context): number[] =>
  Array.from(
    { length: Math.max(2, ...context.catalog.metrics.map(({ notWith = [] }) => notWith.length)) },
    (_, i) => i + 1,
  );

/** Metrics, drivers and nodes of the value tree are chosen by name; the name of a second one of the same name says its id. */
export function itemLists(context: Context): ListSpec[] {
  const { metrics, drivers } = context.catalog;
  const list = (
    id: 'metric' | 'driver' | 'node',
    items: { id: string; text: Text }[],
  ): ListSpec => {
    const seen = new Set<string>();
    return {
      id,
      name: `List.${id.charAt(0).toUpperCase()}${id.slice(1)}`,
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
    list(
      'node',
      valueNodes(context.catalog).map((node) => ({ id: node.id, text: node.name })),
    ),
  ];
}
