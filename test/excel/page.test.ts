import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { Browser } from 'playwright-core';
import { createHost } from '../../src/host';
import { launch } from '../support/browser';
import { testManifest } from './manifest';
import { play } from './play';
import { serve, type Site } from './site';
import { scenes } from './story';

/** The page that `npm run test:excel` shows in Excel, here over the host, so that it is never stale. */

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
}, 120_000);
afterAll(async () => {
  site.close();
  await browser.close();
});

test('in a browser, every scene of the story goes well', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // The story begins before the page has loaded whole.
  await page.goto(site.url, { waitUntil: 'commit' });
  const { played = [], failed } = await site.results;
  expect({ errors, failed }).toEqual({ errors: [], failed: undefined });
  expect(played.filter(({ passed }) => !passed)).toEqual([]);
  expect(played.map(({ name }) => name)).toEqual(scenes.map(({ name }) => name));
  expect(played.every(({ actions }) => actions > 0)).toBe(true);
  expect(await page.locator('li').allTextContents()).toHaveLength(scenes.length);
}, 300_000);

test('what Excel refuses is told in its own words, and the next scene is played', async () => {
  const host = createHost();
  host.circumstances = { readOnly: true };
  const played = await play(host.run, () => undefined);
  expect(played.map(({ passed }) => passed)).not.toContain(true);
  expect(played.find(({ name }) => name === 'an engagement is laid out')?.error).toBe(
    'AccessDenied · You cannot perform the requested operation. · at WorksheetCollection.add',
  );
});

test('the manifest of the page is one of its own, well formed and without ribbon', () => {
  const ours = readFileSync('manifest.xml', 'utf8');
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => void names.push(name));
  const manifest = testManifest(ours, 'https://localhost:3210/');
  parser.write(manifest).close();
  expect(names).not.toContain('VersionOverrides');
  expect(names).not.toContain('Override');
  expect(manifest).toContain('<SourceLocation DefaultValue="https://localhost:3210/" />');
  const idOf = (text: string) => /<Id>(.*?)<\/Id>/.exec(text)?.[1];
  expect(idOf(manifest)).not.toBe(idOf(ours));
});
