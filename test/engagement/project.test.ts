import { emptyEngagement, namesIn } from '../../src/engagement/project';
import { Engagement } from '../../src/engagement/schema';

test('an engagement in which nobody has said anything is a file of today', () => {
  const empty = emptyEngagement([{ id: 'small' }], 'zh-TW');
  expect(empty).toMatchObject({
    format: 'appfi-engagement/1',
    lang: 'zh-TW',
    ask: {},
    metrics: {},
  });
  expect(Engagement.parse(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
});

test('an engagement names what has a row and what a row says', () => {
  const isNamed = namesIn({
    ...emptyEngagement([{ id: 'small' }], 'en'),
    metrics: { 'm.1': { use: 'yes' } },
    readings: { 'r.1': { metric: 'm.2', value: 3 } },
  });
  expect(['m.1', 'm.2', 'r.1', 'yes', 'm.3', 'use', 'metric'].map(isNamed)).toEqual([
    ...[true, true, true, true],
    ...[false, false, false],
  ]);
});
