import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import webpack, { type Configuration, type Stats } from 'webpack';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

type Only = 'workbench' | 'pane';
/** As people get it, or the same in its own words, which is built sooner. */
export type Form = 'minified' | 'plain';
type Configure = (env: object, options: object) => Promise<[Configuration]>;
const configure = createRequire(__filename)('../../webpack.config.js') as Configure;
const builds = path.join(__dirname, '../../.cache/pages');

export interface Site {
  url: string;
  folder: string;
  close(): Promise<void>;
}

/** Serves the try-it page or Excel's pane, as webpack builds it; call `close` after use. */
export async function serve(only: Only = 'workbench', form: Form = 'plain'): Promise<Site> {
  const folder = await built(only, form);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    readFile(file).then(
      (content) => {
        response.setHeader('content-type', types[path.extname(file)] ?? 'text/plain');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    folder,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Built once for all test files of a run, by the first that needs it: they have one parent. */
async function built(only: Only, form: Form): Promise<string> {
  const run = `${only}-${form}-${process.ppid}`;
  const folder = path.join(builds, run);
  const [done, failed] = [path.join(folder, '.done'), path.join(folder, '.failed')];
  await mkdir(builds, { recursive: true });
  try {
    await mkdir(folder);
  } catch {
    while (!existsSync(done) && !existsSync(failed)) await wait(200);
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'));
    return folder;
  }
  const older = (await readdir(builds)).filter((name) => name !== run && name.startsWith(only));
  await Promise.all(older.map((name) => rm(path.join(builds, name), { recursive: true })));
  try {
    await build(only, form, folder);
    await writeFile(done, '');
  } catch (error) {
    await writeFile(failed, String(error));
    throw error;
  }
  return folder;
}

async function build(only: Only, form: Form, folder: string): Promise<void> {
  // The budget of a page is for what is minified.
  const options = { mode: form === 'minified' ? 'production' : 'development' };
  const [config] = await configure({ only }, options);
  const compiler = webpack({
    ...config,
    mode: 'production',
    devtool: false,
    optimization: {
      ...config.optimization,
      // A test may keep one part from arriving, by its name.
      ...(form === 'plain' && { minimize: false, chunkIds: 'named' as const }),
    },
    output: { ...config.output, path: folder, clean: false },
  });
  const stats = await new Promise<Stats | undefined>((resolve, reject) =>
    compiler?.run((error, done) => (error ? reject(error) : resolve(done))),
  );
  await new Promise((closed) => compiler?.close(closed));
  if (stats?.hasErrors()) throw new Error(stats.toString('errors-only'));
}
