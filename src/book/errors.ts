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

/** Small files may unfold into very large ones: what they may unfold into is counted. */
export class Allowance {
  constructor(
    private left: number,
    private readonly what: string,
  ) {}

  get remaining(): number {
    return this.left;
  }

  /** @throws OpenError once more has been spent than there was; what is given back is negative. */
  spend(amount: number): void {
    this.left -= amount;
    if (this.left < 0)
      throw new OpenError(
        'too-large',
        `The workbook has more ${this.what} than can be opened. Remove what it does not need, save it, and try again.`,
      );
  }
}
