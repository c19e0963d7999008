import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { openXlsx, saveXlsx, type Book } from '../../src/book';
import { Paper } from '../exchange/paper';
import type { Visit } from './visit';

/** A stage of the consultant's path; pictures of the guide are called so. */
export type Stage =
  | 'new'
  | 'map'
  | 'picks'
  | 'why'
  | 'ask'
  | 'answers'
  | 'value'
  | 'return'
  | 'contract'
  | 'settle'
  | 'deck';

export interface Walked {
  /** What the template asked, and the answer that came back. */
  template: Book;
  deck: Uint8Array;
  book: Book;
  /** What the workbook is downloaded as. */
  name: string;
}

/** Long enough ago that both settlements are due on any day on which this runs. */
const days = { start: '2024-01-08', end: '2024-06-30' };
/** The settlements' own days, half a year and a year after the end, with the part of the target reached. */
const read = [
  { day: '2024-12-30', reached: 0.9 },
  { day: '2025-06-30', reached: 1 },
];

/**
 * From an empty workbook to a signed bet and a deck, as a consultant goes: the pane for what it
 * leads through, the grid for tables of figures.
 * @param seen called at each stage
 */
export async function walk(
  visit: Visit,
  seen: (stage: Stage) => Promise<void> = async () => undefined,
): Promise<Walked> {
  const { page, pane, say, press, tab } = visit;
  const label = (text: string) => pane.getByLabel(text, { exact: true });
  const next = (text: RegExp | string) => pane.locator('footer').getByText(text).waitFor();
  const saved = async (click: () => Promise<void>): Promise<Download> => {
    const coming = page.waitForEvent('download');
    await click();
    return coming;
  };
  const bytesOf = async (download: Download) =>
    new Uint8Array(await readFile(await download.path()));

  /** What is named so can be taken back next. */
  const undoes = (what: string) =>
    pane.getByRole('button', { name: say('pane.undo', { what }), exact: true }).waitFor();

  // A new engagement.
  await page.getByRole('button', { name: say('pane.workbench.new'), exact: true }).click();
  await label(say('pane.client')).fill('Contoso');
  await label(say('pane.vendor')).fill('Fabrikam');
  await label(say('pane.startDate')).fill(days.start);
  await label(say('pane.endDate')).fill(days.end);
  await label(say('pane.fee')).fill(visit.lang === 'en' ? '1.2M' : '120万');
  await seen('new');
  await press('pane.layOut');
  await pane.getByRole('heading', { name: 'Contoso' }).waitFor();

  // The five steps: what one wants, then what follows from it.
  await press('pane.next.go');
  const ticks = pane.getByRole('checkbox');
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  const strongest = new RegExp(
    `^${say('pane.steps.strongest', { count: '#' }).replace('#', '\\d+')}$`,
  );
  for (const step of ['plan', 'pain', 'function', 'innovation']) {
    await pane.locator(`#step-${step}`).click();
    const pick = pane.getByRole('button', { name: strongest });
    const [count = ''] = /\d+/.exec((await pick.textContent()) ?? '') ?? [];
    await pick.click();
    await pick.waitFor({ state: 'detached' });
    await undoes(say('pane.done.strongest', { count }));
    if (step === 'pain') await seen('picks');
  }
  await onTheMap(visit, seen);
  await pane.locator('[data-item] button').first().click();
  await pane.getByText(say('pane.steps.why')).waitFor();
  await seen('why');

  // One pick too many, and the way back.
  const spare = pane.getByRole('checkbox', { checked: false }).last();
  await spare.check();
  await page.keyboard.press('Control+z');
  await pane.getByRole('button', { name: new RegExp(escaped(redoOf(visit))) }).waitFor();

  // A department is asked, and answers.
  await tab('start');
  await press('pane.exchange.open');
  await label(say('pane.ask.respondent')).fill('North');
  await label(say('pane.ask.due')).fill('2024-02-02');
  const template = await bytesOf(await saved(() => press('pane.ask.save')));
  await seen('ask');
  const paper = await Paper.of(template);
  const pains = await table(visit, 'PainPoints');
  const [pick, item] = [say('column.pick'), say('column.pain')];
  const open = pains.rows.find((row) => row[pick] === null && row[item] !== null);
  paper.type(pains.sheet, String(open?.[item]), `${pick} *`, say('list.pick.yes'));
  const answer = Buffer.from(await saveXlsx(paper.book));
  const mimeType = 'application/octet-stream';
  await pane
    .locator(`input[type=file][aria-label="${say('pane.answers.choose')}"]`)
    .setInputFiles({ name: 'north.xlsx', mimeType, buffer: answer });
  await pane.getByText(say('pane.answers.changes', { count: 1 })).waitFor();
  await seen('answers');
  await press('pane.answers.apply');
  await pane.getByText(say('pane.merge.done', { written: 1, open: 0 })).waitFor();

  // What is measured, and what an improvement is worth.
  await tab('value');
  await agree(visit);
  await next(new RegExp(escaped(say('pane.next.return', { what: '#' }).split('#')[0] ?? '')));
  await seen('value');
  await fillIn(visit, 'Drivers', ({ [say('value.column.driver')]: name, ...row }) =>
    name === null
      ? {}
      : { [say('value.column.likely')]: usual(visit, row, { ratio: 0.25, money: 800, other: 40 }) },
  );
  await fillIn(visit, 'Monetisation', (_, i) =>
    i === 0
      ? {
          [say('value.column.attribution')]: 0.5,
          [say('value.column.confidence')]: 0.8,
          [say('value.column.recapture')]: 0.5,
        }
      : {},
  );
  await fillIn(visit, 'Costs', (_, i) =>
    i === 0 ? { [say('value.column.yearN', { n: 0 })]: 300_000 } : {},
  );

  // The return.
  await tab('return');
  await label(say('value.field.Roi.Rate')).fill('9');
  await label(say('value.field.Roi.Rate')).press('Enter');
  await pane.getByText(say('pane.return.npv')).first().waitFor();
  await next(say('pane.next.contract'));
  await seen('return');

  // A contract of four terms.
  await tab('bet');
  await pane.getByRole('radio').nth(2).check();
  await label(say('pane.bet.preset.goal')).selectOption('ka.contract.win-rate');
  await press('pane.bet.preset.apply');
  await pane.getByText(say('pane.bet.preset.applied')).waitFor();
  // With the rows that it needs; of those nobody has to be told.
  await undoes(say('pane.done.rows'));
  await agree(visit);
  await seen('contract');

  // A year of readings, and two settlements.
  await readings(visit);
  await press('pane.bet.settlement');
  await pane
    .getByText(new RegExp(escaped(say('pane.bet.line.attainment', { at: '' }))))
    .first()
    .waitFor();
  for (const round of [0, 1]) {
    await pane
      .getByRole('group', { name: say('pane.bet.period') })
      .getByRole('button')
      .nth(round)
      .click();
    await pane.getByLabel(new RegExp(`^${say('pane.bet.sign.vendor')}`)).fill('Lin');
    await label(say('pane.bet.sign.business')).fill('Chen');
    if (round === 0) await seen('settle');
    await press('pane.bet.sign.review');
    const [before = '', after = ''] = say('pane.bet.sign.do', { period: '|', amount: '' }).split(
      '|',
    );
    await pane
      .getByRole('button', { name: new RegExp(`^${escaped(before)}.+${escaped(after)}`) })
      .click();
    await pane.getByText(say('pane.bet.signed.keep')).waitFor();
  }
  await press('pane.bet.ledger');
  await pane.getByText(say('pane.bet.ledger.whole', { count: 2 })).waitFor();

  // What is handed over.
  await next(say('pane.next.deliver'));
  await pane.locator('footer').getByRole('button').first().click();
  await seen('deck');
  const deck = await bytesOf(await saved(() => press('pane.deliver.save', { ending: '.pptx' })));
  const file = await saved(() =>
    page.getByRole('button', { name: say('pane.workbench.download') }).click(),
  );
  const name = file.suggestedFilename();
  return {
    template: await openXlsx(template),
    deck,
    book: await openXlsx(await bytesOf(file)),
    name,
  };
}

