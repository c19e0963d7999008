import { described, Small, type Parts } from './small';

/** What a small workbook looks like when it is laid out. */

const hiddenSheet = ({ other, notes }: Parts) => {
  other.visibility = 'VeryHidden';
  notes.columns[1]!.kind = 'date';
};

const patterns = (small: Small, sheet: string) =>
  small
    .sheet(sheet)
    .cells.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell?.style?.numberFormat ? [`${'ABCDEFGH'[c]}${r + 1} ${cell.style.numberFormat}`] : [],
      ),
    );

test('of a sheet that nobody sees numbers and days are shown as such, and no more is done', async () => {
  const small = await Small.of(described(hiddenSheet));
  expect(patterns(small, 'Other')).toEqual([
    ...['C2 #,##0.0#', 'C3 #,##0.0#', 'C12 yyyy-mm-dd', 'C13 yyyy-mm-dd'],
  ]);
  const { cells } = small.sheet('Other');
  expect(cells[0]?.[0]?.style?.fill).toBeUndefined();
});

test('cells that jump to a sheet do, and look like it', async () => {
  const small = await Small.of(
    described(({ notes }) => {
      notes.rows[1]!.links = { why: 'main' };
    }),
  );
  const jumps = (sheet: string) =>
    small
      .sheet(sheet)
      .cells.flatMap((row, r) =>
        (row ?? []).flatMap((cell, c) =>
          cell?.hyperlink ? [[r, c, cell.hyperlink.documentReference, cell.value]] : [],
        ),
      );
  expect(jumps('Other')).toEqual([[12, 2, 'appfi.sheet.main', 'b']]);
  expect(jumps('Main')).toEqual([[1, 3, 'appfi.sheet.other', 'See Other']]);
});
