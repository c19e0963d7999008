import { DAYS_FROM_1904 } from '../../../book';
import { createCalculator } from '../../calc';
import { instance, type Kind } from '../kind';
import { invalidArgument } from '../refusal';
import { newBook } from '../sheets';

const result: Kind<number> = {
  name: 'FunctionResult',
  get: { Value: (value) => value, Error: () => '' },
};

/** What rests on no cell is computed apart, so that the workbook need not be. */
function constant(formula: string): unknown {
  const book = newBook();
  return createCalculator(book).evaluate(formula, { sheetId: book.activeSheet, row: 0, column: 0 });
}

/** Excel's functions without a cell; of them the one that tells where days are counted from. */
export const functions: Kind<null> = {
  name: 'Functions',
  call: {
    Date: (_, args, engine) => {
      if (!args.every((one) => typeof one === 'number')) throw invalidArgument();
      const serial = constant(`=DATE(${args.join(',')})`);
      if (typeof serial !== 'number') throw invalidArgument();
      return instance(result, engine.circumstances.from1904 ? serial - DAYS_FROM_1904 : serial);
    },
  },
};
