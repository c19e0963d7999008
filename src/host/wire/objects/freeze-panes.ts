import type { Sheet } from '../../../book';
import { MAX_COLUMNS, MAX_ROWS } from '../area';
import type { Kind } from '../kind';
import { invalidArgument } from '../refusal';
import { rangeGiven, rangeOf } from './place';

const count = (value: unknown): number => {
  const n = value ?? 1;
  if (!Number.isInteger(n) || (n as number) < 1) throw invalidArgument();
  return n as number;
};

export const freezePanes: Kind<Sheet> = {
  name: 'WorksheetFreezePanes',
  call: {
    FreezeRows: (sheet, [rows]) => void (sheet.freeze = { rows: count(rows), columns: 0 }),
    FreezeColumns: (sheet, [columns]) => void (sheet.freeze = { rows: 0, columns: count(columns) }),
    FreezeAt: (sheet, [frozen], engine) => {
      const { area } = rangeGiven(frozen, sheet, engine);
      sheet.freeze = {
        rows: area.rows === MAX_ROWS ? 0 : area.row + area.rows,
        columns: area.columns === MAX_COLUMNS ? 0 : area.column + area.columns,
      };
    },
    Unfreeze: (sheet) => void (sheet.freeze = { rows: 0, columns: 0 }),
    GetLocationOrNullObject: (sheet) => {
      const { rows, columns } = sheet.freeze;
      if (rows === 0 && columns === 0) return null;
      return rangeOf(sheet, {
        row: 0,
        column: 0,
        rows: rows || MAX_ROWS,
        columns: columns || MAX_COLUMNS,
      });
    },
  },
};
