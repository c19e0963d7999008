import * as cells from '../../src/engagement/cells';

test('what a number must lie in', () => {
  const { share, factor, level, positive, divisor, rate, months, ordinal, score, numeric } = cells;
  const all = { share, factor, level, positive, divisor, rate, months, ordinal, score, numeric };
  const found = Object.entries(all).map(([name, kind]) => [name, cells.rangeOf(kind)]);
  expect(Object.fromEntries(found)).toEqual({
    share: { min: 0, max: 1 },
    factor: { min: 0, max: 10 },
    level: { min: -10, max: 10 },
    positive: { min: 0 },
    divisor: { min: 1e-9 },
    rate: { min: -0.99, max: 1 },
    months: { min: 1, max: 120, whole: true },
    ordinal: { min: 1, whole: true },
    score: { min: 1, max: 5 },
    numeric: undefined,
  });
  expect(cells.rangeOf(cells.wholeTo(2, 7))).toEqual({ min: 2, max: 7, whole: true });
});

test('a cell keeps what was typed, up to the characters that a cell has', () => {
  const longest = 'x'.repeat(32_767);
  for (const kind of [cells.word, cells.numeric, cells.date, cells.oneOf(['yes'])]) {
    for (const value of ['soon', longest, null, undefined])
      expect(kind.safeParse(value)).toMatchObject({ success: true, data: value });
    expect(kind.safeParse(`${longest}x`).success).toBe(false);
  }
  for (const value of [1.5, true]) {
    expect(cells.numeric.safeParse(value).success).toBe(true);
    expect(cells.date.safeParse(value).success).toBe(true);
    expect(cells.word.safeParse(value).success).toBe(false);
    expect(cells.oneOf(['yes']).safeParse(value).success).toBe(false);
  }
});
