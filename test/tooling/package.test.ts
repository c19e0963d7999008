import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const windows = process.platform === 'win32';
const run = (
  folder: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
  user?: number,
): string =>
  execFileSync(windows ? `${program}.cmd` : program, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', LANG: 'en', ...env },
    ...(user !== undefined && { uid: user, gid: user }),
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

const nobody = 65_534;

/** What the guide's image does, in its own words, but for the base and for whose folders they are. */
(windows ? test.skip : test)(
  'the image of the guide installs, and works for a plain user without a network',
  () => {
    const guide = readFileSync('docs/deployment.md', 'utf8');
    const [, image = ''] = /^```dockerfile\n([\s\S]*?)^```$/m.exec(guide) ?? [];
    const steps = image
      .trim()
      .split('\n')
      .map((line) => line.split(/ (.*)/s) as [string, string]);
    expect(steps.map(([step]) => step)).toEqual([
      'FROM',
      'COPY',
      'RUN',
      'USER',
      'WORKDIR',
      'ENTRYPOINT',
    ]);
    const said = new Map(steps.map(([step, what]) => [step, what]));
    expect(readdirSync(folder).filter((name) => /^appfi-.*\.tgz$/.test(name))).toHaveLength(1);
    expect(said.get('COPY')).toBe('appfi-*.tgz /tmp/');
    const global = path.join(folder, 'global');
    const install = (said.get('RUN') ?? '')
      .replaceAll('/tmp/', `${folder}/`)
      .replaceAll('/root/.npm', path.join(folder, 'cache'));
    expect(install).toMatch(/^npm install --global /);
    mkdirSync(path.join(folder, 'cache'));
    run(folder, 'sh', ['-c', install], {
      npm_config_prefix: global,
      npm_config_prefer_offline: 'true',
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.tgz'))).toEqual([]);

    const work = path.join(folder, 'work');
    mkdirSync(work);
    for (const one of [folder, work]) chmodSync(one, 0o777);
    const alone = path.join(folder, 'alone.cjs');
    writeFileSync(
      alone,
      `require('node:net').Socket.prototype.connect = () => { throw new Error('no network'); };`,
    );
    const [entry = ''] = JSON.parse(said.get('ENTRYPOINT') ?? '[]') as string[];
    const appfi = (...args: string[]) =>
      run(
        work,
        path.join(global, 'bin', entry),
        args,
        { NODE_OPTIONS: `--require ${alone}`, HOME: '/nonexistent' },
        // Only root can be somebody else.
        process.getuid?.() === 0 ? nobody : undefined,
      );
    appfi('new', '--model', 'after-sales', '--lang', 'zh-CN', '--out', 'plan.xlsx');
    expect(JSON.parse(appfi('check', 'plan.xlsx', '--json'))).toMatchObject({ ok: true });
    appfi('collect', '.', '--out', 'lake');
    expect(readdirSync(path.join(work, 'lake'))).toContain('engagements');
  },
  300_000,
);
