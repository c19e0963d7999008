import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/program';
import { smallCatalog } from '../support/smallCatalog';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** `appfi` with these arguments in an English environment, without a terminal. */
export async function appfi(...argv: string[]): Promise<Ran> {
  return appfiIn({ LANG: 'en_US.UTF-8' }, argv);
}

export async function appfiIn(
  env: Record<string, string>,
  argv: string[],
  isTerminal = false,
): Promise<Ran> {
  const ran = { out: '', err: '' };
  const code = await main(argv, {
    out: (text) => (ran.out += text),
    err: (text) => (ran.err += text),
    env,
    isTerminal,
  });
  return { code, ...ran };
}

/** A folder of the test file's own, gone after its tests. */
export function ownFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** The small model with nothing wrong about its links, as a catalog file has it. */
export const soundCatalog = () =>
  smallCatalog((catalog) => {
    catalog.pains.pop();
    const [, , third, fourth, fifth] = catalog.functions;
    Object.assign(third!.moves, { 's.metric.1': 1 });
    Object.assign(fourth!.calledBy, { 's.pain.2': 1 });
    Object.assign(fifth!.calledBy, { 's.pain.3': 1 });
    for (const { moves } of [...catalog.asks, ...catalog.innovations])
      Object.assign(moves, { 's.metric.2': 1 });
  });
