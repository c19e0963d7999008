import type { Border, Style, Area } from '../../../book';
import { MAX_COLUMNS, MAX_ROWS, isWholeColumns, isWholeRows } from '../area';
import { restyle, styleAt } from '../grid';
import { instance, type Kind } from '../kind';
import { assertAllowed } from '../protection';
import { apiNotFound, invalidArgument } from '../refusal';
import { colorOf } from './color';
import { fitColumns, fitRows } from './autofit';
import type { RangeState } from './place';

/** A property all places of the area share; null when they differ (Excel's answer). */
function shared<T>({ sheet, area }: RangeState, read: (style: Style) => T): T | null {
  const first = read(styleAt(sheet, area.row, area.column) ?? {});
  const rows = Math.min(area.rows, isWholeColumns(area) ? sheet.cells.length + 1 : MAX_ROWS);
  const columns = Math.min(area.columns, isWholeRows(area) ? 256 : MAX_COLUMNS);
  for (let row = area.row; row < area.row + rows; row++) {
    for (let column = area.column; column < area.column + columns; column++) {
      if (read(styleAt(sheet, row, column) ?? {}) !== first) return null;
    }
  }
  return first;
}

const change = (state: RangeState, patch: Partial<Style>): void => {
  assertAllowed(state.sheet, 'allowFormatCells');
  restyle(state.sheet, state.area, (style) => ({ ...style, ...patch }));
};

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

function size(
  sizes: Map<number, number>,
  first: number,
  count: number,
  standard: number,
): number | null {
  const value = sizes.get(first) ?? standard;
  const differs = (index: number) => (sizes.get(index) ?? standard) !== value;
  for (let index = first; index < first + Math.min(count, MAX_COLUMNS); index++) {
    if (differs(index)) return null;
  }
  return value;
}

function resize(sizes: Map<number, number>, first: number, count: number, value: number): void {
  for (let index = first; index < first + count; index++) sizes.set(index, value);
}

export const DEFAULT_COLUMN = 48;

export const rangeFormat: Kind<RangeState> = {
  name: 'RangeFormat',
  get: {
    ColumnWidth: ({ sheet, area }) =>
      size(sheet.columnWidths, area.column, area.columns, sheet.standardWidth ?? DEFAULT_COLUMN),
    RowHeight: ({ sheet, area }) => size(sheet.rowHeights, area.row, area.rows, DEFAULT_ROW),
    WrapText: (state) => shared(state, (style) => style.wrap ?? false),
    HorizontalAlignment: (state) => shared(state, (style) => style.horizontal ?? 'General'),
    VerticalAlignment: (state) => shared(state, (style) => style.vertical ?? 'Bottom'),
    IndentLevel: (state) => shared(state, (style) => style.indent ?? 0),
    TextOrientation: (state) => shared(state, (style) => style.rotation ?? 0),
  },
  set: {
    ColumnWidth: ({ sheet, area }, value) => {
      assertAllowed(sheet, 'allowFormatColumns');
      resize(sheet.columnWidths, area.column, area.columns, within(value, 0, 1342.5));
    },
    RowHeight: ({ sheet, area }, value) => {
      assertAllowed(sheet, 'allowFormatRows');
      if (isWholeColumns(area))
        throw invalidArgument('Set row heights for rows, not for whole columns.');
      resize(sheet.rowHeights, area.row, area.rows, within(value, 0, 409.5));
    },
    WrapText: (state, value) => change(state, { wrap: bool(value) || undefined }),
    HorizontalAlignment: (state, value) => {
      const horizontal = oneOf(value, HORIZONTAL);
      change(state, { horizontal: horizontal === 'General' ? undefined : horizontal });
    },
    VerticalAlignment: (state, value) => {
      const vertical = oneOf(value, VERTICAL);
      change(state, { vertical: vertical === 'Bottom' ? undefined : vertical });
    },
    IndentLevel: (state, value) => change(state, { indent: within(value, 0, 250) || undefined }),
    TextOrientation: (state, value) => change(state, { rotation: value || undefined }),
  },
  to: {
    Fill: (state) => instance(rangeFill, state),
    Font: (state) => instance(rangeFont, state),
    Borders: (state) => instance(borderCollection, state),
    Protection: (state) => instance(formatProtection, state),
  },
  call: {
    AutofitColumns: (state) => fitColumns(state),
    AutofitRows: (state) => fitRows(state),
  },
};

const rangeFill: Kind<RangeState> = {
  name: 'RangeFill',
  get: { Color: (state) => shared(state, (style) => style.fill ?? '#FFFFFF') ?? '' },
  set: { Color: (state, value) => change(state, { fill: value ? colorOf(value) : undefined }) },
  call: { Clear: (state) => change(state, { fill: undefined }) },
};

