/**
 * Letters of a column in an address: 0 → A, 26 → AA. The file layer and the host have them from
 * @borgar/fx, which is too large for the pane's first load.
 */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
