import { evenly, freeCode, missingOf, wholeShares } from '../../src/engagement/shares';

const times = (count: number, share: number) => Array.from({ length: count }, () => share);

test.each<[weights: number[], total: number | undefined, shares: number[]]>([
  [[3, 1], undefined, [0.75, 0.25]],
  [[5, 3, 2.2], undefined, [0.5, 0.3, 0.2]],
  [[2, 2, 3], undefined, [0.3, 0.3, 0.4]],
  // None goes without.
  [[1, 0], undefined, [0.95, 0.05]],
  [[1, 1], 0.3, [0.15, 0.15]],
])('shares in the proportion of %p of %p', (weights, total, shares) => {
  expect(wholeShares(weights, total)).toEqual(shares);
});

test('steps of 5 % as long as each gets one, then of 1 %, then what a part is', () => {
  expect(evenly(1)).toEqual([1]);
  expect(evenly(3)).toEqual([0.35, 0.35, 0.3]);
  expect(evenly(20)).toEqual(times(20, 0.05));
  expect(evenly(21)).toEqual([...times(16, 0.05), ...times(5, 0.04)]);
  expect(evenly(100)).toEqual(times(100, 0.01));
  expect(evenly(101)).toEqual(times(101, 1 / 101));
  expect(evenly(6, 0.3)).toEqual(times(6, 0.05));
  expect(evenly(7, 0.3)).toEqual([0.05, 0.05, ...times(5, 0.04)]);
  expect(wholeShares([3, ...times(30, 1)], 0.3)).toEqual([3 / 110, ...times(30, 1 / 110)]);
});

test('what is missing to the whole, but for what arithmetic leaves', () => {
  expect(missingOf([0.5, 0.4])).toBeCloseTo(0.1, 12);
  expect(missingOf([0.6, 0.5])).toBeCloseTo(-0.1, 12);
  expect([missingOf(times(10, 0.1)), missingOf([1 - 9e-10]), missingOf([1 + 9e-10])]).toEqual([
    ...[0, 0, 0],
  ]);
  expect(missingOf([1 - 1.1e-9])).toBeCloseTo(1.1e-9, 12);
  expect(missingOf([])).toBe(1);
});

test('the first free code, whatever the case of those taken', () => {
  expect([freeCode('T', []), freeCode('T', ['T1', 't2', 'T4']), freeCode('K', ['T1'])]).toEqual([
    ...['T1', 'T3', 'K1'],
  ]);
});
