import { checkCatalog } from '../../src/catalog/integrity';
import { mergeCatalogs } from '../../src/catalog/merge';
import { loadBuiltin } from '../../src/catalog/models';
import { changes } from '../../src/catalog/models/industrial-equipment';
import { model } from '../../src/catalog/models/key-account';
import { parseCatalog } from '../../src/catalog/parse';
import type { Problem } from '../../src/catalog/problem';
import { find } from './example';

type Json = Record<string, { id: string }[]>;
interface Levels {
  maturity: object[];
}
interface Scripted {
  script: object;
}
interface Written {
  text: { en?: string };
}

const told = (problems: readonly Problem[]) =>
  problems.map(({ severity, code, where }) => `${severity} ${code} ${where}`);

/** What the check tells of the model for key accounts after this change. */
function check(change: (json: Json) => void): string[] {
  const json = structuredClone(model) as Json;
  change(json);
  const { catalog, problems } = parseCatalog(json);
  return told([...problems, ...(catalog ? checkCatalog(catalog) : [])]);
}

const set = (list: string, id: string, fields: object) => (json: Json) => {
  Object.assign(find(json[list]!, id), fields);
};
const entry = (list: string, id: string) => structuredClone(find((model as Json)[list]!, id));
const pain = 'ka.pain.mci.promise-gap';
const feature = 'ka.fn.tas.won-features';

/** Each thing that makes a catalog worth paying for, taken from a sound model: the check misses it. */
const points: [string, (json: Json) => void, string[]][] = [
  ['nothing', () => undefined, []],
  [
    'a definition: what a ratio is divided by',
    set('metrics', 'ka.metric.win-rate', { denominator: undefined }),
    ['error ratio-without-denominator ka.metric.win-rate', 'error query-parts ka.metric.win-rate'],
  ],
  [
    'a definition: the metrics that guard an average',
    set('metrics', 'ka.metric.account-avg-output', { guards: [] }),
    ['error average-without-guards ka.metric.account-avg-output'],
  ],
  [
    'the address of a range’s source',
    set('sources', 'src.fiworks', { url: undefined }),
    ['error range-without-address ka.metric.product-lines'],
  ],
  [
    'the levels of a module',
    set('modules', 'ka.mod.esp.identify', { maturity: undefined }),
    ['warning no-levels ka.mod.esp.identify'],
  ],
  [
    'one level of five',
    (json) => void (find(json.modules!, 'ka.mod.esp.identify') as never as Levels).maturity.pop(),
    ['error at-least ka.mod.esp.identify'],
  ],
  [
    'an effort class',
    set('functions', feature, { effort: undefined }),
    [`error missing ${feature}`],
  ],
  [
    'an order in which functions can be built',
    set('functions', feature, { needs: [feature] }),
    [`error needs-in-circle ${feature}`],
  ],
  ['a script', set('pains', pain, { script: undefined }), [`warning no-script ${pain}`]],
  [
    'the follow-up of a script',
    set('pains', pain, {
      script: { ...(entry('pains', pain) as never as Scripted).script, followUp: undefined },
    }),
    [`error missing ${pain}`],
  ],
  [
    'the value drivers and plans that call for a function',
    set('functions', feature, { calledBy: { 'ka.pain.tas.gut-probability': 2 } }),
    [`warning no-direction ${feature}`],
  ],
  [
    'what a part of a page holds',
    (json) => {
      const [{ parts }] = json.pages as never as [{ parts: { id: string }[] }];
      Object.assign(parts[0]!, { holds: [], calls: {} });
    },
    ['warning part-without-items ka.page.esp.advantage'],
  ],
  [
    'the days of micro-consulting',
    (json) => void Object.assign(json, { microConsulting: { days: 0, fee: 100_000 } }),
    ['error at-least key-account'],
  ],
  [
    'terms of a contract to start from',
    (json) => void (json.contracts as never as { terms: object[] }[])[0]!.terms.splice(2),
    ['error at-least ka.contract.triad'],
  ],
  [
    'a language',
    (json) => void delete (find(json.plans!, 'ka.plan.one-owner') as never as Written).text.en,
    ['error missing ka.plan.one-owner'],
  ],
];

test.each(points)('the check misses %s', (_what, change, expected) => {
  expect(check(change)).toEqual(expected);
});

test('… and what a variant changes, where the model does not have it', async () => {
  const base = await loadBuiltin('after-sales');
  const { problems } = mergeCatalogs(base, {
    ...changes,
    asks: [{ id: 'as.ask.uptme', moves: { 'as.metric.uptime': 3 } }],
  });
  expect(told(problems)).toEqual(['error changes-unknown-near as.ask.uptme']);
});
