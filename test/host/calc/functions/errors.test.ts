import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCalculator } from '../../../../src/host/calc';
import { bookOf, plain, sheetOf, type Entry } from '../workbook';

/** Names of all functions, the kinds of their arguments, and how many they need. */
const known = readFileSync(join(__dirname, '../golden/functions.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', ...kinds] = line.split(' ');
    return { name, needed: parseInt(kinds.pop() ?? '', 10), count: kinds.length };
  });

/** Those that do not pass on an error, or find something wrong with the ones beside it first. */
const others = [
  // They speak of errors, or leave them out.
  'COUNT COUNTA ERROR.TYPE ISBLANK ISERR ISERROR ISLOGICAL ISNA ISNONTEXT ISNUMBER ISREF ISTEXT TYPE',
  // They take areas, lists or functions, and no single number.
  'AVERAGEIF AVERAGEIFS COUNTBLANK COUNTIF COUNTIFS MAXIFS MINIFS RANK SUMIF SUMIFS',
  'DAVERAGE DCOUNT DCOUNTA DGET DMAX DMIN DPRODUCT DSTDEV DSTDEVP DSUM DVAR DVARP',
  'BYCOL BYROW MAKEARRAY MAP REDUCE SCAN GROWTH PERCENTILE.EXC TREND',
  // Positions and counts have to be numbers.
  'CHOOSECOLS CHOOSEROWS DROP EXPAND SORT SORTBY TAKE',
  // What stands in for a value that is found is not asked for.
  'FILTER TEXTAFTER TEXTBEFORE XLOOKUP',
].join(' ').split(' ').sort(); // prettier-ignore

test('an error in any argument is what a function gives', () => {
  const calls = known.flatMap(({ name, needed, count }) =>
    Array.from({ length: Math.max(needed, count) }, (_, at) => {
      const args = Array<string>(Math.max(needed, at + 1)).fill('1');
      return { name, formula: `=${name}(${args.with(at, 'NA()').join(',')})` };
    }),
  );
  const cells = calls.map(({ formula }): Entry[] => [formula]);
  const book = bookOf([sheetOf('Sheet1', cells)]);
  createCalculator(book).calculateAll();
  const found = calls.filter((_, i) => plain(book.sheets[0]!.cells[i]![0]?.value) !== '#N/A');
  expect([...new Set(found.map(({ name }) => name))].sort()).toEqual(others);
});
