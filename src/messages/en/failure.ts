import type { failure as base } from '../zh-CN/failure';

export const failure: Record<keyof typeof base, string> = {
  'failure.cancelled': 'Cancelled. Nothing was left behind.',
  'failure.not-ours':
    'This workbook holds no APPFI engagement. Lay one out in it, or use a workbook that APPFI laid out.',
  'failure.newer-layout':
    'A newer version of APPFI ({addIn}) laid this workbook out. Update APPFI first.',
  'failure.unknown-catalog': 'The model catalog “{catalog}” is not here. Open its file as well.',
  'failure.catalog-other':
    'This workbook is not planned from {catalog} but from {has}. Use a newer version of one of its own models.',
  'failure.catalog-older':
    '{catalog} {version} is older than what the workbook has ({has}). Use a newer file.',
  'failure.gone':
    'What this needs is no longer in the workbook: a row, table, column or sheet was deleted or renamed. Check and repair the workbook, or undo the deletion.',

  'failure.not-xlsx': 'This is not an Excel workbook. Use a file that Excel saved as .xlsx.',
  'failure.encrypted':
    'The workbook is protected with a password. Open it in Excel, remove the password, save it, and try again.',
  'failure.broken':
    'The workbook is damaged. Open it in Excel, let Excel repair and save it, and try again.',
  'failure.too-large':
    'The file is too large. Remove in Excel what is not needed, save it, and try again.',
  'failure.old-xls':
    'This is an old .xls file. Open it in Excel, save it as .xlsx, and use that file.',
  'failure.not-template':
    'This is no APPFI template, or what was sent with it is gone. If you have it as it was sent, give that file too.',
  'failure.damaged':
    'What was sent in this file was changed and cannot be relied on. If you have it as it was sent, give that file too.',
  'failure.newer': 'This file was made by a newer version of APPFI. Update APPFI, then try again.',

  'failure.cell-edit': 'A cell is being edited. Finish with Enter or Esc, then try again.',
  'failure.access-denied':
    'Excel does not allow the change: the workbook or a sheet may be protected or read-only. Unprotect it and try again.',
  'failure.item-not-found':
    'A sheet, table or name that is needed is gone from the workbook. Repair the workbook, then try again.',
  'failure.change-too-large':
    'The change is larger than Excel allows at once. Close other workbooks and try again, or use Excel on the desktop.',
  'failure.busy': 'Excel is busy. Wait a moment, then try again.',
  'failure.offline': 'Excel’s service cannot be reached. Check the network, then try again.',
  'failure.not-loaded':
    'A part of the pane could not be loaded. Check the network, then reload the pane; nothing in the workbook is lost.',
};
