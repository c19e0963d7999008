import { Engagement } from '../../src/engagement/schema';

/** Files of version 0.1 kept a curve's points in its row. */
const read = (more: object) => Engagement.parse({ format: 'appfi-engagement/1', ...more });

test('points in the row of a curve become rows of their own, in their order', () => {
  const { curves, points, removed } = read({
    curves: { 'custom.curve.1': { name: 'Own', mode: 'step', a1: 0.5, p1: 0.4, a2: 1, p2: null } },
  });
  expect(curves).toEqual({ 'custom.curve.1': { name: 'Own', mode: 'step' } });
  expect(points).toEqual({
    'point.custom.curve.1.1': { curve: 'Own', attainment: 0.5, payout: 0.4 },
    'point.custom.curve.1.2': { curve: 'Own', attainment: 1, payout: null },
  });
  expect(removed).toEqual({});
});

test('what was changed of a curve of the product is changed of its points; a point taken out is gone', () => {
  const { points, removed } = read({
    curves: { 'curve.tiers': { p1: 0.6, a3: null, p3: null, a4: 1.2, p4: 1.1 } },
    removed: { terms: ['x'] },
  });
  expect(points).toEqual({
    'curve.tiers.1': { curve: 'tiers', payout: 0.6 },
    'curve.tiers.4': { curve: 'tiers', attainment: 1.2, payout: 1.1 },
  });
  expect(removed).toEqual({ terms: ['x'], points: ['curve.tiers.3'] });
});

test('points stand in the order of their numbers, before those that had rows already', () => {
  const own = { a10: 3, a2: 2, a1: 1, ax: 0 };
  const { curves, points } = read({
    curves: { 'custom.curve.1': { a10: 3, a2: 2, a1: 1 } },
    points: { 'point.own': { curve: 'x' } },
  });
  expect(curves).toEqual({ 'custom.curve.1': {} });
  expect(Object.entries(points)).toEqual([
    ...[1, 2, 10].map((n) => [
      `point.custom.curve.1.${n}`,
      { curve: null, attainment: own[`a${n}` as 'a1'] },
    ]),
    ['point.own', { curve: 'x' }],
  ]);
});

test('of an own curve an empty point is left out; a point of the product’s is gone once', () => {
  const { points, removed } = read({
    curves: {
      'custom.curve.1': { name: 'Own', a1: null, p1: null },
      'curve.tiers': { a3: null, p3: null },
    },
    removed: { points: ['curve.tiers.3', 'curve.tiers.9'] },
  });
  expect(points).toEqual({});
  expect(removed).toEqual({ points: ['curve.tiers.3', 'curve.tiers.9'] });
});

test('a file of today is read as it is, and reading twice is reading once', () => {
  const now = read({
    curves: { 'custom.curve.1': { name: 'Own' } },
    points: { 'point.1': { curve: 'Own', attainment: 1, payout: 1 } },
  });
  expect(Engagement.parse(now)).toEqual(now);
});
