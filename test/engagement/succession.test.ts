import { emptyEngagement } from '../../src/engagement/project';
import type { Engagement } from '../../src/engagement/schema';
import { takenOver } from '../../src/engagement/succession';

const said = {
  ...emptyEngagement([{ id: 'small' }], 'en'),
  pain: { a: { pick: 'yes', comment: 'seen' }, b: { pick: 'no', owner: 'Lin', comment: null } },
  metrics: { m: { use: 'yes', baseline: 1 } },
  monetisation: { m: { attribution: 0.5 } },
  readings: { 'reading.1': { metric: 'm', value: 2 } },
  terms: { 'term.1': { code: 'T1', metric: 'm' } },
} as unknown as Engagement;

test('an item takes over what it has not said itself; what both say otherwise stays with each', () => {
  expect(takenOver(said, 'pain', 'a', 'c').pain).toEqual({
    b: said.pain.b,
    c: { pick: 'yes', comment: 'seen' },
  });
  expect(takenOver(said, 'pain', 'a', 'b').pain).toEqual({
    a: { pick: 'yes' },
    b: { pick: 'no', owner: 'Lin', comment: 'seen' },
  });
  expect(takenOver(said, 'pain', 'none', 'b').pain).toEqual(said.pain);
});

test('what names a metric names its successor', () => {
  const { metrics, monetisation, readings, terms } = takenOver(said, 'metrics', 'm', 'n');
  expect({ metrics, monetisation, readings, terms }).toEqual({
    metrics: { n: { use: 'yes', baseline: 1 } },
    monetisation: { n: { attribution: 0.5 } },
    readings: { 'reading.1': { metric: 'n', value: 2 } },
    terms: { 'term.1': { code: 'T1', metric: 'n' } },
  });
});
