import { ask, report, type Asked } from '../taskpane/core/asked';

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

/**
 * A shortcut brings no event. Whatever goes wrong, Excel is told that the command is over – until then it
 * takes no other – and the person is told in the pane.
 */
const action = (asked: Asked) => async (event?: Office.AddinCommands.Event) => {
  try {
    ask(asked);
    await Office.addin.showAsTaskpane();
  } catch (error) {
    report(error);
  } finally {
    event?.completed();
  }
};

if (typeof Office !== 'undefined') {
  void Office.onReady(() => {
    for (const [name, asked] of Object.entries(commands)) {
      const act = action(asked);
      Office.actions?.associate(name, (event?: Office.AddinCommands.Event) => void act(event));
    }
  });
}
