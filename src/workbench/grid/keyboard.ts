/** What keys do in the grid that Univer does otherwise, or not at all. */
export interface KeyActions {
  /** Whether keys are the grid's at this moment: it has the focus, and no cell is typed into. */
  listening(): boolean;
  offer(): void;
  copy(cut: boolean): void;
  undo(): void;
  redo(): void;
  find(): void;
  /** @returns whether the key leads to another cell */
  move(key: { key: string; ctrl: boolean }, extend: boolean): boolean;
}

/** Listens before Univer, for which Alt+Down is Down and undo is its own; answers how to stop. */
export function listenToKeys(actions: KeyActions): () => void {
  const press = (event: KeyboardEvent) => {
    if (!actions.listening()) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    // Left to the browser, which makes the event of it that the clipboard waits for.
    if (ctrl && letter === 'v') {
      event.stopImmediatePropagation();
      return;
    }
    const act = actionOf(event, ctrl, letter, actions);
    if (!act || act() === false) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', press, { capture: true });
  return () => window.removeEventListener('keydown', press, { capture: true });
}

function actionOf(
  event: KeyboardEvent,
  ctrl: boolean,
  letter: string,
  actions: KeyActions,
): (() => void | boolean) | undefined {
  if (event.altKey) return event.key === 'ArrowDown' ? () => actions.offer() : undefined;
  if (ctrl && (letter === 'c' || letter === 'x')) return () => actions.copy(letter === 'x');
  if (ctrl && letter === 'z') return () => (event.shiftKey ? actions.redo() : actions.undo());
  if (ctrl && letter === 'y') return () => actions.redo();
  if (ctrl && letter === 'f') return () => actions.find();
  return () => actions.move({ key: event.key, ctrl }, event.shiftKey);
}
