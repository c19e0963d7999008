import { items } from '../../src/catalog/items';
import { links } from '../../src/catalog/links';
import { exampleWith } from './example';

test('items come step by step, in the order of the file', () => {
  expect(items(exampleWith(() => undefined)).map(({ step, id }) => `${step} ${id}`)).toEqual([
    'ask ask.grow',
    'ask ask.two',
    'ask ask.three',
    'ask ask.four',
    'plan plan.pilot',
    'plan plan.two',
    'plan plan.three',
    'pain pain.stale',
    'function fn.alert',
    'function fn.close',
    'function fn.review',
    'innovation inn.learn',
    'metric m.win',
  ]);
});

test('links lead from cause to effect', () => {
  const catalog = exampleWith((json) => {
    json.asks.splice(1);
    json.plans.splice(1);
    json.functions.splice(1);
  });
  expect(links(catalog)).toEqual([
    { kind: 'ask-metric', from: 'ask.grow', to: 'm.win', strength: 3 },
    { kind: 'ask-plan', from: 'ask.grow', to: 'plan.pilot', strength: 2 },
    { kind: 'plan-pain', from: 'plan.pilot', to: 'pain.stale', strength: 3 },
    { kind: 'pain-function', from: 'pain.stale', to: 'fn.alert', strength: 3 },
    { kind: 'function-metric', from: 'fn.alert', to: 'm.win', strength: 2 },
    { kind: 'function-innovation', from: 'fn.alert', to: 'inn.learn', strength: 1 },
    { kind: 'innovation-metric', from: 'inn.learn', to: 'm.win', strength: 1 },
  ]);
});
