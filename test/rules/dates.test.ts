import { dateOf, isDay, isoOf, serialOf, serialOfIso } from '../../src/rules/dates';

test.each([
  [25_569, '1970-01-01'],
  [46_082, '2026-03-01'],
  [61, '1900-03-01'],
  [45_351, '2024-02-29'],
  [2_958_465, '9999-12-31'],
])('%d is %s', (serial, iso) => {
  expect(isoOf(serial)).toBe(iso);
  expect(isoOf(serial + 0.9)).toBe(iso);
  expect(serialOfIso(iso)).toBe(serial);
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const date = dateOf(serial + 0.9);
  expect([date.getFullYear(), date.getMonth() + 1, date.getDate()]).toEqual([year, month, day]);
  expect([date.getHours(), date.getMinutes()]).toEqual([0, 0]);
  expect(serialOf(new Date(year, month - 1, day, 23, 59))).toBe(serial);
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-01', '1 March', ''])(
  '%p is no day',
  (text) => {
    expect(serialOfIso(text)).toBeUndefined();
  },
);

test('days that a spreadsheet can have', () => {
  expect([-1, -0.1, 0, 2_958_465, 2_958_465.9, 2_958_466].map(isDay)).toEqual([
    ...[false, false, true, true, true, false],
  ]);
});
