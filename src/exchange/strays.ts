import { MESSAGES } from '../messages';
import { cellPlace, rowsIn, type Grid } from './grid';
import type { Issue } from './ask';
import { isMark, type Sent } from './sent';
import { bare } from './words';

/**
 * What people wrote where nothing was asked: above the tables, on the first sheet, and on sheets of
 * their own.
 * @param asked the sheets with tables, and the row of the table's header
 * @param respondent who answered: the only cell of the first sheet that is asked for
 */
export function readStrays(
  sent: Sent,
  grids: readonly Grid[],
  asked: ReadonlyMap<Grid, number>,
  respondent: string,
): Issue[] {
  const texts = new Set([...sent.texts, respondent].map(bare));
  const entries = new Set(
    sent.lists.flatMap((list) => list.entries.map(([, label]) => bare(label))),
  );
  return grids.flatMap((grid) => {
    if (holdsSent(grid)) return [];
    const isFirst = isInstructions(sent, grid);
    // Version 1 does not say what stands there.
    if (isFirst && sent.format === 'appfi-template/1') return [];
    const isCounted = isFirst ? countsOf(sent, grid, texts) : () => false;
    // Some programs make a very hidden sheet a hidden one: the lists then look like anybody's.
    const isOurs = (word: string) =>
      texts.has(word) || (grid.sheet.visibility === 'Hidden' && entries.has(word));
    const until = asked.get(grid) ?? grid.rows;
    const issues: Issue[] = [];
    for (const row of rowsIn(grid).filter((one) => one < until))
      for (const { column, value } of grid.givenIn(row)) {
        if (isOurs(bare(value)) || isCounted(row, column)) continue;
        issues.push({
          kind: 'stray',
          place: cellPlace(grid, row, column),
          found: String(value),
          column: '',
        });
      }
    return issues;
  });
}

/** The first sheet. */
function isInstructions({ lang }: Sent, grid: Grid): boolean {
  const known = new Set([
    bare(MESSAGES[lang]['template.howTo']),
    bare(MESSAGES[lang]['template.lead']),
  ]);
  return rowsIn(grid).some((row) =>
    grid.givenIn(row).some(({ column, value }) => column < 4 && known.has(bare(value))),
  );
}

/** Which cells of the first sheet say how far one is, also where a program has left only values. */
function countsOf({ lang }: Sent, grid: Grid, texts: ReadonlySet<string>) {
  const cell = (row: number, column: number) => grid.sheet.cells[row]?.[column];
  const holdsFormulas = grid.sheet.cells.some((row) => row?.some((one) => one?.formula));
  const said = (['template.filled', 'template.complete'] as const).map((key) => {
    const words = bare(MESSAGES[lang][key]).split(/\{\w+\}/);
    return (text: string) => words.every((word) => text.includes(word));
  });
  return (row: number, column: number): boolean => {
    if (holdsFormulas) return cell(row, column)?.formula !== undefined;
    const value = grid.at(row, column);
    if (typeof value !== 'number') return said.some((is) => is(bare(value)));
    return grid.givenIn(row).some((one) => one.column < column && texts.has(bare(one.value)));
  };
}

/** The sheet with what was sent. */
function holdsSent(grid: Grid): boolean {
  for (let row = 0; row < Math.min(grid.rows, 20); row += 1)
    for (let column = 0; column < Math.min(grid.columns, 20); column += 1)
      if (isMark(grid.at(row, column))) return true;
  return false;
}
