import './node-version.cjs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.mjs';

/**
 * Runs the benchmarks on a bundle, as people run the product. Where TypeScript runs in place every function is
 * given its name as it is made, which takes a third of the time of reading files.
 */

const bench = path.join(import.meta.dirname, '..', '.cache', 'bench.cjs');

/** Each file still knows where it lies. */
const places = {
  name: 'places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](bench|test|tools)[\\/].*\.tsx?$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const folder = JSON.stringify(path.dirname(file));
      return {
        contents: text
          .replaceAll(/\b(import\.meta\.dirname|__dirname)\b/g, folder)
          .replaceAll(/\b__filename\b/g, JSON.stringify(file)),
        loader: file.endsWith('x') ? 'tsx' : 'ts',
      };
    }),
};

await bundle('bench/main.ts', bench, [places]);
createRequire(import.meta.url)(bench);
