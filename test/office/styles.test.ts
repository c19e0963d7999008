import { CancelledError } from '../../src/office';
import { Desk, engagementOf, laidOut } from '../support/desk';

const named = (desk: Desk, table: string, row: string | number, header: string) =>
  desk.cell(table, row, header)?.style?.named;

test('cells follow styles in the words of the workbook, inputs in blue and formulas in black', async () => {
  const desk = await laidOut();
  expect(desk.at('Guide', 'B1')?.style?.named).toBe('APPFI Title');
  expect(named(desk, 'Asks', 's.ask.1', 'Pick')).toBe('APPFI Input');
  expect(named(desk, 'Asks', 's.ask.1', 'Origin')).toBe('APPFI Calculation');
  const look = (name: string) => desk.host.book.styles.find((one) => one.name === name)?.look;
  expect(look('APPFI Input')).toMatchObject({ fontColor: '#1F3FBF', fill: '#FFF8DB' });
  expect(look('APPFI Calculation')).toMatchObject({ fontColor: '#1F2933' });
  expect(look('APPFI Input money')).toMatchObject({ numberFormat: '#,##0' });

  const chinese = new Desk();
  await chinese.layOut(engagementOf(), { lang: 'zh-CN' });
  expect(chinese.host.book.styles.map(({ name }) => name)).toContain('APPFI 输入 金额');
});

test('the legend shows each style by its name', async () => {
  const desk = await laidOut();
  const guide = desk.host.book.sheets.find(({ name }) => name === 'Guide');
  const legend = guide!.cells.flatMap((row) =>
    row[1]?.value === row[1]?.style?.named ? [row[1]?.value] : [],
  );
  expect(legend).toEqual([
    'APPFI Input',
    'APPFI Catalog text',
    'APPFI Calculation',
    'APPFI Output',
    'APPFI Attention',
    'APPFI Alarm',
    'APPFI Picked',
  ]);
});

test('a style that someone changed stays so, also for sheets that are put back', async () => {
  const desk = await laidOut();
  await desk.act(({ workbook }) => {
    workbook.styles.getItem('APPFI Input').fill.color = '#ABCDEF';
    workbook.styles.getItem('APPFI Header').delete();
    workbook.worksheets.getItem('Costs').delete();
  });
  await desk.repair();
  const styles = new Map(desk.host.book.styles.map(({ name, look }) => [name, look]));
  expect(styles.get('APPFI Input')?.fill).toBe('#ABCDEF');
  expect(styles.get('APPFI Header')?.bold).toBe(true);
  const costs = desk.host.book.sheets.find(({ name }) => name === 'Costs');
  const fills = costs!.cells
    .flat()
    .flatMap((cell) => (cell?.style?.named === 'APPFI Input' ? [cell.style.fill] : []));
  expect(new Set(fills)).toEqual(new Set(['#ABCDEF']));
});

test('a layout that is cancelled leaves no style behind', async () => {
  const desk = new Desk();
  const controller = new AbortController();
  const options = {
    signal: controller.signal,
    batchBytes: 60_000,
    onProgress: () => controller.abort(),
  };
  await expect(desk.layOut(engagementOf(), options)).rejects.toThrow(CancelledError);
  expect(desk.host.book.styles).toEqual([]);
});
