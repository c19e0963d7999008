import type { IRender } from '@univerjs/engine-render';
import { SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Subscription } from 'rxjs';
import type { Sheet } from '../../book';

/** Pixels from the top left corner of the grid's window. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const mainViewport = 'viewMain';

/** Where cells and floating things are, while the grid scrolls under frozen panes. */
export class GridGeometry {
  private readonly scrolling: Subscription;

  constructor(
    private readonly render: IRender,
    onMove: () => void,
  ) {
    // The grid tells of every frame that it draws, moved or not.
    let before = this.where();
    this.scrolling = render
      .with(SheetScrollManagerService)
      .validViewportScrollInfo$.subscribe(() => {
        const now = this.where();
        if (now === before) return;
        before = now;
        onMove();
      });
  }

  /** Changes whenever something on the grid moves within its window. */
  private where(): string {
    const { scene } = this.render;
    const main = scene.getViewport(mainViewport);
    const { scaleX, scaleY } = scene.getAncestorScale();
    return [
      main?.left,
      main?.top,
      main?.viewportScrollX,
      main?.viewportScrollY,
      scaleX,
      scaleY,
    ].join();
  }

  dispose(): void {
    this.scrolling.unsubscribe();
  }

  /** The window of cells and headings within an element around it. */
  windowIn(element: HTMLElement): Box {
    const inner = this.render.engine.getCanvasElement().getBoundingClientRect();
    const outer = element.getBoundingClientRect();
    return {
      left: inner.left - outer.left,
      top: inner.top - outer.top,
      width: inner.width,
      height: inner.height,
    };
  }

  /** Rows of usual height that are seen at once. */
  get rows(): number {
    const main = this.render.scene.getViewport(mainViewport);
    const skeleton = this.render.with(SheetSkeletonManagerService).getCurrentSkeleton();
    const usual = skeleton?.getWorksheetConfig().defaultRowHeight ?? 20;
    return Math.max(1, Math.floor((main?.height ?? 0) / usual) - 1);
  }

  /** Whether the beginning of a cell is within the window, as far across as it is high. */
  sees(row: number, column: number): boolean {
    const box = this.cell(row, column);
    const { width } = this.render.engine.getCanvasElement().getBoundingClientRect();
    return !box || box.left + Math.min(box.width, box.height) <= width;
  }

  /** The window box of a cell, merged cells as one. */
  cell(row: number, column: number): Box | undefined {
    const skeleton = this.render.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (!skeleton) return undefined;
    const { mergeInfo: box } = skeleton.getCellWithCoordByIndex(row, column);
    return this.place(box.startX, box.startY, box.endX - box.startX, box.endY - box.startY);
  }

  /** The window box of a cell that neither a filter nor frozen rows and columns cover. */
  seen(
    { row, column }: { row: number; column: number },
    { freeze, hiddenRows }: Pick<Sheet, 'freeze' | 'hiddenRows'>,
  ): Box | undefined {
    const box = hiddenRows.has(row) ? undefined : this.cell(row, column);
    if (!box) return undefined;
    const across = column >= freeze.columns && freeze.columns > 0;
    const down = row >= freeze.rows && freeze.rows > 0;
    const left = across ? this.cell(row, freeze.columns - 1) : undefined;
    const top = down ? this.cell(freeze.rows - 1, column) : undefined;
    const covered =
      (left && box.left + box.width < left.left + left.width + 20) ||
      (top && box.top + box.height < top.top + top.height + 20);
    return covered ? undefined : box;
  }

  /** The window box of something that floats over the cells; `box` counts from the first cell. */
  floating(box: Box): Box | undefined {
    const skeleton = this.render.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (!skeleton) return undefined;
    const { rowHeaderWidth, columnHeaderHeight } = skeleton;
    return this.place(
      box.left + rowHeaderWidth,
      box.top + columnHeaderHeight,
      box.width,
      box.height,
    );
  }

  /** Frozen parts stay where they are; the rest moves with the main viewport. */
  private place(x: number, y: number, width: number, height: number): Box | undefined {
    const { scene } = this.render;
    const main = scene.getViewport(mainViewport);
    if (!main) return undefined;
    const { scaleX, scaleY } = scene.getAncestorScale();
    const left = x < main.left ? x : x - main.viewportScrollX;
    const top = y < main.top ? y : y - main.viewportScrollY;
    return {
      left: left * scaleX,
      top: top * scaleY,
      width: width * scaleX,
      height: height * scaleY,
    };
  }
}
