import { readFileSync } from 'node:fs';
import esbuild from 'esbuild';

const isSuite = (file) => /\.test\.tsx?$/.test(file);

/** Who imports whom among the files that the suites reach, types left out. */
export async function importsOf(suites) {
  const { metafile } = await esbuild.build({
    entryPoints: suites,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.css': 'empty' },
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const imported = new Map();
  const importers = new Map();
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    imported.set(file, new Set(imports.map((one) => one.path)));
    for (const to of imported.get(file)) importers.set(to, [...(importers.get(to) ?? []), file]);
  }
  /** The suites that load a file. */
  const suitesOf = (file) => {
    const reached = new Set([file]);
    for (const one of reached) for (const from of importers.get(one) ?? []) reached.add(from);
    return [...reached].filter(isSuite);
  };
  return { suitesOf, imports: (suite, file) => imported.get(suite).has(file) };
}

/** Need a browser or the tree as it lies on the disk, or know nothing of a mutant: it is not there. */
const elsewhere = /^test\/(workbench|tooling|support|excel|openxml)\/|^test\/host\/wire\/page/;
const startsPrograms = /from 'node:child_process'/;
const hasPage = /@jest-environment/;

/** Suites that would notice nothing, or cost more than they notice, are left out. */
export function isApt(suite) {
  if (!isSuite(suite) || elsewhere.test(suite)) return false;
  const content = readFileSync(suite, 'utf8');
  return !startsPrograms.test(content) && !hasPage.test(content);
}
