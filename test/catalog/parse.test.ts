import { parseCatalog, parseCatalogText } from '../../src/catalog/parse';
import { describeProblem, type ParsedCatalog } from '../../src/catalog/problem';
import { example, find, type Json } from './example';

const sentences = ({ catalog, problems }: ParsedCatalog): string[] => {
  expect(catalog).toBeUndefined();
  return problems.map((problem) => describeProblem('en', problem));
};

const parsedWith = (change: (json: Json) => void): string[] => {
  const json = example();
  change(json);
  return sentences(parseCatalog(json));
};

const parsedText = (text: string) => sentences(parseCatalogText(text));

test('a sound file gives the catalog, its defaults filled in', () => {
  const { catalog, problems } = parseCatalogText(`\uFEFF${JSON.stringify(example())}`);
  expect(problems).toEqual([]);
  expect(catalog?.metrics[0]).toMatchObject({ id: 'm.win', average: false, guards: [] });
});

test.each([
  ['plain text', 'hello'],
  ['nothing', ''],
  ['NaN', '{"id": NaN}'],
  ['a file cut short', JSON.stringify(example()).slice(0, 200)],
])('%s is not JSON', (_title, text) => {
  expect(parsedText(text)).toEqual([
    expect.stringMatching(/^The file is not valid JSON: .+ Check it in a JSON editor/),
  ]);
});

test('a file of more than 20 MB is refused unread, counted in bytes', () => {
  const refused = [
    'The file is larger than 20 MB. Split it into several catalogs and load them one by one.',
  ];
  expect(parsedText(' '.repeat(20 * 1024 * 1024 + 1))).toEqual(refused);
  expect(parsedText('客'.repeat(7 * 1024 * 1024))).toEqual(refused);
});

test.each([[null], [3], ['text'], [[]]])('%j is no catalog', (json) => {
  expect(sentences(parseCatalog(json))).toEqual(['the file: must be an object. Change it.']);
});

test('nesting without end is refused, not followed', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(parsedText(`{"id":"x","pains":${deep}}`)).toContain(
    'x · version: required but absent. Fill it in.',
  );
});

test('millions of wrong entries are refused without looking at each', () => {
  const many = `{"id":"x","pains":[${'1,'.repeat(2_000_000)}1]}`;
  expect(parsedText(many)).toEqual(['x · pains: over the limit of 50000. Shorten or reduce it.']);
});

test('of many problems the first thousand are reported', () => {
  const many = JSON.stringify({ ...example(), asks: Array.from({ length: 5_000 }, () => 1) });
  expect(parsedText(many)).toHaveLength(1_000);
});

test.each(['__proto__', 'constructor', 'prototype'])('the name %s is refused anywhere', (key) => {
  const bad = `{"${key}": {"polluted": 1}}`;
  const inLinks = JSON.stringify(example()).replace(
    '"calledBy":{"fn.alert":1}',
    `"calledBy":{"${key}":1}`,
  );
  expect(parsedText(bad)).toEqual([
    `the file: “${key}” is not allowed as a name. Remove or rename it.`,
  ]);
  expect(parsedText(inLinks)).toEqual([
    `inn.learn · calledBy: “${key}” is not allowed as a name. Remove or rename it.`,
  ]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const cases: [string, (json: Json) => void, string][] = [
  [
    'a field that does not exist',
    (json) => void (find(json.asks, 'ask.two').colour = 'red'),
    'ask.two: there is no field colour. Check the spelling or remove it.',
  ],
  [
    'a field left out',
    (json) => void delete find(json.pains, 'pain.stale').symptom,
    'pain.stale · symptom: required but absent. Fill it in.',
  ],
  [
    'a choice left out',
    (json) => void delete find(json.functions, 'fn.alert').effort,
    'fn.alert · effort: required but absent. Fill it in.',
  ],
  [
    'a language left out',
    (json) => void (find(json.asks, 'ask.two').text = { en: 'Only English' }),
    'ask.two · text.zh-CN: required but absent. Fill it in.',
  ],
  [
    'an item without an id',
    (json) => void delete find(json.asks, 'ask.two').id,
    'asks[1] · id: required but absent. Fill it in.',
  ],
  [
    'an id in capitals',
    (json) => void (find(json.asks, 'ask.two').id = 'Ask Two'),
    'Ask Two · id: an id is made of lower-case letters and digits, parted by “.” or “-”, such as ka.pain.esp.no-plan. Change it.',
  ],
  [
    'a link to what cannot be an id',
    (json) => void (find(json.asks, 'ask.two').moves = { 'M WIN': 1 }),
    'ask.two · moves.M WIN: an id is made of lower-case letters and digits, parted by “.” or “-”, such as ka.pain.esp.no-plan. Change it.',
  ],
  [
    'a strength that is none',
    (json) => void (find(json.asks, 'ask.two').moves = { 'm.win': 4 }),
    'ask.two · moves.m.win: must be one of 1, 2, 3. Change it.',
  ],
  [
    'a list where a text belongs',
    (json) => void (find(json.asks, 'ask.two').explanation = []),
    'ask.two · explanation: must be an object. Change it.',
  ],
  [
    'not a number',
    (json) => void (find(json.metrics, 'm.win').divisor = Number.NaN),
    'm.win · divisor: must be a number. Change it.',
  ],
  [
    'a divisor of zero',
    (json) => void (find(json.metrics, 'm.win').divisor = 0),
    'm.win · divisor: under the minimum of 0. Add to it.',
  ],
  [
    'five drivers',
    (json) => void (find(json.metrics, 'm.win').drivers = ['a', 'b', 'c', 'd', 'e']),
    'm.win · drivers: over the limit of 4. Shorten or reduce it.',
  ],
  [
    'a text without end',
    (json) => void (find(json.asks, 'ask.two').text = { 'zh-CN': '长'.repeat(2001), en: 'Long' }),
    'ask.two · text.zh-CN: over the limit of 2000. Shorten or reduce it.',
  ],
  [
    'a blank text',
    (json) => void (find(json.asks, 'ask.two').text = { 'zh-CN': '内容', en: ' \n ' }),
    'ask.two · text.en: the text is blank or contains control characters. Type it again.',
  ],
  [
    'a control character, which no .xlsx can hold',
    (json) => void (find(json.asks, 'ask.two').text = { 'zh-CN': '内容', en: 'a\u0000b' }),
    'ask.two · text.en: the text is blank or contains control characters. Type it again.',
  ],
  [
    'a version in words',
    (json) => void (json.version = 'first'),
    'small · version: a version is three numbers, such as 1.0.0. Change it.',
  ],
  [
    'an address that runs a script',
    (json) => void Object.assign(find(json.sources, 'src'), { url: 'javascript:alert(1)' }),
    'src · url: must be a full address starting with http or https. Change it.',
  ],
];

test.each(cases)('%s', (_title, change, sentence) => {
  expect(parsedWith(change)).toEqual([sentence]);
});

test('emoji, line breaks and texts that start like a formula are texts', () => {
  const json = example();
  find(json.asks, 'ask.two').text = { 'zh-CN': '=1+1 😀\n第二行', en: '@SUM -1 +2' };
  expect(parseCatalog(json).problems).toEqual([]);
});

test('a file of something else is not echoed at length', () => {
  const other = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, n]));
  expect(parsedText(JSON.stringify(other))).toContain(
    'the file: there is no field k0, k1, k2, k3, k4 …. Check the spelling or remove it.',
  );
});
