import { MESSAGES } from '../messages';
import { findTable, givenIn, rowsIn, type Grid } from './grid';
import type { Issue } from './ask';
import { cellPlace } from './readTable';
import { isMark, type Sent } from './sent';
import { bare } from './words';

/** What people wrote where nothing was asked: above the tables, and on sheets of their own. */
export function readStrays(sent: Sent, grids: readonly Grid[], asked: ReadonlySet<Grid>): Issue[] {
  const texts = new Set(sent.texts.map(bare));
  const entries = new Set(
    sent.lists.flatMap((list) => list.entries.map(([, label]) => bare(label))),
  );
  return grids.flatMap((grid) => {
    if (isInstructions(sent, grid) || holdsSent(grid)) return [];
    // Some programs make a very hidden sheet a hidden one: the lists then look like anybody's.
    const isOurs = (word: string) =>
      texts.has(word) || (grid.sheet.visibility === 'Hidden' && entries.has(word));
    const table = asked.has(grid)
      ? sent.tables.find((one) => findTable(one, [grid]).length > 0)
      : undefined;
    const until = table ? (findTable(table, [grid])[0]?.header ?? grid.rows) : grid.rows;
    const issues: Issue[] = [];
    for (const row of rowsIn(grid).filter((one) => one < until))
      for (const { column, value } of givenIn(grid, row)) {
        if (isOurs(bare(value))) continue;
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

/** The first sheet holds nothing to take over but the respondent's name. */
function isInstructions({ lang }: Sent, grid: Grid): boolean {
  const known = new Set([
    bare(MESSAGES[lang]['template.howTo']),
    bare(MESSAGES[lang]['template.lead']),
  ]);
  return rowsIn(grid).some((row) =>
    givenIn(grid, row).some(({ column, value }) => column < 4 && known.has(bare(value))),
  );
}

/** The sheet with what was sent. */
function holdsSent(grid: Grid): boolean {
  for (let row = 0; row < Math.min(grid.rows, 20); row += 1)
    for (let column = 0; column < Math.min(grid.columns, 20); column += 1)
      if (isMark(grid.at(row, column))) return true;
  return false;
}
