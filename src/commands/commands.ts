import { ask, type Asked } from '../taskpane/core/asked';

/**
 * The ribbon's buttons and the shortcuts share the pane's runtime. Each shows the pane, as a command
 * has no place of its own to speak, and leaves the work to it.
 */
const commands: Record<string, Asked> = {
  plan: {},
  layOut: { refresh: true },
  check: { view: 'checks' },
  settle: { view: 'bet', part: 'settlement' },
};

/** A shortcut brings no event. */
const action = (asked: Asked) => (event?: Office.AddinCommands.Event) => {
  ask(asked);
  void Office.addin.showAsTaskpane().finally(() => event?.completed());
};

if (typeof Office !== 'undefined') {
  void Office.onReady(() => {
    for (const [name, asked] of Object.entries(commands)) {
      Office.actions?.associate(name, action(asked));
    }
  });
}
