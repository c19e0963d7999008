import { emptyEngagement } from '../../src/engagement/project';
import { describe as described } from '../../src/office';
import { tableOf } from '../support/desk';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { smallCatalog } from '../support/smallCatalog';

const catalog = smallCatalog((json) => {
  Object.assign(json.functions[0]!, { effort: 'S', needs: ['s.fn.2'] });
  Object.assign(json.functions[1]!, { effort: 'M' });
});
const sheets = new Set([
  ...['ask', 'plan', 'pain', 'function', 'innovation', 'links', 'lists'],
  ...['maturity', 'scope'],
]);

/** `cell('PhaseBudget', 'phase.now', 'days')` of an engagement that says this. */
async function cells(said: object) {
  const engagement = { ...emptyEngagement([{ id: catalog.id }], 'en'), ...said };
  const spec = await described(engagement as never, 'en', { catalogs: [catalog] });
  const values = new Map(evaluateWorkbook(spec, sheets).map(({ place, value }) => [place, value]));
  const ids = { PhaseBudget: 'phaseBudget', Functions: 'function', Maturity: 'maturity' };
  return (table: keyof typeof ids, row: string, column: string) => {
    const at = tableOf(spec, ids[table]).rows.findIndex(({ id }) => id === row);
    return values.get(`${table}[${column}] ${at + 1}`);
  };
}

const fn = (one: object, two: object = {}) => ({ function: { 's.fn.1': one, 's.fn.2': two } });
const now = { pick: 'yes', phase: 'now' };

test('a phase holds the days of what is picked for it, and says whether they fit', async () => {
  const budget = { phaseBudget: { 'phase.now': { capacity: 27 } } };
  const cell = await cells({ ...fn(now, now), ...budget });
  expect(
    ['functions', 'days', 'left', 'status', 'over'].map((c) => cell('PhaseBudget', 'phase.now', c)),
  ).toEqual([2, 28, -1, 'over: move to a later phase, or take less', 1]);
  const cheaper = await cells({
    ...fn(now, now),
    ...budget,
    effortDays: { 'effort.m': { days: 15 } },
  });
  expect(cheaper('PhaseBudget', 'phase.now', 'status')).toBe('fits');
  const maybe = await cells({ ...fn({ pick: 'maybe', phase: 'now' }, { pick: 'yes' }), ...budget });
  expect(maybe('PhaseBudget', 'phase.now', 'days')).toBe(0);
  expect(maybe('PhaseBudget', 'phase.none', 'status')).toBe('give these functions a phase');
});

test.each([
  ['with it', now, 0],
  ['after it', { pick: 'yes', phase: 'next' }, 1],
  ['without a phase', { pick: 'yes' }, 1],
  ['declined: it is there already', { pick: 'no' }, 0],
  ['open', {}, 1],
  ['a candidate only', { pick: 'maybe', phase: 'now' }, 1],
])('what a function needs is picked %s', async (_, two, unmet) => {
  const cell = await cells(fn(now, two));
  expect(cell('Functions', 's.fn.1', 'unmet')).toBe(unmet);
  expect((await cells(fn({}, two)))('Functions', 's.fn.1', 'unmet')).toBe(0);
});

test('a gap in maturity suggests the functions of its module, beside picks', async () => {
  const cell = await cells({ maturity: { 's.module': { asIs: 2, toBe: 4 } } });
  expect(cell('Maturity', 's.module', 'gap')).toBe(2);
  expect(Math.floor(Number(cell('Functions', 's.fn.3', 'suggested')))).toBe(4);
  const none = await cells({ maturity: { 's.module': { asIs: 4, toBe: 2 } } });
  expect(none('Functions', 's.fn.3', 'suggested')).toBe(0);
});
