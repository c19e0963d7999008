import { signSettlement, verifyLedger } from '../../src/engagement/ledger';
import { Engagement } from '../../src/engagement/schema';

/** Two settlements signed one after the other; nothing they rest on is looked at. */
const blank = Engagement.parse({ format: 'appfi-engagement/1', catalogs: [{ id: 'key-account' }] });
const amounts = { earned: 1, bonus: 0, pending: 0, forfeited: 0, gain: 0, shortfall: 0 };
const sign = (engagement: Engagement, period: number) =>
  signSettlement(
    engagement,
    {
      period,
      statement: { ...amounts, entitlement: period, settled: 0, amount: 1 },
      terms: [],
    } as unknown as Parameters<typeof signSettlement>[1],
    { asOf: '2026-06-30', signedOn: '2026-07-01', vendor: 'Lin' },
    'inputs',
  );
const signed = sign(sign(blank, 1), 2);
const problems = (engagement: Engagement) => verifyLedger(engagement, () => 'inputs');
const withRow = (id: string, cells: object): Engagement => {
  const next = structuredClone(signed) as Engagement & { ledger: Record<string, object> };
  next.ledger[id] = { ...next.ledger[id], ...cells };
  return next;
};

test('what was signed is sound, also where the first signature’s empty link came back as nothing', () => {
  expect(problems(signed)).toEqual([]);
  expect(problems(withRow('signature.1', { previous: null }))).toEqual([]);
  expect(problems(withRow('signature.1', { previous: '' }))).toEqual([]);
});

test('a link that is gone breaks the chain', () => {
  expect(problems(withRow('signature.2', { previous: null }))).toContainEqual({
    kind: 'chain',
    signature: 2,
  });
});

test('a signature that was taken away breaks the chain', () => {
  const { 'signature.2': second } = signed.ledger as Record<string, object>;
  const short = { ...signed, ledger: { 'signature.2': second } } as Engagement;
  expect(problems(short)).toEqual([{ kind: 'chain', signature: 2 }]);
});

test('a row that says something and has no number was not signed; an empty one is nothing', () => {
  expect(problems(withRow('own', { amount: 5 }))).toEqual([{ kind: 'chain' }]);
  expect(problems(withRow('own', { amount: '', digest: null }))).toEqual([]);
});

test('frozen terms of no signature are told once', () => {
  const stray = (cells: object): Engagement =>
    ({ ...signed, signedTerms: { a: cells, b: cells } }) as Engagement;
  expect(problems(stray({ term: 'T1', signature: 9 }))).toEqual([{ kind: 'stray' }]);
  expect(problems(stray({ signature: 9 }))).toEqual([]);
});
