import * as fc from 'fast-check';
import type { Engagement } from '../../../src/engagement/schema';
import { settlementFigures } from '../../../src/workbook/figures';
import { ledgerProblems, signOff } from '../../../src/workbook/signOff';
import { column, engagementOf, term, winRate, worked } from './bet';

const engagement = engagementOf({
  settings: { guarantee: 10_000, shortfallRate: 0.1, startDate: '2026-01-01' },
  periods: [
    { item: 'Half', date: '2026-06-30', share: 0.5, value: 50_000 },
    { item: 'Final', date: '2026-12-31', share: 0.5 },
  ],
  bands: [{ from: 0, share: 0.1 }],
  readings: [
    winRate('2026-03-31', 0.25),
    winRate('2026-06-30', 0.27),
    { metric: 'ka.metric.sales-cycle', date: '2026-06-30', value: 85 },
  ],
  terms: [
    term('T1', { weight: 0.4, curve: 'Ours', guardAction: 'void' }),
    term('T2', { weight: 0.2, kind: 'trend', asOf: '2027-06-30', interimCredit: 0.5 }),
    term('Q1', { weight: 0.2, kind: 'qualitative', rule: 'all', metric: null, curve: null }),
    term('Q2', { weight: 0.2, kind: 'qualitative', rule: 'all', metric: null, curve: null }),
  ],
  curves: [{ name: 'Ours', mode: 'linear', a1: 0.5, p1: 0.5, a2: 1, p2: 1 }],
  criteria: [
    { term: 'Q1', period: 1, criterion: 'a', business: 4, it: 4, pass: 3 },
    { term: 'Q2', period: 1, criterion: 'b', business: 4, pass: 3 },
    { term: 'Q1', period: 2, criterion: 'c', pass: 3 },
  ],
});
engagement.metrics['ka.metric.win-rate'] = {
  ...engagement.metrics['ka.metric.win-rate'],
  guard1: 'ka.metric.sales-cycle',
};

async function sign(given: Engagement, period: number, asOf: string): Promise<Engagement> {
  const dated = { ...given, settings: { ...given.settings, asOf } };
  const book = await worked(dated);
  const figures = settlementFigures(book.computed, period);
  return signOff(book, dated, figures, { asOf, signedOn: asOf, vendor: 'V', business: 'B' });
}

const signed = sign(engagement, 1, '2026-07-15');
const problems = async (given: Engagement) => ledgerProblems(await worked(given), given);

type Edit = (given: Engagement) => void;
async function afterwards(edit: Edit): Promise<string[]> {
  const changed = structuredClone(await signed);
  edit(changed);
  return (await problems(changed)).map(({ kind }) => kind);
}
const set =
  (store: keyof Engagement, row: string, cells: object): Edit =>
  (given) => {
    const rows = given[store] as Record<string, object>;
    rows[row] = { ...rows[row], ...cells };
  };
const settings = (cells: object): Edit => {
  return (given) => Object.assign(given.settings, cells);
};

test('what was signed is as it was signed', async () => {
  expect(await problems(await signed)).toEqual([]);
  const pending = Object.values((await signed).signedTerms).map((row) => [row.term, row.pending]);
  expect(pending).toEqual([
    ['Q1', 0],
    ['Q2', 30_000],
    ['T1', 0],
    ['T2', 30_000],
  ]);
});

