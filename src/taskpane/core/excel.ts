import { loadMessages } from '../../messages';

/** Runs a batch against the workbook: Excel's own in Excel, the host's on the try-it page. */
export type Run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The ExcelApi that everything here is written for, and the manifest asks for: the newest member that is used is `Table.resize`. */
export const requiredApi = '1.13';

/** Opens a file as a workbook of its own. @throws an Office.js error where Excel cannot */
export const openInExcel = async (file: Uint8Array): Promise<void> => {
  // In pieces: the arguments of one call are few.
  const pieces = Array.from({ length: Math.ceil(file.length / 8192) }, (_, i) =>
    String.fromCharCode(...file.subarray(i * 8192, (i + 1) * 8192)),
  );
  await Excel.createWorkbook(btoa(pieces.join('')));
};

/** Opens an empty workbook beside this one; the pane is opened there by whoever works in it. */
export const openEmptyInExcel = (): void => {
  Excel.createWorkbook().catch(() => undefined);
};

/** Waits for a cell that is being edited, instead of failing. A workbook may be in any of the languages. */
export const runInExcel: Run = async (batch) => {
  await loadMessages();
  return Excel.run({ delayForCellEdit: true }, batch);
};
