import { codeOf, Failure, message } from '../messages';
import { isFresh, type Underway } from './journal';

/** The user stopped the work; nothing half-made is left behind. */
export class CancelledError extends Failure {
  constructor() {
    super('cancelled');
  }
}

/** The workbook was not laid out by this add-in. */
export class NotOursError extends Failure {
  constructor() {
    super('not-ours');
  }
}

/** A later version of the add-in laid the workbook out. */
export class NewerLayoutError extends Failure {
  constructor(addIn: string) {
    super('newer-layout', { addIn });
  }
}

/** Sheets that would be written are protected; nothing has been. */
export class SheetProtectedError extends Failure {
  constructor(sheets: readonly string[]) {
    super('sheet-protected', { sheets: sheets.join(', ') });
  }
}

/** The workbook counts days from 1904: ours and Excel's dates would be four years apart. */
export class DateSystemError extends Failure {
  constructor() {
    super('date-1904');
  }
}

/** What is to be written came with a later layout than the workbook's: a refresh brings it. */
export class EarlierLayoutError extends Failure {
  /** @param addIn the version that laid it out */
  constructor(addIn: string) {
    super('earlier-layout', { addIn });
  }
}

/** A table, row, column or named cell that is to be written is no longer in the workbook. */
export class GoneError extends Failure {
  constructor(place: string) {
    super('gone', { place });
  }
}

/** A catalog that cannot take the place of the one a workbook was laid out from. */
export class NotUpgradableError extends Failure {
  /**
   * @param reason other: the workbook is not planned from it · older: it is an earlier version · former: it
   *   was given as what the workbook was made from, and is not
   * @param has the version that the workbook has, or the catalogs it is planned from
   */
  constructor(reason: 'other' | 'older' | 'former', catalog: string, version: string, has: string) {
    super(`catalog-${reason}`, { catalog, version, has });
  }
}

/** A workbook does not carry the edition that it was made from, and nobody has decided to take another as a whole. */
export class UnknownEditionError extends Failure {
  constructor(catalog: string, version: string) {
    super('edition-unknown', { catalog, version });
  }
}

/** Others changed the places of what was to be written, again and again; nothing is written. */
export class MovedError extends Failure {
  constructor() {
    super('moved');
  }
}

/** A change of another pane is under way in the workbook, or was begun and broken off. */
export class UnderwayError extends Failure {
  /** Whether whoever makes it is still at it. */
  readonly isLive: boolean;

  constructor(readonly underway: Underway) {
    const { task, at } = underway;
    const isLive = isFresh(underway);
    super(isLive ? 'underway' : 'broken-off', (lang) => ({
      task: message(lang, `task.${task}`),
      at: at.slice(11, 16),
    }));
    this.isLive = isLive;
  }
}

/** A change failed, and so did taking it back: the workbook keeps what that takes. */
export class NotTakenBackError extends Failure {
  /** @param cause why it could not be taken back */
  constructor(
    failed: unknown,
    override readonly cause: unknown,
  ) {
    super('not-taken-back', { code: codeOf(failed) });
  }
}
