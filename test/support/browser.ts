import packed from '@sparticuz/chromium';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { candidates, howToGet } from '../../tools/programs';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What may be started, in turn: what somebody named, the one in the npm package, then the system's. */
function* ways(): Generator<() => Promise<LaunchOptions>> {
  const [named] = process.env['APPFI_BROWSER'] ? candidates('browser') : [];
  if (named !== undefined) yield async () => ({ executablePath: named });
  // The package holds a binary for Linux alone.
  if (process.platform === 'linux') {
    yield async () => ({ executablePath: await packed.executablePath() });
  }
  for (const channel of ['chrome', 'msedge']) yield async () => ({ channel });
  for (const executablePath of candidates('browser')) yield async () => ({ executablePath });
}

/** A headless Chromium; close it after use. Throws where none starts, and says how to get one. */
export async function launch(): Promise<Browser> {
  const refusals: string[] = [];
  for (const way of ways()) {
    try {
      return await chromium.launch({ ...(await way()), args });
    } catch (error) {
      refusals.push(String(error).split('\n', 1)[0] ?? '');
    }
  }
  throw new Error(`No browser starts. ${howToGet('browser')}\n${refusals.join('\n')}`);
}
