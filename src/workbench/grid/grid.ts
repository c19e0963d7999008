import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  RedoCommandId,
  ThemeService,
  UndoCommandId,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type Injector,
  type Nullable,
  type Univer,
} from '@univerjs/core';
import {
  AutoFillCommand,
  BEFORE_CELL_EDIT,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  type IAutoFillCommandParams,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import { HoverManagerService } from '@univerjs/sheets-ui';
import { CopyCommand, CutCommand, PasteCommand } from '@univerjs/ui';
import type { Host } from '../../host';
import type { Area, Sheet } from '../../book';
import type { Lang } from '../../messages';
import { Actions, type ActionEvents } from './actions';
import { Attention } from './attention';
import { Clipboard } from './clipboard';
import { edited } from './editing';
import type { Box } from './geometry';
import { inputOf } from './input';
import { listenToKeys } from './keyboard';
import { placeTyped, targetOf } from './lookup';
import { Screen } from './screen';
import { rangeIn, type CellPlace, type Selected } from './selection';
import { createUniver } from './univer';

export interface GridEvents extends ActionEvents {
  onSelect(selected: Selected): void;
  /** The selected cell's drop-down was asked for. */
  onOffer(): void;
  onFind(): void;
  /** What floats over the grid must move. */
  onMove(): void;
  /** Another sheet is in front, or the sheets are others. */
  onShow(): void;
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

/** What Univer would do with texts as it shows them; in a cell that is typed into, they are all there is. */
const ours = new Set<string>([
  UndoCommandId,
  RedoCommandId,
  CopyCommand.id,
  CutCommand.id,
  PasteCommand.id,
]);

/** The host's workbook in a spreadsheet grid: the grid shows, the host knows and computes. */
export class Grid {
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private readonly ending: (() => void)[] = [];
  private readonly attention: Attention;
  private readonly screen: Screen;
  private readonly actions: Actions;
  private readonly clipboard: Clipboard;
  private due: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly container: HTMLElement,
    private readonly univer: Univer,
    private readonly host: Host,
    private readonly events: GridEvents,
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.screen = new Screen(univer, host, events);
    this.attention = new Attention(container, this.injector, () => this.refreshSoon());
    this.actions = new Actions(host, this.screen, events, (sheet, area) =>
      this.reveal(sheet, area),
    );
    this.clipboard = new Clipboard(
      host,
      () => this.working && { sheet: this.sheet, selected: this.working },
      (at, entries, cutFrom) => this.actions.put(at.area, entries, cutFrom),
      (error) => events.onRefused(error),
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
    this.attention.dispose();
    this.screen.dispose();
    // Univer unmounts a React root of its own, which React refuses while it is drawing ours.
    setTimeout(() => this.univer.dispose());
  }

  get sheet(): Sheet {
    return this.screen.sheet;
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
    this.reveal(place.sheet.id, place.area);
    this.focus();
    return true;
  }

  /** Selects cells of a sheet, and leaves the focus where it is. */
  reveal(sheet: string, area: Area): void {
    this.show(sheet);
    this.screen.select(area);
  }

  /** Gives the grid the focus, for a person who asked for it elsewhere on the page. */
  focus(): void {
    this.attention.come();
  }

  setDark(dark: boolean): void {
    this.injector.get(ThemeService).setDarkMode(dark);
  }

  /** The window of cells within the grid's element, below the formula bar. */
  get window(): Box | undefined {
    return this.screen.geometry?.windowIn(this.container);
  }

  /** Where a cell of the sheet in front is, in pixels of the window. */
  boxOf(place: CellPlace): Box | undefined {
    return this.screen.geometry?.cell(place.row, place.column);
  }

  /** Where a column's header is, as far as it is seen beside frozen columns. */
  headerBox(place: CellPlace): Box | undefined {
    return this.screen.geometry?.seen(place, this.sheet);
  }

  /** Where a box given in the sheet's own pixels is now. */
  floating(box: Box): Box | undefined {
    return this.screen.geometry?.floating(box);
  }

  /** What a person types or chooses. */
  enter(place: CellPlace, input: string | number | boolean): void {
    this.actions.type(this.screen.front, place, input);
  }

  /** What a menu does with the selected cells, which has the focus then. */
  do(what: 'copy' | 'cut' | 'paste' | 'clear'): void {
    const { selected } = this.screen;
    if (!selected) return;
    const place = { sheet: this.sheet, selected };
    if (what === 'paste') void this.clipboard.pasteInto(place);
    else if (what !== 'clear') this.clipboard.copy(what === 'cut', place);
    else {
      const { rows, columns, ...at } = rangeIn(this.sheet, selected.area);
      const blank = Array.from({ length: rows }, () => Array<string>(columns).fill(''));
      this.actions.put({ ...at, rows, columns }, blank);
    }
  }

  private listen(): void {
    const stopHost = this.host.onChange(() => this.refreshSoon());
    const stopSelecting = this.host.onSelect(({ sheet, area }) => {
      // Whoever types goes on typing.
      if (!this.attention.editing) this.reveal(sheet, area);
    });
    const before = this.commands.beforeCommandExecuted((info, options) =>
      this.guard(info, options),
    );
    const after = this.commands.onCommandExecuted((info, options) => this.heed(info, options));
    const clicks = this.injector.get(HoverManagerService).currentClickedCell$.subscribe((click) => {
      const { row, col } = click.location;
      this.follow(row, col);
    });
    const editing = this.injector
      .get(SheetInterceptorService)
      .writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
        priority: 1_000,
        handler: (cell, { subUnitId, row, col }, next) =>
          next(cell && edited(cell, this.screen.sheetOf(subUnitId)?.cells[row]?.[col])),
      });
    const stopKeys = listenToKeys({
      listening: () => this.working !== undefined,
      offer: () => this.events.onOffer(),
      copy: (cut) => this.clipboard.copy(cut),
      undo: () => this.actions.undo(),
      redo: () => this.actions.redo(),
      find: () => this.events.onFind(),
      move: (key, extend) => this.actions.move(key, extend),
    });
    this.ending.push(
      stopKeys,
      stopHost,
      stopSelecting,
      () => this.clipboard.dispose(),
      editing,
      () => before.dispose(),
      () => after.dispose(),
      () => clicks.unsubscribe(),
    );
  }

  /** What is selected, while the grid has the focus and no cell is typed into. */
  private get working(): Selected | undefined {
    const inGrid = this.container.contains(document.activeElement);
    return inGrid && !this.attention.editing ? this.screen.selected : undefined;
  }

  private refreshSoon(): void {
    this.due ??= setTimeout(() => this.refresh());
  }

  /** While somebody types into a cell, nothing is taken from under them: sheets wait until it is done. */
  private refresh(): void {
    clearTimeout(this.due);
    this.due = undefined;
    const isThere = this.screen.sheetOf(this.screen.front) !== undefined;
    this.screen.refresh(this.attention.editing && isThere);
  }

  /** Lets through what changes cells or the view; sheets, rows and columns are Excel's to change. */
  private guard(info: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (ours.has(info.id) && !this.attention.editing)
      throw new CustomCommandExecutionError(info.id);
    if (
      info.id === AutoFillCommand.id &&
      this.actions.fill(info.params as IAutoFillCommandParams)
    ) {
      throw new CustomCommandExecutionError(info.id);
    }
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
    } else if (info.id === SetSelectionsOperation.id && !this.screen.arranging) {
      const { selections, subUnitId } = info.params as ISetSelectionsOperationParams;
      this.screen.remember(subUnitId, selections);
      if (this.screen.selected) this.events.onSelect(this.screen.selected);
    } else if (info.id === SetWorksheetActiveOperation.id && !options?.fromHost) {
      this.show((info.params as { subUnitId: string }).subUnitId);
    }
  }

  /** Passes on what was typed or cleared, then shows what the host made of it. */
  private take({ cellValue = {}, subUnitId }: ISetRangeValuesMutationParams): void {
    const cells = this.screen.sheetOf(subUnitId)?.cells;
    const inputs: (CellPlace & { input: string | number | boolean })[] = [];
    for (const [rowText, across] of Object.entries(cellValue)) {
      for (const [columnText, cell] of Object.entries(across ?? {})) {
        const [row, column] = [Number(rowText), Number(columnText)];
        const input = inputOf(cell as Nullable<ICellData>, cells?.[row]?.[column]);
        if (input !== undefined) inputs.push({ row, column, input });
        this.screen.distrust(subUnitId, row, column);
      }
    }
    const [first, ...more] = inputs;
    if (first && more.length === 0) this.actions.type(subUnitId, first, first.input);
    else if (first) this.actions.typeAll(subUnitId, inputs);
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
