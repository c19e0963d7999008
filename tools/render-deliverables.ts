/**
 * Pictures of every deliverable, to be looked at: makes all files of a workbook and turns each slide
 * and page into a PNG, with LibreOffice and poppler.
 *
 *   npx tsx tools/render-deliverables.ts WORKBOOK FOLDER [--lang en] [--audience steering]
 *     [--brand firm.json] [--dpi 60]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { need } from './programs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string' },
    audience: { type: 'string', default: 'team' },
    brand: { type: 'string' },
    dpi: { type: 'string', default: '60' },
  },
});
const [workbook, folder] = positionals;
if (!workbook || !folder) {
  console.error(
    'npx tsx tools/render-deliverables.ts WORKBOOK FOLDER [--lang en] [--audience steering]',
  );
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const at = (name: string) => path.join(folder, name);
const run = (command: string, args: string[]) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

run(process.execPath, [
  path.join(__dirname, 'appfi.mjs'),
  'deliver',
  workbook,
  ...['--mindmap', at('map.png'), '--slides', at('slides.pptx')],
  ...['--statement', at('statement.docx'), at('statement.pdf')],
  ...['--annex', at('annex.docx'), at('annex.pdf')],
  ...['--audience', values.audience],
  ...(values.brand ? ['--brand', values.brand] : []),
  ...(values.lang ? ['--lang', values.lang] : []),
  '--force',
]);
for (const name of ['slides.pptx', 'statement.docx', 'annex.docx']) {
  const pdf = path.join(folder, 'office');
  run(need('libreoffice'), ['--headless', '--convert-to', 'pdf', '--outdir', pdf, at(name)]);
}
for (const [pdf, name] of [
  [at('office/slides.pdf'), 'slide'],
  [at('office/statement.pdf'), 'statement-docx'],
  [at('office/annex.pdf'), 'annex-docx'],
  [at('statement.pdf'), 'statement-pdf'],
  [at('annex.pdf'), 'annex-pdf'],
] as const)
  run(need('pdftoppm'), ['-r', values.dpi, '-png', pdf, at(name)]);
console.log(
  readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .join('\n'),
);
