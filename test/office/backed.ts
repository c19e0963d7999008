import { takeBack } from '../../src/office/takeBack';
import type { Undo } from '../../src/office/undo';
import { Desk } from '../support/desk';

/** A table of three rows, and cells of somebody's beside. */
async function workbook() {
  const desk = new Desk();
  await desk.act(({ workbook: { worksheets, names } }) => {
    const sheet = worksheets.getItem('Sheet1');
    sheet.getRange('A1:B4').values = [
      ['Id', 'What'],
      ['a', 'one'],
      ['b', 'two'],
      ['c', 'three'],
    ];
    sheet.tables.add('A1:B4', true).name = 'T';
    sheet.getRange('D1:E2').values = [
      [1, 2],
      [3, 4],
    ];
    names.add('Corner', sheet.getRange('D1'));
  });
  return desk;
}

export type Act = Parameters<Desk['act']>[0];
export const sheet = ({ workbook: { worksheets } }: Excel.RequestContext) =>
  worksheets.getItem('Sheet1');
export const table = ({ workbook: { tables } }: Excel.RequestContext) => tables.getItem('T');
export const id = (desk: Desk, name = 'Sheet1') =>
  desk.host.book.sheets.find((one) => one.name === name)?.id ?? '';

/** The workbook after something was done to it, and steps were taken back. */
export async function after(act: Act | undefined, steps: (desk: Desk) => Undo[]): Promise<Desk> {
  const desk = await workbook();
  if (act) await desk.act(act);
  await desk.act((context) => takeBack(context, steps(desk)));
  return desk;
}

const said = (desk: Desk, rows: string[], columns = ['A', 'B']) =>
  rows.map((row) =>
    columns.map((column) => {
      const cell = desk.at('Sheet1', `${column}${row}`);
      return cell?.formula ?? cell?.value ?? '';
    }),
  );
export const beside = (desk: Desk) => said(desk, ['1', '2'], ['D', 'E']);
export const body = (desk: Desk) => said(desk, ['2', '3', '4', '5', '6']);
export const tables = ({ host: { book } }: Desk) => book.sheets.flatMap((one) => one.tables);
