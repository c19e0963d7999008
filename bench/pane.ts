import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Host } from '../src/host';
import { launch } from '../test/support/browser';
import { serve, type Form, type Site } from '../test/workbench/site';
import { generateCatalog } from './catalog';
import { summary, turns, type Runs, type Times } from './measure';
import { pasteReport } from './paste';
import type { Report } from './report';

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

interface Size {
  form: Form;
  /** Of the catalogs whose items are picked. */
  items: readonly number[];
  /** Rows. */
  pasted: number;
}

/** What the pane weighs and how long a person waits for it, beside a page that only has Fluent UI. */
export async function paneReports(size: Size, runs: Runs): Promise<Report[]> {
  const [pane, page, browser] = await Promise.all([
    serve('pane', size.form),
    serve('workbench', size.form),
    launch(),
  ]);
  const peer = await fluentPage();
  try {
    return [
      await sizes(pane, peer.script),
      await firstSight(browser, page, peer.url, runs),
      await picks(browser, page, size.items, runs),
      await pasteReport(browser, page, size.pasted, runs),
    ];
  } finally {
    await browser.close();
    await Promise.all([pane.close(), page.close(), peer.close()]);
  }
}

/** React, Fluent UI's provider and one button: the least that any such pane begins with. */
async function fluentPage() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement } from 'react';
        import { createRoot } from 'react-dom/client';
        import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
        createRoot(document.body.firstElementChild).render(
          createElement(FluentProvider, { theme: webLightTheme }, createElement(Button, null, 'Go')));`,
      resolveDir: path.join(import.meta.dirname, '..'),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? []);
  const html = '<!doctype html><body><div></div><script src="page.js"></script></body>';
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : html);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  return { script, url: `http://localhost:${port}/`, close: async () => void server.close() };
}

async function sizes({ folder }: Site, peer: Buffer): Promise<Report> {
  const html = await readFile(path.join(folder, 'taskpane.html'), 'utf8');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const weigh = async (names: string[]) => {
    const files = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
    return files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  };
  const begins = scripts.filter((name) => html.includes(name) || name.startsWith('texts-en.'));
  const initial = await weigh(begins);
  const later = await weigh(scripts.filter((name) => !begins.includes(name)));
  const fluent = gzipSync(peer).length;
  const row = (what: string, bytes: number) => [what, kilobytes(bytes), bytes / fluent];
  return {
    title: 'Pane: size, gzipped',
    columns: ['what', 'size', 'of Fluent’s'],
    rows: [
      row('React, Fluent’s provider and a button', fluent),
      row('the pane begins with, in English', initial),
      row('views, catalogs, map and charts, when opened', later),
    ],
  };
}

/** Until something can be read, and until it can be used. */
async function firstSight(
  browser: Browser,
  { url }: Site,
  peer: string,
  runs: Runs,
): Promise<Report> {
  const timed = async (address: string, useful: string, usable: string) => {
    const [paint, interactive]: [number[], number[]] = [[], []];
    for (const { counts } of turns(runs)) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(address, { waitUntil: 'commit' });
      await page.locator(useful).first().waitFor({ timeout: 120_000 });
      const seen = performance.now() - start;
      await page.locator(usable).first().click({ trial: true, timeout: 120_000 });
      const used = performance.now() - start;
      await context.close();
      if (counts) {
        paint.push(seen);
        interactive.push(used);
      }
    }
    return [summary(paint), summary(interactive)] as [Times, Times];
  };
  const fluent = await timed(peer, 'button', 'button');
  const empty = await timed(`${url}?lang=en&model=empty`, '#pane h1', '#pane button[type=submit]');
  const full = await timed(`${url}?lang=en&model=key-account`, 'header h1', '#tab-value');
  const row = (what: string, [seen, used]: [Times, Times]) => [
    what,
    seen,
    used,
    used.median / fluent[1].median,
  ];
  return {
    title: 'Try-it page: ms until something useful is seen, and until it can be used',
    columns: ['page', 'seen', 'usable', 'of Fluent’s'],
    rows: [
      row('React, Fluent’s provider and a button', fluent),
      row('an empty workbook', empty),
      row('a worked example', full),
    ],
  };
}

/** A pick made in the sheet until the pane shows it, and one made in the pane until the sheet has it. */
async function picks(
  browser: Browser,
  { url }: Site,
  sizes: readonly number[],
  runs: Runs,
): Promise<Report> {
  const rows: Report['rows'] = [];
  for (const items of sizes) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}?lang=en&model=empty`);
    await layOutOwn(page, items);
    await page.locator('#tab-steps').click();
    await page.locator('#pane [type=checkbox]').first().waitFor();
    const [shown, written]: [number[], number[]] = [[], []];
    for (const { counts } of turns(runs)) {
      const [there, here] = await page.evaluate(onePick);
      if (!counts) continue;
      shown.push(there);
      written.push(here);
    }
    rows.push([items, summary(shown), summary(written)]);
    await page.close();
  }
  return {
    title: 'A pick, ms',
    columns: ['items', 'from the sheet to the pane', 'from the pane to the sheet'],
    rows,
  };
}

async function layOutOwn(page: Page, items: number): Promise<void> {
  const catalog = generateCatalog(items);
  await page
    .locator('#pane input[type=file]')
    .last()
    .setInputFiles({
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(catalog)),
    });
  await page.locator('#pane select:has(option[value=key-account])').selectOption(catalog.id);
  await page.locator('#pane button[type=submit]').click();
  await page.locator('#tab-steps').waitFor({ timeout: 120_000 });
}

/** In the page: picks the first ask in the sheet, then takes it back in the pane. */
async function onePick(): Promise<[number, number]> {
  const { host } = (window as unknown as { appfi: { host: Host } }).appfi;
  const sheet = host.book.sheets.find(({ tables }) => tables.some(({ name }) => name === 'Asks'));
  const table = sheet?.tables.find(({ name }) => name === 'Asks');
  if (!sheet || !table) throw new Error('No table Asks');
  const column = table.area.column + table.columns.findIndex(({ name }) => name === 'Pick');
  const row = table.area.row + 1;
  const tick = () =>
    document.querySelector<HTMLInputElement>(
      '#pane [data-item] [type=checkbox]',
    ) as HTMLInputElement;
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (holds() ? resolve() : requestAnimationFrame(look));
      look();
    });
  const value = () => sheet.cells[row]?.[column]?.value ?? null;
  const started = performance.now();
  host.edit(sheet.name, `${String.fromCharCode(65 + column)}${row + 1}`, 'Yes');
  await until(() => tick().checked);
  const shown = performance.now() - started;
  const again = performance.now();
  tick().click();
  await until(() => value() === null || value() === '');
  const written = performance.now() - again;
  await until(() => !tick().checked);
  // Until the pane has read its own edit.
  await new Promise((later) => setTimeout(later, 2_500));
  return [shown, written];
}
