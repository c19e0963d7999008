import type { pane as base } from '../zh-CN/pane';

export const pane: Record<keyof typeof base, string> = {
  'pane.intro': 'Pick and customise from a model catalog, and lay out a workbook that computes.',
  'pane.reading': 'Reading the workbook…',

  'pane.new': 'New engagement',
  'pane.client': 'Client',
  'pane.vendor': 'Vendor',
  'pane.model': 'Model',
  'pane.model.key-account': 'Key-account sales (five dimensions)',
  'pane.model.after-sales': 'After-sales service (four transformations)',
  'pane.model.both': 'Both models together',
  'pane.language': 'Language of the workbook',
  'pane.startDate': 'Start date',
  'pane.fee': 'Fee',
  'pane.currency': 'Currency',
  'pane.optional': 'All of it may stay empty and be filled in later, in the workbook.',
  'pane.fee.invalid': 'Enter a number of 0 or more, e.g. 100000.',

  'pane.layOut': 'Lay out workbook',
  'pane.layOut.busy': 'Laying out the workbook…',
  'pane.refresh': 'Refresh workbook',
  'pane.refresh.hint': 'Adds what is new in the catalog. Nothing that was typed is overwritten.',
  'pane.refresh.busy': 'Refreshing the workbook…',
  'pane.repair': 'Repair',
  'pane.repair.busy': 'Repairing the workbook…',
  'pane.readBack': 'Read back',
  'pane.readBack.busy': 'Reading back…',
  'pane.cancel': 'Cancel',
  'pane.cancelling': 'Cancelling…',
  'pane.tryAgain': 'Try again',

  'pane.laidOut': 'The workbook is laid out: {cells} cells written.',
  'pane.refreshed': 'Refreshed: {cells} cells brought up to date.',
  'pane.unchanged': 'The workbook is up to date; no cell had to change.',
  'pane.repaired': 'Repaired: {cells} cells written.',
  'pane.cancelled': 'Cancelled. Nothing was left behind.',
  'pane.cancelledRefresh': 'Cancelled. What was updated stays; refresh again to finish.',
  'pane.notLaidOut': 'Not laid out: settle what is listed below and try again.',

  'pane.noClient': 'Client not filled in',
  'pane.progress': 'Progress',
  'pane.progress.suggested': '{count} suggested',
  'pane.progress.picked': '{count} picked',
  'pane.progress.answered': '{answered} of {offered} answered',
  'pane.progress.owned': '{count} with owner',
  'pane.progress.share': '{step}: {answered} of {offered} answered',
  'pane.progress.missing': 'The Progress table was not found. Repair the workbook.',

  'pane.findings': 'Findings',
  'pane.findings.none': 'Nothing looks wrong.',
  'pane.findings.more': '{count} more…',
  'pane.severity.error': 'Error',
  'pane.severity.warning': 'Warning',
  'pane.severity.note': 'Note',

  'pane.sheets': 'Sheets',
  'pane.goTo': 'Go to “{sheet}”',

  'pane.data': 'Engagement data',
  'pane.data.hint': 'Everything that was picked and typed, as one JSON file.',
  'pane.copy': 'Copy',
  'pane.copied': 'Copied.',
  'pane.copyByHand': 'Could not copy by itself: the text is selected, press Ctrl+C (⌘C on a Mac).',
  'pane.download': 'Download',
  'pane.open': 'Open a file',
  'pane.open.engagement': 'Open an engagement (JSON)',
  'pane.open.engagement.hint':
    'Fills the workbook from the file; what the workbook already says stands.',
  'pane.open.catalog': 'Open your own catalog (JSON)',
  'pane.open.catalog.hint': 'Plan from a model of your own, instead of or besides those supplied.',
  'pane.opened.catalog': 'Catalog “{catalog}” is open: choose it under Model.',
  'pane.open.problems': '“{file}” cannot be used:',

  'pane.notExcel': 'Open this in Excel',
  'pane.notExcel.text':
    'This pane works inside Excel: choose APPFI Planning on the Home tab. Without Excel, npm start shows it in a browser.',
  'pane.tooOld': 'This Excel is too old',
  'pane.tooOld.text':
    'ExcelApi 1.13 is needed (Microsoft 365, Excel later than 2021, or Excel on the web). Update Excel, or open the workbook in Excel on the web.',

  'pane.error': 'Not done',
  'pane.error.not-ours':
    'This workbook holds no APPFI engagement. Start a new one, or open a workbook that this add-in laid out.',
  'pane.error.newer-layout':
    'A newer version ({addIn}) laid this workbook out. Update the add-in first.',
  'pane.error.unknown-catalog':
    'The model catalog “{catalog}” is not here. Open its file under “Open a file” first.',
  'pane.error.cell-edit': 'A cell is being edited. Finish with Enter or Esc, then try again.',
  'pane.error.access-denied':
    'Excel does not allow the change: the workbook or a sheet may be protected or read-only. Unprotect it and try again.',
  'pane.error.item-not-found':
    'A sheet, table or name that is needed is gone from the workbook. Repair the workbook, then try again.',
  'pane.error.too-large':
    'The change is larger than Excel allows at once. Close other workbooks and try again, or use Excel on the desktop.',
  'pane.error.busy': 'Excel is busy. Wait a moment, then try again.',
  'pane.error.offline': 'Excel’s service cannot be reached. Check the network, then try again.',
  'pane.error.other':
    'Something unexpected happened (code {code}). Try again; if it comes back, give support the code.',

  'pane.workbench.title': 'APPFI: try it without Excel',
  'pane.workbench.sheets': 'Sheets',
  'pane.workbench.grid': 'Workbook',
  'pane.workbench.download': 'Download .xlsx',
  'pane.workbench.open': 'Open .xlsx',
  'pane.workbench.example': 'Example',
  'pane.workbench.empty': 'Empty workbook',
  'pane.workbench.language': 'Language',
  'pane.workbench.theme': 'Dark pane',
  'pane.workbench.loading': 'Preparing the example…',
  'pane.workbench.entries': 'Values to choose from',
  'pane.workbench.dismiss': 'Dismiss',
  'pane.workbench.refused.DataValidation': 'This value does not fit what the cell asks for.',
  'pane.workbench.refused.AccessDenied': 'This cell is protected and cannot be changed.',
  'pane.workbench.refused.other': 'This change is not possible ({code}).',
  'pane.workbench.onlyCells':
    'Here only the content of cells can be changed; insert, delete and move in Excel.',
  'pane.workbench.open.not-xlsx':
    'This is not an Excel workbook. Choose a file that Excel saved as .xlsx.',
  'pane.workbench.open.encrypted':
    'The workbook is protected with a password. Open it in Excel, remove the password, save it, and choose it again.',
  'pane.workbench.open.broken':
    'The workbook is damaged. Open it in Excel, let Excel repair and save it, and choose it again.',
  'pane.workbench.open.too-large':
    'The file is too large. Remove in Excel what is not needed, save it, and choose it again.',
  'pane.workbench.open.old-xls':
    'This is an old .xls file. Open it in Excel, save it as .xlsx, and choose that file.',
};
