import { CellError, type Area, type Cell, type Hyperlink, type Scalar } from '../../../book';
import { intersect, isOneCell } from '../area';
import { formatValue } from '../../calc';
import type { Engine } from '../engine';
import { cellAt, ensureCell, eachCell, isBlank, restyle, styleAt } from '../grid';
import type { Kind, Wire } from '../kind';
import { shared } from '../look';
import { assertAllowed, assertUnlocked } from '../protection';
import { invalidArgument } from '../refusal';
import { eachEntry, writeCells } from '../write';
import type { RangeState } from './place';
import { applyStyle } from './styles';

const plain = (value: Scalar): string | number | boolean =>
  value === null ? '' : value instanceof CellError ? value.code : value;

const typeOf = (cell: Cell | undefined): string => {
  if (isBlank(cell)) return 'Empty';
  const { value } = cell!;
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
};

/** One entry per cell, as rows; null above the host's read limit, as Excel answers. */
function grid<T>(
  { sheet, area }: RangeState,
  engine: Engine,
  read: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] | null {
  if (area.rows * area.columns > engine.limits.readCells) return null;
  engine.refresh();
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      line.push(read(cellAt(sheet, row, column), row, column));
    }
    rows.push(line);
  }
  return rows;
}

const hidden = (set: Set<number>, first: number, count: number): boolean | null => {
  let found = 0;
  for (let index = first; index < first + count; index++) if (set.has(index)) found++;
  return found === 0 ? false : found === count ? true : null;
};

function hide(set: Set<number>, first: number, count: number, value: unknown): void {
  if (typeof value !== 'boolean') throw invalidArgument();
  for (let index = first; index < first + count; index++) {
    if (value) set.add(index);
    else set.delete(index);
  }
}

/** One format for all cells, also written as [["0%"]], or one for each. */
function setFormats({ sheet, area }: RangeState, given: unknown): void {
  assertAllowed(sheet, 'allowFormatCells');
  const single = Array.isArray(given) && given.length === 1 && given[0]?.length === 1;
  const input = single ? given[0][0] : given;
  // In a matrix, also of one cell, null leaves a cell as it is.
  if (single && input === null) return;
  if (!Array.isArray(input)) {
    if (typeof input !== 'string' || input.length > 255) throw invalidArgument();
    restyle(sheet, area, (style) => ({ ...style, numberFormat: formatOrNone(input) }));
    return;
  }
  eachEntry(area, input, (entry, row, column) => {
    if (entry === null) return;
    if (typeof entry !== 'string' || entry.length > 255) throw invalidArgument();
    const cell: Area = { row, column, rows: 1, columns: 1 };
    restyle(sheet, cell, (style) => ({ ...style, numberFormat: formatOrNone(entry) }));
  });
}

const formatOrNone = (format: string): string | undefined =>
  format === 'General' ? undefined : format;

function setHyperlink({ sheet, area }: RangeState, link: Wire, engine: Engine): void {
  assertUnlocked(sheet, area);
  const { address, documentReference, screenTip, textToDisplay } = link ?? {};
  if (!address && !documentReference)
    throw invalidArgument('A hyperlink needs an address or a place.');
  const hyperlink: Hyperlink = {};
  if (address) hyperlink.address = address;
  if (documentReference) hyperlink.documentReference = documentReference;
  if (screenTip) hyperlink.screenTip = screenTip;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = ensureCell(sheet, row, column);
      cell.hyperlink = hyperlink;
      if (textToDisplay !== undefined) {
        cell.value = String(textToDisplay);
        delete cell.formula;
      } else if (isBlank(cell)) cell.value = address ?? documentReference;
    }
  }
  restyle(sheet, area, (style) => ({ ...style, fontColor: '#0563C1', underline: true }));
  engine.contentChanged(sheet, area);
}

function hyperlinkOf({ sheet, area }: RangeState): Record<string, string> | null {
  const cell = cellAt(sheet, area.row, area.column);
  if (!isOneCell(area) || !cell?.hyperlink) return null;
  return { ...cell.hyperlink, textToDisplay: String(plain(cell.value)) };
}

const write = ({ sheet, area }: RangeState, input: unknown, engine: Engine): void =>
  writeCells(engine, sheet, area, input);

/** Range members that read and write what stands in cells. */
export const contents: Required<Pick<Kind<RangeState>, 'get' | 'set'>> = {
  get: {
    Values: (state, engine) => grid(state, engine, (cell) => plain(cell?.value ?? null)),
    Formulas: (state, engine) =>
      grid(state, engine, (cell) => cell?.formula ?? plain(cell?.value ?? null)),
    Text: (state, engine) =>
      grid(state, engine, (cell) =>
        cell ? formatValue(cell.value, cell.style?.numberFormat ?? 'General') : '',
      ),
    ValueTypes: (state, engine) => grid(state, engine, typeOf),
    NumberFormat: (state, engine) =>
      grid(
        state,
        engine,
        (_cell, row, column) => styleAt(state.sheet, row, column)?.numberFormat ?? 'General',
      ),
    Hidden: ({ sheet, area }) => {
      const rows = hidden(sheet.hiddenRows, area.row, area.rows);
      const columns = hidden(sheet.hiddenColumns, area.column, area.columns);
      return rows || columns ? true : rows === false && columns === false ? false : null;
    },
    ColumnHidden: ({ sheet, area }) => hidden(sheet.hiddenColumns, area.column, area.columns),
    RowHidden: ({ sheet, area }) => hidden(sheet.hiddenRows, area.row, area.rows),
    Hyperlink: hyperlinkOf,
    Style: ({ sheet, area }) => shared({ sheet, areas: [area] }, ({ named }) => named ?? 'Normal'),
    HasSpill: () => false,
  },
  set: {
    Values: write,
    Formulas: write,
    NumberFormat: setFormats,
    Style: ({ sheet, area }, name, engine) => applyStyle({ sheet, areas: [area] }, name, engine),
    ColumnHidden: ({ sheet, area }, value) => {
      assertAllowed(sheet, 'allowFormatColumns');
      hide(sheet.hiddenColumns, area.column, area.columns, value);
    },
    RowHidden: ({ sheet, area }, value) => {
      assertAllowed(sheet, 'allowFormatRows');
      hide(sheet.hiddenRows, area.row, area.rows, value);
    },
    Hyperlink: setHyperlink,
  },
};

/** Takes hyperlinks (and their look) off the area. */
export function clearHyperlinks({ sheet, area }: RangeState, alsoLook: boolean): void {
  eachCell(sheet, area, (cell, row, column) => {
    if (!cell.hyperlink) return;
    delete cell.hyperlink;
    const one = intersect(area, { row, column, rows: 1, columns: 1 })!;
    if (alsoLook) restyle(sheet, one, ({ fontColor: _c, underline: _u, ...style }) => style);
  });
}
