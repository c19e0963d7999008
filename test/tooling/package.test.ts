import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const windows = process.platform === 'win32';
const run = (folder: string, program: string, args: readonly string[]): string =>
  execFileSync(windows ? `${program}.cmd` : program, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', LANG: 'en' },
  });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'appfi-package-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package installs into an empty folder and works there, without a checkout', () => {
  run('.', 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const [tarball = ''] = readdirSync(folder);
  expect(tarball).toMatch(/^appfi-\d.*\.tgz$/);
  run(folder, 'npm', ['init', '-y', '--silent']);
  run(folder, 'npm', [
    ...['install', tarball, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
  ]);
  const installed = readdirSync(path.join(folder, 'node_modules'));
  // What only the pane shows is in its bundle and nobody's to install.
  expect(installed.filter((name) => /^(react|@fluentui|@univerjs)/.test(name))).toEqual([]);
  expect(existsSync(path.join(folder, 'node_modules', 'appfi', 'src'))).toBe(false);
  const appfi = (...args: string[]) =>
    run(folder, path.join(folder, 'node_modules', '.bin', 'appfi'), args);
  expect(appfi('new', '--model', 'key-account', '--lang', 'en', '--out', 'plan.xlsx')).toContain(
    'plan.xlsx',
  );
  expect(JSON.parse(appfi('check', 'plan.xlsx', '--json'))).toMatchObject({ ok: true });
}, 300_000);
