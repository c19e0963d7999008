import * as fc from 'fast-check';
import { thoroughness } from '../../support/thoroughness';
import { bet, column, term, winRate, type Row } from './bet';

/** Baseline 0.2 and target 0.3: the payout share at an attainment. */
const payout = async (attainment: number, curve: Row, points: Row[]) => {
  const book = await bet({
    curves: [{ name: 'Own', ...curve }],
    points: points.map((point) => ({ curve: 'Own', ...point })),
    readings: [winRate('2026-12-31', 0.2 + attainment / 10)],
    terms: [term('T', { curve: 'Own' })],
  });
  return column(book, 'payout')[0] as number;
};

it('has as many points as are typed, in any order', async () => {
  const points = Array.from({ length: 30 }, (_, i) => ({
    attainment: i / 20,
    payout: (i * i) / 900,
  }));
  const mixed = [...points.slice(11), ...points.slice(0, 11)];
  expect(await payout(0.5, { mode: 'step' }, mixed)).toBeCloseTo(100 / 900, 12);
  expect(await payout(0.525, { mode: 'linear' }, mixed)).toBeCloseTo(110.5 / 900, 9);
  expect(await payout(9, { mode: 'linear' }, mixed)).toBeCloseTo((29 * 29) / 900, 12);
});

it('two points of one attainment make a jump, the lower row being the later', async () => {
  const points = [
    { attainment: 0.5, payout: 0.2 },
    { attainment: 1, payout: 0.4 },
    { attainment: 1, payout: 1 },
  ];
  expect(await payout(0.75, { mode: 'linear' }, points)).toBeCloseTo(0.3, 9);
  expect(await payout(1, { mode: 'linear' }, points)).toBe(1);
});

const notRight = 'A curve or one of its points is not right';
const cell = (header: string) => `Cannot be used as typed: Curves · Own · ${header}`;

it.each([
  ['a point that is no number', {}, [{ attainment: '90 %', payout: 1 }], cell('Attainment')],
  ['a point without a payout', {}, [{ attainment: 1 }], notRight],
  ['a payout below 0', {}, [{ attainment: 1, payout: -0.1 }], cell('Payout')],
  ['no points', {}, [], notRight],
  ['a point of no curve', {}, [{ curve: 'Other', attainment: 1, payout: 1 }], notRight],
  ['a deadband in words', { deadband: 'x' }, [{ attainment: 1, payout: 1 }], cell('Deadband')],
])('%s stands where the amount would', async (_, curve, points: Row[], reason) => {
  const book = await bet({
    curves: [{ name: 'Own', mode: 'step', ...curve }],
    points: points.map((point) => ({ curve: 'Own', ...point })),
    readings: [winRate('2026-12-31', 0.3)],
    terms: [term('T')],
  });
  expect(book.cell('Statement', 0, 'due')).toBe(reason);
});

it('pays what interpolation between its points pays', async () => {
  const grid = fc.integer({ min: 0, max: 30 }).map((n) => n / 20);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(grid, { minLength: 1, maxLength: 12 }),
      fc.array(grid, { minLength: 12, maxLength: 12 }),
      grid,
      fc.constantFrom('linear', 'step'),
      async (levels, pays, at, mode) => {
        const points = levels.map((attainment, i) => ({ attainment, payout: pays[i] as number }));
        const sorted = [...points].sort((a, b) => a.attainment - b.attainment);
        const i = sorted.findLastIndex(({ attainment }) => attainment <= at);
        const [here, next] = [sorted[i], sorted[i + 1]];
        const part =
          here && next && mode === 'linear'
            ? (at - here.attainment) / (next.attainment - here.attainment)
            : 0;
        const expected = here ? here.payout + part * ((next ?? here).payout - here.payout) : 0;
        expect(await payout(at, { mode }, points)).toBeCloseTo(expected, 9);
      },
    ),
    { numRuns: 10 * thoroughness },
  );
}, 60_000);
