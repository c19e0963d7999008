/** Work of many slices, between any two of which something else may be done. */
export type Slices<Result> = Generator<void, Result>;

export function atOnce<Result>(work: Slices<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Milliseconds that a page is kept from answering. */
const breath = 40;

/** The same where a page has to answer meanwhile. */
export async function inTurn<Result>(work: Slices<Result>): Promise<Result> {
  let last = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - last < breath) continue;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  }
}
