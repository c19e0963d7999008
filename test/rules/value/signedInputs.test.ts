import type { Engagement } from '../../../src/engagement/schema';
import { tables, type Store, type Table } from '../../../src/engagement/register';
import { names } from '../../../src/engagement/register/names';
import { referencesOf, type Value } from '../../../src/rules';
import type { ColumnSpec, FieldSpec } from '../../../src/workbook';
import { NothingToSignError, settlementFigures } from '../../../src/workbook/figures';
import { ledgerProblems } from '../../../src/workbook/signOff';
import type { Worked } from '../../../src/workbook/worked';
import { engagementOf, signed, term, winRate, worked } from './bet';

/**
 * The law of a signature's fingerprint: what signed amounts follow from, it covers. What they can
 * follow from, the expressions' own references say; each such input is changed in turn, and either
 * the change is noticed or no amount moves.
 */

const asOf = '2026-07-15';
const recognised = engagementOf({
  settings: {
    asOf,
    guarantee: 10_000_000,
    shortfallRate: 0.1,
    startDate: '2026-01-01',
    payCap: 9e6,
  },
  metrics: {
    'ka.metric.win-rate': {
      ...{ use: 'yes', baseline: 0.2, target: 0.3, aggregate: 'latest', window: 6 },
      guard1: 'ka.metric.sales-cycle',
    },
  },
  readings: [
    winRate('2026-03-31', 0.25),
    winRate('2026-06-30', 0.27),
    { metric: 'ka.metric.sales-cycle', date: '2026-06-30', value: 85 },
  ],
  instalments: [
    { item: 'Start', date: '2026-01-15', share: 0.7, kind: 'fixed' },
    { item: 'End', share: 0.3, kind: 'held' },
  ],
  periods: [
    { item: 'Half', date: '2026-06-30', share: 0.5, value: 800_000 },
    { item: 'Final', date: '2026-12-31', share: 0.5, value: 1 },
  ],
  bands: [{ from: 0, share: 0.1 }],
  terms: [
    term('T1', { weight: 0.5, curve: 'Ours', guardAction: 'void', cap: 90_000, group: 'g' }),
    term('Q1', {
      ...{ weight: 0.5, kind: 'qualitative', rule: 'share', metric: null, curve: null },
      ...{ gateLevel: 0.4, gates: 'g' },
    }),
  ],
  curves: [{ name: 'Ours', mode: 'linear', deadband: 0.01 }],
  points: [
    { curve: 'Ours', attainment: 0.5, payout: 0.5 },
    { curve: 'Ours', attainment: 1, payout: 1 },
  ],
  criteria: [
    { term: 'Q1', period: 1, criterion: 'a', business: 4, it: 4, pass: 3 },
    { term: 'Q1', period: 1, criterion: 'b', business: 2, it: 4, pass: 3 },
  ],
});
recognised.monetisation = {
  'ka.metric.win-rate': { attribution: 0.5, confidence: 0.8, share: 1, recapture: 1 },
};
recognised.drivers = {
  'ka.driver.closed-opps': { low: 80, likely: 100, high: 120 },
  'ka.driver.avg-deal': { low: 1e6, likely: 1.2e6, high: 2e6 },
  'ka.driver.gross-margin': { low: 0.2, likely: 0.25, high: 0.3 },
};

/** Nobody has recognised a value: gain share and shortfall follow what was realised. */
const realised = structuredClone(recognised);
for (const period of Object.values(realised.periods)) delete period.value;

/** The amounts of period 1 as they would be today, had nothing been signed; undefined: there are none. */
function amountsOf({ computed }: Worked): string | undefined {
  try {
    const { statement, terms } = settlementFigures(computed, 1);
    const { gain, shortfall, earned, bonus, forfeited } = statement;
    return JSON.stringify([gain, shortfall, earned, bonus, forfeited, terms]);
  } catch (error) {
    // A contract that is none any more moves nothing that is signed; Checks tell it.
    if (error instanceof NothingToSignError) return undefined;
    throw error;
  }
}

