import { spawnSync } from 'node:child_process';
import chromium from '@sparticuz/chromium';

/**
 * Brings what `npm test` needs beside npm's packages: a second calculation engine, a second reader
 * of .xlsx, a Chinese font and a PDF rasteriser. Installs what is missing where apt-get and root
 * allow it; says loudly what stays unproved otherwise, and fails for it on CI.
 */

const answers = (command, ...args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 });
  return status === 0 && stdout.trim() !== '';
};

const needs = [
  {
    apt: ['libreoffice-calc-nogui'],
    proves: 'formulas recalculated by LibreOffice',
    present: () => answers('sh', '-c', 'command -v soffice'),
  },
  {
    apt: ['python3-openpyxl'],
    proves: 'files read back by openpyxl',
    present: () =>
      answers('/usr/bin/python3', '-c', 'import openpyxl; print(openpyxl.__version__)'),
  },
  {
    apt: ['fonts-noto-cjk', 'fontconfig'],
    proves: 'Chinese text in pictures',
    present: () => answers('fc-list', ':lang=zh', 'family'),
  },
  {
    apt: ['poppler-utils'],
    proves: 'sheets drawn as pictures',
    present: () => answers('sh', '-c', 'command -v pdftoppm'),
  },
];

function install(packages) {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.log(`Installing ${packages.join(', ')} …`);
  return (
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  );
}

const missing = () => needs.filter((need) => !need.present());
const mayInstall = process.getuid?.() === 0 && answers('sh', '-c', 'command -v apt-get');

let absent = missing();
if (absent.length > 0 && mayInstall) {
  install(absent.flatMap((need) => need.apt));
  absent = missing();
}
for (const { apt, proves } of absent) {
  console.error(
    `NOT PROVED: ${proves}. Install ${apt.join(', ')} (Debian's names) and test again.`,
  );
}
if (absent.length > 0 && process.env.CI) process.exitCode = 1;

// Unpacked here once: test workers that start together would unpack it over each other.
await chromium.executablePath();
