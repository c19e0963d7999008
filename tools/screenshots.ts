/**
 * Pictures of the pane as it is on the try-it page, one for each view, language and theme.
 *   npx tsx tools/screenshots.ts --out pictures [--url http://localhost:3000] [--view bet,value]
 *     [--lang en,zh-CN] [--theme light,dark,contrast] [--model key-account,empty,broken]
 * Without --url the page is built first and served for the time it takes. --readme draws the two
 * pictures of the README instead, into --out: the page, and four views side by side; --path those of
 * docs/path.md, as the test walks it.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { message, type Lang, type MessageKey } from '../src/messages';
import { viewIds } from '../src/taskpane/views/viewIds';
import { launch } from '../test/support/browser';
import { walk, type Stage } from '../test/workbench/path';
import { serve } from '../test/workbench/site';
import type { Visit } from '../test/workbench/visit';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'pictures' },
    url: { type: 'string' },
    view: { type: 'string', default: viewIds.join() },
    lang: { type: 'string', default: 'zh-CN,en' },
    theme: { type: 'string', default: 'light,dark' },
    model: { type: 'string', default: 'key-account' },
    readme: { type: 'boolean', default: false },
    path: { type: 'boolean', default: false },
  },
});

const tallest = 6_000;

/** The pane alone, as tall as what it shows. */
async function picture(page: Page, file: string): Promise<void> {
  const pane = page.locator('#pane');
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1440, height: 900 });
  const height = await pane.evaluate((element) => element.scrollHeight);
  await page.setViewportSize({
    width: page.viewportSize()?.width ?? 1440,
    height: Math.min(tallest, Math.max(900, height + 60)),
  });
  await pane.screenshot({ path: file });
  console.log(file);
}

/** Deletes a sheet and protects the rest: what the pane says of it. */
const breakWorkbook = (page: Page): Promise<void> =>
  page.evaluate(() =>
    window.appfi.host.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      worksheets.items[15]?.delete();
      for (const [i, sheet] of worksheets.items.entries()) if (i !== 15) sheet.protection.protect();
      await context.sync();
    }),
  );

async function take(page: Page, url: string, model: string, lang: string, theme: string) {
  const broken = model === 'broken';
  const shown = { model: broken ? 'key-account' : model, lang, theme };
  await page.goto(`${url}?${new URLSearchParams(shown)}`, {
    timeout: 120_000,
  });
  await page.locator('#pane main').waitFor({ timeout: 120_000 });
  const name = (view: string) => path.join(values.out, `${model}-${view}-${lang}-${theme}.png`);
  if (model === 'empty') {
    await page.locator('#pane input[inputmode=decimal]').fill('?');
    await page.locator('#pane button[type=submit]').click();
    return picture(page, name('welcome'));
  }
  if (broken) {
    await breakWorkbook(page);
    await page.locator('#tab-steps').click();
    await page.locator('#pane [type=checkbox]').first().click();
    await page.locator('#pane .fui-MessageBar').first().waitFor();
    await picture(page, name('steps'));
    await page.locator('#tab-checks').click();
    await page.waitForTimeout(3_000);
    return picture(page, name('checks'));
  }
  for (const view of values.view.split(',')) {
    await page.locator(`#tab-${view}`).click({ timeout: 120_000 });
    await page
      .locator('#view [role=progressbar][class*=Spinner]')
      .waitFor({ state: 'detached', timeout: 60_000 });
    await page.waitForTimeout(1_200);
    await picture(page, name(view));
    if (view === 'start') await pictureParts(page, lang as Lang, name);
  }
}

/** The pages that Start leads to. */
async function pictureParts(page: Page, lang: Lang, name: (view: string) => string): Promise<void> {
  const press = (key: MessageKey) =>
    page
      .locator('#pane')
      .getByRole('button', { name: message(lang, key), exact: true })
      .click();
  for (const part of ['deliver', 'exchange', 'upgrade'] as const) {
    await press(`pane.${part}.open`);
    await page.waitForTimeout(2_000);
    await picture(page, name(part));
    await press('pane.view.start');
  }
}

/** The README's pictures: the page at the tour's third stop, and four views in one row. */
async function readme(page: Page, url: string): Promise<void> {
  await page.goto(`${url}?model=key-account&lang=en`, { timeout: 120_000 });
  await page.locator('#pane main').waitFor({ timeout: 120_000 });
  const tour = (stop: string) =>
    page
      .getByRole('navigation', { name: 'Tour of the example' })
      .getByRole('button', { name: stop })
      .click();
  await tour('Price it');
  await page.waitForTimeout(2_500);
  await page.screenshot({ path: path.join(values.out, 'try-it.png') });
  const views: string[] = [];
  for (const stop of ['Pick what hurts', 'Measure', 'Bet on it', 'Settle']) {
    await tour(stop);
    await page.waitForTimeout(2_500);
    const shot = await page.locator('#pane').screenshot();
    views.push(`<img width="350" src="data:image/png;base64,${shot.toString('base64')}">`);
  }
  await page.setViewportSize({ width: 1496, height: 836 });
  await page.setContent(
    `<body style="margin:0;padding:12px;display:flex;gap:24px;background:#e8edf0">${views.join('')}`,
  );
  await page.screenshot({ path: path.join(values.out, 'pane.png') });
}

/** The pictures of docs/path.md. */
async function pathPictures(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  page.setDefaultTimeout(300_000);
  await page.goto(`${url}?model=key-account&lang=en`);
  await page.locator('#pane h1').first().waitFor();
  const pane = page.locator('#pane');
  const say: Visit['say'] = (key, params) => message('en', key, params);
  const nameBox = page.getByLabel(say('pane.workbench.nameBox'));
  const tab: Visit['tab'] = (view) => pane.locator(`#tab-${view}`).click();
  const press: Visit['press'] = (key, params) =>
    pane.getByRole('button', { name: say(key, params), exact: true }).click();
  await walk({ page, pane, nameBox, lang: 'en', say, tab, press }, async (stage) => {
    if (!told.includes(stage)) return;
    // What the picture is about, not where the walk has scrolled to.
    if (stage === 'picks') await pane.getByRole('checkbox', { checked: true }).first().focus();
    if (stage === 'answers')
      await pane
        .getByRole('button', { name: say('pane.answers.apply'), exact: true })
        .scrollIntoViewIfNeeded();
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: path.join(values.out, `path-${stage}.png`) });
  });
}
/** What docs/path.md shows. */
const told: readonly Stage[] = [
  ...(['new', 'map', 'picks', 'answers', 'return'] as const),
  ...(['contract', 'settle', 'deck'] as const),
];

async function main(): Promise<void> {
  await mkdir(values.out, { recursive: true });
  const site = values.url ? { url: values.url, close: async () => undefined } : await serve();
  const browser = await launch();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: values.path ? 1 : 2,
    });
    page.on('pageerror', (error) => console.error(String(error)));
    if (values.readme) return await readme(page, site.url);
    if (values.path) return await pathPictures(page, site.url);
    for (const model of values.model.split(',')) {
      for (const lang of values.lang.split(',')) {
        for (const theme of values.theme.split(',')) await take(page, site.url, model, lang, theme);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

void main();
