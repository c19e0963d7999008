import { spawnSync } from 'node:child_process';
import { paperFonts } from '../src/cli/commands/deliverPictures';
import { launch } from '../test/support/browser';
import { buildValidator } from '../test/support/openxml';
import { openpyxlPython } from '../test/support/python';
import { find, howToGet } from './programs';

/**
 * Brings what `npm test` needs beside npm's packages: a second calculation engine, a second reader
 * of .xlsx, Microsoft's validator, a Chinese font, poppler and a browser. Installs what is missing where apt-get and root
 * allow it, which is on Debian alone; says loudly what stays unproved otherwise, and fails for it on CI.
 */

interface Need {
  proves: string;
  apt: readonly string[];
  cure(): string;
  present(): boolean | Promise<boolean>;
}

const needs: readonly Need[] = [
  {
    proves: 'formulas recalculated by LibreOffice',
    apt: ['libreoffice-calc-nogui'],
    cure: () => howToGet('libreoffice'),
    present: () => find('libreoffice') !== undefined,
  },
  {
    proves: 'files read back by openpyxl',
    apt: ['python3-openpyxl'],
    cure: () => howToGet('python'),
    present: () => openpyxlPython() !== undefined,
  },
  {
    proves: 'files as Microsoft’s Open XML SDK judges them',
    apt: [],
    cure: () => buildValidator() ?? '',
    present: () => buildValidator() === undefined,
  },
  {
    proves: 'Chinese text in pictures',
    apt: ['fonts-noto-cjk', 'fontconfig'],
    cure: () => 'Install a Chinese font: Noto Sans CJK, or the one that Windows and macOS bring.',
    present: () => paperFonts('zh-CN') !== undefined,
  },
  {
    proves: 'sheets drawn as pictures, papers read back as text',
    apt: ['poppler-utils'],
    cure: () => howToGet('pdftoppm'),
    present: () => find('pdftoppm') !== undefined && find('pdftotext') !== undefined,
  },
  {
    // Started here once, too, because it is unpacked then: test workers would do so over each other.
    proves: 'the pages in a browser',
    apt: ['chromium'],
    cure: () => howToGet('browser'),
    present: () =>
      launch().then(
        (browser) => browser.close().then(() => true),
        () => false,
      ),
  },
];

function install(packages: readonly string[]): void {
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.log(`Installing ${packages.join(', ')} …`);
  if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

async function missing(): Promise<Need[]> {
  const absent: Need[] = [];
  for (const need of needs) if (!(await need.present())) absent.push(need);
  return absent;
}

async function main(): Promise<void> {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
  let absent = await missing();
  if (absent.length > 0 && mayInstall) {
    const packages = absent.flatMap((need) => need.apt);
    if (packages.length > 0) install(packages);
    absent = await missing();
  }
  for (const { proves, cure } of absent) console.error(`NOT PROVED: ${proves}. ${cure()}`);
  if (absent.length > 0 && process.env['CI']) process.exitCode = 1;
}

void main();
