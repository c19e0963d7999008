import type { CellValue } from '../../src/workbook';
import {
  curveOf,
  isSound,
  nextPoint,
  outline,
  payoutOf,
  pointsOf,
} from '../../src/taskpane/views/bet/contract/curves';
import { evenly, freeCode, missingOf } from '../../src/engagement/shares';
import { rangeOf } from '../../src/taskpane/views/bet/payoff/panels';
import { stepsOf } from '../../src/taskpane/views/bet/settlement/story';

test('weights shared evenly are whole per cents that add up to 1', () => {
  expect(evenly(3)).toEqual([0.35, 0.35, 0.3]);
  for (let count = 1; count <= 100; count += 1) expect(missingOf(evenly(count))).toBe(0);
});

test('what is missing, and what is too much', () => {
  expect(missingOf([0.5, 0.35])).toBeCloseTo(0.15, 12);
  expect(missingOf([0.7, 0.4])).toBeCloseTo(-0.1, 12);
  expect(missingOf([0.1, 0.2, 0.3, 0.4])).toBe(0);
});

test('a code is the first that is free', () => {
  expect(freeCode('M', ['m1', 'M3', 'Q2'])).toBe('M2');
});

const cells: Record<string, CellValue> = { mode: 'linear', deadband: 0.03 };
const points = [
  [1.25, 1.25],
  [0.7, 0.5],
  [1, 1],
].map(([attainment, payout], i) => ({
  id: `curve.stretch.${i + 1}`,
  cells: { curve: 'stretch', attainment, payout } as Record<string, CellValue>,
}));

test('a curve pays by its points, flat in the deadband and beyond the last', () => {
  const curve = curveOf(cells, points);
  const paid = [0.69, 0.7, 0.85, 0.98, 1.02, 1.125, 2].map((at) => payoutOf(curve, at));
  [0, 0.5, 0.75, 1, 1, 1.125, 1.25].forEach((pays, i) => expect(paid[i]).toBeCloseTo(pays, 6));
  expect(payoutOf({ ...curve, mode: 'step' }, 0.95)).toBe(0.5);
});

test('the line of a curve has a corner before and after each jump', () => {
  const line = outline({ mode: 'step', points: [[1, 1]] }, 1.5);
  expect(line.map(([at, pays]) => [Number(at.toFixed(3)), pays])).toEqual([
    ...[0, 1].map((at) => [at, 0]),
    ...[1, 1, 1.5].map((at) => [at, 1]),
  ]);
});

test('points belong to a curve by its id or name, stand in their order, and one is added behind the last', () => {
  const others = [{ id: 'point.1', cells: { curve: 'Own', attainment: 0.1, payout: -1 } }];
  const of = (row: string, name: string) =>
    pointsOf([...points, ...others], row, name).map(({ id }) => id.slice(-1));
  expect(of('curve.stretch', 'Stretch with cap')).toEqual(['2', '3', '1']);
  expect(of('custom.curve.1', 'Own')).toEqual(['1']);
  expect(nextPoint(curveOf(cells, points))).toEqual({ attainment: 1.35, payout: 1.25 });
  expect(isSound(curveOf(cells, points))).toBe(true);
  expect(isSound(curveOf(cells, others))).toBe(false);
});

test('the way to what is due leaves out what is nothing and tells what a limit changed', () => {
  const steps = stepsOf({
    id: 'statement.1',
    no: 1,
    item: 'Final',
    status: '',
    cells: {
      ...{ fixed: 700, earnedToDate: 200, bonusToDate: 0, gainToDate: 150, shortfallToDate: 0 },
      ...{ entitlement: 1000, settled: 700, due: 300, carried: 0 },
    },
  });
  expect(steps.map(({ id, amount }) => [id, amount])).toEqual([
    ['fixed', 700],
    ['earned', 200],
    ['gain', 150],
    ['limits', -50],
    ['entitlement', 1000],
    ['settled', -700],
    ['due', 300],
  ]);
});

test('a panel shows all values and what they are held against, never of no height', () => {
  const [from, to] = rangeOf({ points: [{ level: 0, value: 50 }], against: 100 });
  expect([from, to]).toEqual([44, 106]);
  const flat = rangeOf({ points: [{ level: 0, value: 0 }], against: 0 });
  expect(flat[1]).toBeGreaterThan(flat[0]);
});
