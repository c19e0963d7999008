import { readFileSync, writeFileSync } from 'node:fs';
import { appfi, appfiIn, ownFolder } from './run';

const file = ownFolder();
const plan = file('plan.xlsx');

const refused = async (...argv: string[]) => {
  const { code, out, err } = await appfi(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err.slice('appfi: '.length, -1);
};

/** None of these looks at the workbook: the file need not be there. */
test.each<[string[], string]>([
  [
    ['payoff', plan, '--simulate', '1e9'],
    '“1e9” is not a whole number from 1 to 1000000. Write one in between.',
  ],
  [
    ['payoff', plan, '--seed', '7'],
    '--seed does nothing without --simulate. Leave it out, or add --simulate.',
  ],
  [
    ['payoff', plan, '--pass-chance', '0.4'],
    '--pass-chance does nothing without --simulate. Leave it out, or add --simulate.',
  ],
  [['sign', plan, '--period', '1', '--by', ''], '--by is empty. Give a value.'],
  [
    ['sign', plan, '--period', '1', '--by', 'Lin', '--client-it', ' '],
    '--client-it is empty. Give a value.',
  ],
  [['read', ''], 'file is empty. Give a value.'],
  [['new', '--model', 'both', '--out', ''], '--out is empty. Give a value.'],
  [['new', '--catalog', 'a.json', '', '--out', plan], '--catalog is empty. Give a value.'],
  [['read', plan, '--force'], '--force does nothing without --out. Leave it out, or add --out.'],
  [['describe', '--force'], '--force does nothing without --out. Leave it out, or add --out.'],
  [
    ['deliver', plan, '--mindmap', 'm.mm', '--period', '1'],
    '--period does nothing without --statement. Leave it out, or add --statement.',
  ],
  [
    ['deliver', plan, '--mindmap', 'm.mm', '--audience', 'team'],
    '--audience does nothing without --slides. Leave it out, or add --slides.',
  ],
  [
    ['deliver', plan, '--mindmap', 'm.mm', '--font', 'a.ttf'],
    '--font is for .pdf and .png, and none was asked for. Leave it out.',
  ],
  [
    ['deliver', plan, '--annex', 'a.pdf', '--font', 'a.ttf', 'b.ttf', 'c.ttf'],
    '--font takes a regular and a bold font, not 3 files. Give one or two.',
  ],
  [
    ['deliver', plan, '--annex', 'a.pdf', '--font', file('nope.ttf')],
    `There is no ${file('nope.ttf')}. Check the path.`,
  ],
  [
    ['merge', plan, 'a.xlsx', '--dry-run', '--out', plan],
    '--dry-run and --out <file> do not go together. Leave one of them out.',
  ],
  [
    ['merge', plan, '--undo', '--rule', 'majority', '--out', plan],
    '--undo and --rule <rule> do not go together. Leave one of them out.',
  ],
  [
    ['collect', 'engagements', '--out', 'lake', '--shard', '1/4', '--force'],
    '--force and --shard <i/n> do not go together. Leave one of them out.',
  ],
  [
    ['harvest', '--into', 'key-account', '--by', 'Lin', '--review', 'r.xlsx', 'a.xlsx'],
    '--by does nothing without --accept. Leave it out, or add --accept.',
  ],
  [
    ['harvest', 'a.xlsx', '--into', 'key-account', '--accept', 'r.xlsx'],
    'With --accept the review says everything. Leave out the workbooks, or use --review.',
  ],
])('%j', async (argv, line) => {
  expect(await refused(...argv)).toBe(line);
});

test('a file that is no font is refused before the work', async () => {
  writeFileSync(file('text.ttf'), 'no font');
  expect(await refused('deliver', plan, '--annex', 'a.pdf', '--font', file('text.ttf'))).toMatch(
    /text\.ttf is not a font that can be used\. Give a \.ttf or \.otf file/,
  );
});

test('options that clash are told in the user’s language', async () => {
  const argv = ['upgrade', plan, '--dry-run', '--out', plan];
  expect((await appfiIn({ LANG: 'zh_CN.UTF-8' }, argv)).err).toBe(
    'appfi: --dry-run 与 --out <file> 不能同时使用。请去掉其中一个。\n',
  );
});

test('who names the file itself means to write it, also for lay', async () => {
  expect((await appfi('new', '--model', 'key-account', '--out', plan)).code).toBe(0);
  const other = file('other.xlsx');
  writeFileSync(other, 'mine');
  const { code, err } = await appfi('lay', plan, '--lang', 'en', '--out', plan);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(await refused('lay', plan, '--out', other)).toMatch(/other\.xlsx exists already\./);
  expect(readFileSync(other, 'utf8')).toBe('mine');
});
