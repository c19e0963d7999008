import { formats } from '../office';
import { columnLetters } from '../rules';
import type { Cell } from '../book';
import type { Issue } from './ask';
import { isBlank, rowsIn, type Found } from './grid';
import { shownOf } from './words';

/** What a cell says by its looks, and not in words. */
type Mark = string;
interface Marked {
  row: number;
  column: number;
}

const plainFills = new Set([undefined, formats.input.fill, formats.content.fill]);

function marksOf(cell: Cell | undefined): Mark[] {
  const { style, rich } = cell ?? {};
  const { fill, fontColor, strikethrough } = style ?? {};
  return [
    ...(plainFills.has(fill?.toUpperCase()) ? [] : [`fill ${fill}`]),
    ...(isVivid(fontColor) ? [`font ${fontColor}`] : []),
    ...(strikethrough || /<strike(?! val="(?:0|false)")/.test(rich ?? '') ? ['struck'] : []),
  ];
}

/** Red, green and their like; what templates and programs write in is dark, or the blue of inputs. */
function isVivid(color: string | undefined): boolean {
  if (color === undefined || ours.has(color.toUpperCase())) return false;
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) > 80;
}
const ours = new Set(Object.values(formats).map(({ color }) => color));

/**
 * Cells of a table that somebody has coloured or struck through, by mark. A colour that nearly all cells
 * of a column have is how the sheet looks, and says nothing.
 */
export function readMarks(found: Found, name: string): Issue[] {
  const { grid, header, positions } = found;
  const rows = rowsIn(grid).filter((row) => row > header && grid.givenIn(row).length > 0);
  const marked = new Map<Mark, Marked[]>();
  for (const column of [...new Set(positions.values())].sort((a, b) => a - b)) {
    const here = new Map<Mark, Marked[]>();
    for (const row of rows)
      for (const mark of marksOf(grid.sheet.cells[row]?.[column]))
        here.set(mark, [...(here.get(mark) ?? []), { row, column }]);
    for (const [mark, cells] of here)
      if (mark === 'struck' || cells.length < rows.length * nearlyAll)
        marked.set(mark, [...(marked.get(mark) ?? []), ...cells]);
  }
  const title = positions.get(name);
  const wordsOf = (row: number) => {
    const said = title === undefined ? null : grid.at(row, title);
    return isBlank(said) ? String(grid.givenIn(row)[0]?.value ?? '') : String(said);
  };
  return [...marked.values()].map((cells): Issue => {
    const names = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b).map(wordsOf);
    return {
      kind: 'marked',
      place: `${grid.sheet.name}!${areasOf(cells)}`,
      found: shownOf(names),
      column: '',
    };
  });
}

const nearlyAll = 0.9;
const mostAreas = 6;

/** Cells as addresses: those of a row that touch as one, and rows alike below each other. */
function areasOf(cells: readonly Marked[]): string {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const areas: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = areas.at(-1);
    if (last?.top === row && last.right === column - 1) last.right = column;
    else areas.push({ top: row, bottom: row, left: column, right: column });
  }
  const whole = areas.filter((one) => {
    const above = areas.find(
      ({ bottom, left, right }) =>
        bottom === one.top - 1 && left === one.left && right === one.right,
    );
    if (above) above.bottom = one.bottom;
    return !above;
  });
  const shown = whole.slice(0, mostAreas).map(({ top, bottom, left, right }) => {
    const first = `${columnLetters(left)}${top + 1}`;
    const last = `${columnLetters(right)}${bottom + 1}`;
    return first === last ? first : `${first}:${last}`;
  });
  return [...shown, ...(whole.length > mostAreas ? ['…'] : [])].join(', ');
}