describe('an edit of what a frozen amount rests on is reported', () => {
  test.each<[string, Edit]>([
    ['fee', settings({ fee: 1_000_001 })],
    ['share at risk', settings({ shareAtRisk: 0.31 })],
    ['limit', settings({ payCap: 2_000_000 })],
    ['switch', settings({ roundingMode: 'line' })],
    ['digits', settings({ minorDigits: 0 })],
    ['guarantee', settings({ guarantee: 20_000 })],
    ['reading', set('readings', 'reading.2', { value: 0.28 })],
    ['reading that is gone', (given) => delete given.readings['reading.2']],
    ['late reading', set('readings', 'reading.9', winRate('2026-05-31', 0.24))],
    ['reading of a guard', set('readings', 'reading.3', { value: 84 })],
    ['moved reading', set('readings', 'reading.2', { date: '2026-06-29' })],
    ['baseline', set('metrics', 'ka.metric.win-rate', { baseline: 0.21 })],
    ['adjustment', set('metrics', 'ka.metric.win-rate', { adjustment: 0.01 })],
    ['target', set('metrics', 'ka.metric.win-rate', { target: 0.31 })],
    ['guard’s baseline', set('metrics', 'ka.metric.sales-cycle', { baseline: 101 })],
    [
      'direction, written over the catalog’s',
      (given) => (given.edits = { metrics: { 'ka.metric.win-rate': { direction: 'lower' } } }),
    ],
    ['weight', set('terms', 'term.1', { weight: 0.41 })],
    ['weight of a pending term', set('terms', 'term.4', { weight: 0.21 })],
    ['threshold', set('terms', 'term.1', { target: 0.4 })],
    ['window', set('terms', 'term.1', { window: 3 })],
    ['cap', set('terms', 'term.1', { cap: 1 })],
    ['guard action', set('terms', 'term.1', { guardAction: 'flag' })],
    ['long-stop', set('terms', 'term.1', { longStop: '2026-07-01' })],
    ['term more', set('terms', 'term.9', term('T9', { weight: 0 }))],
    ['term less', (given) => delete given.terms['term.3']],
    ['curve', set('points', 'point.custom.curve.1.1', { payout: 0.4 })],
    ['deadband', set('curves', 'custom.curve.1', { deadband: 0.02 })],
    ['score', set('criteria', 'criterion.1', { it: 5 })],
    ['pass mark', set('criteria', 'criterion.1', { pass: 4 })],
    ['criterion more', set('criteria', 'criterion.9', { term: 'Q1', business: 5, it: 5, pass: 3 })],
    ['period’s date', set('periods', 'period.1', { date: '2026-06-29' })],
    ['period’s share', set('periods', 'period.1', { share: 0.4 })],
    ['recognised value', set('periods', 'period.1', { value: 60_000 })],
    ['instalment', set('instalments', 'instalment.1', { share: 0.6 })],
    ['instalment more', set('instalments', 'i.9', { date: '2026-02-01', share: 0, kind: 'fixed' })],
    ['band', set('bands', 'band.1', { share: 0.2 })],
  ])('%s', async (_, edit) => {
    expect(await afterwards(edit)).toEqual(['inputs']);
  });

  test('what realised value rests on, where the value is not recognised but worked out', async () => {
    const priced = structuredClone(engagement);
    delete priced.periods['period.1']?.value;
    priced.drivers = {
      'ka.driver.closed-opps': { likely: 100 },
      'ka.driver.avg-deal': { likely: 10_000 },
      'ka.driver.gross-margin': { likely: 0.3 },
    };
    priced.monetisation = { 'ka.metric.win-rate': { attribution: 1, confidence: 1 } };
    const done = await sign(priced, 1, '2026-06-30');
    expect(done.ledger['signature.1']?.gain).toBeGreaterThan(0);
    expect(await problems(done)).toEqual([]);
    const driver = structuredClone(done);
    set('drivers', 'ka.driver.avg-deal', { likely: 11_000 })(driver);
    expect(await problems(driver)).toEqual([{ kind: 'inputs', signature: 1 }]);
    const factor = structuredClone(done);
    set('monetisation', 'ka.metric.win-rate', { confidence: 0.9 })(factor);
    expect(await problems(factor)).toEqual([{ kind: 'inputs', signature: 1 }]);
  });
});

describe('what a frozen amount does not rest on is nobody’s edit', () => {
  test.each<[string, Edit]>([
    ['empty rows', (given) => Object.assign(given, { bands: { ...given.bands, 'band.9': {} } })],
    ['later reading', set('readings', 'reading.9', winRate('2026-09-30', 0.1))],
    ['reading after the day of judgement', set('readings', 'r.9', winRate('2026-07-10', 0.1))],
    ['score of a later period', set('criteria', 'criterion.3', { business: 5, it: 5 })],
    ['score of a term that was pending', set('criteria', 'criterion.2', { it: 4 })],
    ['criterion of a pending term', set('criteria', 'c.9', { term: 'Q2', criterion: 'd' })],
    ['value of a later period', set('periods', 'period.2', { value: 70_000 })],
    ['period more', set('periods', 'period.3', { date: '2027-06-30', share: 0 })],
    [
      'later instalment',
      set('instalments', 'i.9', { date: '2027-02-01', share: 0, kind: 'fixed' }),
    ],
    [
      'owner, evidence, comment of a metric',
      set('metrics', 'ka.metric.win-rate', {
        owner: 'X',
        evidence: 'Y',
        comment: 'Z',
        reason: 'R',
      }),
    ],
    ['another metric', set('metrics', 'ka.metric.nps', { baseline: 10, target: 20 })],
    ['who and evidence of a reading', set('readings', 'reading.2', { who: 'X', evidence: 'Y' })],
    ['words of a term', set('terms', 'term.1', { item: 'X', evidenceOwner: 'Y', comment: 'Z' })],
    ['evidence of a score', set('criteria', 'criterion.1', { evidence: 'X', comment: 'Y' })],
    ['names and comments', settings({ project: 'X', currency: 'EUR', asOf: '2026-12-31' })],
    ['comment on the signature', set('ledger', 'signature.1', { comment: 'X' })],
    [
      'column of one’s own',
      (given) => (given.extra = { readings: { 'reading.1': { Note: 'x' } } }),
    ],
    [
      'order of rows',
      (given) => {
        for (const store of [
          'readings',
          'terms',
          'criteria',
          'signedTerms',
          'instalments',
        ] as const)
          given[store] = Object.fromEntries(Object.entries(given[store]).reverse());
      },
    ],
    ['what is usual, said aloud', settings({ shareAtRisk: 0.3, clawback: 'no', minorDigits: 2 })],
  ])('%s', async (_, edit) => {
    expect(await afterwards(edit)).toEqual([]);
  });
});

