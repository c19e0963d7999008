/** Runs a batch against the workbook: Excel's own in Excel, the host's on the try-it page. */
export type Run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The requirement set that everything here is written for. */
export const requiredApi = '1.13';

/** Waits for a cell that is being edited, instead of failing. */
export const runInExcel: Run = (batch) => Excel.run({ delayForCellEdit: true }, batch);
