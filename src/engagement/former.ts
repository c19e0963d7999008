/**
 * Files of version 0.1 kept a curve's points in its row, eight at most: attainments a1 … a8, payouts
 * p1 … p8. They are read as rows of `points`, in the order in which they were numbered.
 */

type Cells = Record<string, unknown>;
type Rows = Record<string, Cells>;

const isPoint = (column: string) => /^[ap]\d+$/.test(column);
const isRows = (value: unknown): value is Rows =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((row) => typeof row === 'object' && row !== null);

/** Curves of the product, whose points have rows of their own: "curve.tiers" has "curve.tiers.1" … */
const isPreset = (curve: string) => curve.startsWith('curve.');

/** An engagement's JSON, whatever its version, as the present version writes it. */
export function presentForm(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const { curves, points, removed } = json as Cells;
  if (!isRows(curves) || !Object.values(curves).some((row) => Object.keys(row).some(isPoint)))
    return json;
  const moved: Rows = {};
  const gone: string[] = [];
  const kept = Object.entries(curves).map(([id, row]): [string, Cells] => {
    const rest = Object.entries(row).filter(([column]) => !isPoint(column));
    const curve = row.name ?? (isPreset(id) ? id.slice('curve.'.length) : null);
    const numbers = new Set(
      Object.keys(row)
        .filter(isPoint)
        .map((column) => Number(column.slice(1))),
    );
    for (const n of [...numbers].sort((a, b) => a - b)) {
      const point = isPreset(id) ? `${id}.${n}` : `point.${id}.${n}`;
      const sides = [
        ['attainment', row[`a${n}`]],
        ['payout', row[`p${n}`]],
      ].filter(([, value]) => value !== undefined) as [string, unknown][];
      if (sides.some(([, value]) => value !== null))
        moved[point] = { curve, ...Object.fromEntries(sides) };
      else if (isPreset(id)) gone.push(point);
    }
    return [id, Object.fromEntries(rest)];
  });
  const were = (isRemoved(removed) ? removed.points : undefined) ?? [];
  return {
    ...json,
    curves: Object.fromEntries(kept),
    points: { ...moved, ...(isRows(points) ? points : {}) },
    ...(gone.length > 0 && {
      removed: { ...(removed as Cells | undefined), points: [...new Set([...were, ...gone])] },
    }),
  };
}

const isRemoved = (value: unknown): value is Record<string, string[]> =>
  typeof value === 'object' && value !== null;
