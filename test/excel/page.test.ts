import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
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
  await page.goto(site.url);
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

test('the manifest of the page is one that Excel takes, and not that of the add-in', async () => {
  const ours = readFileSync('manifest.xml', 'utf8');
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'appfi-')), 'manifest.xml');
  writeFileSync(file, testManifest(ours, 'https://localhost:3210/'));
  const read = await OfficeAddinManifest.readManifestFile(file);
  const { id } = await OfficeAddinManifest.readManifestFile('manifest.xml');
  expect(read).toMatchObject({
    displayName: 'APPFI test',
    defaultSettings: { sourceLocation: 'https://localhost:3210/' },
    hosts: ['Workbook'],
  });
  expect(read.id).not.toBe(id);
});
