import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launch } from '../test/support/browser';
import { summary, turns, type Runs } from './measure';
import type { Report } from './report';

/** The large map with everything unfolded: how many frames a second it pans and zooms. */
export async function mapReports(sizes: readonly number[], runs: Runs): Promise<Report[]> {
  const [page, browser] = await Promise.all([mapPage(), launch()]);
  const rows: Report['rows'] = [];
  try {
    for (const items of sizes) {
      const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await tab.goto(`${page.url}?items=${items}`);
      await tab.locator('.workshop [role="treeitem"]').first().waitFor();
      const start = performance.now();
      await unfold(tab, items);
      const unfolded = performance.now() - start;
      const [pans, zooms]: [number[], number[]] = [[], []];
      for (const { counts } of turns(runs)) {
        const [pan, zoom] = [await framesOf(tab, false), await framesOf(tab, true)];
        if (!counts) continue;
        pans.push(pan);
        zooms.push(zoom);
      }
      rows.push([items, Math.round(unfolded), summary(pans), summary(zooms)]);
      await tab.close();
    }
  } finally {
    await browser.close();
    page.close();
  }
  return [
    {
      title: 'Large map, all unfolded: ms until it is, and frames a second',
      columns: ['items', 'unfolded', 'pan', 'zoom'],
      rows,
    },
  ];
}

async function mapPage() {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'mapPage.tsx')],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = (ending: string) =>
    outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const html = `<!doctype html><head><style>body{margin:0}${text('.css')}</style></head><body><div></div><script src="page.js"></script></body>`;
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? text('.js') : html);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => void server.close() };
}

async function unfold(page: Page, items: number): Promise<void> {
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-kind="item"]').length === count,
    items,
  );
}

/** Frames a second over two seconds in which every frame moves the map or zooms it a little. */
const framesOf = (page: Page, zooms: boolean): Promise<number> =>
  page.evaluate(async (ctrlKey) => {
    const frame = document.querySelector('.workshop .frame') as HTMLElement;
    const began = performance.now();
    let frames = 0;
    await new Promise<void>((done) => {
      const next = () => {
        const passed = performance.now() - began;
        if (passed > 2_000) return done();
        frames += 1;
        const deltaY = Math.sin(passed / 300) * (ctrlKey ? 12 : 40);
        frame.dispatchEvent(
          new WheelEvent('wheel', {
            ...{ deltaY, deltaX: ctrlKey ? 0 : deltaY / 2, ctrlKey },
            ...{ clientX: 700, clientY: 450, bubbles: true, cancelable: true },
          }),
        );
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });
    return frames / ((performance.now() - began) / 1000);
  }, zooms);
