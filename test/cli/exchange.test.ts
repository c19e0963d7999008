import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Engagement } from '../../src/engagement/schema';
import { saveXlsx } from '../../src/book';
import { foreignParts, withForeign } from '../book/withForeign';
import { Paper } from '../exchange/paper';
import { appfi, ownFolder, soundCatalog } from './run';

const file = ownFolder();
const pain = '3 PainPoints';
const catalog = file('small.json');
const master = file('plan.xlsx');

/** `appfi` in which everything goes well, or is found wanting. */
async function run(...argv: string[]) {
  const ran = await appfi(...argv, '--catalog', catalog);
  expect(ran.err).toBe('');
  return ran;
}

async function answer(respondent: string, pick: string, from = master): Promise<string> {
  const path = file(`${respondent}.xlsx`);
  const ask = ['--for', 'department', '--respondent', respondent, '--due', '2026-03-30', '--force'];
  await run('template', from, ...ask, '--out', path);
  const paper = await Paper.of(new Uint8Array(readFileSync(path)));
  paper.type(pain, 'Pain 1', 'Pick *', pick);
  writeFileSync(path, await saveXlsx(paper.book));
  return path;
}

const painsIn = async (path: string) => {
  const { out } = await run('read', path);
  return (JSON.parse(out) as { engagement: Engagement }).engagement.pain;
};

let li: string;
let wang: string;
beforeAll(async () => {
  writeFileSync(catalog, JSON.stringify(soundCatalog()));
  await run('new', '--out', master);
  li = await answer('Li', '是');
  wang = await answer('Wang', 'No');
}, 120_000);

test('a dry run says everything and writes nothing', async () => {
  const before = readFileSync(master);
  const { code, out } = await run('merge', master, li, '--dry-run');
  expect(code).toBe(0);
  expect(out).toBe(
    [
      'Li.xlsx: Li (Department), 1 answer',
      '3 PainPoints · Pain 1 · Pick: – → Yes (Li)',
      'Files: 1. Taken over: 1. Own rows: 0. Open questions: 0. Not understood: 0.',
      'Dry run: nothing written.',
      '',
    ].join('\n'),
  );
  expect(readFileSync(master).equals(before)).toBe(true);
}, 60_000);

test('answers go into the workbook, who differs is told, and the merge is taken back', async () => {
  const merged = file('merged.xlsx');
  expect((await run('merge', master, li, '--out', merged)).code).toBe(0);
  expect(await painsIn(merged)).toEqual({ 's.pain.1': { pick: 'yes' } });
  const both = await run('merge', merged, wang, '--out', merged);
  expect(both.code).toBe(1);
  expect(both.out).toContain('Open: 3 PainPoints · Pain 1 · Pick: Yes ← Li · No ← Wang\n');
  expect(await painsIn(merged)).toEqual({});
  expect((await run('check', merged)).code).toBe(0);
  expect((await run('merge', merged, '--undo', '--out', merged)).code).toBe(0);
  expect(await painsIn(merged)).toEqual({ 's.pain.1': { pick: 'yes' } });
  await run('merge', merged, '--undo', '--out', merged);
  expect(await painsIn(merged)).toEqual({});
}, 120_000);

test('what clients do to templates is taken as it was meant, or told', async () => {
  const finance = file('finance.xlsx');
  const ask = [
    '--for',
    'finance',
    '--respondent',
    'Lin',
    '--due',
    '2026-03-30',
    '--steps',
    'costs',
  ];
  await run('template', master, ...ask, '--out', finance);
  const picks = (paper: Paper) => paper.find(pain, 'Pick *');
  const ways: Record<string, [string, (paper: Paper) => unknown]> = {
    merged: [
      li,
      (paper) => {
        const { row, column } = picks(paper);
        paper.sheet(pain).merges.push({ row: row + 1, column, rows: 3, columns: 1 });
      },
    ],
    sorted: [
      li,
      (paper) => {
        const { row } = picks(paper);
        const { cells } = paper.sheet(pain);
        const rows = [1, 2].map((n) => cells[row + n]?.slice(1) ?? []);
        rows.forEach((one, i) => cells[row + 2 - i]?.splice(1, one.length, ...one));
      },
    ],
    replaced: [
      li,
      (paper) => {
        const { row, column } = paper.find(pain, 'Comment');
        paper.put(pain, row, column, 'Cost centre').put(pain, row + 1, column, 'CC-4711');
      },
    ],
    summed: [finance, (paper) => paper.add('Costs', 1, { 'Cost item': 'Total', 'Year 1': 7 })],
    doubtful: [finance, (paper) => paper.type('Costs', 'Internal labour', 'Year 1', '0,300')],
  };
  const files: string[] = [];
  for (const [name, [from, way]] of Object.entries(ways)) {
    const paper = await Paper.of(new Uint8Array(readFileSync(from)));
    const { row, column } = paper.find('Please fill', 'Answered by');
    way(paper.put('Please fill', row, column + 1, name) && paper);
    files.push(file(`${name}.xlsx`));
    writeFileSync(file(`${name}.xlsx`), await saveXlsx(paper.book));
  }
  const { code, out } = await run('merge', master, ...files, '--dry-run');
  expect(code).toBe(1);
  const taken = out.split('\n').filter((line) => line.includes('→'));
  expect(taken).toEqual([
    expect.stringContaining('Pain 1 · Pick: – → Yes (merged, replaced, sorted)'),
    expect.stringContaining('Pain 2 · Pick: – → Yes (merged)'),
    expect.stringContaining('Pain 3 · Pick: – → Yes (merged)'),
  ]);
  for (const told of [
    '“CC-4711” stands in a column',
    '“Total · 7” was taken for a total',
    '“0,300” may mean',
    '2 rows stand beside the id',
  ])
    expect(out).toContain(told);
}, 120_000);

