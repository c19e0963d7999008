import { contractPreset } from '../../src/engagement/presets';
import { compare, edit, study } from '../../src/office';
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
