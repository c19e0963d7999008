import {
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type IExecutionOptions,
  type Injector,
  type Univer,
} from '@univerjs/core';
import { IRenderManagerService, type IRender } from '@univerjs/engine-render';
import {
  INTERCEPTOR_POINT,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  type ISelectionWithStyle,
} from '@univerjs/sheets';
import { AutoFillUIController, ScrollToCellCommand } from '@univerjs/sheets-ui';
import type { Host } from '../../host';
import type { Area, Sheet } from '../../book';
import { drawBar } from './bar';
import { difference } from './difference';
import { GridGeometry } from './geometry';
import {
  gridSize,
  projectCells,
  projectFrame,
  type GridCell,
  type GridCells,
  type Size,
} from './project';
import { areaOf, homeOf, selectionOf, type Selected } from './selection';

interface ScreenEvents {
  /** What floats over the grid must move. */
  onMove(): void;
  /** Another sheet is in front, or the sheets are others. */
  onShow(): void;
}

/** Marks what the host has Univer do. */
const fromHost: IExecutionOptions = { fromHost: true };

/** What Univer draws: the host's sheets, the cells of the one in front, and what is selected there. */
export class Screen {
  front = '';
  geometry: GridGeometry | undefined;
  /** Univer selects the first cell of what it shows for the first time; nobody has chosen that. */
  arranging = false;
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private readonly shown = new Map<string, GridCells>();
  private readonly selections = new Map<string, readonly ISelectionWithStyle[]>();
  /** How far somebody went beyond the room that a sheet is given. */
  private readonly reached = new Map<string, Size>();
  private readonly ending: (() => void)[] = [];
  private units = 0;
  private disposed = false;
  private frame = '';

