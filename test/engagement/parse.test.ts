import { WHOLE } from '../../src/catalog/problem';
import { describeEngagementProblem, parseEngagementText } from '../../src/engagement/parse';

const base = { format: 'appfi-engagement/1', catalogs: [{ id: 'after-sales' }] };
const said = (part: object) => JSON.stringify({ ...base, ...part });

const sentences = (text: string) =>
  parseEngagementText(text).problems.map((problem) => describeEngagementProblem('en', problem));

test('fills in what is left out', () => {
  const { engagement, problems } = parseEngagementText(said({ settings: { client: '甲' } }));
  expect(problems).toEqual([]);
  expect(engagement).toMatchObject({ settings: { client: '甲' }, ask: {}, removed: {} });
});

test('what is wrong is told with its place, that of the whole as the file', () => {
  const told = (where: string, params = {}) =>
    describeEngagementProblem('en', { code: 'invalid', where, params, severity: 'error' });
  expect(told('settings', { field: 'fee' })).toMatch(/^settings · fee: /);
  expect(told('ask')).toMatch(/^ask: /);
  expect(told(WHOLE)).toMatch(/^the file: /);
  expect(told(WHOLE, { field: 'lang' })).toMatch(/^the file · lang: /);
});

test('reads a file with a byte-order mark', () => {
  expect(parseEngagementText(`\uFEFF${said({})}`).engagement).toBeDefined();
});

test('keeps what someone typed where a number, date or offered word belongs', () => {
  const typed = {
    settings: { fee: '面议', startDate: '三月', stage: '试点', afterGoLiveShare: -0.5 },
    ask: { 'as.ask.skill': { pick: '再议', no: '1a' } },
    microSteps: { 'micro.1': { hours: null, from: '第一天', to: true } },
    process: { 'process.design': { start: 46_000.5 } },
  };
  expect(parseEngagementText(said(typed)).engagement).toMatchObject(typed);
});

test.each([
  ['not JSON', '{', /^The file is not valid JSON: .*Check it in a JSON editor/],
  ['another format', JSON.stringify({ format: 'x' }), /format: must be one of appfi-engagement\/1/],
  ['no format', '{}', /format: required but absent\. Fill it in\./],
  ['a list', '[]', /must be an object\. Change it\./],
  ['an unknown part', said({ asks: {} }), /there is no field asks\. Check the spelling/],
  [
    'an unknown field of a row',
    said({ ask: { 'as.ask.skill': { picked: 'yes' } } }),
    /ask\.as\.ask\.skill: there is no field picked/,
  ],
  ['a list as wording', said({ ask: { a: { wording: [] } } }), /ask\.a\.wording: must be text/],
  ['NaN', '{"format":"appfi-engagement/1","settings":{"fee":NaN}}', /not valid JSON/],
  [
    'a number beyond what a cell holds',
    '{"format":"appfi-engagement/1","settings":{"fee":1e999}}',
    /settings\.fee: does not fit the engagement format/,
  ],
  [
    'more text than a cell holds',
    said({ settings: { client: 'x'.repeat(40_000) } }),
    /settings\.client: over the limit of 32767\. Shorten/,
  ],
  [
    'a name that touches prototypes',
    '{"format":"appfi-engagement/1","ask":{"__proto__":{"pick":"yes"}}}',
    /ask: “__proto__” is not allowed as a name/,
  ],
  [
    'deep nesting',
    `{"format":"appfi-engagement/1","ask":{"a":{"pick":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}`,
    /ask\.a\.pick: /,
  ],
])('refuses %s with a sentence that says what to do', (_, text, sentence) => {
  expect(sentences(text)[0]).toMatch(sentence);
  expect(parseEngagementText(text).engagement).toBeUndefined();
});

test('refuses more than 20 MB', () => {
  expect(sentences(' '.repeat(20 * 1024 * 1024 + 1))).toEqual([
    'The file is larger than 20 MB, which no engagement is. Check that it is the right file.',
  ]);
});
