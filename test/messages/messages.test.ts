import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { LANGS, message, MESSAGES } from '../../src/messages';
import { EXPLAIN_MESSAGES } from '../../src/messages/explain';
import { SLIDE_MESSAGES, slideMessage } from '../../src/messages/slides';

const texts = Object.fromEntries(
  LANGS.map((lang) => [
    lang,
    { ...MESSAGES[lang], ...SLIDE_MESSAGES[lang], ...EXPLAIN_MESSAGES[lang] },
  ]),
);
const all = (lang: (typeof LANGS)[number]): Record<string, string> => texts[lang] ?? {};
const keys = Object.keys(all('zh-CN'));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

test('a message carries its parameters', () => {
  expect(message('en', 'catalog.problem.not-json', { detail: 'line 3' })).toBe(
    'The file is not valid JSON: line 3. Check it in a JSON editor and load it again.',
  );
});

test('a parameter is put in as it is, even one that looks like a placeholder or a pattern', () => {
  expect(message('en', 'catalog.problem.not-json', { detail: '{detail} $& $1' })).toContain(
    ': {detail} $& $1.',
  );
});

test('a message says one or many', () => {
  const title = (count: number) => slideMessage('en', 'deliver.title.pain', { count });
  expect(title(1)).toBe('1 key pain to solve first');
  expect(title(0)).toBe('0 key pains to solve first');
  expect(title(2)).toBe('2 key pains to solve first');
});

test.each(LANGS)('%s has every key, with the placeholders of the base language', (lang) => {
  expect(Object.keys(all(lang)).sort()).toEqual([...keys].sort());
  const differing = keys.filter(
    (key) =>
      placeholders(all(lang)[key] ?? '').join() !== placeholders(all('zh-CN')[key] ?? '').join(),
  );
  expect(differing).toEqual([]);
});

test.each(LANGS)('%s has no empty message', (lang) => {
  expect(keys.filter((key) => all(lang)[key]?.trim() === '')).toEqual([]);
});

test('Chinese messages are Chinese and English ones are not', () => {
  const han = /\p{Script=Han}/u;
  expect(keys.filter((key) => han.test(all('en')[key] ?? ''))).toEqual([]);
});

test('no two sections have a key in common, nor does a section go unread', async () => {
  const sections = readdirSync('src/messages/zh-CN').filter((name) => name !== 'all.ts');
  const sectionKeys = await Promise.all(
    sections.map(async (name) => {
      const module = (await import(`../../src/messages/zh-CN/${name}`)) as Record<string, object>;
      return Object.values(module).flatMap((messages) => Object.keys(messages));
    }),
  );
  expect(sectionKeys.flat().sort()).toEqual([...keys].sort());
});

test('what the command line alone says is asked for nowhere else: pages are built without it', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/^(cli|experience|portfolio|messages)\b/.test(name),
  );
  const asking = sources.filter((name) =>
    /['"`](cli|portfolio|catalogBook|editBook|harvest)\./.test(readFileSync(`src/${name}`, 'utf8')),
  );
  expect(asking).toEqual([]);
});

test('zh-TW is current', () => {
  expect(() =>
    execFileSync(process.execPath, ['tools/messages.mjs', '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
