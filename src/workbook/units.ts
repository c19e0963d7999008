import type { CellValue, RowSpec, SheetSpec, ValueKind } from './spec';

/** By table: the columns that hold a value in the unit of what the row is about. */
const measured: Record<string, string[]> = {
  Metrics: [
    ...['baseline', 'target', 'best', 'adjustment', 'adjusted'],
    ...['actual', 'planned', 'improvement'],
  ],
  Readings: ['value', 'amount'],
  Drivers: ['low', 'likely', 'high', 'value'],
  Terms: ['target'],
  Settlement: ['baseline', 'target', 'actual', 'planned', 'improvement'],
  SignedTerms: ['baseline', 'target', 'actual'],
};

export const isInUnit = (table: string, column: string): boolean =>
  measured[table]?.includes(column) ?? false;

const said = (value: CellValue | undefined): string => String(value ?? '').toLowerCase();

/**
 * Rates are kept as fractions; wherever one stands, in a row of its own or of a reading or term that
 * is about it, it is shown as a percentage. The sheets must have been filled with their engagement.
 */
export function showUnits(sheets: SheetSpec[]): SheetSpec[] {
  const isRate = ratesOf(sheets);
  return sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      const columns = block.kind === 'table' && measured[block.name];
      if (!columns) return block;
      const own = new Map(block.columns.map(({ id, kind }) => [id, kind]));
      const kinds = (of: (id: string) => ValueKind) =>
        Object.fromEntries(columns.map((id) => [id, of(id)]));
      const rates = kinds(() => 'rate');
      const usual = kinds((id) => own.get(id) ?? 'measure');
      const rows = block.rows.map((row, i) => {
        const rate = isRate(block.name, row, i);
        return rate === undefined ? row : { ...row, kinds: rate ? rates : usual };
      });
      return { ...block, rows };
    }),
  }));
}

/** Whether a row is about a rate; undefined where it is about nothing yet. */
type IsRate = (table: string, row: RowSpec, position: number) => boolean | undefined;

function ratesOf(sheets: SheetSpec[]): IsRate {
  const rowsOf = (name: string): RowSpec[] =>
    sheets
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'table' && block.name === name ? block.rows : []));
  const ofUnit = (unit: CellValue | undefined) => (unit ? unit === 'ratio' : undefined);
  const ofMetric = new Map(
    rowsOf('Metrics').flatMap(({ id, cells }) =>
      [id, cells.item].map((name) => [said(name), ofUnit(cells.unit)] as const),
    ),
  );
  const terms = rowsOf('Terms').filter(({ cells }) => cells.code || cells.item);
  const ofTerm = new Map(
    terms.map(({ cells }) => [said(cells.code), ofMetric.get(said(cells.metric)) ?? false]),
  );
  // As the settlement numbers its rows: by code (M2 before M10), again in every period.
  const codes = terms
    .map(({ cells }) => said(cells.code))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const periods = rowsOf('Periods').filter(({ cells }) => typeof cells.date === 'number').length;
  return (table, { cells }, position) => {
    if (table === 'Metrics' || table === 'Drivers') return ofUnit(cells.unit);
    if (table === 'SignedTerms') return ofTerm.get(said(cells.term));
    if (table !== 'Settlement') return ofMetric.get(said(cells.metric));
    if (position >= codes.length * periods) return undefined;
    return ofTerm.get(codes[position % codes.length] ?? '');
  };
}
