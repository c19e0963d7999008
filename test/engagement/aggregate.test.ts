import { impliedBy, withMeasures } from '../../src/engagement/aggregate';
import { emptyEngagement } from '../../src/engagement/project';
import type { Engagement } from '../../src/engagement/schema';

test.each([
  ['latest', { measure: 'level', levelMode: 'last' }],
  ['ratio', { measure: 'ratio' }],
  ['sum', {}],
  ['average', {}],
  [undefined, {}],
])('%s alone means %j', (aggregate, measure) => {
  expect(impliedBy(aggregate)).toEqual(measure);
});

type Known = Parameters<typeof withMeasures>[1][number]['measure'];
const last = { measure: 'level', levelMode: 'last' };

test.each<[aggregate: string, known: Known | undefined, adds: object]>([
  ['latest', undefined, last],
  ['ratio', undefined, { measure: 'ratio' }],
  ['sum', undefined, {}],
  // A catalog says it of its own metrics, unless the last reading is to stand for itself.
  ['latest', 'level', {}],
  ['latest', 'rolling', {}],
  ['latest', 'flow', last],
  ['latest', 'ratio', last],
  ['ratio', 'flow', {}],
  ['ratio', 'level', {}],
])('%s of a metric that the catalog calls %s adds %j', (aggregate, measure, adds) => {
  const engagement: Engagement = {
    ...emptyEngagement([{ id: 'small' }], 'en'),
    metrics: { one: { aggregate, baseline: 1 }, said: { aggregate, measure: 'rolling' } },
  };
  const known = ['one', 'said'].map((id) => ({ id, measure }) as { id: string; measure: Known });
  expect(withMeasures(engagement, measure ? known : []).metrics).toEqual({
    one: { aggregate, baseline: 1, ...adds },
    said: { aggregate, measure: 'rolling' },
  });
});
