import type { Engagement } from '../../src/engagement/schema';
import { contractPreset } from '../../src/engagement/presets';
import { compare, edit, settlementOf, sign, study } from '../../src/office';
import { planPreset } from '../../src/office/preset';
import { Desk, engagementOf } from '../support/desk';

test('a preset is told before it is written, then takes the place of the contract', async () => {
  const book = new Desk();
  await book.layOut(
    engagementOf({
      settings: { payCap: 900, stage: 'delivery' },
      terms: { 'term.1': { code: 'A', weight: 1 }, 'term.2': { code: 'B' } },
      bands: { 'band.1': { from: 0, share: 0.1 } },
    }),
  );
  const studied = () => book.host.run((context) => study(context, { catalogs: book.catalogs }));
  const days = { start: '2026-03-02', end: '2026-03-31' };
  const seen = await studied();
  const plan = planPreset(seen, 'micro-consulting', { ...days, bets: [] });
  expect(plan.rows).toEqual({
    instalments: { before: 0, after: 3 },
    periods: { before: 0, after: 1 },
    terms: { before: 2, after: 2 },
    criteria: { before: 0, after: 4 },
    bands: { before: 1, after: 0 },
  });
  expect(plan.settings.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['Engagement.Stage', 'delivery', 'micro-consulting'],
    ['Contract.PayCap', 900, null],
    ['Clause.ObjectionDays', null, 10],
    ...['ClientDuties', 'DataAccess', 'ForceMajeure', 'Termination', 'Expert'].map((id) => [
      `Clause.${id}`,
      null,
      'yes',
    ]),
  ]);

  await book.host.run((context) => edit(context, seen, plan.changes));
  const differences = async () => compare(await studied()).differences;
  expect(await differences()).toEqual([]);
  const { engagement } = await book.read();
  const { settings, ...rows } = contractPreset('micro-consulting', {
    lang: 'en',
    bets: [],
    ...days,
  });
  for (const table of ['instalments', 'periods', 'terms', 'criteria', 'bands'] as const) {
    expect(Object.values(engagement[table])).toEqual(Object.values(rows[table]));
  }
  expect(engagement.settings.stage).toBe(settings.stage);
  expect(engagement.settings.payCap).toBeUndefined();
  const again = planPreset(await studied(), 'micro-consulting', { ...days, bets: [] });
  expect(again.settings).toEqual([]);

  await book.refresh();
  expect(await differences()).toEqual([]);
  expect((await book.refresh()).cells).toBe(0);
});

test('another preset before a signature, and after it: what was signed stands, and the next period can be signed', async () => {
  const book = new Desk();
  await book.layOut(
    engagementOf({
      settings: { fee: 100_000, startDate: '2026-01-05', asOf: '2026-04-30' },
      terms: { 'term.1': { code: 'A', weight: 1, kind: 'quantitative', metric: 's.metric.1' } },
      metrics: { 's.metric.1': { use: 'yes', baseline: 10, target: 20 } },
      readings: Object.fromEntries(
        ['2026-02-28', '2026-03-31', '2026-04-30'].map((date, i) => [
          `custom.reading.${i + 1}`,
          { metric: 's.metric.1', date, value: 12 + 4 * i },
        ]),
      ),
    } as Partial<Engagement>),
    { lang: 'en' },
  );
  const studied = () => book.host.run((context) => study(context, { catalogs: book.catalogs }));
  const choose = async (stage: 'micro-consulting' | 'delivery', end: string) => {
    const seen = await studied();
    const plan = planPreset(seen, stage, {
      ...{ start: '2025-07-01', end },
      bets: [{ metric: 's.metric.1', name: 'Metric 1', evidenceOwner: 'Wang', dataSource: 'CRM' }],
    });
    await book.host.run((context) => edit(context, seen, plan.changes));
    expect(compare(await studied()).differences).toEqual([]);
  };
  const signOn = (period: number, day: string) =>
    book.host.run((context) =>
      sign(context, {
        ...{ catalogs: book.catalogs, period, asOf: day, signedOn: day, today: '2027-12-31' },
        ...{ vendor: 'Lin', business: 'Wang' },
        acknowledged: 'Agreed',
      }),
    );

  await choose('micro-consulting', '2026-03-31');
  for (const row of book.ids('Criteria').filter(Boolean)) {
    book.type('Criteria', row, 'Business score', 5);
    book.type('Criteria', row, 'IT score', 4);
  }
  const first = await signOn(1, '2026-04-30');
  expect(first).toMatchObject({ no: 1, amount: 100_000, pending: 0 });

  await choose('delivery', '2025-09-30');
  await book.refresh();
  const read = await studied();
  expect(compare(read).differences).toEqual([]);
  const { periods, failing, ledger } = settlementOf(read);
  expect(periods.map(({ status, earned, settled }) => [status, earned, settled])).toEqual([
    ['Signed', 30_000, 100_000],
    ['Running', 0, 100_000],
  ]);
  // That what the signature rests on is another contract now is told; its amounts stand.
  expect(ledger).toEqual([{ kind: 'inputs', signature: 1 }]);
  expect(failing).toEqual([]);
  const second = await signOn(2, '2026-12-31');
  expect(second).toMatchObject({ no: 2, period: 2 });
  expect((await studied()).read.engagement.ledger['signature.1']).toMatchObject({
    ...{ amount: 100_000, digest: first.digest },
  });
});
