import { steps } from '../../src/catalog/steps';
import { LANGS, message } from '../../src/messages';
import { nextOf, type Facts } from '../../src/taskpane/views/next/next';

const picks = (picked: number, suggested = 0): Facts['picks'] =>
  Object.fromEntries(
    steps.map((step) => [step, { offered: 9, suggested, picked }]),
  ) as Facts['picks'];

/** Everything is agreed, and the first period is due. */
const ready: Facts = {
  errors: 0,
  failing: [],
  picks: picks(3),
  metrics: { inScope: 2, lacking: [] },
  missing: [],
  contract: { terms: 4, problem: '' },
  period: {
    ...{ name: 'Half a year', due: true, day: '30 Jun 2026' },
    ...{ unread: [], unjudged: [], amount: '¥120,000' },
  },
};
const period = (said: Partial<Facts['period']>): Partial<Facts> => ({
  period: { ...(ready.period as NonNullable<Facts['period']>), ...said },
});
const one = (step: (typeof steps)[number], suggested: number): Partial<Facts> => ({
  picks: { ...ready.picks, [step]: { offered: 9, suggested, picked: 0 } },
});

test.each<[string, Partial<Facts>, string]>([
  ['what is broken comes first', { errors: 2, picks: picks(0) }, 'repair'],
  ['a new workbook begins with Ask', { picks: picks(0) }, 'pick.ask'],
  ['a step without suggestions', one('pain', 0), 'pick.pain'],
  ['a step that earlier picks call for', one('pain', 7), 'pick.suggested'],
  [
    'a model without innovations',
    { picks: { ...ready.picks, innovation: { offered: 0, suggested: 0, picked: 0 } } },
    'sign',
  ],
  ['nothing to measure by', { metrics: { inScope: 0, lacking: [] } }, 'scope'],
  ['one metric without target', { metrics: { inScope: 2, lacking: ['Win rate'] } }, 'target'],
  ['several', { metrics: { inScope: 2, lacking: ['Win rate', 'Output'] } }, 'targets'],
  ['no return', { missing: [{ what: 'discount rate missing', sheet: 'roi' }] }, 'return'],
  ['no contract', { contract: { terms: 0, problem: 'no terms' } }, 'contract'],
  [
    'a term that lacks something',
    { contract: { terms: 2, problem: 'x', term: { name: 'M1', problem: 'no metric' } } },
    'term',
  ],
  ['a contract that does not add up', { contract: { terms: 2, problem: 'weights' } }, 'problem'],
  [
    'tables too short for the contract',
    { failing: [{ check: 'capacity', text: 'Too few rows' }], picks: picks(0) },
    'refresh',
  ],
  ['a check that fails', { failing: [{ check: 'averages', text: '1 without guard' }] }, 'check'],
  [
    'checks that fail when all is signed',
    {
      failing: [
        { check: 'drift', text: '2 amounts differ' },
        { check: 'ledger', text: 'The chain is broken' },
      ],
      period: undefined,
    },
    'checks',
  ],
  [
    'what is not agreed yet goes before checks',
    {
      failing: [{ check: 'baseline', text: 'x' }],
      metrics: { inScope: 2, lacking: ['Win rate'] },
    },
    'target',
  ],
  ['a period to come', period({ due: false }), 'wait'],
  ['a period without readings', period({ unread: ['M1', 'M2'] }), 'read'],
  ['a period without scores', period({ unjudged: ['Q1'] }), 'judge'],
  ['a period that is due', {}, 'sign'],
  ['an amount that cannot be told', period({ amount: undefined }), 'settle'],
  ['all is signed', { period: undefined }, 'deliver'],
])('%s', (_, said, wanted) => {
  const next = nextOf({ ...ready, ...said });
  expect(next.text).toBe(`pane.next.${wanted}`);
  // Every parameter that the sentence has is given; the step is said by the view.
  for (const lang of LANGS)
    expect(message(lang, next.text, { step: 'Ask', ...next.params })).not.toMatch(/[{}]|undefined/);
});
