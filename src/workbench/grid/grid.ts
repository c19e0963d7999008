import { toCol } from '@borgar/fx';
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
  type ISelectionWithStyle,
  type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import { HoverManagerService, ScrollToCellCommand } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import type { Host } from '../../host';
import type { Area, Sheet } from '../../book';
import type { Lang } from '../../messages';
import { Attention } from './attention';
import { drawBar } from './bar';
import { difference } from './difference';
import { GridGeometry, type Box } from './geometry';
import { placeTyped, targetOf } from './lookup';
import { projectCells, projectFrame, type GridCell, type GridCells } from './project';
import { inputOf } from './input';
import { areaOf, homeOf, selectionOf } from './selection';
import { createUniver } from './univer';

export interface CellPlace {
  row: number;
  column: number;
}

/** The cell that is typed into, and all that is selected with it. */
export interface Selected extends CellPlace {
  sheet: string;
  area: Area;
}

export interface GridEvents {
  onSelect(selected: Selected): void;
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
  private readonly attention: Attention;
  private readonly shown = new Map<string, GridCells>();
  private readonly selected = new Map<string, readonly ISelectionWithStyle[]>();
  private units = 0;
  private front = '';
  private arranging = false;
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
    // Univer starts its sheet services with the first unit.
    this.replaceUnit();
    this.attention = new Attention(container, this.injector, () => this.refreshSoon());
    this.ending.push(
      () => renders.unsubscribe(),
      () => this.attention.dispose(),
    );
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

  /** The sheet that is shown: the host's active one, but not before a cell of another is done with. */
  get sheet(): Sheet {
    return (this.sheetOf(this.front) ?? this.sheetOf(this.host.book.activeSheet)) as Sheet;
  }

  /** Brings a sheet to the front at once, here and in the host. */
  show(id: string): void {
    this.attention.finish();
    this.host.activate(id);
    this.refresh();
  }

  /**
   * Selects what a person asks for: cells, a name or a table, on this sheet or another.
   * @returns whether there is something here that is called so
   */
  goTo(text: string): boolean {
    const place = placeTyped(this.host.book, this.sheet, text);
    if (!place) return false;
    this.show(place.sheet.id);
    const selection = selectionOf(place.sheet, place.area);
    this.select([selection]);
    void this.commands.executeCommand(ScrollToCellCommand.id, { range: selection.range });
    this.focus();
    return true;
  }

  /** Gives the grid the focus, for a person who asked for it elsewhere on the page. */
  focus(): void {
    this.attention.come();
    this.injector.get(ILayoutService).focus();
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
  enter(place: CellPlace, input: string | number | boolean, sheet = this.front): void {
    const address = `${toCol(place.column)}${place.row + 1}`;
    try {
      this.host.edit(sheet, address, input);
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

  /**
   * Brings the grid up to the host: sheets if they changed, else the cells of the one in front.
   * While somebody types into a cell, nothing is taken from under them: sheets wait until it is done.
   */
  private refresh(): void {
    clearTimeout(this.due);
    this.due = undefined;
    const held = this.attention.editing && this.sheetOf(this.front) !== undefined;
    if (!held) {
      this.replaceUnit();
      this.activate();
    }
    this.fill(this.sheet);
    this.events.onShow();
  }

  private sheetOf(id: string): Sheet | undefined {
    return this.host.book.sheets.find((sheet) => sheet.id === id);
  }

  private get unitId(): string {
    return `workbook-${this.units}`;
  }

  /** Hands the grid the sheets anew if there are others, or they have other sizes. */
  private replaceUnit(): void {
    const sheets = this.host.book.sheets.map(projectFrame);
    const frame = JSON.stringify(sheets);
    if (frame === this.frame) return;
    this.frame = frame;
    this.front = '';
    this.geometry?.dispose();
    this.geometry = undefined;
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
    this.select(this.selected.get(id) ?? [selectionOf(this.sheet, homeOf(this.sheet))]);
  }

  /** Univer selects the first cell of what it shows for the first time; nobody has chosen that. */
  private arrange(act: () => void): void {
    this.arranging = true;
    act();
    this.arranging = false;
  }

  private select(selections: readonly ISelectionWithStyle[]): void {
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
    } else if (info.id === SetSelectionsOperation.id && !this.arranging) {
      const { selections, subUnitId } = info.params as ISetSelectionsOperationParams;
      this.selected.set(subUnitId, selections);
      const { range, primary } = selections[0] ?? {};
      if (range && primary) {
        const { actualRow: row, actualColumn: column } = primary;
        this.events.onSelect({ sheet: subUnitId, row, column, area: areaOf(range, primary) });
      }
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
        if (input !== undefined) this.enter(place, input, subUnitId);
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
