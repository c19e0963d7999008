import { emptyEngagement } from '../../src/engagement/project';
import { describe as described } from '../../src/office';
import type { Catalog } from '../../src/catalog/schema';
import { tableOf } from '../support/desk';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { smallCatalog } from '../support/smallCatalog';

const t = (en: string) => ({ 'zh-CN': `${en}（中）`, en });
const part = (id: string, leads: object) => ({
  id,
  group: t('Steps'),
  text: t(id),
  explanation: t('Why'),
  status: 'author',
  ...leads,
});

/** The page of key accounts, whose first part holds a module and whose second names a plan. */
const catalog = smallCatalog((json) => {
  const parts = [
    part('s.page.one', { holds: ['s.module'] }),
    part('s.page.two', { calls: { 's.plan.1': 3 } }),
  ];
  const page = { id: 's.page', sheet: 'customer', name: t('Page'), lead: t('Lead'), parts };
  Object.assign(json, { pages: [{ ...page, status: 'author' }] });
});
const sheets = new Set([
  ...['ask', 'plan', 'pain', 'function', 'innovation', 'links', 'maturity'],
  ...['customer', 'rating'],
]);
const ids = {
  CustomerPage: 'customerPage',
  Functions: 'function',
  Plans: 'plan',
  Accounts: 'accounts',
  AccountClasses: 'accountClasses',
};

/** `cell('Accounts', 'account.1', 'class')` of an engagement that says this. */
async function cells(said: object, of: Catalog = catalog) {
  const engagement = { ...emptyEngagement([{ id: of.id }], 'en'), ...said };
  const spec = await described(engagement as never, 'en', { catalogs: [of] });
  const values = new Map(evaluateWorkbook(spec, sheets).map(({ place, value }) => [place, value]));
  return (table: keyof typeof ids, row: string, column: string) => {
    const at = tableOf(spec, ids[table]).rows.findIndex(({ id }) => id === row);
    return values.get(`${table}[${column}] ${at + 1}`);
  };
}

test('what a marked part of a page holds is suggested, by its priority, and what is picked of it counted', async () => {
  const cell = await cells({
    customerPage: {
      's.page.one': { pick: 'yes', priority: 'high' },
      's.page.two': { pick: 'maybe' },
    },
    plan: { 's.plan.1': { pick: 'yes' } },
  });
  // Strength 2 of what a module holds × 3 of a high priority.
  expect(cell('Functions', 's.fn.1', 'called')).toBe(6);
  expect(cell('Plans', 's.plan.1', 'called')).toBe(0);
  expect(cell('CustomerPage', 's.page.two', 'offered')).toBe(1);
  expect(cell('CustomerPage', 's.page.two', 'picked')).toBe(1);
  expect(cell('CustomerPage', 's.page.one', 'picked')).toBe(0);
});

test('a catalog without pages has none of their sheets', async () => {
  const engagement = emptyEngagement([{ id: 'small' }], 'en');
  const spec = await described(engagement, 'en', { catalogs: [smallCatalog()] });
  expect(spec.sheets.map(({ id }) => id)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:customer|project|service|rating)$/)]),
  );
});

const limits = {
  'limit.potential': { medium: 10, high: 40 },
  'limit.contribution': { medium: 2, high: 8 },
};

test.each([
  ['10 of a potential 50 is medium: the author’s example', 10, 50, 'high', 'medium', 'B'],
  ['high on both, little room left', 45, 50, 'high', 'high', 'A'],
  ['large in itself, small as a share', 8, 50, 'high', 'low', 'B'],
  ['exactly at the limits', 8, 16, 'medium', 'high', 'B'],
  ['all of little', 1, 1, 'low', 'low', 'C'],
  ['nothing of little', 0, 4, 'low', 'low', 'C'],
  ['potential not known', 5, null, '', '', ''],
  ['nothing to win', 0, 0, 'low', '', ''],
])('an account is rated: %s', async (_, contribution, potential, ...levels) => {
  const cell = await cells({
    accounts: { 'account.1': { account: 'One', contribution, potential } },
    accountLimits: limits,
  });
  expect(
    ['potentialLevel', 'contributionLevel', 'class'].map((c) => cell('Accounts', 'account.1', c)),
  ).toEqual(levels);
});

test('without limits no account is rated; classes add up what their accounts give and could give', async () => {
  const accounts = {
    'account.1': { account: 'One', contribution: 45, potential: 50 },
    'account.2': { account: 'Two', contribution: 10, potential: 50 },
    'account.3': { account: 'Three', contribution: 30, potential: 45 },
  };
  const open = await cells({ accounts });
  expect(open('Accounts', 'account.1', 'class')).toBe('');
  const cell = await cells({ accounts, accountLimits: limits });
  expect(
    ['accounts', 'contribution', 'potential', 'room'].map((c) =>
      cell('AccountClasses', 'class.a', c),
    ),
  ).toEqual([2, 75, 95, 20]);
  expect(cell('AccountClasses', 'class.b', 'room')).toBe(40);
});
