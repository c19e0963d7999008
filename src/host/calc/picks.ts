import type { FormulaCell } from './graph';
import { cellNumber, type Ref } from './ref';

/** The cells that a formula has read of the areas of which its functions pick some, as it was computed. */
export class Picks {
  private readonly places = new Map<Ref, number[]>();
  private readonly whole = new Set<Ref>();

  /** It reads a cell of an area, or all of it where a place is below 0. */
  add(area: Ref, row: number, column: number): void {
    if (row < 0 || column < 0) {
      this.whole.add(area);
      return;
    }
    const places = this.places.get(area);
    const place = cellNumber(area.top + row, area.left + column);
    if (places) places.push(place);
    else this.places.set(area, [place]);
  }

  /** The cells of an area, undefined where it may be any. */
  of(area: Ref): readonly number[] | undefined {
    return this.whole.has(area) ? undefined : (this.places.get(area) ?? []);
  }
}

/** The formulas that read an area; of some it is known which cells of it they read. */
export class Readers {
  /** Those that may read any of its cells. Most areas have one: there are as many areas as formulas. */
  private first?: FormulaCell;
  private more?: Set<FormulaCell>;
  /** The others. Most areas have none. */
  private picking?: {
    places: Map<FormulaCell, readonly number[]>;
    cells: Map<number, Set<FormulaCell>>;
  };

  /** @param places the cells that it reads, undefined where it may be any */
  set(cell: FormulaCell, places?: readonly number[]): void {
    if (!places) {
      this.forget(cell);
      if (!this.first || this.first === cell) this.first = cell;
      else (this.more ??= new Set()).add(cell);
      return;
    }
    this.remove(cell);
    this.picking ??= { places: new Map(), cells: new Map() };
    this.picking.places.set(cell, places);
    for (const place of places) {
      const readers = this.picking.cells.get(place);
      if (readers) readers.add(cell);
      else this.picking.cells.set(place, new Set([cell]));
    }
  }

  remove(cell: FormulaCell): void {
    if (this.first === cell) this.first = undefined;
    this.more?.delete(cell);
    this.forget(cell);
  }

  /** What is known of the cells that it reads. */
  private forget(cell: FormulaCell): void {
    if (!this.picking) return;
    const { places, cells } = this.picking;
    for (const place of places.get(cell) ?? []) cells.get(place)!.delete(cell);
    places.delete(cell);
  }

  /** Those that may read any of its cells. */
  anywhere(visit: (reader: FormulaCell) => void): void {
    if (this.first) visit(this.first);
    this.more?.forEach((reader) => visit(reader));
  }

  all(visit: (reader: FormulaCell) => void): void {
    this.anywhere(visit);
    this.picking?.places.forEach((_, reader) => visit(reader));
  }

  /** Those that read a cell, but for those that may read any. */
  at(row: number, column: number): Iterable<FormulaCell> {
    return this.picking?.cells.get(cellNumber(row, column)) ?? [];
  }
}

/** What a formula's areas know of it from now on. */
export function keep(cell: FormulaCell, picks: Picks | undefined): void {
  if (!picks && !cell.hasPicks) return;
  for (const area of cell.picked) area.readers.set(cell, picks?.of(area));
  cell.hasPicks = picks !== undefined;
}
