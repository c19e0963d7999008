import {
  dateOf,
  daysInMonth,
  lastSerial,
  serialOf,
  serialOfMoment,
  weekdayOf,
} from '../../../src/host/calc/dates';

/** With the 29 February 1900 that spreadsheets have. */
test.each([
  [1, 1900, 1, 1],
  [31, 1900, 1, 31],
  [59, 1900, 2, 28],
  [60, 1900, 2, 29],
  [61, 1900, 3, 1],
  [366, 1900, 12, 31],
  [367, 1901, 1, 1],
  [45_351, 2024, 2, 29],
  [lastSerial, 9999, 12, 31],
])('%d is %d-%d-%d', (serial, year, month, day) => {
  expect(dateOf(serial)).toEqual({ year, month, day });
  expect(dateOf(serial + 0.99)).toEqual({ year, month, day });
  expect(serialOf(year, month, day)).toBe(serial);
});

test('day 0, and months and days that carry over', () => {
  expect(dateOf(0)).toEqual({ year: 1900, month: 1, day: 0 });
  expect(serialOf(2023, 14, 1)).toBe(serialOf(2024, 2, 1));
  expect(serialOf(2024, 0, 1)).toBe(serialOf(2023, 12, 1));
  expect(serialOf(2024, 3, 0)).toBe(45_351);
  expect(serialOf(2024, 1, 60)).toBe(45_351);
});

test('weekdays, months and moments', () => {
  expect([1, 7, 45_352.9, 45_354].map(weekdayOf)).toEqual([0, 6, 5, 0]);
  expect([1900, 1904, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([
    ...[29, 29, 28, 29, 28],
  ]);
  expect([1, 4, 12].map((month) => daysInMonth(1900, month))).toEqual([31, 30, 31]);
  expect(serialOfMoment(new Date(2024, 1, 29, 6))).toBe(45_351.25);
  expect(serialOfMoment(new Date(2024, 1, 29, 0, 0, 43, 200))).toBe(45_351 + 43 / 86_400);
  expect(serialOfMoment(new Date(2024, 1, 29, 0, 36))).toBe(45_351.025);
});
