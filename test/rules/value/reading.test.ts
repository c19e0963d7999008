import { valuesOf } from './cases';

const shown = [
  ...['status', 'amount', 'spanFrom', 'slot', 'before', 'key', 'counted', 'position', 'line'],
  ...[
    'kind',
    'previous',
    'overlaps',
    'startMonth',
    'endMonth',
    'startAt',
    'endAt',
    'months',
    'gap',
  ],
  ...['top', 'bottom', 'rate', 'stated', 'monthOfYear', 'closes', 'x', 'xy', 'xx'],
];

test('what becomes of a reading, and why another does not count', async () => {
  const readings = {
    first: { metric: 'm.money', date: '2026-01-31', value: 4 },
    later: { metric: 'm.money', date: '2026-03-31', value: 6 },
    twin: { metric: 'm.money', date: '2026-03-31', value: 5 },
    dateless: { metric: 'm.money', value: 7 },
    wordy: { metric: 'm.money', date: 'soon', value: 7 },
    nobody: { date: '2026-03-31', value: 7 },
    unknown: { metric: 'm.none', date: '2026-03-31', value: 7 },
    valueless: { metric: 'm.money', date: '2026-03-31' },
    parts: { metric: 'm.rate', date: '2026-02-28', numerator: 1, denominator: 4 },
    half: { metric: 'm.rate', date: '2026-02-28', numerator: 1 },
    nothing: { metric: 'm.rate', date: '2026-03-31', numerator: 0, denominator: 0 },
    stated: { metric: 'm.rate', date: '2026-03-31', value: 0.5 },
    span: { metric: 'm.sum', from: '2026-01-01', date: '2026-01-31', value: 31 },
    over: { metric: 'm.sum', from: '2026-01-31', date: '2026-02-28', value: 3 },
    next: { metric: 'm.sum', from: '2026-03-01', date: '2026-03-31', value: 3 },
    backwards: { metric: 'm.sum', from: '2026-03-01', date: '2026-02-28', value: 3 },
    vague: { metric: 'm.sum', from: 'March', date: '2026-03-31', value: 3 },
    year: { metric: 'm.lower', date: '2026-03-31', value: 12 },
    yearTold: { metric: 'm.lower', from: '2025-04-01', date: '2026-03-31', value: 12 },
    notYear: { metric: 'm.lower', from: '2025-04-02', date: '2026-03-31', value: 12 },
    empty: { comment: 'x' },
  };
  const { cell } = await valuesOf({
    metrics: {
      'm.money': { baseline: 10, target: 20 },
      'm.lower': { measure: 'rolling', baseline: 10, target: 5 },
      'm.sum': { base: 1, baseline: 0, target: 9 },
      'm.rate': { baseline: 0.1, target: 0.4 },
    },
    readings,
  });
  const exact = (value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(6)) : value === '' ? '·' : value;
  const lines = Object.keys(readings).map((row) =>
    [row, ...shown.map((column) => exact(cell('Readings', row, column)))].join(' '),
  );
  // The rest of a reading that does not count is empty.
  expect(lines.map((line) => line.replace(/[ ·]+$/, ''))).toEqual([
    'first · 4 46023 1 0 1000001 46053 1 7 1 · 0 312 313 312 313 1 0 124 31 4 313 1 1 0 0 0',
    'later counted twice: another reading of this metric has the same day 6 46054 1 1 1000002 46112 1 8 1 1 0 313 315 313 315 2 0 354 59 6 315 3 1 59 354 3481',
    'twin counted twice: another reading of this metric has the same day 5 46054 1 1 1000003 46112 1 9 1 1 0 313 315 313 315 2 0 295 59 5 315 3 1 59 295 3481',
    'dateless date missing 7 · · · · · 1 10',
    'wordy date missing 7 · · · · · 1 11',
    'nobody metric missing 7 · · · · · · 12',
    'unknown no such metric 7 · · · · · · 13',
    'valueless value missing · · · · · · 1 14',
    'parts · 0.25 46054 2 0 2000001 46081 2 15 3 · 0 313 314 313 314 1 0 1 4 0.25 314 2 1 28 7 784',
    'half numerator and denominator missing · · · · · · 2 16',
    'nothing · · 46082 2 1 2000002 46112 2 17 3 9 0 314 315 314 315 1 0 0 0 · 315 3 1',
    'stated numerator and denominator missing 0.5 · · · · · 2 18',
    'span · 31 46023 4 0 4000001 46053 4 19 2 · 0 312 313 312 313 1 0 31 1 31 313 1 1 0 0 0',
    'over counted twice: begins before the reading before it ends 3 46053 4 1 4000002 46081 4 20 2 13 1 312 314 312.967742 314 1.032258 0 3 1.032258 2.90625 314 2 1 28 81.375 784',
    'next · 3 46082 4 2 4000003 46112 4 21 2 14 0 314 315 314 315 1 0 3 1 3 315 3 1 59 177 3481',
    'backwards “From” is not a date, or after the last day 3 · · · · · 4 22',
    'vague “From” is not a date, or after the last day 3 · · · · · 4 23',
    'year counted twice: another reading of this metric has the same day 12 45748 3 0 3000001 46112 3 24 4 · 0 303 315 303 315 12 0 12 1 12 315 3 1 59 708 3481',
    'yearTold counted twice: another reading of this metric has the same day 12 45748 3 0 3000002 46112 3 25 4 · 0 303 315 303 315 12 0 12 1 12 315 3 1 59 708 3481',
    'notYear a rolling figure covers twelve months: leave “From” blank 12 · · · · · 3 26',
    'empty · · · · · · · · 27',
  ]);
});
