import { readFile } from 'node:fs/promises';
import { loadBuiltin } from '../../src/catalog/models';
import { saveXlsx } from '../../src/book';
import { Paper } from '../exchange/paper';
import { activeSheet, column, type, visits, type Visit } from './visit';

const open = visits();
const pains = '3 PainPoints';

/** Saves a department's template in the pane and fills it. */
async function answered(visit: Visit, respondent: string, picks: Record<string, string>) {
  const { page, pane, say, press } = visit;
  await pane.getByLabel(say('pane.ask.respondent')).fill(respondent);
  await pane.getByLabel(say('pane.ask.due')).fill('2026-12-24');
  const coming = page.waitForEvent('download');
  await press('pane.ask.save');
  const download = await coming;
  await pane
    .getByText(say('pane.ask.saved', { file: download.suggestedFilename(), respondent }))
    .waitFor();
  const paper = await Paper.of(new Uint8Array(await readFile(await download.path())));
  for (const [item, pick] of Object.entries(picks)) paper.type(pains, item, 'Pick *', pick);
  const buffer = Buffer.from(await saveXlsx(paper.book));
  return { name: `${respondent}.xlsx`, mimeType: 'application/octet-stream', buffer };
}

const chooser = ({ pane, say }: Visit) =>
  pane.locator(`input[type=file][aria-label="${say('pane.answers.choose')}"]`);

/** A pain that nobody has picked yet. */
async function blankPains(visit: Visit): Promise<string[]> {
  const picks = await column(visit, 'PainPoints', 'Pick');
  const items = await column(visit, 'PainPoints', 'Pain point');
  return items.values.flatMap((item, i) =>
    picks.values[i] === null && typeof item === 'string' ? [item] : [],
  );
}

async function pickOf(visit: Visit, item: string): Promise<unknown> {
  const picks = await column(visit, 'PainPoints', 'Pick');
  const items = await column(visit, 'PainPoints', 'Pain point');
  return picks.values[items.values.indexOf(item)];
}

test('two departments are asked; what they agree on comes in, what they differ on is decided, all of it goes back', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, pane, say, press } = visit;
  const [first = '', second = ''] = await blankPains(visit);
  await press('pane.exchange.open');
  const files = [
    await answered(visit, 'North', { [first]: 'Yes', [second]: 'Yes' }),
    await answered(visit, 'South', { [first]: 'Yes', [second]: 'No' }),
  ];

  await chooser(visit).setInputFiles(files);
  await pane.getByText(say('pane.answers.changes', { count: 1 })).waitFor();
  await pane.getByText(say('pane.answers.open', { count: 1 })).waitFor();
  expect(await pickOf(visit, first)).toBeNull();
  await press('pane.answers.apply');
  await pane.getByText(say('pane.merge.done', { written: 1, open: 1 })).waitFor();
  expect([await pickOf(visit, first), await pickOf(visit, second)]).toEqual(['Yes', null]);

  await press('pane.collected.consensus');
  await page.waitForFunction(() => {
    const { sheets, activeSheet: active } = window.appfi.host.book;
    return sheets.find(({ id }) => id === active)?.name === 'Consensus';
  });
  expect(await activeSheet(visit)).toBe('Consensus');
  const statuses = await column(visit, 'Consensus', 'Status');
  const decision = await column(visit, 'Consensus', 'Decision');
  const row = decision.row + statuses.values.indexOf('Open');
  await type(visit, 'Consensus', `${String.fromCharCode(65 + decision.column)}${row + 1}`, 'No');
  await press('pane.collected.decide');
  await pane.getByText(say('pane.merge.done', { written: 1, open: 0 })).waitFor();
  expect(await pickOf(visit, second)).toBe('No');

  // A file that is chosen again has nothing new.
  await chooser(visit).setInputFiles(files);
  const again = { respondent: 'North', audience: say('exchange.audience.department') };
  await pane.getByText(say('pane.answers.again', again)).waitFor();
  expect(await pane.getByText(say('pane.answers.apply')).count()).toBe(0);

  await press('pane.collected.undo', { batch: 1 });
  await pane.getByText(say('pane.collected.none')).waitFor();
  expect([await pickOf(visit, first), await pickOf(visit, second)]).toEqual([null, null]);
});

test('a file that is no template, and one of another engagement, are told apart from answers', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, pane, say, press, tab } = visit;
  const [item = ''] = await blankPains(visit);
  await press('pane.exchange.open');
  const file = await answered(visit, 'North', { [item]: 'Yes' });

  await chooser(visit).setInputFiles([{ ...file, name: 'a.xlsx', buffer: Buffer.from('nothing') }]);
  await pane.getByText(say('failure.not-xlsx')).waitFor();
  await press('pane.answers.remove', { file: 'a.xlsx' });

  const client = await page.evaluate(() => {
    const { book } = window.appfi.host;
    const name = book.names.find((one) => one.name === 'Engagement.Client');
    return name?.formula ?? '';
  });
  const [, sheet = '', cell = ''] = /^='?(.+?)'?!(.+)$/.exec(client) ?? [];
  await type(visit, sheet, cell.replaceAll('$', ''), 'Somebody else');
  await chooser(visit).setInputFiles([file]);
  await press('pane.answers.anyway');
  await pane.getByText(say('pane.answers.changes', { count: 1 })).waitFor();
  await tab('start');
});

test('filled templates are dropped anywhere on the page', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, pane, say, press, tab } = visit;
  const [item = ''] = await blankPains(visit);
  await press('pane.exchange.open');
  const file = await answered(visit, 'North', { [item]: 'Yes' });
  await tab('value');
  await page.evaluate(
    ([name, text]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      document
        .querySelector('header')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [file.name, file.buffer.toString('base64')] as const,
  );
  await pane.getByText(say('pane.answers.changes', { count: 1 })).waitFor();
});

test('a newer model is looked at first; then the workbook has it, and what was picked stays', async () => {
  const visit = await open('lang=en&model=key-account');
  const { pane, say, press } = visit;
  const catalog = structuredClone(await loadBuiltin('key-account'));
  const picks = await column(visit, 'Asks', 'Pick');
  const ids = await column(visit, 'Asks', 'Id');
  const picked = ids.values[picks.values.indexOf('Yes')];
  const ask = catalog.asks.find(({ id }) => id === picked);
  if (!ask) throw new Error('Nothing is picked');
  ask.text = { ...ask.text, en: 'Said in newer words' };
  catalog.version = '99.0.0';

  await press('pane.upgrade.open');
  await pane.getByText(say('pane.upgrade.none')).waitFor();
  await pane.locator('input[type=file]').setInputFiles({
    name: 'newer.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(catalog)),
  });
  await pane.getByText(say('pane.upgrade.kind.reworded', { count: 1 })).waitFor();
  expect((await column(visit, 'Asks', 'Value driver')).values).not.toContain('Said in newer words');
  await press('pane.upgrade.apply');
  await pane.getByText(say('pane.upgrade.none')).waitFor();
  const asks = await column(visit, 'Asks', 'Value driver');
  const row = asks.values.indexOf('Said in newer words');
  expect((await column(visit, 'Asks', 'Pick')).values[row]).toBe('Yes');
});
