import { isDateFormat } from 'numfmt';
import type { Area, Cell, Sheet } from '../../book';
import type { Entry } from '../../host/wire/edit';
import { Content } from '../../host/wire/write';
import { translateFormula } from '../../host/wire/translate';
import { contentOf } from './content';

export interface Filled {
  row: number;
  column: number;
  entries: Entry[][];
}

/**
 * What the fill handle makes of cells that are drawn out to a larger area: series of numbers, dates
 * and numbered texts go on, formulas follow, the rest is repeated.
 * @param all The cells and what they are drawn out to, in one direction.
 * @param copy Whether everything is repeated, as Ctrl+D does.
 */
export function fill(sheet: Sheet, source: Area, all: Area, copy = false): Filled | undefined {
  const down = all.rows > source.rows;
  const backwards = down ? all.row < source.row : all.column < source.column;
  const count = down ? all.rows - source.rows : all.columns - source.columns;
  if (count <= 0) return undefined;
  const lines = Array.from({ length: down ? source.columns : source.rows }, (_, line) => {
    const seeds = Array.from({ length: down ? source.rows : source.columns }, (__, at) => {
      const row = source.row + (down ? at : line);
      const column = source.column + (down ? line : at);
      return { row, column, cell: sheet.cells[row]?.[column] };
    });
    return goOn(backwards ? seeds.reverse() : seeds, count, { down, backwards, copy });
  });
  const made = Array.from({ length: count }, (_, at) => lines.map((line) => line[at] ?? null));
  if (backwards) made.reverse();
  const [row, column] = down
    ? [backwards ? all.row : source.row + source.rows, source.column]
    : [source.row, backwards ? all.column : source.column + source.columns];
  const entries = down ? made : lines.map((_, line) => made.map((across) => across[line] ?? null));
  return { row, column, entries };
}

interface Seed {
  row: number;
  column: number;
  cell: Cell | undefined;
}

interface Way {
  down: boolean;
  backwards: boolean;
  copy: boolean;
}

/** The next entries of one row or column, away from its seeds. */
function goOn(seeds: readonly Seed[], count: number, { down, backwards, copy }: Way): Entry[] {
  const next = copy
    ? undefined
    : seriesOf(
        seeds.map(({ cell }) => cell),
        backwards,
      );
  return Array.from({ length: count }, (_, at) => {
    const seed = seeds[at % seeds.length] as Seed;
    if (next) return new Content(next(at + 1), undefined, seed.cell?.style?.numberFormat);
    const { formula } = seed.cell ?? {};
    if (formula === undefined) return contentOf(seed.cell);
    const far = Math.floor(at / seeds.length + 1) * seeds.length * (backwards ? -1 : 1);
    const to = { row: seed.row + (down ? far : 0), column: seed.column + (down ? 0 : far) };
    return contentOf(seed.cell, translateFormula(formula, seed, to));
  });
}

/** How a series goes on, by the distance from its last value; undefined where there is none. */
function seriesOf(cells: readonly (Cell | undefined)[], backwards: boolean) {
  const values = cells.map((cell) => (cell?.formula === undefined ? cell?.value : undefined));
  const isDay = isDateFormat(cells[0]?.style?.numberFormat ?? 'General');
  if (values.every((value) => typeof value === 'number')) {
    if (values.length === 1 && !isDay) return undefined;
    return lineThrough(values, backwards ? -1 : 1);
  }
  // Longer numbers, as of accounts, have more digits than can be counted with.
  const numbered = /^(.*?)(?<!\d)(\d{1,15})$/s;
  const texts = values.map((value) => numbered.exec(typeof value === 'string' ? value : ''));
  const [first] = texts;
  if (!first || !texts.every((text) => text && text[1] === first[1])) return undefined;
  const on = lineThrough(
    texts.map((text) => Number(text?.[2])),
    backwards ? -1 : 1,
  );
  const digits = first[2]?.startsWith('0') ? first[2].length : 0;
  return (far: number) => {
    const number = Math.abs(Math.round(on(far)));
    return `${first[1]}${String(number).padStart(digits, '0')}`;
  };
}

/** The line that fits the values best, as Excel draws it; one value goes on by `step`. */
function lineThrough(values: readonly number[], step: number): (far: number) => number {
  const last = values.at(-1) as number;
  const [first = 0, second = first + step] = values;
  const even = values.every((value, i) => round(first + (second - first) * i) === round(value));
  if (even) return (far) => round(last + (second - first) * far);
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread;
  return (far) => round(mean + slope * (values.length - 1 + far - middle));
}

const round = (value: number): number => Number(value.toPrecision(15));
