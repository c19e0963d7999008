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

/** Works where a page has to answer meanwhile: the work of one is many such calls, and all go by one clock. */
export function takingTurns(): <Result>(work: Slices<Result>) => Promise<Result> {
  let last = performance.now();
  return async (work) => {
    for (;;) {
      const { done, value } = work.next();
      if (performance.now() - last >= breath) {
        await new Promise((resolve) => setTimeout(resolve));
        last = performance.now();
      }
      if (done) return value;
    }
  };
}