const rangeFont: Kind<RangeState> = {
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
    Name: (state, value) => change(state, { fontName: String(value) }),
    Size: (state, value) => change(state, { fontSize: within(value, 1, 409) }),
    Bold: (state, value) => change(state, { bold: bool(value) || undefined }),
    Italic: (state, value) => change(state, { italic: bool(value) || undefined }),
    Underline: (state, value) => {
      const kind = oneOf(value, [
        'None',
        'Single',
        'Double',
        'SingleAccountant',
        'DoubleAccountant',
      ]);
      change(state, { underline: kind !== 'None' || undefined });
    },
    Strikethrough: (state, value) => change(state, { strikethrough: bool(value) || undefined }),
    Color: (state, value) => change(state, { fontColor: colorOf(value) }),
  },
};

const formatProtection: Kind<RangeState> = {
  name: 'FormatProtection',
  get: {
    Locked: (state) => shared(state, (style) => style.locked ?? true),
    FormulaHidden: (state) => shared(state, (style) => style.formulaHidden ?? false),
  },
  set: {
    Locked: (state, value) => changeProtection(state, { locked: bool(value) ? undefined : false }),
    FormulaHidden: (state, value) =>
      changeProtection(state, { formulaHidden: bool(value) || undefined }),
  },
};

function changeProtection(state: RangeState, patch: Partial<Style>): void {
  assertAllowed(state.sheet);
  restyle(state.sheet, state.area, (style) => ({ ...style, ...patch }));
}

type Side = 'Top' | 'Bottom' | 'Left' | 'Right';

/** Which lines of the area a border index means: strips of cells and their side. */
function strips(area: Area, index: string): { area: Area; side: Side }[] {
  const { row, column, rows, columns } = area;
  const last = { row: row + rows - 1, column: column + columns - 1 };
  switch (index) {
    case 'EdgeTop':
      return [{ area: { ...area, rows: 1 }, side: 'Top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, row: last.row, rows: 1 }, side: 'Bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, columns: 1 }, side: 'Left' }];
    case 'EdgeRight':
      return [{ area: { ...area, column: last.column, columns: 1 }, side: 'Right' }];
    case 'InsideHorizontal':
      return rows < 2 ? [] : [{ area: { ...area, rows: rows - 1 }, side: 'Bottom' }];
    case 'InsideVertical':
      return columns < 2 ? [] : [{ area: { ...area, columns: columns - 1 }, side: 'Right' }];
    default:
      throw apiNotFound(`the border "${index}"`);
  }
}

interface BorderState extends RangeState {
  index: string;
}

const STYLES: Record<string, Border['style']> = {
  Continuous: 'Thin',
  Dash: 'Dash',
  Dot: 'Dot',
  Double: 'Double',
};
const WEIGHTS: Record<string, Border['style']> = {
  Hairline: 'Hairline',
  Thin: 'Thin',
  Medium: 'Medium',
  Thick: 'Thick',
};
const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
];

const borderCollection: Kind<RangeState> = {
  name: 'RangeBorderCollection',
  get: { Count: () => SIDES.length },
  item: (state, index) => instance(rangeBorder, { ...state, index }),
  items: (state) => SIDES.map((index) => instance(rangeBorder, { ...state, index })),
  call: {
    GetItem: (state, [index]) => instance(rangeBorder, { ...state, index }),
    GetItemAt: (state, [at]) => instance(rangeBorder, { ...state, index: SIDES[at]! }),
  },
};

function borderOf(state: BorderState): Border | undefined | null {
  const [strip] = strips(state.area, state.index);
  if (!strip) return undefined;
  return shared({ ...state, area: strip.area }, (style) => style[`border${strip.side}`]);
}

function setBorder(
  state: BorderState,
  next: (border: Border | undefined) => Border | undefined,
): void {
  assertAllowed(state.sheet, 'allowFormatCells');
  for (const { area, side } of strips(state.area, state.index)) {
    const key = `border${side}` as const;
    restyle(state.sheet, area, (style) => ({ ...style, [key]: next(style[key]) }));
  }
}

const THIN: Border = { style: 'Thin', color: '#000000' };

const rangeBorder: Kind<BorderState> = {
  name: 'RangeBorder',
  key: ({ index }) => ({ Id: index }),
  get: {
    SideIndex: ({ index }) => index,
    Style: (state) => {
      const border = borderOf(state);
      if (!border) return border === null ? null : 'None';
      return border.style in STYLES ? border.style : 'Continuous';
    },
    Color: (state) => borderOf(state)?.color ?? '#000000',
    Weight: (state) => {
      const style = borderOf(state)?.style;
      return style && style in WEIGHTS ? style : 'Thin';
    },
  },
  set: {
    Style: (state, value) => {
      if (value === 'None') return setBorder(state, () => undefined);
      const style = STYLES[String(value)];
      if (!style) throw apiNotFound(`the border style "${value}"`);
      setBorder(state, (border) => ({ ...THIN, ...border, style }));
    },
    Color: (state, value) =>
      setBorder(state, (border) => ({ ...THIN, ...border, color: colorOf(value) })),
    Weight: (state, value) => {
      const style = WEIGHTS[String(value)];
      if (!style) throw invalidArgument(`There is no border weight "${value}".`);
      setBorder(state, (border) => ({ ...THIN, ...border, style }));
    },
  },
};
