import { readFileSync } from 'node:fs';
import { problems } from '../../tools/manifest';

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
