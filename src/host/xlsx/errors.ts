export type OpenErrorCode = 'not-xlsx' | 'encrypted' | 'broken' | 'too-large' | 'old-xls';

/** Why a file could not be opened; the message says what to do about it. */
export class OpenError extends Error {
  override readonly name = 'OpenError';
  constructor(
    readonly code: OpenErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const broken = (detail: string) =>
  new OpenError(
    'broken',
    `The workbook is damaged (${detail}). Open it in Excel, let Excel repair it, and save it again.`,
  );
