import { unzipSync } from 'fflate';
import { LANGS } from '../../src/messages';
import { walk } from './path';
import { visits } from './visit';

const open = visits();

/** The same path in each language: Chinese, or what `SEED=1` and `SEED=2` draw. */
const lang = LANGS[Number(process.env['SEED'] ?? 0) % LANGS.length] ?? 'zh-CN';

// Pictures of the same path in English stand in docs/path.md.
test('from an empty workbook to a signed bet and a deck, led by what is next', async () => {
  const visit = await open(`lang=${lang}&model=empty`);
  const { pane, say, tab } = visit;
  const { template, deck, book, name } = await walk(visit);
  expect(name).toBe('APPFI Contoso.xlsx');
  expect(template.sheets.length).toBeGreaterThan(1);
  const slides = Object.keys(unzipSync(deck)).filter((name) => /slides\/slide\d+\.xml$/.test(name));
  expect(slides.length).toBeGreaterThan(5);
  const rowsOf = (name: string, header: string) => {
    for (const sheet of book.sheets)
      for (const { name: found, area, columns } of sheet.tables)
        if (found === name) {
          const at = area.column + columns.findIndex((one) => one.name === header);
          return sheet.cells
            .slice(area.row + 1, area.row + area.rows)
            .map((row) => row?.[at]?.value ?? null)
            .filter((value) => value !== null && value !== '');
        }
    return [];
  };
  expect(rowsOf('Terms', say('bet.column.code'))).toEqual(['M1', 'M2', 'M3', 'M4']);
  expect(rowsOf('Ledger', say('bet.ledger.no'))).toEqual([1, 2]);

  // Every number is what its rule means.
  await tab('checks');
  await pane.getByText(say('pane.checks.ok'), { exact: true }).waitFor();
  const agree = say('pane.trust.agree', { cells: 'N' }).replaceAll('N', '[\\d,]+');
  await pane.getByText(new RegExp(agree)).waitFor();
});
