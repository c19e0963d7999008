import { emptyEngagement } from '../../src/engagement/project';
import { createHost, type Host } from '../../src/host';
import { layOut } from '../../src/office';

type Command = (event: { completed(): void }) => void;

/** Loads the ribbon's commands into an Office whose workbook is the host's. */
async function commandsOver(host: Host) {
  const commands = new Map<string, Command>();
  const shown: string[] = [];
  Object.assign(globalThis, {
    Office: {
      onReady: (start: () => void) => Promise.resolve(start()),
      actions: { associate: (name: string, command: Command) => commands.set(name, command) },
      addin: { showAsTaskpane: () => Promise.resolve(shown.push('pane')) },
    },
    Excel: { run: (_: object, batch: Parameters<Host['run']>[0]) => host.run(batch) },
  });
  await jest.isolateModulesAsync(async () => {
    await import('../../src/commands/commands');
  });
  const press = (name: string) =>
    new Promise<void>((completed) => commands.get(name)?.({ completed }));
  return { press, shown };
}

test('Lay Out Again brings the workbook up to date, and says when it is done', async () => {
  const host = createHost();
  const engagement = emptyEngagement([{ id: 'key-account' }], 'en');
  await host.run((context) => layOut(context, engagement));
  const { press, shown } = await commandsOver(host);
  host.resetCounters();
  await press('layOut');
  expect(host.counters.syncs).toBeGreaterThan(0);
  expect(shown).toEqual([]);
});

test('in a workbook without an engagement it shows the pane', async () => {
  const host = createHost();
  const { press, shown } = await commandsOver(host);
  await press('layOut');
  expect(shown).toEqual(['pane']);
  expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1']);
});
