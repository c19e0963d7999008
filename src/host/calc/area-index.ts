interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const level = (extent: number) => (extent <= 1 ? 0 : 32 - Math.clz32(extent - 1));

/**
 * Finds the areas that contain a cell. An area is filed in the grid whose squares are as large as
 * the area itself, so it lies in at most four squares and a cell is looked up once per grid.
 */
export class AreaIndex<T extends Bounds> {
  private readonly grids = new Map<
    number,
    { rows: number; columns: number; squares: Map<number, T[]> }
  >();

  add(area: T): void {
    const rows = level(area.bottom - area.top + 1);
    const columns = level(area.right - area.left + 1);
    const key = rows * 32 + columns;
    let grid = this.grids.get(key);
    if (!grid) this.grids.set(key, (grid = { rows, columns, squares: new Map() }));
    for (let row = area.top >> rows; row <= area.bottom >> rows; row++) {
      for (let column = area.left >> columns; column <= area.right >> columns; column++) {
        const square = row * 16_384 + column;
        const filed = grid.squares.get(square);
        if (filed) filed.push(area);
        else grid.squares.set(square, [area]);
      }
    }
  }

  containing(
    row: number,
    column: number,
    visit: (area: T, row: number, column: number) => void,
  ): void {
    for (const { rows, columns, squares } of this.grids.values()) {
      const filed = squares.get((row >> rows) * 16_384 + (column >> columns));
      if (!filed) continue;
      for (const area of filed) {
        if (row < area.top || row > area.bottom || column < area.left || column > area.right)
          continue;
        visit(area, row, column);
      }
    }
  }
}