  constructor(
    private readonly univer: Univer,
    private readonly host: Host,
    private readonly events: ScreenEvents,
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    const renders = this.injector.get(IRenderManagerService).created$.subscribe((render) => {
      if (render.unitId === this.unitId) void this.measure(render);
    });
    // Univer starts its sheet services with the first unit.
    this.replaceUnit();
    const bars = this.injector
      .get(SheetInterceptorService)
      .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        id: 'appfi-bars',
        handler: (cell, location, next) => {
          const bar = this.shown.get(location.subUnitId)?.get(location.row)?.get(location.col)?.bar;
          return next(bar ? { ...cell, customRender: [drawBar(bar)] } : cell);
        },
      });
    this.ending.push(
      () => renders.unsubscribe(),
      () => bars.dispose(),
    );
  }

  dispose(): void {
    this.disposed = true;
    for (const end of this.ending) end();
    this.forget();
  }

  /** There is nothing to measure any more; asking Univer fails from now on. */
  private forget(): void {
    this.geometry?.dispose();
    this.geometry = undefined;
  }

  /** The sheet that is shown: the host's active one, but not before a cell of another is done with. */
  get sheet(): Sheet {
    return (this.sheetOf(this.front) ?? this.sheetOf(this.host.book.activeSheet)) as Sheet;
  }

  sheetOf(id: string): Sheet | undefined {
    return this.host.book.sheets.find((sheet) => sheet.id === id);
  }

  /** What is selected on the sheet in front. */
  get selected(): Selected | undefined {
    const { range, primary } = this.selections.get(this.front)?.at(-1) ?? {};
    if (!range || !primary) return undefined;
    const { actualRow: row, actualColumn: column } = primary;
    return { sheet: this.front, row, column, area: areaOf(range, primary) };
  }

  /** Notes what is selected on a sheet, to be selected when it is shown again. */
  remember(sheet: string, selections: readonly ISelectionWithStyle[]): void {
    this.selections.set(sheet, selections);
  }

  /**
   * Brings the grid up to the host: the cells of the sheet in front, and, unless it is held there, the
   * sheets if they changed.
   */
  refresh(held: boolean): void {
    if (!held) {
      this.replaceUnit();
      this.activate();
    }
    this.fill(this.sheet);
    this.events.onShow();
  }

  /** Selects an area of the sheet in front and brings it into view; the first cell unless said is typed into. */
  select(area: Area, primary: Pick<Area, 'row' | 'column'> = area): void {
    this.reach(area);
    this.hand([selectionOf(this.sheet, area, primary)]);
    const { range: cell } = selectionOf(this.sheet, { ...primary, rows: 1, columns: 1 });
    this.commands.syncExecuteCommand(ScrollToCellCommand.id, { range: cell });
    // Univer counts columns as seen that frozen ones leave no room for.
    if (this.geometry?.sees(primary.row, primary.column) === false) {
      this.commands.syncExecuteCommand(ScrollToCellCommand.id, { range: cell, forceLeft: true });
    }
  }

  /** Whatever stands in a cell now is the grid's own: the host's comes back over it. */
  distrust(sheet: string, row: number, column: number): void {
    const cells = this.shown.get(sheet);
    const known = cells?.get(row)?.get(column);
    if (known) known.key = '';
    else {
      const across = cells?.get(row) ?? new Map<number, GridCell>();
      cells?.set(row, across.set(column, { key: '', data: {} }));
    }
  }

  private get unitId(): string {
    return `workbook-${this.units}`;
  }

  /** A unit is drawn some time after it was made; only then there is something to measure. */
  private async measure(render: IRender): Promise<void> {
    const { Rendered } = LifecycleStages;
    const isDrawn = await this.injector
      .get(LifecycleService)
      .onStage(Rendered)
      // Another grid has taken its place before, as when the language is changed twice.
      .then(
        () => true,
        () => false,
      );
    if (!isDrawn || this.disposed || render.unitId !== this.unitId) return;
    // Univer would let the fill handle do nothing for some seconds more.
    this.injector.get(AutoFillUIController);
    this.geometry = new GridGeometry(render, () => this.events.onMove());
    this.events.onShow();
  }

  /** Makes room for an area that lies further out than the sheet has had. */
  private reach({ row, column, rows, columns }: Area): void {
    const room = gridSize(this.sheet, this.reached.get(this.front));
    const end = { rows: row + rows, columns: column + columns };
    if (end.rows <= room.rows && end.columns <= room.columns) return;
    this.reached.set(this.front, {
      rows: Math.max(room.rows, end.rows),
      columns: Math.max(room.columns, end.columns),
    });
    this.refresh(false);
  }

  /** Hands the grid the sheets anew if there are others, or they have other sizes. */
  private replaceUnit(): void {
    const sheets = this.host.book.sheets.map((sheet) =>
      projectFrame(sheet, this.reached.get(sheet.id)),
    );
    const frame = JSON.stringify(sheets);
    if (frame === this.frame) return;
    this.frame = frame;
    this.front = '';
    this.forget();
    if (this.units > 0) this.injector.get(IUniverInstanceService).disposeUnit(this.unitId);
    this.units += 1;
    this.shown.clear();
    this.arrange(() =>
      this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
        id: this.unitId,
        sheetOrder: this.host.book.sheets.map((sheet) => sheet.id),
        sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      }),
    );
  }

  /** Shows the host's active sheet, with what was last selected on it. */
  private activate(): void {
    const id = this.host.book.activeSheet;
    if (this.front === id) return;
    this.front = id;
    const params = { unitId: this.unitId, subUnitId: id };
    this.arrange(() =>
      this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, params, fromHost),
    );
    this.hand(this.selections.get(id) ?? [selectionOf(this.sheet, homeOf(this.sheet))]);
  }

  private arrange(act: () => void): void {
    this.arranging = true;
    act();
    this.arranging = false;
  }

  private hand(selections: readonly ISelectionWithStyle[]): void {
    const params = { unitId: this.unitId, subUnitId: this.front, selections };
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, params, fromHost);
  }

  /** Hands the grid the cells that look different from what it shows. */
  private fill(sheet: Sheet): void {
    const before = this.shown.get(sheet.id);
    const now = projectCells(sheet, this.host.calculator);
    const { gone, changed } = difference(before, now);
    this.shown.set(sheet.id, now);
    for (const cellValue of [gone, changed]) {
      if (Object.keys(cellValue).length === 0) continue;
      this.commands.syncExecuteCommand(
        SetRangeValuesMutation.id,
        { unitId: this.unitId, subUnitId: sheet.id, cellValue },
        fromHost,
      );
    }
  }
}
