import {
  ICommandService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type ICellData,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import {
  SetFormulaCalculationNotificationMutation,
  UniverFormulaEnginePlugin,
  type ISetFormulaCalculationNotificationMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation, UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { CellError } from '../../src/book';
import type { PlainSheet } from './inA1';
import type { Engine } from './index';

const unitId = 'peer';

const cellData = ({ cells }: PlainSheet): Record<number, Record<number, ICellData>> => {
  const data: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, input, isFormula } of cells)
    (data[row] ??= {})[column] = isFormula
      ? { f: String(input) }
      : { v: input instanceof CellError ? input.code : input };
  return data;
};

export async function univer(sheets: readonly PlainSheet[]): Promise<Engine> {
  const engine = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  engine.registerPlugin(UniverFormulaEnginePlugin);
  engine.registerPlugin(UniverSheetsPlugin);
  engine.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.FORCED,
  });
  const commands = engine.__getInjector().get(ICommandService);
  let calculated = () => {};
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationNotificationMutation.id) return;
    const { functionsExecutedState } = params as ISetFormulaCalculationNotificationMutation;
    if (functionsExecutedState !== undefined) calculated();
  });
  const calculation = () => new Promise<void>((done) => (calculated = done));
  const data: Partial<IWorkbookData> = {
    id: unitId,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(
      sheets.map((sheet) => [
        sheet.id,
        {
          id: sheet.id,
          name: sheet.name,
          cellData: cellData(sheet),
          rowCount: sheet.rows + 1,
          columnCount: sheet.columns + 1,
        },
      ]),
    ),
  };
  const first = calculation();
  const book = engine.createUnit<Partial<IWorkbookData>, Workbook>(
    UniverInstanceType.UNIVER_SHEET,
    data,
  );
  await first;
  return {
    edit: async ({ id }, row, column, v) => {
      const edited = calculation();
      const cellValue = { [row]: { [column]: { v } } };
      await commands.executeCommand(SetRangeValuesMutation.id, {
        unitId,
        subUnitId: id,
        cellValue,
      });
      await edited;
    },
    value: ({ id }, row, column) => book.getSheetBySheetId(id)?.getCellRaw(row, column)?.v,
    close: () => engine.dispose(),
  };
}