/** Input columns and settings that the amounts of a settlement refer to, by way of whatever. */
function reachedFrom({ spec }: Worked, starts: string[]): Set<string> {
  const blocks = spec.sheets.flatMap((sheet) => sheet.blocks);
  const cells = new Map<string, ColumnSpec | FieldSpec>(
    blocks.flatMap((block): [string, ColumnSpec | FieldSpec][] => {
      if (block.kind === 'fields') return block.fields.map((one) => [one.name, one]);
      if (block.kind !== 'table') return [];
      return block.columns.map((one) => [`${block.name} ${one.id}`, one]);
    }),
  );
  const reached = new Set<string>();
  const visit = (at: string): void => {
    const [table = ''] = at.split(' ');
    if (reached.has(at) || table === 'Ledger' || table === 'SignedTerms') return;
    reached.add(at);
    const formula = cells.get(at)?.formula;
    if (!formula) return;
    const found = referencesOf(formula.node);
    for (const field of found.fields) visit(`${table} ${field}`);
    for (const { table: other, column } of found.columns) visit(`${other} ${column}`);
    found.names.forEach(visit);
  };
  starts.forEach(visit);
  return reached;
}

const amounts = [
  'earned',
  'bonus',
  'pending',
  'forfeited',
  'baseline',
  'target',
  'actual',
  'payout',
];
const starts = [
  ...amounts.map((column) => `Settlement ${column}`),
  ...['gain', 'shortfall', 'entitlement', 'due'].map((column) => `Statement ${column}`),
];

/** Another value of the same kind. */
function other(value: unknown, words: readonly string[]): Value {
  if (typeof value === 'number') return value === 0 ? 0.5 : value * 0.9;
  if (typeof value === 'string' && /^\d{4}-/.test(value)) return '2026-05-01';
  return words.find((word) => word !== value) ?? 0.4;
}

const wordsOf = (kept: unknown): readonly string[] => {
  const json = JSON.stringify((kept as { def?: unknown } | undefined)?.def ?? null, (key, value) =>
    key === 'in' || typeof value === 'function' ? undefined : (value as unknown),
  );
  const found = /"entries":(\{[^}]*\})/.exec(json);
  return found ? Object.keys(JSON.parse(found[1] as string) as object) : ['other words'];
};

interface Place {
  /** "Terms weight" or "Contract.PayCap". */
  at: string;
  /** Each changes one cell of it. */
  edits: ((engagement: Engagement) => void)[];
}

const tablesKept = Object.entries<Table>(tables).filter(
  ([name, { store }]) => store !== undefined && !['Ledger', 'SignedTerms'].includes(name),
);
const columnsOf = (given: Engagement): Place[] =>
  tablesKept.flatMap(([name, { store, columns: all }]) =>
    Object.entries(all).flatMap(([id, column]): Place[] => {
      if (column.kept === undefined) return [];
      const edits = Object.keys(given[store as Store]).map((row) => (engagement: Engagement) => {
        const rows = engagement[store as Store] as Record<string, Record<string, unknown>>;
        const cells = rows[row];
        if (cells) cells[id] = other(cells[id], wordsOf(column.kept));
      });
      return [{ at: `${name} ${id}`, edits }];
    }),
  );
const settings = Object.entries<{ setting?: string; kept?: unknown }>(names).flatMap(
  ([name, { setting, kept }]): Place[] => {
    // The day itself stands in the signature.
    if (setting === undefined || setting === 'asOf') return [];
    const edit = (engagement: Engagement) => {
      const cells: Record<string, unknown> = engagement.settings;
      cells[setting] = other(cells[setting], wordsOf(kept));
    };
    return [{ at: name, edits: [edit] }];
  },
);

test.each([
  ['with a recognised value', recognised],
  ['of the value realised', realised],
])(
  '%s: whatever signed amounts follow from is under the fingerprint',
  async (_, given) => {
    const start = await worked(given);
    const before = amountsOf(start);
    expect(start.computed.cell('Statement', 0, 'gain')).toBeGreaterThan(0);
    const book = await signed(given, 1, asOf);
    const reached = reachedFrom(start, starts);
    const unnoticed: string[] = [];
    const covered: string[] = [];
    for (const { at, edits } of [...columnsOf(given), ...settings].filter((one) =>
      reached.has(one.at),
    ))
      for (const edit of edits) {
        const [open, closed] = [structuredClone(given), structuredClone(book)];
        edit(closed);
        const problems = ledgerProblems(await worked(closed), closed);
        if (problems.some(({ kind }) => kind === 'inputs')) {
          covered.push(at);
          break;
        }
        edit(open);
        const after = amountsOf(await worked(open));
        if (after !== undefined && after !== before) unnoticed.push(at);
      }
    expect(unnoticed).toEqual([]);
    expect(covered.length).toBeGreaterThan(30);
  },
  600_000,
);
