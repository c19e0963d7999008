import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const system = '/usr/bin/chromium';

/**
 * A headless Chromium: the one shipped in the npm package, else the system's. Close it after use.
 * Throws when neither starts.
 */
export async function launch(): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: await packed.executablePath(), args });
  } catch (error) {
    if (!existsSync(system)) throw error;
    return chromium.launch({ executablePath: system, args });
  }
}