describe('the ledger itself', () => {
  test.each<[string, Edit, string[]]>([
    ['amount', set('ledger', 'signature.1', { amount: 1 }), ['digest']],
    ['name', set('ledger', 'signature.1', { vendor: 'W' }), ['digest']],
    ['day', set('ledger', 'signature.1', { signedOn: '2026-07-16' }), ['digest']],
    ['digest', set('ledger', 'signature.1', { digest: '0123456789abcdef' }), ['digest']],
    ['fingerprint', set('ledger', 'signature.1', { inputs: '2-0' }), ['digest', 'inputs']],
    ['fingerprint of 0.1', set('ledger', 'signature.1', { inputs: '0' }), ['digest', 'earlier']],
    ['number', set('ledger', 'signature.1', { no: 2 }), ['digest', 'chain', 'inputs', 'stray']],
    ['number as words', set('ledger', 'signature.1', { no: 'one' }), ['chain', 'stray']],
    ['signature put in', set('ledger', 'signature.7', { period: 2, amount: 5 }), ['chain']],
    ['frozen figure', set('signedTerms', 'signed.1.1', { earned: 1 }), ['digest']],
    [
      'frozen term that is gone',
      (given) => delete given.signedTerms['signed.1.1'],
      ['digest', 'inputs'],
    ],
    [
      'frozen term that nobody signed',
      set('signedTerms', 'signed.9.1', { period: 2, term: 'T1', earned: 9, pending: 0 }),
      ['stray'],
    ],
  ])('%s', async (_, edit, kinds) => {
    expect(await afterwards(edit)).toEqual(kinds);
  });

  test('a signature taken out from between breaks the chain', async () => {
    const later = { ...(await signed), readings: { ...engagement.readings } };
    later.readings['reading.9'] = winRate('2026-12-31', 0.29);
    const both = await sign(later, 2, '2026-12-31');
    expect(await problems(both)).toEqual([]);
    expect(both.ledger['signature.2']?.previous).toBe(both.ledger['signature.1']?.digest);
    const cut = structuredClone(both);
    delete cut.ledger['signature.1'];
    for (const row of ['1', '2', '3', '4']) delete cut.signedTerms[`signed.1.${row}`];
    expect((await problems(cut)).map(({ kind }) => kind)).toEqual(['chain']);
  });
});

test('more readings later never change a signed period', async () => {
  const first = await signed;
  const frozen = (given: Awaited<ReturnType<typeof worked>>) => {
    const codes = column(given.computed, 'code');
    return ['earned', 'bonus', 'pending', 'forfeited'].map((name) =>
      column(given.computed, name).filter((_, i) => i < 4 && ['T1', 'Q1'].includes(`${codes[i]}`)),
    );
  };
  const before = frozen(await worked(first));
  const day = fc.integer({ min: 0, max: 400 }).map((days) => {
    return new Date(Date.UTC(2026, 6, 1 + days)).toISOString().slice(0, 10);
  });
  const readings = fc.array(fc.tuple(day, fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(readings, async (rows) => {
      const more = Object.fromEntries(rows.map(([at, value], i) => [`r.${i}`, winRate(at, value)]));
      const given = {
        ...first,
        settings: { ...first.settings, asOf: '2027-12-31' },
        readings: { ...first.readings, ...more },
      };
      const book = await worked(given);
      expect(frozen(book)).toEqual(before);
      expect(ledgerProblems(book, given)).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 60_000);
