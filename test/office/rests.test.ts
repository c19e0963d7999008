import type { Engagement } from '../../src/engagement/schema';
import { restsIn, restsOnAny } from '../../src/office/rests';
import { smallCatalog } from '../support/smallCatalog';
import { engagementOf } from '../support/desk';

/** Metrics 1 and 2 in scope, each with a guard, a driver and a node of its own. */
const catalog = smallCatalog(({ metrics }) => {
  metrics.forEach((metric, i) => {
    Object.assign(metric, { guards: i === 0 ? ['s.metric.3'] : [], overlap: `node.${i + 1}` });
  });
});
const scope = { 's.metric.1': { inScope: 1 }, 's.metric.2': { inScope: 1 }, 's.metric.3': {} };

function resting(said: Partial<Engagement>, metrics: object | undefined = scope) {
  const ours = { read: { engagement: engagementOf(said), results: { tables: { metrics } } } };
  const rests = restsIn(ours as never, [catalog]);
  return { on: Object.fromEntries(rests), any: restsOnAny(ours as never) };
}

const terms = { t1: { metric: 's.metric.1' }, t2: { metric: null } };
const ledger = { 'signature.1': { no: 1 } } as unknown as Engagement['ledger'];
const drivers = Object.fromEntries(
  catalog.metrics.slice(0, 2).flatMap((metric) => metric.drivers.map((id) => [id, 'bet'])),
);

test('no money, nothing rests', () => {
  expect(resting({})).toEqual({ on: {}, any: undefined });
  expect(resting({ settings: { guarantee: null } })).toEqual({ on: {}, any: undefined });
  expect(resting({ ledger })).toEqual({ on: {}, any: undefined });
});

test('a term rests on its metric and what guards it, signed or not', () => {
  expect(resting({ terms })).toEqual({
    on: { 's.metric.1': 'bet', 's.metric.3': 'bet' },
    any: 'bet',
  });
  expect(resting({ terms, ledger })).toEqual({
    on: { 's.metric.1': 'signed', 's.metric.3': 'signed' },
    any: 'signed',
  });
});

test('a term rests on a metric that no catalog has', () => {
  expect(resting({ terms: { t1: { metric: 'mine' } } }).on).toEqual({ mine: 'bet' });
});

test.each([
  ['bands', { bands: { b1: { from: 0, share: 0.1 } } }],
  ['a guarantee', { settings: { guarantee: 0 } }],
])(
  'where value is shared or guaranteed – %s –, all in scope rests, with drivers and nodes',
  (_, said) => {
    expect(resting(said)).toEqual({
      on: {
        ...{ 's.metric.1': 'bet', 's.metric.2': 'bet', 'node.1': 'bet', 'node.2': 'bet' },
        ...drivers,
      },
      any: 'bet',
    });
    expect(resting(said, { 's.metric.3': { inScope: 0 } })).toEqual({ on: {}, any: undefined });
  },
);
