import type { PortfolioRow, WorkbookRows } from './tables';

type Cadence = 'week' | 'month' | 'quarter' | 'year';
const months: Record<Exclude<Cadence, 'week'>, number> = { month: 1, quarter: 3, year: 12 };

const dayMs = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The day on which the next reading falls due; the last day of a month is followed by the last of another. */
export function nextReading(last: string, cadence: unknown): string {
  const day = new Date(`${last}T00:00:00Z`);
  if (cadence === 'week') return iso(day.getTime() + 7 * dayMs);
  const step = months[(cadence as keyof typeof months) ?? 'year'] ?? 12;
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + step];
  const lastOf = (of: number) => new Date(Date.UTC(year, of + 1, 0)).getUTCDate();
  const isLast = new Date(day.getTime() + dayMs).getUTCDate() === 1;
  const date = isLast ? lastOf(month) : Math.min(day.getUTCDate(), lastOf(month));
  return iso(Date.UTC(year, month, date));
}

/**
 * The rows of a workbook as they stand when they are collected: readings that have fallen due by then, or
 * by the end of the engagement, are overdue.
 */
export function asCollected(rows: WorkbookRows, readAt: string): WorkbookRows {
  const end = rows.engagements[0]?.end_date;
  const today = readAt.slice(0, 10);
  const day = typeof end === 'string' && end < today ? end : today;
  const metrics = rows.metrics.map((row): PortfolioRow => ({
    ...row,
    overdue:
      row.in_scope === true && typeof row.next_reading === 'string' && row.next_reading < day,
  }));
  const overdue = metrics.filter((row) => row.overdue).length;
  const engagements = rows.engagements.map((row): PortfolioRow => ({
    ...row,
    readings_overdue: overdue,
    read_at: readAt,
  }));
  return { ...rows, engagements, metrics };
}
