import type { Catalog } from '../catalog/schema';
import { content } from './columns';
import { read, type Context } from './context';
import type { TableBlock } from './spec';
import { describeTable } from './table';

/** Slots of one function, the same for every catalog: the strongest links are kept. */
export const pathSlots = { pain: 6, driver: 3 };

interface Path {
  function: string;
  pains: string[];
  drivers: string[];
  metrics: string[];
}

const strongest = (links: Map<string, number>, count: number) =>
  [...links]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([id]) => id);

/** For each function, the pains it answers, the value drivers behind those, and its metrics. */
function functionPaths(catalog: Catalog): Path[] {
  const pains = new Map(catalog.pains.map((pain) => [pain.id, pain]));
  const asks = new Set(catalog.asks.map((ask) => ask.id));
  return catalog.functions.map((item) => {
    const answered = new Map<string, number>();
    const drivers = new Map<string, number>();
    for (const [id, strength] of Object.entries(item.calledBy)) {
      if (asks.has(id)) drivers.set(id, Math.max(drivers.get(id) ?? 0, strength * 3));
      const pain = pains.get(id);
      if (!pain) continue;
      answered.set(id, strength);
      for (const [from, inner] of Object.entries(pain.calledBy)) {
        if (!asks.has(from)) continue;
        drivers.set(from, Math.max(drivers.get(from) ?? 0, strength * inner));
      }
    }
    return {
      function: item.id,
      pains: strongest(answered, pathSlots.pain),
      drivers: strongest(drivers, pathSlots.driver),
      metrics: strongest(new Map(Object.entries(item.moves)), Infinity),
    };
  });
}

export function pathBlock(context: Context): TableBlock {
  const metricNames = new Map(
    context.catalog.metrics.map((metric) => [metric.id, read(context, metric.text)]),
  );
  const slotColumns = (kind: 'pain' | 'driver') =>
    Array.from({ length: pathSlots[kind] }, (_, i) => ({
      ...content(context, `${kind}${i + 1}`, 'column.pain', 20),
      header: `${kind === 'pain' ? 'Pain' : 'Driver'}${i + 1}`,
    }));
  return describeTable('FunctionPaths', {
    columns: [
      content(context, 'function', 'column.function', 30),
      ...slotColumns('pain'),
      ...slotColumns('driver'),
      content(context, 'metrics', 'column.metrics', 30),
    ],
    rows: functionPaths(context.catalog).map((path) => ({
      id: path.function,
      cells: {
        function: path.function,
        ...Object.fromEntries(path.pains.map((id, i) => [`pain${i + 1}`, id])),
        ...Object.fromEntries(path.drivers.map((id, i) => [`driver${i + 1}`, id])),
        metrics: path.metrics.map((id) => metricNames.get(id) ?? id).join(' · '),
      },
    })),
    spare: context.catalog.functions.length === 0 ? 1 : 0,
    filter: false,
  });
}
