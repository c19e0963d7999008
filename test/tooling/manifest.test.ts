import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressOf, problems } from '../../tools/manifest';
import { manifestFor } from '../../tools/manifestOf.cjs';

const xml = readFileSync('manifest.xml', 'utf8');

test('the manifest keeps the rules', () => {
  expect(problems(xml, '.')).toEqual([]);
});

test.each([
  [
    'a missing translation',
    '<Override Locale="zh-TW" Value="APPFI 規劃" />',
    '',
    'DisplayName has no zh-TW text.',
  ],
  ['an undefined resource', 'resid="Group.Label"', 'resid="Gone"', 'resid "Gone" is not defined.'],
  [
    'a version of three parts',
    '0.1.0.0',
    '0.1.0',
    'Version "0.1.0" must have four parts, as in 1.0.0.0.',
  ],
  [
    'a lower floor',
    'MinVersion="1.13"',
    'MinVersion="1.12"',
    'Requirements must ask for ExcelApi 1.13.',
  ],
  [
    'an icon that is not there',
    'icon-80.png',
    'icon-81.png',
    'https://localhost:3000/assets/icon-81.png names no file of assets/.',
  ],
  [
    'an icon of another size',
    'assets/icon-80.png',
    'assets/icon-128.png',
    'https://localhost:3000/assets/icon-128.png is 128 pixels wide, not 80.',
  ],
  [
    'an address that is not ours',
    'https://localhost:3000/taskpane.html',
    'https://elsewhere.test/a.html',
    'https://elsewhere.test/a.html must start with https://localhost:3000/: the build replaces it.',
  ],
  [
    'a short-lived runtime',
    ' lifetime="long"',
    '',
    'Pane and commands share one runtime: one resid, lifetime "long".',
  ],
  [
    'elements out of order',
    '<ProviderName>APPFI</ProviderName>',
    '',
    expect.stringContaining('in this order'),
  ],
])('%s is found', (_what, from, to, problem) => {
  expect(xml).toContain(from);
  expect(problems(xml.replace(from, to), '.')).toContainEqual(problem);
});

const real = 'https://addins.example.com/appfi/';

test('what is uploaded names the address that it is served from, and files that are there', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'appfi-pane-'));
  cpSync('assets', path.join(folder, 'assets'), { recursive: true });
  const built = manifestFor(xml, real);
  expect(addressOf(built)).toBe(real);
  expect(problems(built, folder, real)).toEqual([
    `${real}taskpane.html names no file of the build.`,
  ]);
  writeFileSync(path.join(folder, 'taskpane.html'), '');
  expect(problems(built, folder, real)).toEqual([]);
  const stray = built.replace(`${real}assets/icon-32.png`, 'https://localhost:3000/a.png');
  expect(problems(stray, folder, real)).toContain(
    `https://localhost:3000/a.png must start with ${real}, where the pane is.`,
  );
  rmSync(folder, { recursive: true });
});

test('a pilot has an id and names of its own, always the same at one address', () => {
  const parts = (text: string) => ({
    id: /<Id>(.*)<.Id>/.exec(text)?.[1],
    names: [
      ...(/<DisplayName[\s\S]*?<.DisplayName>/.exec(text)?.[0] ?? '').matchAll(/Value="(.*?)"/g),
    ].map(([, name]) => name),
  });
  const pilot = parts(manifestFor(xml, real, { pilot: true }));
  expect(pilot.names).toEqual([
    'APPFI 规划（试点）',
    'APPFI Planning (pilot)',
    'APPFI 規劃（試點）',
  ]);
  expect(pilot.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(pilot).toEqual(parts(manifestFor(xml, real, { pilot: true })));
  expect(parts(manifestFor(xml, `${real}next/`, { pilot: true })).id).not.toBe(pilot.id);
  expect(pilot.id).not.toBe(parts(xml).id);
});
