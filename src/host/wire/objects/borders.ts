import type { Area, Border } from '../../../book';
import { instance, type Kind } from '../kind';
import { change, shared, type Looking, type Named } from '../look';
import { apiNotFound, invalidArgument } from '../refusal';
import { colorOf } from './color';

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

type BorderState = Looking & { index: string };

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

export const borderCollection: Kind<Looking> = {
  name: 'RangeBorderCollection',
  get: { Count: () => SIDES.length },
  item: (state, index) => instance(rangeBorder, { ...state, index }),
  items: (state) => SIDES.map((index) => instance(rangeBorder, { ...state, index })),
  call: {
    GetItem: (state, [index]) => instance(rangeBorder, { ...state, index }),
    GetItemAt: (state, [at]) => instance(rangeBorder, { ...state, index: SIDES[at]! }),
  },
};

/** A style has the four edges of a cell and nothing between cells. */
function edgeOf({ named }: Named, index: string): Side {
  const side = SIDES.slice(0, 4).includes(index) ? index.slice('Edge'.length) : undefined;
  if (!side) throw invalidArgument(`The style "${named.name}" has no border "${index}".`);
  return side as Side;
}

/** The sides of cells that the border means, each with the places that have it. */
const sidesOf = (state: BorderState): { looking: Looking; side: Side }[] =>
  'named' in state
    ? [{ looking: state, side: edgeOf(state, state.index) }]
    : state.areas.flatMap((whole) =>
        strips(whole, state.index).map(({ area, side }) => ({
          looking: { sheet: state.sheet, areas: [area] },
          side,
        })),
      );

function borderOf(state: BorderState): Border | undefined | null {
  const [first] = sidesOf(state);
  return first && shared(first.looking, (style) => style[`border${first.side}`]);
}

function setBorder(
  state: BorderState,
  next: (border: Border | undefined) => Border | undefined,
): void {
  for (const { looking, side } of sidesOf(state)) {
    const key = `border${side}` as const;
    change(looking, (style) => ({ ...style, [key]: next(style[key]) }), 'allowFormatCells');
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
