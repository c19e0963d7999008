import { blank, measured, shown } from '../figures';
import { itemsOf, type Cells, type OutlineItem } from '../outline';
import type { PaperBlock } from './paper';
import type { Parts } from './parts';

/** Each metric that a term rests on: how it is measured, what is agreed, who vouches for it. */
export function metricBlocks(parts: Parts, terms: readonly { cells: Cells }[]): PaperBlock[] {
  const { outline } = parts;
  const named = new Set(terms.map(({ cells }) => String(cells.metric ?? '')));
  const metrics = itemsOf(outline, 'metric').filter(({ id }) => named.has(id));
  if (metrics.length === 0) return [];
  return [
    parts.heading('deliver.annex.metrics'),
    ...metrics.flatMap((metric): PaperBlock[] => [
      { kind: 'fields', title: metric.text, rows: definition(parts, metric) },
    ]),
  ];
}

function definition({ outline, say }: Parts, { row }: OutlineItem) {
  const named = (stem: RegExp) =>
    Object.entries(row)
      .filter(([column, value]) => stem.test(column) && value)
      .map(([, value]) => outline.words.metric?.[String(value)] ?? String(value));
  const guards = named(/^guard\d+$/);
  const either = named(/^notWith\d+$/);
  const column = (id: string) => outline.tables.metrics?.columns.find((one) => one.id === id);
  const line = (id: string, value?: string) => {
    const known = column(id) ?? { header: id, kind: 'text' };
    return { name: known.header, value: value ?? shown(outline, known, row[id]) };
  };
  return [
    line('explanation'),
    line('definition'),
    line('wordingBy'),
    line('unit'),
    line('direction'),
    line('measure'),
    ...(row.measure === 'level' ? [line('levelMode')] : []),
    ...(row.measure === 'flow' ? [line('base')] : []),
    line('period'),
    line('baseline', measured(outline, row.unit, row.baseline)),
    line('adjustment', measured(outline, row.unit, row.adjustment)),
    line('target', measured(outline, row.unit, row.target)),
    ...(guards.length > 0
      ? [
          {
            name: column('guardStatus')?.header ?? '',
            value: guards.join(say('value.range.comma')),
          },
        ]
      : []),
    ...(either.length > 0
      ? [{ name: say('deliver.annex.notWith'), value: either.join(say('value.range.comma')) }]
      : []),
    line('evidence'),
    line('owner'),
  ].filter(({ value }) => value !== blank);
}
