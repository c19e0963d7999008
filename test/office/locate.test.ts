import { failureText } from '../../src/messages';
import { locate } from '../../src/office';
import { described, Small, type Parts } from './small';
import type { SheetSpec } from '../../src/workbook';

/** Which cell a text names; what stands nowhere is told with what comes near. */

const twice = ({ pains }: Parts) => {
  pains.rows.push({ id: '', cells: {} });
};
const spec = described(twice);

const finder = {
  refAt: (sheet: string, row: number, column: number) =>
    sheet === 'Main' && row === 0 ? { kind: 'name', name: `${column}` } : undefined,
  rows: (table: string) => (table === 'Progress' ? 1 : 5),
};

const at = (text: string, row?: string, sheets: SheetSpec[] = spec.sheets) =>
  small
    .then(({ host }) =>
      host.run((context) =>
        locate(context, { spec: { ...spec, sheets } } as never, finder as never, text, row),
      ),
    )
    .then(
      (found) =>
        'own' in found
          ? [found.own.sheet, found.own.row, found.own.column].join(' ')
          : Object.values(found.ref).join(' '),
      (error: unknown) => String(failureText('en', error).text),
    );
const small = Small.of();

test('cells by their address, quoted or not, as far as a sheet goes', async () => {
  expect(await at('Else!B4')).toBe('Else 3 1');
  expect(await at('Main!$C$1')).toBe('name 2');
  expect(await at("'It''s'!aa10")).toBe("It's 9 26");
  expect(await at('Else!XFD1048576')).toBe('Else 1048575 16383');
  for (const gone of ['Else!A0', 'Else!A1048577', 'Else!XFE1', 'Else!ZZZ9999999'])
    expect(await at(gone)).toContain(gone);
});

test('areas and tables are more than one cell', async () => {
  const one = await at('Else!A1:B2');
  expect(one.replace('Else!A1:B2', '')).toBe((await at('Progress')).replace('Progress', ''));
  for (const many of ["'My sheet'!A1:B2", 'Else!A:B', 'Else!$3:4', 'painpoints', 'pain'])
    expect((await at(many)).replace(many, '')).toBe(one.replace('Else!A1:B2', ''));
});

test('names, whatever their case, and those of somebody’s own', async () => {
  expect(await at('engagement.client')).toBe('name Engagement.Client');
  await (
    await small
  ).act(({ workbook }) => {
    const main = workbook.worksheets.getItem('Main');
    workbook.names.add('Mine', workbook.worksheets.getItem('Other').getRange('C7'));
    workbook.names.add('Title', main.getRange('D1'));
  });
  expect([await at('Mine'), await at('Title')]).toEqual(['Other 6 2', 'name 3']);
  expect(await at('Engagement.Clint')).toContain('Engagement.Client');
});

test('columns by their ids or headers, rows by their ids or numbers', async () => {
  expect(await at('PainPoints[Item]', 'p2')).toBe('cell PainPoints 1 item');
  expect(await at('pain[ITEM]', '5')).toBe('cell PainPoints 4 item');
  expect(await at('PainPoints[item]', '1')).toBe('cell PainPoints 0 item');
  expect(await at('Progress[Done]')).toBe('cell Progress 0 done');
  const [which, none] = [await at('PainPoints[item]'), await at('PainPoints[item]', '6')];
  expect([which, none].every((text) => text.includes('PainPoints') && text.includes('5'))).toBe(
    true,
  );
  expect(which).not.toBe(none);
  const others = ['0', '1.5', '', 'p9', '-1'];
  for (const row of others)
    expect((await at('PainPoints[item]', row)).replace(row, '')).toBe(none.replace('6', ''));
  expect(await at('PainPoint[item]')).toContain('PainPoints');
  expect(await at('PainPoints[itm]')).toMatch(/itm.*item/s);
});
