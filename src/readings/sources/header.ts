/** Headers are the same however they are spaced, and in capitals or not. */
export const plainHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
