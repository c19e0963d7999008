import { readFileSync } from 'node:fs';
import { onAsked, onReported, type Asked } from '../../src/taskpane/core/asked';
import { functionNames } from '../../tools/manifest';

type Action = (event?: { completed(): void }) => void;

const actions = new Map<string, Action>();
const shown: string[] = [];
let showing = () => Promise.resolve(shown.push('pane'));

beforeAll(async () => {
  Object.assign(globalThis, {
    Office: {
      onReady: (start: () => void) => Promise.resolve(start()),
      actions: { associate: (name: string, action: Action) => actions.set(name, action) },
      addin: { showAsTaskpane: () => showing() },
    },
  });
  await import('../../src/commands/commands');
});

test('each function that the ribbon or a shortcut calls is a command', () => {
  const shortcuts = JSON.parse(readFileSync('assets/shortcuts.json', 'utf8')) as {
    actions: { id: string }[];
    shortcuts: { action: string }[];
  };
  const names = [...actions.keys()];
  expect(names).toEqual(['plan', 'layOut', 'check', 'settle']);
  expect(['plan', ...functionNames(readFileSync('manifest.xml', 'utf8'))]).toEqual(names);
  expect(shortcuts.actions.map(({ id }) => id)).toEqual(names);
  expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(names);
});

test('a button shows the pane, asks it, and says when it is done', async () => {
  const asked: Asked[] = [];
  const stop = onAsked((one) => asked.push(one));
  await new Promise<void>((completed) => actions.get('check')?.({ completed }));
  expect([asked, shown]).toEqual([[{ view: 'checks' }], ['pane']]);
  stop();
});

test('what was asked before the pane was there is answered once it is; a shortcut has no event', () => {
  actions.get('layOut')?.();
  actions.get('settle')?.();
  const asked: Asked[] = [];
  onAsked((one) => asked.push(one))();
  onAsked((one) => asked.push(one))();
  expect(asked).toEqual([{ view: 'bet', part: 'settlement' }]);
});

test.each<[string, () => Promise<number>]>([
  ['a rejection', () => Promise.reject(new Error('no pane'))],
  [
    'a throw',
    () => {
      throw new Error('no pane');
    },
  ],
])('%s is told in the pane, and the command is over all the same', async (_, fails) => {
  showing = fails;
  await new Promise<void>((completed) => actions.get('check')?.({ completed }));
  const told: unknown[] = [];
  onReported((error) => told.push(error))();
  expect(told.map(String)).toEqual(['Error: no pane']);
});
