/** Writes what is generated for people to read: docs/workbook.md, docs/ranges.md, docs/canonical-tables.md, schema/, and the examples in zh-TW. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { rangesDocument } from './rangesDocument.mjs';
import { tablesDocument } from './tablesDocument.mjs';

const root = new URL('../', import.meta.url);
const appfi = fileURLToPath(new URL('tools/appfi.mjs', root));

const documents = {
  'docs/workbook.md': ['describe', '--markdown', '--lang', 'en'],
  'schema/engagement.schema.json': ['engagement', 'schema'],
  'schema/catalog.schema.json': ['catalog', 'schema'],
  'schema/mapping.schema.json': ['engagement', 'schema', '--mapping'],
  'schema/overlay.schema.json': ['catalog', 'schema', '--overlay'],
};

for (const [file, args] of Object.entries(documents)) {
  const target = fileURLToPath(new URL(file, root));
  const options = { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' };
  const text = execFileSync(process.execPath, [appfi, ...args], options);
  const style = await prettier.resolveConfig(target);
  // Prettier would pad every cell of a table to its longest formula.
  const written = file.endsWith('.md')
    ? text
    : await prettier.format(text, { ...style, filepath: target });
  await writeFile(target, written);
}

await writeFile(new URL('docs/ranges.md', root), await rangesDocument(root));
await writeFile(new URL('docs/canonical-tables.md', root), await tablesDocument(root));

for (const tool of ['tools/portfolioTables.ts', 'tools/examples.ts'])
  execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(tool, root))], {
    stdio: 'inherit',
  });
