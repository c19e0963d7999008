import { curvePayout as payoutOf, type SimulatedCurve } from '../../../../rules/value/simulation';
import type { CellValue } from '../../../../workbook';

/** A payout curve as its rows in Curves and Points have it. */
export type Curve = SimulatedCurve;

type Cells = Readonly<Record<string, CellValue>>;

/** A row of Points; what was typed but is not written yet stands in its cells already. */
export interface PointRow {
  id: string;
  cells: Cells;
}

/** The points of a curve in their order: by attainment, those without one last. */
export const pointsOf = (points: readonly PointRow[], row: string, name: CellValue): PointRow[] =>
  points
    .filter(
      ({ cells: { curve } }) =>
        curve !== null &&
        curve !== undefined &&
        (`curve.${String(curve)}` === row || curve === name),
    )
    .map((point) => ({ point, at: point.cells.attainment }))
    .sort(
      (a, b) => (typeof a.at === 'number' ? a.at : 1e9) - (typeof b.at === 'number' ? b.at : 1e9),
    )
    .map(({ point }) => point);

/** Of its points those that are whole. */
export function curveOf(cells: Cells, points: readonly PointRow[]): Curve {
  return {
    mode: cells.mode === 'step' ? 'step' : 'linear',
    points: points
      .map(({ cells: { attainment, payout } }) => [attainment, payout])
      .filter((point): point is [number, number] => point.every((one) => typeof one === 'number'))
      .sort(([a], [b]) => a - b),
    ...(typeof cells.deadband === 'number' && { deadband: cells.deadband }),
  };
}

export { payoutOf };

/** Corners of the curve's line from attainment 0 to `until`, jumps as two corners. */
export function outline(curve: Curve, until: number): [attainment: number, payout: number][] {
  const hair = 1e-7;
  const band = curve.deadband ?? 0;
  const turns = [...curve.points.map(([at]) => at), ...(band > 0 ? [1 - band, 1, 1 + band] : [])];
  const stops = turns.flatMap((at) => [at - hair, at, at + hair]).filter((at) => at > 0);
  return [0, ...stops.filter((at) => at < until), until]
    .sort((a, b) => a - b)
    .map((at) => [at, payoutOf(curve, at)]);
}

/** No payout is below 0. */
export const isSound = ({ points }: Curve): boolean => points.every(([, pays]) => pays >= 0);

/** The cells of one more point, a tenth further and paying as much as the last. */
export function nextPoint({ points }: Curve): { attainment: number; payout: number } {
  const [at, pays] = points.at(-1) ?? [0.9, 1];
  return { attainment: Number((at + 0.1).toFixed(6)), payout: pays };
}
