import { readFile } from 'node:fs/promises';
import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure, type ServerOptions } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Played } from './play';

/** What the page tells at the end: how the scenes went, or why it could not begin. */
export interface Results {
  played?: Played[];
  /** Excel's platform and version. */
  diagnostics?: { platform?: string; version?: string };
  failed?: string;
}

export interface Site {
  url: string;
  results: Promise<Results>;
  close(): void;
}

interface SiteOptions {
  /** Excel loads Office.js from Microsoft and pages over trusted https only. */
  forExcel?: ServerOptions;
  port?: number;
  onScene?: (played: Played) => void;
}

const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const require = createRequire(__filename);
const client = () => readFile(require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'));

/** Serves the page that plays the story, and hears how it went; call `close` after use. */
export async function serve({ forExcel, port = 0, onScene }: SiteOptions = {}): Promise<Site> {
  const bundle = await bundled();
  const page = `<!doctype html><meta charset="utf-8"><title>APPFI</title><link rel="icon" href="data:,">
<body${forExcel ? ' data-excel' : ''}><script src="${forExcel ? officeJs : '/client.js'}"></script><script src="/page.js"></script>`;
  let tell: (results: Results) => void = () => undefined;
  const results = new Promise<Results>((resolve) => {
    tell = resolve;
  });
  const answers: Record<
    string,
    (body: string) => Promise<[type: string, content: string | Buffer]>
  > = {
    '/': async () => ['text/html', page],
    '/page.js': async () => ['text/javascript', bundle],
    '/client.js': async () => ['text/javascript', await client()],
    '/scene': async (body) => {
      onScene?.(JSON.parse(body) as Played);
      return ['text/plain', ''];
    },
    '/results': async (body) => {
      tell(JSON.parse(body) as Results);
      return ['text/plain', ''];
    },
  };
  const listener: RequestListener = (request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!answer) {
        response.writeHead(404).end();
        return;
      }
      answer(Buffer.concat(chunks).toString('utf8')).then(
        ([type, content]) =>
          response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  };
  const server = forExcel ? createSecure(forExcel, listener) : createPlain(listener);
  await new Promise<void>((listening) => server.listen(port, listening));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `${forExcel ? 'https' : 'http'}://localhost:${taken}/`,
    results,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
