/** Wall time in milliseconds of several runs. */
export interface Times {
  median: number;
  min: number;
  max: number;
  runs: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

export const summary = (values: readonly number[]): Times => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
  runs: values.length,
});

/** How often something is run to warm it up, and then to be measured. */
export interface Runs {
  warmUp: number;
  measured: number;
}

/** Every run in its turn. */
export function* turns({ warmUp, measured }: Runs): Generator<{ run: number; counts: boolean }> {
  for (let run = 0; run < warmUp + measured; run += 1) yield { run, counts: run >= warmUp };
}

/** Runs a step and says how long it took. */
export async function stopwatch<T>(step: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await step();
  return { ms: performance.now() - start, value };
}

/** Slope of a line through the points on log-log paper: 1 = linear, 2 = square. */
export function growth(sizes: readonly number[], values: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = values.map(Math.log);
  const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, one, i) => sum + (one - mx) * ((y[i] ?? my) - my), 0);
  return covariance / x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
}
