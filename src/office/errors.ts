/** The user stopped the work; nothing half-made is left behind. */
export class CancelledError extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'CancelledError';
  }
}

/** The workbook was not laid out by this add-in. */
export class NotOursError extends Error {
  constructor() {
    super('This workbook holds no APPFI engagement');
    this.name = 'NotOursError';
  }
}

/** A later version of the add-in laid the workbook out. */
export class NewerLayoutError extends Error {
  constructor(readonly addIn: string) {
    super(`This workbook was laid out by add-in ${addIn}`);
    this.name = 'NewerLayoutError';
  }
}

/** A table, row, column or named cell that is to be written is no longer in the workbook. */
export class GoneError extends Error {
  constructor(readonly place: string) {
    super(`Gone from the workbook: ${place}`);
    this.name = 'GoneError';
  }
}

/** A catalog that cannot take the place of the one a workbook was laid out from. */
export class NotUpgradableError extends Error {
  constructor(
    /** other: the workbook is not planned from it · older: it is an earlier version */
    readonly reason: 'other' | 'older',
    readonly catalog: string,
    readonly version: string,
    /** The version that the workbook has, or the catalogs it is planned from. */
    readonly has: string,
  ) {
    super(`Catalog ${catalog} ${version} is no upgrade: ${reason} (${has})`);
    this.name = 'NotUpgradableError';
  }
}