/** The room goes on to the second question, picks from it, and the pane has what it picked. */
async function onTheMap(
  { page, pane, say }: Visit,
  seen: (stage: Stage) => Promise<void>,
): Promise<void> {
  const picked = pane.locator('#step-ask');
  const before = await picked.textContent();
  await pane.getByRole('button', { name: say('pane.map.open'), exact: true }).click();
  await page.locator('.workshop [data-kind="root"]:focus').waitFor();
  for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await page.locator('.workshop [data-state="yes"]:focus').waitFor();
  await seen('map');
  await page.getByRole('button', { name: say('workshop.close') }).click();
  await page.waitForFunction(
    (was) => document.querySelector('#step-ask')?.textContent !== was,
    before,
  );
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const redoOf = ({ say }: Visit) => say('pane.redo', { what: '#' }).split('#')[0] ?? '';

type Row = Record<string, string | number | boolean | null>;

interface Table {
  sheet: string;
  row: number;
  column: number;
  headers: string[];
  rows: Row[];
}

/** A table as the host has it, its rows by header. */
const table = ({ page }: Visit, wanted: string): Promise<Table> =>
  page.evaluate((name) => {
    for (const sheet of window.appfi.host.book.sheets) {
      const found = sheet.tables.find((one) => one.name === name);
      if (!found) continue;
      const { row, rows, column } = found.area;
      const headers = found.columns.map((one) => one.name);
      const body = Array.from({ length: rows - 1 }, (_, i) =>
        Object.fromEntries(
          headers.map((header, j) => {
            const value = sheet.cells[row + 1 + i]?.[column + j]?.value ?? null;
            return [header, typeof value === 'object' ? null : value];
          }),
        ),
      );
      return { sheet: sheet.name, row: row + 1, column, headers, rows: body };
    }
    throw new Error(`No table ${name}`);
  }, wanted);

/** Types into cells of a table, as somebody does who has the figures before them. */
async function fillIn(
  visit: Visit,
  name: string,
  said: (row: Row, position: number) => Row,
): Promise<void> {
  const { sheet, row, column, headers, rows } = await table(visit, name);
  const entries = rows.flatMap((cells, i) =>
    Object.entries(said(cells, i)).map(([header, value]) => {
      const at = headers.indexOf(header);
      if (at < 0) throw new Error(`${name} has no column ${header}, but ${headers.join(', ')}`);
      return { row: row + i, column: column + at, value };
    }),
  );
  await visit.page.evaluate(
    ([where, all]) => {
      const { host } = window.appfi;
      for (const { row: r, column: c, value } of all)
        host.enter(where, { row: r, column: c }, [[value]]);
    },
    [sheet, entries] as const,
  );
}

/** A figure that is usual for the unit of a row. */
function usual<T>({ say }: Visit, row: Row, by: Record<'ratio' | 'money' | 'other', T>): T {
  const unit = row[say('value.column.unit')];
  if (unit === say('list.unit.ratio')) return by.ratio;
  return unit === say('list.unit.money') ? by.money : by.other;
}

/** Baseline and target of every metric in scope that has none: a quarter better. */
async function agree(visit: Visit): Promise<void> {
  const { say } = visit;
  const lower = say('list.direction.lower');
  await fillIn(visit, 'Metrics', (row) => {
    const has = typeof row[say('value.column.baseline')] === 'number';
    if (row[say('value.column.inScope')] !== 1 || has) return {};
    const baseline = usual(visit, row, { ratio: 0.4, money: 1_200_000, other: 40 });
    const better = row[say('value.column.direction')] === lower ? 0.75 : 1.25;
    return {
      [say('value.column.baseline')]: baseline,
      [say('value.column.target')]: baseline * better,
    };
  });
}

/** For each metric that is bet on, one reading a period, on the way from baseline to target. */
async function readings(visit: Visit): Promise<void> {
  const { say } = visit;
  const bet = (await table(visit, 'Terms')).rows.flatMap(
    (row) => row[say('bet.column.metric')] ?? [],
  );
  const metrics = (await table(visit, 'Metrics')).rows;
  const lower = say('list.direction.lower');
  const wanted = bet.flatMap((metric) =>
    read.map(({ day, reached }) => {
      const row = metrics.find((one) => one[say('value.column.metric')] === metric) ?? {};
      const better = row[say('value.column.direction')] === lower ? -0.25 : 0.25;
      const baseline = Number(row[say('value.column.baseline')]);
      const value = baseline * (1 + better * reached);
      const isRatio = row[say('value.column.readingIs')] === say('list.measure.ratio');
      return {
        [say('value.column.metric')]: metric,
        [say('value.column.date')]: day,
        ...(isRatio
          ? {
              [say('value.column.numerator')]: value * 100,
              [say('value.column.denominator')]: 100,
            }
          : { [say('value.column.value')]: value }),
        [say('value.column.evidence')]: 'CRM',
        [say('value.column.who')]: 'Chen',
      };
    }),
  );
  await fillIn(visit, 'Readings', (_, i) => wanted[i] ?? {});
}
