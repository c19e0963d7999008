import { unzipSync } from 'fflate';
import { walk } from './path';
import { visits } from './visit';

const open = visits();

// Pictures of the same path in English stand in docs/path.md.
test('from an empty workbook to a signed bet and a deck, led by what is next', async () => {
  const visit = await open('lang=zh-CN&model=empty');
  const { template, deck, book } = await walk(visit);
  expect(template.sheets.length).toBeGreaterThan(1);
  const slides = Object.keys(unzipSync(deck)).filter((name) => /slides\/slide\d+\.xml$/.test(name));
  expect(slides.length).toBeGreaterThan(5);
  const rowsOf = (name: string, header: RegExp) => {
    for (const sheet of book.sheets)
      for (const { name: found, area, columns } of sheet.tables)
        if (found === name) {
          const at = area.column + columns.findIndex((one) => header.test(one.name));
          return sheet.cells
            .slice(area.row + 1, area.row + area.rows)
            .map((row) => row?.[at]?.value ?? null)
            .filter((value) => value !== null && value !== '');
        }
    return [];
  };
  expect(rowsOf('Terms', /^代号$/)).toEqual(['M1', 'M2', 'M3', 'M4']);
  expect(rowsOf('Ledger', /^序号$/)).toEqual([1, 2]);

  // Every number is what its rule means.
  const { pane, say, tab } = visit;
  await tab('checks');
  await pane.getByText(say('pane.checks.ok'), { exact: true }).waitFor();
  const agree = say('pane.trust.agree', { cells: 'N' }).replaceAll('N', '[\\d,]+');
  await pane.getByText(new RegExp(agree)).waitFor();
});
