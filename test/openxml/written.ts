import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../../src/catalog/schema';
import { saveXlsx } from '../../src/book';
import { openHost } from '../../src/host';
import { appfi, soundCatalog } from '../cli/run';
import { Paper } from '../exchange/paper';
import { Desk } from '../support/desk';
import { pngOf } from '../support/png';

/** A text that is there to break files. */
const hostile = 'A & B <v>\u000b"q"\ufffe \ud800 _x000B_ ]]>';

const newer = (): Catalog => {
  const catalog = structuredClone(soundCatalog());
  catalog.version = '1.1.0';
  const [pain] = catalog.pains;
  const [called] = catalog.functions;
  if (!pain || !called) throw new Error('No item');
  called.calledBy['s.pain.9'] = 1;
  catalog.pains.push({ ...pain, id: 's.pain.9' });
  pain.text = { en: 'Pain 1 anew', 'zh-CN': '痛点一新' };
  return catalog;
};

/**
 * Every kind of file that we write, by name: made by the commands that people use, in a folder.
 * @param file the path of a name in the folder
 */
export async function writtenFiles(
  file: (name: string) => string,
): Promise<Record<string, Uint8Array>> {
  const names: string[] = [];
  async function run(command: string, ...argv: string[]): Promise<void> {
    const { err } = await appfi(...command.split(' '), ...argv);
    if (err !== '') throw new Error(`${command}: ${err}`);
    names.push(
      ...argv
        .map((arg) => path.basename(arg))
        .filter((name) => isWritten(name) && !names.includes(name)),
    );
  }
  const isWritten = (name: string) => /\.(xlsx|docx|pptx)$/.test(name);

  await run('new --engagement examples/after-sales.json --out', file('new.xlsx'));
  await run('new --engagement examples/key-account.en.json --out', file('plan.xlsx'));

  const who = ['--by', 'Lin', '--client-business', 'Wu', '--client-it', 'Zhao'];
  const by = [...who, '--acknowledge', 'A rehearsal', '--yes'];
  await run('sign', file('plan.xlsx'), '--period', '1', ...by, '--out', file('signed.xlsx'));

  writeFileSync(file('logo.png'), pngOf(4, 2));
  const brand = { name: hostile, font: 'Arial & "Co"', accent: '#7A1FA2', logo: 'logo.png' };
  writeFileSync(file('brand.json'), JSON.stringify(brand));
  const deliver = (...argv: string[]) => run('deliver', file('plan.xlsx'), ...argv);
  const papers = ['--statement', file('statement.docx'), '--annex', file('annex.docx')];
  await deliver('--slides', file('steering.pptx'), '--audience', 'steering', ...papers);
  await deliver('--slides', file('team.pptx'), '--audience', 'team', '--brand', file('brand.json'));

  const desk = new Desk(await openHost(readFileSync(file('plan.xlsx'))));
  desk.typeNamed('Engagement.Project', hostile);
  desk.type('Asks', 'ka.ask.bid-work', 'Owner', hostile);
  writeFileSync(file('edited.xlsx'), await desk.host.save());
  await run('lay', file('edited.xlsx'), '--repair', '--out', file('laid.xlsx'));
  const broken = ['--slides', file('hostile.pptx'), '--annex', file('hostile.docx')];
  await run('deliver', file('laid.xlsx'), ...broken);

  writeFileSync(file('old.json'), JSON.stringify(soundCatalog()));
  writeFileSync(file('new.json'), JSON.stringify(newer()));
  const old = ['--catalog', file('old.json')];
  await run('new --lang en --out', file('small.xlsx'), ...old);
  for (const [who, pick] of [
    ['Li', 'Yes'],
    ['Wang', 'No'],
  ] as const) {
    const ask = ['--for', 'department', '--respondent', who, '--due', '2026-03-30', ...old];
    await run('template', file('small.xlsx'), ...ask, '--out', file(`${who}.xlsx`));
    const paper = await Paper.of(new Uint8Array(readFileSync(file(`${who}.xlsx`))));
    paper.type('3 PainPoints', 'Pain 1', 'Pick *', pick);
    writeFileSync(file(`${who}.xlsx`), await saveXlsx(paper.book));
  }
  await run(
    'merge',
    ...['small.xlsx', 'Li.xlsx', 'Wang.xlsx'].map(file),
    ...old,
    '--out',
    file('merged.xlsx'),
  );
  await run(
    'upgrade',
    file('small.xlsx'),
    '--catalog',
    file('new.json'),
    '--out',
    file('upgraded.xlsx'),
  );
  await run('catalog export key-account --lang zh-TW --out', file('catalog.xlsx'));
  await run('harvest', file('plan.xlsx'), '--into', 'key-account', '--review', file('review.xlsx'));
  mkdirSync(file('all'));
  writeFileSync(file('all/plan.xlsx'), readFileSync(file('signed.xlsx')));
  await run('collect', file('all'), '--out', file('portfolio.xlsx'), '--lang', 'en');

  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(file(name)))]));
}
