import type { Made } from './compute';
import type { Loaded, SourceFile } from './engine';
import type { PlannedTable } from './plan';
import { refusal, type Remark } from './remarks';
import { rowsMade } from './rowsMade';
import { rowsOf } from './sources';
import type { ColumnType } from '../catalog/query';

const columns: Record<string, ColumnType> = {
  metric: 'text',
  from: 'date',
  date: 'date',
  ...({ value: 'number', numerator: 'number', denominator: 'number', rows: 'number' } as const),
  query: 'text',
};
const needed = new Set(['metric', 'date']);
const table: PlannedTable = {
  name: 'readings',
  source: { columns: {}, decimal: '.', dates: 'ymd' },
  key: [],
  columns: Object.entries(columns).map(([name, type]) => ({
    name,
    header: name,
    reading: { type },
  })),
};

/** Readings that were computed elsewhere, of a file with metric, date and their amounts. */
export async function readResult(
  file: SourceFile,
  known: ReadonlySet<string>,
  until?: string,
): Promise<{ made: Made[]; remarks: Remark[]; loaded: Loaded[] }> {
  const remarks: Remark[] = [];
  const byMetric = new Map<string, Record<string, string | null>[]>();
  let count = 0;
  const rows = rowsOf(table, file, ({ code, column = '', ...fault }) => {
    if (code === 'no-header' && !needed.has(column)) return;
    const { example = '', detail = '', count: times = 0 } = fault;
    const params = { table: 'readings', file: file.name, column, count: times, example, detail };
    remarks.push(refusal(code, { params }));
  });
  for await (const row of rows) {
    count += 1;
    const record = Object.fromEntries(table.columns.map(({ name }, i) => [name, row[i] ?? null]));
    const metric = record.metric?.trim() ?? '';
    byMetric.set(metric, [...(byMetric.get(metric) ?? []), record]);
  }
  const isWhole = remarks.length === 0;
  const made = [...byMetric].flatMap(([metric, records]) => {
    if (!isWhole) return [];
    if (!known.has(metric)) {
      remarks.push(refusal('no-metric', { metric, params: { metric } }));
      return [];
    }
    const query = records[0]?.query?.trim() ?? '';
    const found = rowsMade(metric, records, {
      query: /^[0-9a-f]{16}$/.test(query) ? query : '0'.repeat(16),
      tables: ['readings'],
      ...(until !== undefined && { until }),
    });
    remarks.push(...found.remarks);
    return found.made;
  });
  const loaded: Loaded = {
    table: 'readings',
    files: [{ name: file.name, rows: count }],
    rows: count,
    repeated: 0,
    twins: { count: 0, example: '' },
    faults: [],
    bounds: {},
  };
  return { made, remarks, loaded: [loaded] };
}
