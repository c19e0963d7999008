import type { Operation } from './batch';
import type { Area, Cells } from './target';
import { runs } from './write';

/** The same is done to all areas of one kind at once: what counts is the number of actions. */
export class Paint {
  private readonly kinds = new Map<string, { areas: Area[]; apply: (cells: Cells) => void }>();

  constructor(private readonly sheet: string) {}

  /** @param kind what is done, so that it can be told from other things */
  add(kind: string, area: Area, apply: (cells: Cells) => void): void {
    const found = this.kinds.get(kind);
    if (found) join(found.areas, area);
    else this.kinds.set(kind, { areas: [area], apply });
  }

  /** In the order in which each kind came first. */
  operations(): Operation[] {
    return [...this.kinds.values()].map(({ areas, apply }) => ({
      apply: (target) => target.areas(this.sheet, areas).forEach(apply),
    }));
  }
}

/** Adds an area, as part of the last one where the two make a rectangle. */
export function join(areas: Area[], area: Area): void {
  const last = areas[areas.length - 1];
  if (!last) areas.push(area);
  else if (
    last.row === area.row &&
    last.rows === area.rows &&
    last.column + last.columns === area.column
  )
    areas[areas.length - 1] = { ...last, columns: last.columns + area.columns };
  else if (
    last.column === area.column &&
    last.columns === area.columns &&
    last.row + last.rows === area.row
  )
    areas[areas.length - 1] = { ...last, rows: last.rows + area.rows };
  else areas.push(area);
}

/** Rows or columns side by side. */
interface Span {
  start: number;
  length: number;
}

/** Rows or columns by their size: those of most spans first. */
export function sameSize(sizes: ReadonlyMap<number, number>): { points: number; spans: Span[] }[] {
  const found = new Map<number, number[]>();
  for (const [at, points] of sizes) {
    const positions = found.get(points);
    if (positions) positions.push(at);
    else found.set(points, [at]);
  }
  return [...found]
    .map(([points, positions]) => ({ points, spans: runs(positions) }))
    .sort((a, b) => b.spans.length - a.spans.length);
}

/** As few areas as touch all these rows and all these columns. */
export function crossed(rows: readonly Span[] = [], columns: readonly Span[] = []): Area[] {
  const first = { start: 0, length: 1 };
  return Array.from({ length: Math.max(rows.length, columns.length) }, (_, i) => {
    const row = rows[i] ?? rows[0] ?? first;
    const column = columns[i] ?? columns[0] ?? first;
    return { row: row.start, rows: row.length, column: column.start, columns: column.length };
  });
}
