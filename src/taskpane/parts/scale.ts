/** From a domain of numbers to a length on the screen, straight. */
export type Scale = (value: number) => number;

type Span = readonly [number, number];

export function scale([from, to]: Span, [start, end]: Span): Scale {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

/** Round numbers that divide a domain into about so many steps; the first and last enclose it. */
export function ticks(from: number, to: number, steps = 4): number[] {
  const span = to - from || Math.abs(to) || 1;
  const rough = span / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(to / step));
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** The points of a line as an SVG path. */
export const lineOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
