import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type IExecutionOptions,
  type ICommandInfo,
  type ICellData,
  type Injector,
  type Nullable,
  type Univer,
} from '@univerjs/core';
import { IRenderManagerService, type IRender } from '@univerjs/engine-render';
import {
  INTERCEPTOR_POINT,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import { HoverManagerService } from '@univerjs/sheets-ui';
import type { Host } from '../../host';
import type { Sheet } from '../../book';
import { columnLetters } from '../../host/wire/area';
import type { Lang } from '../../messages';
import { drawBar } from './bar';
import { difference } from './difference';
import { GridGeometry, type Box } from './geometry';
import { targetOf } from './lookup';
import { projectCells, projectFrame, type GridCell, type GridCells } from './project';
import { inputOf } from './input';
import { firstVisibleColumn, oneCell } from './selection';
import { createUniver } from './univer';

export interface CellPlace {
  row: number;
  column: number;
}

export interface GridEvents {
  onSelect(place: CellPlace): void;
  /** The selected cell's drop-down was asked for. */
  onOffer(): void;
  /** What floats over the grid must move. */
  onMove(): void;
  /** Another sheet is in front, or the sheets are others. */
  onShow(): void;
  /** The host refused what was typed. */
  onRefused(error: unknown): void;
  /** Something was tried that changes more than the content of cells. */
  onBlocked(): void;
}

/** Mutations of the view alone; the host knows nothing of them. */
const viewOnly = new Set([
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-worksheet-col-width',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.set-worksheet-row-auto-height',
]);
const fromHost: IExecutionOptions = { fromHost: true };

/** The host's workbook in a spreadsheet grid: the grid shows, the host knows and computes. */
export class Grid {
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private readonly ending: (() => void)[] = [];
  private readonly shown = new Map<string, GridCells>();
  private units = 0;
  private frame = '';
  private due: ReturnType<typeof setTimeout> | undefined;
  private geometry: GridGeometry | undefined;

  private constructor(
    private readonly container: HTMLElement,
    private readonly univer: Univer,
    private readonly host: Host,
    private readonly events: GridEvents,
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    const renders = this.injector.get(IRenderManagerService).created$.subscribe((render) => {
      if (render.unitId === this.unitId) void this.measure(render);
    });
    this.ending.push(() => renders.unsubscribe());
    // Univer starts its sheet services with the first unit.
    this.refresh();
    this.listen();
  }

  static async open(
    container: HTMLElement,
    host: Host,
    lang: Lang,
    events: GridEvents,
  ): Promise<Grid> {
    return new Grid(container, await createUniver(container, lang), host, events);
  }

  dispose(): void {
    clearTimeout(this.due);
    for (const end of this.ending) end();
    this.geometry?.dispose();
    // Univer unmounts a React root of its own, which React refuses while it is drawing ours.
    setTimeout(() => this.univer.dispose());
  }

  /** The sheet in front. */
  get sheet(): Sheet {
    const { sheets, activeSheet } = this.host.book;
    return sheets.find((sheet) => sheet.id === activeSheet) as Sheet;
  }

  /** Brings a sheet to the front, in the host too. */
  show(id: string): void {
    if (this.host.book.activeSheet === id) return;
    void this.host.run(async (context) => {
      context.workbook.worksheets.getItem(id).activate();
      await context.sync();
    });
  }

  /** The window of cells within the grid's element, below the formula bar. */
  get window(): Box | undefined {
    return this.geometry?.windowIn(this.container);
  }

  /** Where a cell of the sheet in front is, in pixels of the window. */
  boxOf(place: CellPlace): Box | undefined {
    return this.geometry?.cell(place.row, place.column);
  }

  /** Where a box given in the sheet's own pixels is now. */
  floating(box: Box): Box | undefined {
    return this.geometry?.floating(box);
  }

  /** What a person types or chooses. */
  enter(place: CellPlace, input: string | number | boolean): void {
    const address = `${columnLetters(place.column)}${place.row + 1}`;
    try {
      this.host.edit(this.sheet.name, address, input);
    } catch (error) {
      this.events.onRefused(error);
    }
  }

  private listen(): void {
    const stopHost = this.host.onChange(() => this.refreshSoon());
    const before = this.commands.beforeCommandExecuted((info, options) =>
      this.guard(info, options),
    );
    const after = this.commands.onCommandExecuted((info, options) => this.heed(info, options));
    const clicks = this.injector.get(HoverManagerService).currentClickedCell$.subscribe((click) => {
      const { row, col } = click.location;
      this.follow(row, col);
    });
    const bars = this.injector
      .get(SheetInterceptorService)
      .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        id: 'appfi-bars',
        handler: (cell, location, next) => {
          const bar = this.shown.get(location.subUnitId)?.get(location.row)?.get(location.col)?.bar;
          return next(bar ? { ...cell, customRender: [drawBar(bar)] } : cell);
        },
      });
    // Before Univer, for which Alt+Down is Down.
    const offer = (event: KeyboardEvent) => {
      if (!event.altKey || event.key !== 'ArrowDown') return;
      if (!this.container.contains(event.target as Node)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.events.onOffer();
    };
    window.addEventListener('keydown', offer, { capture: true });
    this.ending.push(
      () => window.removeEventListener('keydown', offer, { capture: true }),
      stopHost,
      () => before.dispose(),
      () => after.dispose(),
      () => clicks.unsubscribe(),
      () => bars.dispose(),
    );
  }

  /** A unit is drawn some time after it was made; only then there is something to measure. */
  private async measure(render: IRender): Promise<void> {
    await this.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    await Promise.resolve();
    if (render.unitId !== this.unitId) return;
    this.geometry = new GridGeometry(render, () => this.events.onMove());
    this.events.onShow();
  }

  private refreshSoon(): void {
    this.due ??= setTimeout(() => {
      this.due = undefined;
      this.refresh();
    });
  }

  /** Brings the grid up to the host: sheets if they changed, else the cells of the one in front. */
  private refresh(): void {
    const sheets = this.host.book.sheets.map(projectFrame);
    const frame = JSON.stringify(sheets);
    if (frame !== this.frame) {
      this.frame = frame;
      this.replaceUnit(Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])));
    }
    this.activate();
    this.fill(this.sheet);
    this.events.onShow();
  }

  private get unitId(): string {
    return `workbook-${this.units}`;
  }

  private replaceUnit(sheets: Record<string, object>): void {
    this.geometry?.dispose();
    this.geometry = undefined;
    if (this.units > 0) this.injector.get(IUniverInstanceService).disposeUnit(this.unitId);
    this.units += 1;
    this.shown.clear();
    const order = this.host.book.sheets.map((sheet) => sheet.id);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      id: this.unitId,
      sheetOrder: order,
      sheets,
    });
  }

  private activate(): void {
    const workbook = this.injector.get(IUniverInstanceService).getUnit(this.unitId);
    const active = (
      workbook as { getActiveSheet?(): { getSheetId(): string } }
    )?.getActiveSheet?.();
    if (active?.getSheetId() === this.sheet.id) return;
    this.commands.syncExecuteCommand(
      SetWorksheetActiveOperation.id,
      { unitId: this.unitId, subUnitId: this.sheet.id },
      fromHost,
    );
    this.select({ row: 0, column: firstVisibleColumn(this.sheet) });
  }

  private select({ row, column }: CellPlace): void {
    const params: ISetSelectionsOperationParams = {
      unitId: this.unitId,
      subUnitId: this.sheet.id,
      selections: [oneCell(row, column)],
    };
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

  /** Lets through what changes cells or the view; sheets, rows and columns are Excel's to change. */
  private guard(info: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    const isChange = info.type === CommandType.MUTATION && info.id.startsWith('sheet.mutation.');
    if (!isChange || options?.fromHost || viewOnly.has(info.id)) return;
    if (info.id === SetRangeValuesMutation.id) {
      // What formulas say and give is the host's to tell; the grid's own idea of it has no end.
      if (options?.fromFormula) throw new CustomCommandExecutionError(info.id);
      return;
    }
    this.events.onBlocked();
    throw new CustomCommandExecutionError(info.id);
  }

  private heed(info: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (info.id === SetRangeValuesMutation.id && !options?.fromHost) {
      this.take(info.params as ISetRangeValuesMutationParams);
    } else if (info.id === SetSelectionsOperation.id) {
      const { selections } = info.params as ISetSelectionsOperationParams;
      const primary = selections[0]?.primary;
      if (primary) this.events.onSelect({ row: primary.actualRow, column: primary.actualColumn });
    } else if (info.id === SetWorksheetActiveOperation.id && !options?.fromHost) {
      this.show((info.params as { subUnitId: string }).subUnitId);
    }
  }

  /** Passes on what was typed, pasted or cleared, then shows what the host made of it. */
  private take({ cellValue = {}, subUnitId }: ISetRangeValuesMutationParams): void {
    const shown = this.shown.get(subUnitId);
    for (const [rowText, cells] of Object.entries(cellValue)) {
      for (const [columnText, cell] of Object.entries(cells ?? {})) {
        const place = { row: Number(rowText), column: Number(columnText) };
        const known = shown?.get(place.row)?.get(place.column);
        const input = inputOf(cell as Nullable<ICellData>, known?.data);
        if (input !== undefined) this.enter(place, input);
        // Whatever stands there now is the grid's own; the host's comes back over it.
        if (known) known.key = '';
        else {
          const row = shown?.get(place.row) ?? new Map<number, GridCell>();
          shown?.set(place.row, row.set(place.column, { key: '', data: {} }));
        }
      }
    }
    this.refreshSoon();
  }

  private follow(row: number, column: number): void {
    const link = this.sheet.cells[row]?.[column]?.hyperlink;
    if (!link) return;
    const target = targetOf(this.host.book, link);
    if (target) this.show(target.sheet.id);
    else if (link.address) window.open(link.address, '_blank', 'noopener');
  }
}
