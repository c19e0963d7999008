import { payable, type SimulatedCurve } from '../../../../rules/value/simulation';
import type { CellValue } from '../../../../workbook';

/** A payout curve as its row in Curves has it. */
export type Curve = SimulatedCurve;

export const mostPoints = 8;

type Cells = Readonly<Record<string, CellValue>>;

/** Up to the first point that is not whole. */
export function curveOf(cells: Cells): Curve {
  const points: [number, number][] = [];
  for (let n = 1; n <= mostPoints; n += 1) {
    const [at, pays] = [cells[`a${n}`], cells[`p${n}`]];
    if (typeof at !== 'number' || typeof pays !== 'number') break;
    points.push([at, pays]);
  }
  return {
    mode: cells.mode === 'step' ? 'step' : 'linear',
    points,
    ...(typeof cells.deadband === 'number' && { deadband: cells.deadband }),
  };
}

/** Payout share of an attainment: what a contract that bets all on this curve pays of a fee of 1. */
export const payoutOf = (curve: Curve, attainment: number): number =>
  payable(
    {
      fee: 1,
      shareAtRisk: 1,
      digits: 9,
      bands: [],
      metrics: {},
      terms: [{ weight: 1, curve }],
    },
    { levels: [attainment] },
  );

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

/** Attainments and payouts ascend from point to point. */
export const ascends = ({ points }: Curve): boolean =>
  points.every(
    ([at, pays], i) => pays >= 0 && (i === 0 || at >= (points[i - 1] as [number, number])[0]),
  );

/** The cells of a row without its n-th point; later points move up. */
export function withoutPoint(cells: Cells, n: number): Record<string, CellValue> {
  const changed: Record<string, CellValue> = {};
  for (let i = n; i <= mostPoints; i += 1) {
    for (const side of ['a', 'p']) changed[`${side}${i}`] = cells[`${side}${i + 1}`] ?? null;
  }
  return changed;
}

/** The cells of one more point, a tenth further and paying as much as the last. */
export function nextPoint({ points }: Curve): Record<string, CellValue> {
  const n = points.length + 1;
  const [at, pays] = points.at(-1) ?? [0.9, 1];
  return { [`a${n}`]: Number((at + 0.1).toFixed(6)), [`p${n}`]: pays };
}
