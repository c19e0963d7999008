import { createHost } from '../../../src/host';
import { layOut, readWorkbook } from '../../../src/office';
import { RuleError } from '../../../src/rules';
import { computed, engagementOf, term, winRate } from './bet';

/** Excel shows 15 digits; "" and a blank read the same. */
const plain = (value: unknown) => {
  if (value instanceof RuleError) return value.code;
  if (typeof value === 'number') return Number(value.toPrecision(12));
  return value === '' || value === undefined ? null : value;
};

const engagement = engagementOf({
  settings: { earnBackLevel: 1, hurdle: 50_000, payCap: 1_100_000 },
  periods: [
    { item: 'Half', date: '2026-06-30', share: 1 / 3, value: 90_000 },
    { item: 'Final', date: '2026-12-31', share: 2 / 3, value: 120_000 },
  ],
  bands: [
    { from: 0, share: 0.1 },
    { from: 60_000, share: 0.2 },
  ],
  readings: [winRate('2026-03-31', 0.22), winRate('2026-06-30', 0.26), winRate('2026-12-31', 0.31)],
  terms: [
    term('A', { weight: 1 / 3, curve: 'stretch', gateLevel: 0.5, gates: 'G' }),
    term('B', { weight: 1 / 3, kind: 'trend', asOf: '2027-06-30', interimCredit: 0.5, group: 'G' }),
    term('Q', {
      weight: 1 / 3,
      kind: 'qualitative',
      rule: 'share',
      metric: undefined,
      curve: undefined,
    }),
  ],
  criteria: [
    { term: 'Q', criterion: 'a', business: 4, it: 4, pass: 3 },
    { term: 'Q', criterion: 'b', business: 4, it: 2, pass: 3 },
  ],
});

it('the host computes every cell of the bet as the rules do', async () => {
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { lang: 'en' }));
  const { results, findings } = await host.run((context) => readWorkbook(context));
  const book = await computed(engagement);
  const names = {
    terms: 'Terms',
    settlement: 'Settlement',
    statement: 'Statement',
    payoff: 'Payoff',
    payoffTerms: 'PayoffTerms',
    checks: 'Checks',
    'dashboard.pool': 'DashboardPool',
    'dashboard.bridge': 'DashboardBridge',
    'dashboard.lines': 'DashboardLines',
  };
  const differences: string[] = [];
  let cells = 0;
  for (const [id, table] of Object.entries(names)) {
    Object.entries(results.tables[id] ?? {}).forEach(([row, columns], r) => {
      for (const [column, value] of Object.entries(columns)) {
        cells += 1;
        const own = plain(book.cell(table, r, column));
        if (plain(value) !== own)
          differences.push(`${table} ${row} ${column}: ${value} / ${String(own)}`);
      }
    });
  }
  expect(findings).toEqual([]);
  expect(differences).toEqual([]);
  expect(cells).toBeGreaterThan(3000);
}, 180_000);
