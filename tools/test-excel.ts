import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { testManifest } from '../test/excel/manifest';
import { serve } from '../test/excel/site';

/**
 * `npm run test:excel`: plays the story of test/excel in a live Excel and says how each scene went. On Windows and
 * Mac the page is sideloaded into Excel; `-- web`, and where there is no Excel, waits for a manifest to be uploaded.
 */

const port = 3210;
const minutes = 15;

/** Written beside what else is made for a run, for Excel to take. */
function manifestAt(url: string): string {
  const folder = path.resolve('node_modules/.cache/appfi-excel');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'manifest.xml');
  writeFileSync(file, testManifest(readFileSync('manifest.xml', 'utf8'), url));
  return file;
}

function devSettings(...args: string[]): boolean {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const { status } = spawnSync(npx, ['--yes', 'office-addin-dev-settings', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

async function main(): Promise<void> {
  const byHand = process.argv.includes('web') || !['win32', 'darwin'].includes(process.platform);
  const site = await serve({
    port,
    forExcel: await getHttpsServerOptions(),
    onScene: ({ passed, name, ms, actions, error }) => {
      console.log(`${passed ? 'pass' : 'FAIL'}  ${name} (${ms} ms, ${actions} actions)`);
      if (error !== undefined) console.log(`      ${error}`);
    },
  });
  const manifest = manifestAt(site.url);
  const sideloaded = !byHand && devSettings('sideload', manifest, 'desktop', '--app', 'excel');
  if (!sideloaded) {
    console.log(
      `Open an empty workbook in Excel, choose Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, and give it\n  ${manifest}\nThen open "APPFI test". Its page comes from ${site.url}, on this machine.`,
    );
  }
  const results = await Promise.race([
    site.results,
    wait(minutes * 60_000, undefined, { ref: false }),
  ]);
  if (sideloaded) devSettings('unregister', manifest);
  site.close();
  const {
    played = [],
    diagnostics,
    failed,
  } = results ?? {
    failed: `Nothing was heard from Excel within ${minutes} minutes. Allow the add-in when Excel asks, and try again.`,
  };
  if (diagnostics)
    console.log(`Excel ${diagnostics.version ?? '?'} on ${diagnostics.platform ?? '?'}`);
  if (failed !== undefined) console.error(failed);
  const bad = played.filter(({ passed }) => !passed).length;
  console.log(`${played.length - bad} passed, ${bad} failed`);
  process.exitCode = failed !== undefined || bad > 0 || played.length === 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