test('a workbook whose words have left their rows is told of before anybody is asked', async () => {
  const crossed = file('crossed.xlsx');
  const paper = await Paper.of(new Uint8Array(readFileSync(master)));
  const { row, column } = paper.find(pain, 'Pain 1');
  const words = [2, 1, 0].map((n) => paper.sheet(pain).cells[row + n]?.[column]?.value);
  words.forEach((word, i) => paper.put(pain, row + i, column, word ?? null));
  writeFileSync(crossed, await saveXlsx(paper.book));
  const before = readFileSync(crossed);
  const doubtful = await Paper.of(new Uint8Array(readFileSync(li)));
  doubtful.type(pain, 'Pain 2', 'Pick *', 'sometime');
  writeFileSync(file('doubtful.xlsx'), await saveXlsx(doubtful.book));

  const ask = ['--for', 'department', '--respondent', 'Li', '--due', '2026-03-30'];
  const answers = ['--answers', file('questions.json'), '--out', crossed];
  for (const args of [
    ['template', crossed, ...ask, '--out', file('unsent.xlsx')],
    ['merge', crossed, file('doubtful.xlsx'), ...answers],
    ['merge', crossed, file('doubtful.xlsx'), '--dry-run'],
  ]) {
    const { code, out, err } = await appfi(...args, '--catalog', catalog);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/“3 PainPoints” rows have the words of other rows.*Pain 3 \(← Pain 1\)/);
  }
  const written = readdirSync(dirname(crossed));
  expect(written).not.toContain('questions.json');
  expect(written).not.toContain('unsent.xlsx');
  expect(readFileSync(crossed).equals(before)).toBe(true);
}, 120_000);

