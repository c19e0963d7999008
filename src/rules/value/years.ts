/** Years 0 … 10 of a plan. */
export const yearCount = 11;
export const years = Array.from({ length: yearCount }, (_, year) => year);
