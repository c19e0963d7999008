const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns on a terminal that a text takes; CJK characters take two. */
const widthOf = (text: string) => [...text].length + (text.match(wide)?.length ?? 0);

/** A number as a person reads it, or the dash that stands for none. */
const figure = /^(-?[\d,]+(\.\d+)?%?|–)$/;

/** Rows as aligned columns, numbers to the right; the first row is the header. */
export function textTable(rows: (string | number)[][]): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => widthOf(String(row[i] ?? '')))),
  );
  const isNumeric = widths.map((_, i) => rows.slice(1).every((row) => figure.test(`${row[i]}`)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => {
          const gap = ' '.repeat((widths[i] ?? 0) - widthOf(String(cell)));
          return isNumeric[i] ? `${gap}${cell}` : `${cell}${gap}`;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
