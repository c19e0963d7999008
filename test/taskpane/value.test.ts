import { realisedOf } from '../../src/taskpane/core/realised';
import { bulletOf } from '../../src/taskpane/views/value/bullet';
import { standingOf } from '../../src/taskpane/views/value/metrics';
import {
  check,
  emptyDraft,
  type Draft,
  type Reading,
} from '../../src/taskpane/views/value/reading';
import { frame, trendOf } from '../../src/taskpane/views/value/trend';
import { ticks } from '../../src/taskpane/parts/scale';

test.each([
  [{ adjusted: null, planned: null, actual: null, attainment: null }, 'noBaseline'],
  [{ adjusted: 5, planned: null, actual: 6, attainment: null }, 'notBetter'],
  [{ adjusted: 5, planned: -1, actual: 6, attainment: null }, 'notBetter'],
  [{ adjusted: 5, planned: 2, actual: null, attainment: null }, 'pending'],
  [{ adjusted: 5, planned: 2, actual: 4, attainment: -0.5 }, 'worse'],
  [{ adjusted: 5, planned: 2, actual: 5, attainment: 0 }, 'unchanged'],
  [{ adjusted: 5, planned: 2, actual: 6, attainment: 0.5 }, 'improving'],
  [{ adjusted: 5, planned: 2, actual: 7, attainment: 1 }, 'met'],
])('a metric with %j is %s', (figures, standing) =>
  expect(standingOf({ measure: 'level', ...figures })).toBe(standing),
);

test('a metric whose measure nobody has said is worth nothing yet', () =>
  expect(standingOf({ measure: '', adjusted: 5, planned: 2, actual: 7, attainment: 1 })).toBe(
    'noMeasure',
  ));

test.each([
  [0, 0, null],
  [0, '', null],
  ['', 100, null],
  [0, 100, 0],
  [-12, 100, -12],
  [12, 0, 12],
])('of a value realised of %p, planned by now %p, the pane says %p', (realised, planned, said) =>
  expect(realisedOf(realised, planned)).toBe(said),
);

describe('a bullet', () => {
  const places = (planned: number | null, improvement: number | null) => {
    const { baseline, target, actual, beyond } = bulletOf({ planned, improvement }) ?? {};
    const share = (place = NaN) => Number(place.toFixed(2));
    return [share(baseline), share(target), share(actual), beyond];
  };
  test('runs from baseline to target', () =>
    expect(places(20, 10)).toEqual([0.04, 0.96, 0.5, undefined]));
  test('reaches beyond the target', () =>
    expect(places(20, 30)).toEqual([0.03, 0.66, 0.97, undefined]));
  test('runs to the left of the baseline when things got worse', () =>
    expect(places(20, -10)).toEqual([0.34, 0.97, 0.03, undefined]));
  test('says that the actual is further out than it shows', () => {
    expect(places(1, 9)[3]).toBe('better');
    expect(places(1, -9)[3]).toBe('worse');
  });
  test('is not there without a way to go', () => {
    expect(bulletOf({ planned: null, improvement: 1 })).toBeUndefined();
    expect(bulletOf({ planned: 0, improvement: 1 })).toBeUndefined();
  });
});

