import * as fc from 'fast-check';
import { contractPreset } from '../../../src/engagement/presets';
import { settlementFigures } from '../../../src/workbook/figures';
import { signOff } from '../../../src/workbook/signOff';
import { bet, column, computed, engagementOf, statement, term, winRate, worked } from './bet';

const met = { readings: [winRate('2026-12-31', 0.3)], terms: [term('T1')] };

describe('gain share and shortfall', () => {
  const gain = async (
    value: number,
    settings: Record<string, unknown>,
    bands: { from?: number; share: number }[],
  ) =>
    statement(
      await bet({
        ...met,
        settings,
        bands,
        periods: [{ date: '2026-12-31', share: 1, value }],
      }),
      0,
      'gain',
    );
  const tiers = [
    { from: 200_000, share: 0.4 },
    { from: 0, share: 0.2 },
  ];

  it('takes each band’s share of the part within it, whatever the order of rows', async () => {
    expect(await gain(300_000, {}, tiers)).toBe(80_000);
    expect(await gain(300_000, {}, [...tiers].reverse())).toBe(80_000);
  });

  it('or the share of the band reached on the whole', async () => {
    expect(await gain(300_000, { bandMode: 'whole' }, tiers)).toBe(120_000);
  });

  // A minimum savings rate as in shared-savings programmes: under it nothing is shared; above it
  // from the first dollar (cliff), or only the excess (deductible).
  it.each([
    ['cliff', 90_000, 0],
    ['cliff', 110_000, 55_000],
    ['deductible', 90_000, 0],
    ['deductible', 110_000, 5_000],
  ])('hurdle of 100,000 as %s on %p', async (hurdleKind, value, expected) => {
    expect(await gain(value, { hurdle: 100_000, hurdleKind }, [{ share: 0.5 }])).toBe(expected);
  });

  it('is capped, and may be on what is left after the fee', async () => {
    expect(await gain(300_000, { gainCap: 50_000 }, tiers)).toBe(50_000);
    expect(await gain(1_300_000, { gainBase: 'after-fee' }, [{ share: 0.1 }])).toBe(30_000);
  });

  it('says so when the value is not known, and counts nothing', async () => {
    const book = await bet({ ...met, bands: [{ share: 0.5 }] });
    expect(statement(book, 0, 'gain')).toBe('Value not known');
    expect(statement(book, 0, 'due')).toBe(1_000_000);
  });

  it('above the high-water mark only', async () => {
    const book = await bet({
      ...met,
      settings: { highWaterMark: 'yes' },
      bands: [{ share: 0.2 }],
      periods: [
        { date: '2026-03-31', share: 0.25, value: 100 },
        { date: '2026-06-30', share: 0.25, value: 80 },
        { date: '2026-09-30', share: 0.25, value: 130 },
        { date: '2026-12-31', share: 0.25, value: 130 },
      ],
    });
    expect([0, 1, 2, 3].map((row) => statement(book, row, 'gain'))).toEqual([20, 0, 6, 0]);
  });

  it('charges the shortfall under a guarantee, up to the loss limit', async () => {
    const short = async (more: Record<string, unknown>) =>
      statement(
        await bet({
          ...met,
          settings: { guarantee: 500_000, shortfallRate: 0.5, ...more },
          periods: [{ date: '2026-12-31', share: 1, value: 300_000 }],
        }),
        0,
        'due',
      );
    expect(await short({})).toBe(900_000);
    expect(await short({ lossLimit: 60_000 })).toBe(940_000);
  });
});

describe('floor and cap', () => {
  const due = async (settings: Record<string, unknown>) =>
    statement(
      await bet({
        ...met,
        settings,
        bands: [{ share: 0.5 }],
        periods: [{ date: '2026-12-31', share: 1, value: 200_000 }],
      }),
      0,
      'due',
    );

  it('hold with or without the gain share, as the contract says', async () => {
    expect(await due({ payCap: 950_000 })).toBe(950_000);
    expect(await due({ payCap: 950_000, limitScope: 'without-gain' })).toBe(1_050_000);
    expect(await due({ payFloor: 1_200_000 })).toBe(1_200_000);
  });
});

describe('what is wrong with the contract', () => {
  it.each([
    [{ terms: [term('T1', { weight: 0.9 })] }, 'Weights do not add up to 100 %'],
    [{ periods: [{ date: '2026-12-31', share: 0.5 }] }, 'Period shares do not add up to 100 %'],
    [
      { settings: { shareAtRisk: 0.2 } },
      'Fixed instalments and share at risk do not add up to 100 %',
    ],
    [{ settings: { fee: undefined } }, 'No fee on the Engagement sheet'],
    [
      { terms: [term('T1', { weight: 0.5 }), term('T1', { weight: 0.5 })] },
      'A term code is missing or used twice',
    ],
  ])('stands where the amount would', async (rows, reason) => {
    const book = await bet({ ...met, ...rows });
    expect(statement(book, 0, 'due')).toBe(reason);
    expect(() => settlementFigures(book, 1)).toThrow(reason);
  });

  it('a zero pool settles to the fixed fee', async () => {
    const book = await bet({
      ...met,
      settings: { shareAtRisk: 0 },
      instalments: [{ date: '2026-01-15', share: 1, kind: 'fixed' }],
    });
    expect(statement(book, 0, 'due')).toBe(1_000_000);
  });
});