test('a map goes to the rows that it speaks of, and to none whose words are another’s', async () => {
  const [map, edited, moved] = [file('map.mm'), file('edited.mm'), file('moved.xlsx')];
  const paper = await Paper.of(new Uint8Array(readFileSync(master)));
  for (const item of ['Pain 1', 'Pain 2']) paper.type(pain, item, 'Pick', 'Yes');
  writeFileSync(moved, await saveXlsx(paper.book));
  await run('deliver', moved, '--mindmap', map);
  const sent = readFileSync(map, 'utf8');
  const { row, column } = paper.find(pain, 'Pain 1');
  const swap = (from: number, to: number) => {
    const { cells } = paper.sheet(pain);
    const rows = [0, 1].map((n) => cells[row + n]?.slice(from, to) ?? []);
    rows.forEach((one, i) => cells[row + 1 - i]?.splice(from, one.length, ...one));
  };
  const merged = async (change: [RegExp, string]) => {
    writeFileSync(edited, sent.replace(...change));
    writeFileSync(moved, await saveXlsx(paper.book));
    const args = ['--sent', map, '--out', moved, '--catalog', catalog];
    return appfi('merge-map', moved, edited, ...args);
  };
  swap(1, 40);
  expect((await merged([/(ID="s\.pain\.1" TEXT=")[^"]*/, '$1In our words'])).code).toBe(0);
  const pick = 'yes';
  expect(await painsIn(moved)).toEqual({
    's.pain.1': { pick, wording: 'In our words' },
    's.pain.2': { pick },
  });
  swap(1, 40);
  swap(column, column + 1);
  const added = await merged([/(<node ID="group\.pain\.[^>]*>)/, '$1<node TEXT="Our own"/>']);
  expect(added.code).toBe(2);
  expect(added.err).toContain('rows have the words of other rows');
}, 120_000);

test('of two merges at once the later is told, and loses nothing of the earlier', async () => {
  const shared = file('shared.xlsx');
  copyFileSync(master, shared);
  const merges = [li, await answer('Zhou', 'Yes')].map(
    (one) => () => appfi('merge', shared, one, '--out', shared, '--catalog', catalog),
  );
  const ran = await Promise.all(merges.map((merge) => merge()));
  const refused = ran.findIndex(({ code }) => code === 2);
  expect(ran.filter(({ code }) => code === 0)).toHaveLength(1);
  expect(ran[refused]?.err).toMatch(/shared\.xlsx was changed by someone else/);
  expect((await merges[refused]?.())?.code).toBe(0);
  const { out } = await run('read', shared);
  const { engagement } = JSON.parse(out) as { engagement: Engagement };
  const said = Object.values(engagement.responses).map(({ respondent }) => respondent);
  expect(said.sort()).toEqual(['Li', 'Zhou']);
  expect(readdirSync(dirname(shared)).filter((one) => /lock|tmp/.test(one))).toEqual([]);
}, 120_000);

test('a merge, and a refresh after it, leave what others put into the workbook as it is', async () => {
  const path = file('with-macros.xlsm');
  writeFileSync(path, withForeign(new Uint8Array(readFileSync(master))));
  const before = unzipSync(readFileSync(path));
  expect((await run('merge', path, li, '--out', path)).code).toBe(0);
  expect(await painsIn(path)).toEqual({ 's.pain.1': { pick: 'yes' } });
  expect((await run('lay', path, '--lang', 'zh-CN')).code).toBe(0);
  const after = unzipSync(readFileSync(path));
  for (const name of foreignParts)
    expect([name, Buffer.compare(after[name]!, before[name]!)]).toEqual([name, 0]);
  expect(strFromU8(after['[Content_Types].xml']!)).toContain('macroEnabled');
  const plain = await appfi('lay', path, '--catalog', catalog, '--out', file('plain.xlsx'));
  expect(plain).toMatchObject({ code: 2, err: expect.stringContaining('must end in .xlsm') });
}, 120_000);

test('an engagement file is as good as a workbook', async () => {
  const path = file('engagement.json');
  const out = file('merged.json');
  writeFileSync(
    path,
    JSON.stringify({ format: 'appfi-engagement/1', lang: 'en', catalogs: [{ id: 'small' }] }),
  );
  const zhao = await answer('Zhao', 'Maybe', path);
  expect((await run('merge', path, zhao, '--out', out, '--json')).code).toBe(0);
  const said = JSON.parse(readFileSync(out, 'utf8')) as Engagement;
  expect(said.pain).toEqual({ 's.pain.1': { pick: 'maybe' } });
  expect(Object.values(said.responses)).toMatchObject([{ respondent: 'Zhao', file: 'Zhao.xlsx' }]);
}, 60_000);

test.each<[string, () => string[], RegExp]>([
  ['no files', () => [], /^appfi: Name at least one filled template, or pass --undo\.\n$/],
  ['files with --undo', () => [li, '--undo'], /name no filled templates/],
  ['no place to write', () => [li], /Name the file to write with --out/],
  ['another kind of file', () => [li, '--out', file('x.json')], /must end in \.xlsx/],
  [
    'an unknown rule',
    () => [li, '--dry-run', '--rule', 'loudest'],
    /no rule “loudest”.*lead, majority/,
  ],
  [
    'a workbook that is no template',
    () => [master, '--dry-run'],
    /plan\.xlsx: This is not an APPFI template.* \(--sent\)/,
  ],
  ['nothing to take back', () => ['--undo', '--dry-run'], /No merge is left/],
])('%s', async (_, argv, says) => {
  const { code, out, err } = await appfi('merge', master, ...argv(), '--catalog', catalog);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(says);
});

test('a file of another engagement is refused unless asked for', async () => {
  const other = file('other.json');
  writeFileSync(
    other,
    JSON.stringify({
      format: 'appfi-engagement/1',
      lang: 'en',
      catalogs: [{ id: 'small' }],
      settings: { client: 'Beta' },
    }),
  );
  const { err } = await appfi('merge', other, li, '--dry-run', '--catalog', catalog);
  expect(err).toMatch(/Li\.xlsx belongs to another engagement \(small; this one is Beta\)/);
  expect((await run('merge', other, li, '--dry-run', '--other-engagement')).code).toBe(0);
});

test('what is in doubt is written down as questions, and taken as they are answered', async () => {
  const doubtful = file('doubtful.xlsx');
  const paper = await Paper.of(new Uint8Array(readFileSync(li)));
  paper.type(pain, 'Pain 2', 'Pick *', 'sometime');
  writeFileSync(doubtful, await saveXlsx(paper.book));
  const questions = file('questions.json');
  const merging = ['merge', master, doubtful, '--answers', questions, '--dry-run'];
  const asked = await run(...merging);
  expect(asked.code).toBe(1);
  expect(asked.out).toContain('asks 1 question: put in the answers');
  const written = JSON.parse(readFileSync(questions, 'utf8')) as {
    questions: { choices: string[]; answer: string | null }[];
  };
  const [question] = written.questions;
  expect(question).toMatchObject({ found: 'sometime', choices: ['Yes', 'Maybe', 'No'], answer: null }); // prettier-ignore
  const answer = (word: string) => {
    if (question) question.answer = word;
    writeFileSync(questions, JSON.stringify(written));
  };
  answer('often');
  const unclear = await appfi(...merging, '--catalog', catalog);
  expect([unclear.code, unclear.err]).toEqual([2, expect.stringContaining('Choose one of Yes, Maybe, No.')]); // prettier-ignore
  answer('Maybe');
  const settled = await run(...merging);
  expect(settled.code).toBe(0);
  expect(settled.out).toContain('Pain 2 · Pick: – → Maybe (Li)');
}, 120_000);
