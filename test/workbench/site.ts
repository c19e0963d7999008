import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack, { type Configuration, type Stats } from 'webpack';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

type Configure = (env: object, options: object) => Promise<[Configuration]>;
const configure = jest.requireActual<Configure>('../../webpack.config.js');

/** Builds the try-it page into a folder of its own and serves it; call `close` after use. */
export async function serveWorkbench(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'appfi-workbench-'));
  await build(folder);
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
    close: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function build(folder: string): Promise<void> {
  const [config] = await configure({ only: 'workbench' }, { mode: 'development' });
  const output = { ...config.output, path: folder };
  const compiler = webpack({ ...config, devtool: false, output });
  const stats = await new Promise<Stats | undefined>((resolve, reject) =>
    compiler?.run((error, done) => (error ? reject(error) : resolve(done))),
  );
  await new Promise((closed) => compiler?.close(closed));
  if (stats?.hasErrors()) throw new Error(stats.toString('errors-only'));
}