describe('a reading', () => {
  const around = {
    metric: { id: 'm', unit: 'days', measure: 'level' },
    readings: [],
    asOf: null,
    today: 46_000,
  };
  const draft = (said: Partial<Draft>): Draft => ({ ...emptyDraft, date: '2025-12-01', ...said });

  test('becomes a row', () =>
    expect(check(draft({ value: '1,200', who: ' Lin ' }), around).cells).toEqual({
      metric: 'm',
      date: '2025-12-01',
      value: 1200,
      evidence: null,
      who: 'Lin',
    }));
  test('of a rate is understood as a percentage', () =>
    expect(
      check(draft({ value: '32.5' }), { ...around, metric: { ...around.metric, unit: 'ratio' } })
        .amount,
    ).toBe(0.325));
  test('of a ratio needs both parts, and no zero below', () => {
    const ratio = { ...around, metric: { ...around.metric, measure: 'ratio' } };
    expect(check(draft({ numerator: '3' }), ratio).problems).toEqual({
      denominator: 'pane.value.reading.missing',
    });
    expect(check(draft({ numerator: '3', denominator: '0' }), ratio).problems).toEqual({
      denominator: 'pane.value.reading.zero',
    });
    expect(check(draft({ numerator: '3', denominator: '4' }), ratio)).toMatchObject({
      amount: 0.75,
      cells: { numerator: 3, denominator: 4 },
    });
  });
  test('without a day or a number is refused in words', () =>
    expect(check({ ...emptyDraft, value: 'many' }, around)).toEqual({
      problems: { value: 'pane.input.number', date: 'pane.value.reading.noDate' },
      doubts: [],
    }));
  test('is doubted on a day that does not count, is to come or was read before', () => {
    const doubts = (more: object) => check(draft({ value: '1' }), { ...around, ...more }).doubts;
    const day = 45_992;
    expect(doubts({})).toEqual([]);
    expect(doubts({ asOf: day - 1 })).toEqual(['pane.value.reading.afterAsOf']);
    expect(doubts({ today: day - 1 })).toEqual(['pane.value.reading.toCome']);
    expect(doubts({ today: day - 1, asOf: day + 9 })).toEqual([]);
    expect(doubts({ readings: [{ date: day }] })).toEqual(['pane.value.reading.sameDay']);
  });
  test('speaks of the time from a day on, where it says so', () => {
    const from = (one: string) => check(draft({ value: '1', from: one }), around);
    expect(from('2025-11-01').cells).toMatchObject({ from: '2025-11-01', date: '2025-12-01' });
    expect(from('2025-12-02').problems).toEqual({ from: 'pane.value.reading.wrongFrom' });
  });
  test('is doubted where it counts time that another counts, but for rolling figures', () => {
    const day = 45_992;
    const doubts = (measure: string, from: string, other: object) =>
      check(draft({ value: '1', from }), {
        ...around,
        metric: { ...around.metric, measure },
        readings: [other as Reading],
      }).doubts;
    const before = { from: day - 60, date: day - 20 };
    expect(doubts('flow', '2025-11-01', before)).toEqual(['pane.value.reading.overlap']);
    expect(doubts('rolling', '2025-11-01', before)).toEqual([]);
    expect(doubts('flow', '', before)).toEqual([]);
    const after = { from: day - 5, date: day + 5 };
    expect(doubts('flow', '', { ...after, stated: day - 5 })).toEqual([
      'pane.value.reading.overlap',
    ]);
    // It will begin where the new one ends.
    expect(doubts('flow', '', { ...after, stated: null })).toEqual([]);
  });
});

describe('a trend', () => {
  const reading = (date: number, amount: number) => ({
    id: String(date),
    from: date - 29,
    stated: null,
    date,
    months: 1,
    amount,
    rate: amount * 12,
    numerator: null,
    denominator: null,
    evidence: '',
    who: '',
    problem: '',
  });
  const metric = { adjusted: 120, target: 240 };
  test('goes from the oldest to the newest, between the lines of baseline and target', () => {
    const { points, baseline, target } = trendOf(metric, [
      reading(46_100, 15),
      reading(46_000, 10),
    ]);
    expect(points.map(({ amount }) => amount)).toEqual([120, 180]);
    expect(points.map(({ x }) => x)).toEqual([frame.left, frame.width - frame.right]);
    expect([baseline, target]).toEqual([frame.height - frame.bottom, frame.top]);
    expect(points[0]?.y).toBe(baseline);
  });
});

test.each([
  [-2_674_000, 3_700_000, [-4_000_000, -2_000_000, 0, 2_000_000, 4_000_000]],
  [0, 1, [0, 0.25, 0.5, 0.75, 1]],
  [0, 0, [0, 0.25]],
  [0, 7, [0, 2, 4, 6, 8]],
])('an axis from %d to %d has round steps', (from, to, steps) =>
  expect(ticks(from, to)).toEqual(steps),
);
