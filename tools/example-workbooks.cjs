const { execFile } = require('node:child_process');
const { createHash } = require('node:crypto');
const {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const { build } = require('esbuild');

const root = path.join(__dirname, '..');
const examples = path.join(root, 'examples');
const kept = path.join(root, '.cache', 'examples');

const contents = (folder, ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(path.join(folder, name))]);

/** The program that lays out, with all that decides what comes of it. */
async function program() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['tools/layOutExamples.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}

/**
 * The examples as workbooks, as name and content, for the page to open. They are laid out by a process of
 * its own, beside whatever else is built, and kept until a source changes.
 */
module.exports = async function exampleWorkbooks() {
  const code = await program();
  const digest = createHash('sha256').update(code);
  for (const [name, content] of contents(examples, '.json')) digest.update(name).update(content);
  const folder = path.join(kept, digest.digest('hex').slice(0, 16));
  const known = () => {
    try {
      return contents(folder, '.xlsx');
    } catch {
      return [];
    }
  };
  const before = known();
  if (before.length > 0) return before;
  mkdirSync(kept, { recursive: true });
  const made = mkdtempSync(path.join(kept, 'making-'));
  try {
    const running = promisify(execFile)(process.execPath, ['-', examples, made], { cwd: root });
    running.child.stdin.end(code);
    await running;
    for (const older of readdirSync(kept))
      if (!older.startsWith('making-')) rmSync(path.join(kept, older), { recursive: true });
    renameSync(made, folder);
    return known();
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Another build may have been sooner.
    const others = known();
    if (others.length === 0) throw error;
    return others;
  }
};
