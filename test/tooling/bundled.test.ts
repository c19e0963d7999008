import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `src/${file.split(path.sep).join('/')}`);

/** What is imported for what it does, not for what it exports: importing file and imported one. */
const forEffect = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^import '(\.[^']+)';/gm)]
    .map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
    .filter((target) => !target.endsWith('.css'))
    .map((target) => ({ file, target: `${target}.ts` })),
);

test('what is imported for its effect is in the bundle: package.json lists it under sideEffects', () => {
  expect(forEffect.length).toBeGreaterThan(0);
  const entries = [...new Set(forEffect.map(({ file }) => file))];
  const script = `
    require('esbuild').build({
      entryPoints: ${JSON.stringify(entries)},
      bundle: true, write: false, metafile: true, outdir: 'none',
      platform: 'node', packages: 'external', logLevel: 'error',
      loader: { '.css': 'empty', '.png': 'empty', '.svg': 'empty' },
    }).then(({ metafile }) => {
      const kept = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
      console.log(JSON.stringify(kept));
    });`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  const kept = new Set(JSON.parse(stdout) as string[]);
  expect(forEffect.filter(({ target }) => !kept.has(target))).toEqual([]);
});
