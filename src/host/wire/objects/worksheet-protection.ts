import type { Sheet } from '../../../book';
import type { Kind } from '../kind';
import { accessDenied, apiNotFound, invalidArgument } from '../refusal';

const OPTIONS: Record<string, boolean | string> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export const worksheetProtection: Kind<Sheet> = {
  name: 'WorksheetProtection',
  get: {
    Protected: ({ protection }) => protection !== undefined,
    Options: ({ protection }) => protection?.options ?? null,
  },
  call: {
    Protect: (sheet, [options, password]) => {
      if (sheet.protection) throw accessDenied();
      if (password) throw apiNotFound('sheet passwords');
      for (const name of Object.keys(options ?? {})) {
        if (!(name in OPTIONS)) throw invalidArgument(`There is no protection option "${name}".`);
      }
      sheet.protection = { options: { ...OPTIONS, ...options } };
    },
    Unprotect: (sheet) => {
      if (!sheet.protection) throw accessDenied();
      delete sheet.protection;
    },
  },
};
