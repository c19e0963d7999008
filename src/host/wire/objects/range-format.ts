import type { Style } from '../../../book';
import { MAX_COLUMNS, isWholeColumns } from '../area';
import { instance, type Kind } from '../kind';
import { change, shared, type Areas, type Looking } from '../look';
import { assertAllowed } from '../protection';
import { invalidArgument } from '../refusal';
import { colorOf } from './color';
import { fitColumns, fitRows } from './autofit';
import { borderCollection } from './borders';

/** Sets properties of every place. */
const put = (looking: Looking, patch: Partial<Style>, permission?: string): void =>
  change(looking, (style) => ({ ...style, ...patch }), permission ?? 'allowFormatCells');

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T => {
  if (!allowed.includes(value as T))
    throw invalidArgument(`"${value}" is none of ${allowed.join(', ')}.`);
  return value as T;
};

const bool = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument('true or false is needed.');
  return value;
};

const within = (value: unknown, low: number, high: number): number => {
  if (typeof value !== 'number' || value < low || value > high) {
    throw invalidArgument(`A number from ${low} to ${high} is needed.`);
  }
  return value;
};

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom'] as const;
const DEFAULT_ROW = 15;

/** The size that all rows or columns have; null when they differ. */
function size(
  sizes: Map<number, number>,
  spans: readonly { first: number; count: number }[],
  standard: number,
): number | null {
  const value = sizes.get(spans[0]!.first) ?? standard;
  for (const { first, count } of spans)
    for (let index = first; index < first + Math.min(count, MAX_COLUMNS); index++)
      if ((sizes.get(index) ?? standard) !== value) return null;
  return value;
}

function resize(
  sizes: Map<number, number>,
  spans: readonly { first: number; count: number }[],
  value: number,
): void {
  for (const { first, count } of spans)
    for (let index = first; index < first + count; index++) sizes.set(index, value);
}

const rowsOf = ({ areas }: Areas) => areas.map(({ row, rows }) => ({ first: row, count: rows }));
const columnsOf = ({ areas }: Areas) =>
  areas.map(({ column, columns }) => ({ first: column, count: columns }));

export const DEFAULT_COLUMN = 48;

/** What cells and named styles are aligned by. */
export const alignment: Required<Pick<Kind<Looking>, 'get' | 'set'>> = {
  get: {
    WrapText: (state) => shared(state, (style) => style.wrap ?? false),
    HorizontalAlignment: (state) => shared(state, (style) => style.horizontal ?? 'General'),
    VerticalAlignment: (state) => shared(state, (style) => style.vertical ?? 'Bottom'),
    IndentLevel: (state) => shared(state, (style) => style.indent ?? 0),
    TextOrientation: (state) => shared(state, (style) => style.rotation ?? 0),
  },
  set: {
    WrapText: (state, value) => put(state, { wrap: bool(value) || undefined }),
    HorizontalAlignment: (state, value) => {
      const horizontal = oneOf(value, HORIZONTAL);
      put(state, { horizontal: horizontal === 'General' ? undefined : horizontal });
    },
    VerticalAlignment: (state, value) => {
      const vertical = oneOf(value, VERTICAL);
      put(state, { vertical: vertical === 'Bottom' ? undefined : vertical });
    },
    IndentLevel: (state, value) => put(state, { indent: within(value, 0, 250) || undefined }),
    TextOrientation: (state, value) => put(state, { rotation: value || undefined }),
  },
};

export const rangeFormat: Kind<Areas> = {
  name: 'RangeFormat',
  get: {
    ...alignment.get,
    ColumnWidth: (state) =>
      size(state.sheet.columnWidths, columnsOf(state), state.sheet.standardWidth ?? DEFAULT_COLUMN),
    RowHeight: (state) => size(state.sheet.rowHeights, rowsOf(state), DEFAULT_ROW),
  },
  set: {
    ...alignment.set,
    ColumnWidth: (state, value) => {
      assertAllowed(state.sheet, 'allowFormatColumns');
      resize(state.sheet.columnWidths, columnsOf(state), within(value, 0, 1342.5));
    },
    RowHeight: (state, value) => {
      assertAllowed(state.sheet, 'allowFormatRows');
      if (state.areas.some(isWholeColumns))
        throw invalidArgument('Set row heights for rows, not for whole columns.');
      resize(state.sheet.rowHeights, rowsOf(state), within(value, 0, 409.5));
    },
  },
  to: {
    Fill: (state) => instance(rangeFill, state),
    Font: (state) => instance(rangeFont, state),
    Borders: (state) => instance(borderCollection, state),
    Protection: (state) => instance(formatProtection, state),
  },
  call: {
    AutofitColumns: ({ sheet, areas }) => areas.forEach((area) => fitColumns({ sheet, area })),
    AutofitRows: ({ sheet, areas }) => areas.forEach((area) => fitRows({ sheet, area })),
  },
};

export const rangeFill: Kind<Looking> = {
  name: 'RangeFill',
  get: { Color: (state) => shared(state, (style) => style.fill ?? '#FFFFFF') ?? '' },
  set: { Color: (state, value) => put(state, { fill: value ? colorOf(value) : undefined }) },
  call: { Clear: (state) => put(state, { fill: undefined }) },
};

export const rangeFont: Kind<Looking> = {
  name: 'RangeFont',
  get: {
    Name: (state) => shared(state, (style) => style.fontName ?? 'Calibri'),
    Size: (state) => shared(state, (style) => style.fontSize ?? 11),
    Bold: (state) => shared(state, (style) => style.bold ?? false),
    Italic: (state) => shared(state, (style) => style.italic ?? false),
    Underline: (state) => shared(state, (style) => (style.underline ? 'Single' : 'None')),
    Strikethrough: (state) => shared(state, (style) => style.strikethrough ?? false),
    Color: (state) => shared(state, (style) => style.fontColor ?? '#000000') ?? '',
  },
  set: {
    Name: (state, value) => put(state, { fontName: String(value) }),
    Size: (state, value) => put(state, { fontSize: within(value, 1, 409) }),
    Bold: (state, value) => put(state, { bold: bool(value) || undefined }),
    Italic: (state, value) => put(state, { italic: bool(value) || undefined }),
    Underline: (state, value) => {
      const kind = oneOf(value, [
        'None',
        'Single',
        'Double',
        'SingleAccountant',
        'DoubleAccountant',
      ]);
      put(state, { underline: kind !== 'None' || undefined });
    },
    Strikethrough: (state, value) => put(state, { strikethrough: bool(value) || undefined }),
    Color: (state, value) => put(state, { fontColor: colorOf(value) }),
  },
};

/** What a sheet's protection does to cells, or to those of a style. */
export const protection: Required<Pick<Kind<Looking>, 'get' | 'set'>> = {
  get: {
    Locked: (state) => shared(state, (style) => style.locked ?? true),
    FormulaHidden: (state) => shared(state, (style) => style.formulaHidden ?? false),
  },
  set: {
    Locked: (state, value) => protect(state, { locked: bool(value) ? undefined : false }),
    FormulaHidden: (state, value) => protect(state, { formulaHidden: bool(value) || undefined }),
  },
};

const protect = (looking: Looking, patch: Partial<Style>): void =>
  change(looking, (style) => ({ ...style, ...patch }));

const formatProtection: Kind<Areas> = { name: 'FormatProtection', ...protection };
