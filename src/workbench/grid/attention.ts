import { ICommandService, UniverInstanceType, type Injector } from '@univerjs/core';
import { DocSelectionRenderService } from '@univerjs/docs-ui';
import { DeviceInputEventType, IRenderManagerService, type IRender } from '@univerjs/engine-render';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';

const betweenTriesMs = 100;
const mostTries = 300;
const univerEditor = '[data-u-comp="editor"]';

/**
 * Where a person works: in the grid or elsewhere on the page. Univer's editor takes the focus each
 * time that the selected cell is shown anew; here it may do so only while the person is in the grid.
 */
export class Attention {
  private elsewhere: boolean;
  private awaiting?: ReturnType<typeof setTimeout>;
  private readonly bridge: IEditorBridgeService;
  private readonly ending: (() => void)[] = [];

  constructor(
    private readonly container: HTMLElement,
    private readonly injector: Injector,
    /** A cell that was being typed into is so no more. */
    onEdited: () => void,
  ) {
    this.elsewhere = !this.isHere(document.activeElement);
    this.bridge = injector.get(IEditorBridgeService);
    const renders = injector.get(IRenderManagerService);
    for (const render of renders.getRenderAll().values()) this.hold(render);
    const created = renders.created$.subscribe((render) => this.hold(render));
    const visible = this.bridge.visible$.subscribe((now) => now.visible || onEdited());
    const move = ({ target }: Event) => {
      this.elsewhere = target instanceof Element && !this.isHere(target);
      if (this.elsewhere) this.finish();
    };
    // Sheets that are drawn anew may cost the grid the focus, which then nobody has.
    const lose = () => this.takeSoon(mostTries, 0);
    container.addEventListener('focusout', lose);
    const kinds = ['pointerdown', 'focusin'] as const;
    // Before Univer and the page act on the same event.
    for (const kind of kinds) window.addEventListener(kind, move, { capture: true });
    this.ending.push(
      () => created.unsubscribe(),
      () => visible.unsubscribe(),
      () => container.removeEventListener('focusout', lose),
      () => kinds.forEach((kind) => window.removeEventListener(kind, move, { capture: true })),
    );
  }

  dispose(): void {
    clearTimeout(this.awaiting);
    for (const end of this.ending) end();
  }

  /** Somebody types into a cell or the formula bar. */
  get editing(): boolean {
    return this.bridge.isVisible().visible;
  }

  /** Enters what was typed into a cell so far. */
  finish(): void {
    if (!this.editing) return;
    this.injector.get(ICommandService).syncExecuteCommand(SetCellEditVisibleOperation.id, {
      ...this.bridge.isVisible(),
      visible: false,
      eventType: DeviceInputEventType.PointerDown,
    });
  }

  /** Univer's editor stands beside the grid until its first use, which moves it in and so costs it the focus. */
  private isHere(element: Element | null): boolean {
    return this.container.contains(element) || Boolean(element?.closest(univerEditor));
  }

  /** The person comes to the grid by a way of ours, which has the focus as soon as Univer can take it. */
  come(): void {
    this.elsewhere = false;
    this.take(mostTries);
  }

  /** In its first seconds Univer has nothing yet that takes the focus, and says nothing of it. */
  private take(tries: number): void {
    this.injector.get(ILayoutService).focus();
    if (tries > 0) this.takeSoon(tries - 1, betweenTriesMs);
  }

  /** Takes the focus unless the grid has it by then, or the person has gone elsewhere. */
  private takeSoon(tries: number, ms: number): void {
    clearTimeout(this.awaiting);
    this.awaiting = setTimeout(() => {
      const has = this.container.contains(document.activeElement);
      if (!has && !this.elsewhere) this.take(tries);
    }, ms);
  }

  /** Keeps an editor of Univer's from taking the focus from somebody. */
  private hold(render: IRender): void {
    if (render.type !== UniverInstanceType.UNIVER_DOC) return;
    const input = render.with(DocSelectionRenderService);
    const take = input.focus.bind(input);
    input.focus = () => {
      if (!this.elsewhere) take();
    };
  }
}
