import type { Desk } from './desk';

const plain = (value: unknown) => (value instanceof Object ? String(value) : value);

/**
 * Everything of a workbook that a layout may change, in a form in which what is the same is equal: without the
 * ids that Excel counts up, the sheet that is shown, and empty cells that only have a look.
 */
export function stateOf({ host: { book } }: Desk) {
  return {
    names: book.names
      .map(({ name, formula, visible }) => `${name} ${formula} ${visible}`)
      .sort((a, b) => (a < b ? -1 : 1)),
    styles: book.styles.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1)),
    settings: [...book.settings],
    title: book.properties.title,
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      tables: sheet.tables.map(({ name, area, columns }) =>
        structuredClone({ name, area, columns }),
      ),
      cells: sheet.cells.flatMap((row, r) =>
        (row ?? []).flatMap((cell, c) => {
          const content = cell?.formula ?? plain(cell?.value ?? null);
          return content === null ? [] : `${r}/${c} ${String(content)}`;
        }),
      ),
      formats: sheet.cells.flatMap((row, r) =>
        (row ?? []).flatMap((cell, c) =>
          cell && (cell.formula !== undefined || cell.value !== null)
            ? `${r}/${c} ${cell.style?.numberFormat ?? ''}`
            : [],
        ),
      ),
      validations: sheet.validations
        .map((one) => JSON.stringify(one))
        .sort((a, b) => (a < b ? -1 : 1)),
      rules: [...sheet.conditionalFormats]
        .sort((a, b) => a.priority - b.priority)
        .map(({ priority: _, ...one }) => JSON.stringify(one)),
      charts: JSON.stringify(sheet.charts),
    })),
  };
}
