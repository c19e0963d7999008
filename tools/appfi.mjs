#!/usr/bin/env node
import './node-version.cjs';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The `appfi` command. In a checkout it bundles src/cli into dist/cli.cjs where the bundle is missing or
 * older than a source, then runs it; `--build-only` stops before running. A package has the bundle and no
 * sources.
 */

const root = path.join(import.meta.dirname, '..');
const cli = path.join(root, 'dist', 'cli.cjs');

const newestSource = () =>
  readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => {
      const { mtimeMs } = statSync(path.join(entry.parentPath, entry.name));
      return Math.max(newest, mtimeMs);
    }, 0);

const isFresh = () =>
  !existsSync(path.join(root, 'src')) ||
  (existsSync(cli) && statSync(cli).mtimeMs > newestSource());

// A package has neither sources nor esbuild.
const build = async () => (await import('./bundle.mjs')).bundle('src/cli/main.ts', cli);

const buildOnly = process.argv[2] === '--build-only';
if (buildOnly || !isFresh()) await build();
if (!buildOnly) createRequire(import.meta.url)(cli);
