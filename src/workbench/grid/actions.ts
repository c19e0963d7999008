import { toCol } from '@borgar/fx';
import type { IAutoFillCommandParams } from '@univerjs/sheets';
import type { ChangedArea, Host } from '../../host';
import { spanning } from '../../host/wire/area';
import type { Entry } from '../../host/wire/edit';
import type { Area } from '../../book';
import type { Copied } from '../cells/copy';
import { fill } from '../cells/fill';
import { overwritten } from '../cells/overwritten';
import { destination, type Key } from '../cells/keys';
import type { Screen } from './screen';
import { areaFrom, oppositeOf, type CellPlace } from './selection';

export interface ActionEvents {
  /** Something is typed, pasted or taken back: what was told of the last is old. */
  onAttempt(): void;
  /** Formulas would be lost: `go` does it all the same. */
  onOverwrite(formulas: number, go: () => void): void;
  /** The host refused what was typed. */
  onRefused(error: unknown): void;
  /** What was pasted or filled stands, though some of it is not what its cells ask for. */
  onUnfit(cells: readonly string[]): void;
}

/** What a person does to cells, done by the host and then shown. */
export class Actions {
  constructor(
    private readonly host: Host,
    private readonly screen: Screen,
    private readonly events: ActionEvents,
    /** Brings a sheet to the front and selects an area of it. */
    private readonly reveal: (sheet: string, area: Area) => void,
  ) {}

  type(sheet: string, place: CellPlace, input: string | number | boolean): void {
    this.sparing(sheet, place, [[input]], () => this.host.edit(sheet, addressOf(place), input));
  }

  /** Inputs here and there, in one step. */
  typeAll(sheet: string, inputs: readonly (CellPlace & { input: Entry })[]): void {
    const [at, entries] = gathered(inputs);
    this.sparing(sheet, at, entries, () => this.host.enter(sheet, at, entries));
  }

  /** Writes entries into the sheet in front from the first cell of an area on, and selects them. */
  put(at: Area, entries: readonly (readonly Entry[])[], cutFrom?: Copied): void {
    const { front } = this.screen;
    this.sparing(front, at, entries, () => {
      const unfit = this.host.enter(front, at, entries, cutFrom);
      this.reveal(front, { ...at, rows: entries.length, columns: entries[0]?.length ?? 1 });
      if (unfit.length > 0) this.events.onUnfit(unfit.map(addressOf));
    });
  }

  /** @returns whether the cells were filled: drawn in, they are Univer's to clear */
  fill({ sourceRange, targetRange, applyType }: IAutoFillCommandParams): boolean {
    const all = areaFrom(targetRange);
    const filled = fill(this.screen.sheet, areaFrom(sourceRange), all, applyType === 'COPY');
    if (!filled) return false;
    const { entries, ...at } = filled;
    this.put({ ...at, rows: 1, columns: 1 }, entries);
    this.screen.select(all);
    return true;
  }

  undo(): void {
    this.pass(this.host.undo);
  }

  redo(): void {
    this.pass(this.host.redo);
  }

  private pass(step: () => ChangedArea | undefined): void {
    this.attempt(() => {
      const at = step();
      if (at) this.reveal(at.sheet, at.area);
    });
  }

  /** @returns whether the key leads to another cell */
  move(key: Key, extend: boolean): boolean {
    const { selected } = this.screen;
    const page = this.screen.geometry?.rows ?? 20;
    const from = selected && (extend ? oppositeOf(selected) : selected);
    const to = from && destination(this.screen.sheet, from, key, page);
    if (!selected || !to) return false;
    if (extend) this.screen.select(spanning(selected, to), selected);
    else this.screen.select({ ...to, rows: 1, columns: 1 });
    return true;
  }

  /** Asks first where formulas would be lost. */
  private sparing(
    sheet: string,
    at: CellPlace,
    entries: readonly (readonly Entry[])[],
    act: () => void,
  ): void {
    const formulas = overwritten(this.screen.sheetOf(sheet), at, entries);
    if (formulas === 0) this.attempt(act);
    else this.events.onOverwrite(formulas, () => this.attempt(act));
  }

  private attempt(act: () => void): void {
    try {
      this.events.onAttempt();
      act();
    } catch (error) {
      this.events.onRefused(error);
    }
  }
}

const addressOf = ({ row, column }: CellPlace): string => `${toCol(column)}${row + 1}`;

/** Inputs here and there as one area, in which null leaves a cell alone. */
function gathered(
  inputs: readonly (CellPlace & { input: Entry })[],
): [at: CellPlace, entries: Entry[][]] {
  const [top, left] = [
    inputs.reduce((least, { row }) => Math.min(least, row), Infinity),
    inputs.reduce((least, { column }) => Math.min(least, column), Infinity),
  ];
  const bottom = inputs.reduce((most, { row }) => Math.max(most, row), 0);
  const right = inputs.reduce((most, { column }) => Math.max(most, column), 0);
  const entries = Array.from({ length: bottom - top + 1 }, () =>
    Array<Entry>(right - left + 1).fill(null),
  );
  for (const { row, column, input } of inputs) entries[row - top]![column - left] = input;
  return [{ row: top, column: left }, entries];
}