describe('laws', () => {
  const weights = fc
    .array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 6 })
    .map((parts) => {
      const total = parts.reduce((a, b) => a + b, 0);
      return parts.map((part) => part / total);
    });
  const curve = fc.constantFrom('all-or-nothing', 'from-threshold', 'tiers', 'stretch');
  const rows = fc.record({
    weights,
    curve,
    fee: fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 100),
    value: fc.double({ min: 0, max: 0.5, noNaN: true }),
    mode: fc.constantFrom('total', 'line'),
    pending: fc.boolean(),
  });
  const setUp = (given: {
    weights: number[];
    curve: string;
    fee: number;
    mode: string;
    value: number;
    pending: boolean;
  }) => ({
    settings: { fee: given.fee, roundingMode: given.mode },
    periods: [
      { date: '2026-06-30', share: 1 / 3 },
      { date: '2026-12-31', share: 2 / 3 },
    ],
    readings: [winRate('2026-06-30', 0.27), winRate('2026-12-31', given.value)],
    terms: given.weights.map((weight, i) =>
      term(`T${i}`, {
        weight,
        curve: given.curve,
        ...(given.pending && i === 0 && { metric: 'ka.metric.sales-cycle' }),
      }),
    ),
  });
  const cents = (amounts: unknown[]) =>
    (amounts as number[]).reduce((sum, amount) => sum + Math.round(amount * 100), 0);

  it('earned + pending + forfeited = pool, to the cent, none of them negative', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const book = await bet(setUp(given));
        const parts = ['earned', 'pending', 'forfeited'].map((name) => column(book, name));
        expect(cents(parts.flat())).toBe(Math.round((book.name('Contract.Pool') as number) * 100));
        expect(Math.min(...(parts.flat() as number[]))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('the order of terms does not matter to the statement', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const set = setUp(given);
        const reversed = {
          ...set,
          terms: [...set.terms].reverse(),
          readings: [...set.readings].reverse(),
          periods: [...set.periods].reverse(),
        };
        const [a, b] = [await bet(set), await bet(reversed)];
        const line = (name: string) =>
          expect(cents([statement(b, 1, name)])).toBe(cents([statement(a, 1, name)]));
        if (given.mode === 'total') line('due');
        expect(
          Math.abs(cents([statement(b, 1, 'due')]) - cents([statement(a, 1, 'due')])),
        ).toBeLessThanOrEqual(given.weights.length * 2);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('a better actual never pays less', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.double({ min: 0, max: 0.2, noNaN: true }), async (given, more) => {
        const pay = async (value: number) =>
          statement(await bet(setUp({ ...given, value })), 1, 'due') as number;
        expect(await pay(given.value + more)).toBeGreaterThanOrEqual(
          (await pay(given.value)) - 0.011,
        );
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('signatures', () => {
  const periods = [
    { date: '2026-06-30', share: 0.5 },
    { date: '2026-12-31', share: 0.5 },
  ];
  const sign = async (
    engagement: ReturnType<typeof engagementOf>,
    period: number,
    asOf: string,
  ) => {
    const dated = { ...engagement, settings: { ...engagement.settings, asOf } };
    const book = await worked(dated);
    const figures = settlementFigures(book.computed, period);
    return signOff(book, dated, figures, { asOf, signedOn: asOf, business: 'B' });
  };
  const start = (second: number) =>
    engagementOf({
      periods,
      readings: [winRate('2026-06-30', 0.27), winRate('2026-12-31', second)],
      terms: [term('T1', { window: 6 })],
    });

  it('settling period by period pays what settling once does', async () => {
    const once = statement(await computed(start(0.3)), 1, 'due');
    const first = await sign(start(0.3), 1, '2026-06-30');
    const then = await computed({ ...first, settings: { ...first.settings, asOf: '2026-12-31' } });
    expect(first.ledger['signature.1']?.amount).toBe(805_000);
    expect(805_000 + (statement(then, 1, 'due') as number)).toBe(once);
  });

  it('of several periods that are due the first is settled first', async () => {
    const quarters = ['2026-03-31', '2026-06-30', '2027-12-31'];
    const engagement = engagementOf({
      settings: { asOf: '2026-07-31' },
      terms: [term('T1')],
      periods: quarters.map((date, i) => ({
        item: `P${i + 1}`,
        date,
        share: i === 1 ? 0.5 : 0.25,
      })),
      readings: [winRate('2026-03-31', 0.3), winRate('2026-06-30', 0.3)],
    });
    const settled = async (now: typeof engagement) => {
      const book = await computed({ ...now, settings: engagement.settings });
      return ['Period', 'Due'].map((id) => book.name(`Statement.${id}`));
    };
    expect(await settled(engagement)).toEqual(['P1', 775_000]);
    expect(await settled(await sign(engagement, 1, '2026-04-10'))).toEqual(['P2', 150_000]);
  });
});

describe('the contract of each stage', () => {
  const options = {
    lang: 'en' as const,
    bets: ['ka.metric.win-rate', 'ka.metric.sales-cycle'].map((metric) => ({
      metric,
      name: metric,
    })),
    start: '2026-01-31',
    end: '2026-06-30',
  };

  it.each(['micro-consulting', 'consulting', 'delivery', 'coaching'] as const)(
    '%s can be settled as it stands',
    async (stage) => {
      const { settings, ...rows } = contractPreset(stage, options);
      const plain = engagementOf({ settings: { ...settings, asOf: '2028-01-01' } });
      const book = await computed({ ...plain, ...rows });
      expect(book.name('Contract.Problem')).toBe('');
      expect(book.name('Statement.Forfeited')).toBe(300_000);
    },
  );
});
