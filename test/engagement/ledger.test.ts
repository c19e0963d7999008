import {
  cellsDigest,
  signatures,
  signedTermsOf,
  signSettlement,
  standing,
  supersededBy,
  unordered,
  verifyLedger,
  type Signing,
} from '../../src/engagement/ledger';
import { Engagement } from '../../src/engagement/schema';

/** Two settlements signed one after the other; nothing they rest on is looked at. */
const blank = Engagement.parse({ format: 'appfi-engagement/1', catalogs: [{ id: 'key-account' }] });
const amounts = { earned: 1, bonus: 0, pending: 0, forfeited: 0, gain: 0, shortfall: 0 };
const sign = (
  engagement: Engagement,
  period: number,
  more: Partial<Signing> = {},
  terms: object[] = [],
) =>
  signSettlement(
    engagement,
    {
      period,
      statement: { ...amounts, entitlement: period, settled: 0, amount: 1 },
      terms,
    } as unknown as Parameters<typeof signSettlement>[1],
    { asOf: '2026-06-30', signedOn: '2026-07-01', vendor: 'Lin', ...more },
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

test('a signed figure that was changed is told, of the signature or of a term; a comment is none', () => {
  const digest = (signature: number) => ({ kind: 'digest', signature });
  expect(problems(withRow('signature.1', { amount: 2 }))).toEqual([digest(1)]);
  expect(problems(withRow('signature.2', { vendor: 'Wu' }))).toEqual([digest(2)]);
  expect(problems(withRow('signature.1', { comment: 'seen', it: '', business: null }))).toEqual([]);
  const terms = [
    { term: 'T1', earned: 0.1 + 0.2 },
    { term: 'T2', earned: 5 },
  ];
  const frozen = sign(blank, 1, {}, terms);
  expect(frozen.signedTerms).toEqual({
    'signed.1.1': { ...terms[0], signature: 1 },
    'signed.1.2': { ...terms[1], signature: 1 },
  });
  const as = (...rows: [string, object][]) =>
    problems({ ...frozen, signedTerms: Object.fromEntries(rows) } as Engagement);
  const [one, two] = signedTermsOf(frozen, 1) as [object, object];
  expect(signedTermsOf(frozen, 2)).toEqual([]);
  // Neither their order nor a sixteenth digit counts; a row that says nothing is none.
  expect(as(['b', two], ['a', { ...one, earned: 0.3 }])).toEqual([]);
  expect(as(['a', one], ['b', two], ['c', { signature: 2 }])).toEqual([]);
  expect(as(['a', one], ['b', { ...two, earned: 6 }])).toEqual([digest(1)]);
  expect(as(['a', one])).toEqual([digest(1)]);
});

test('what signatures rest on is told where it was edited, but of one whose place was taken', () => {
  const edited = (engagement: Engagement) => verifyLedger(engagement, () => 'others');
  expect(edited(signed)).toEqual([
    { kind: 'inputs', signature: 1 },
    { kind: 'inputs', signature: 2 },
  ]);
  expect(edited(sign(signed, 1, { supersedes: 1, because: 'late' }))).toEqual([
    { kind: 'inputs', signature: 2 },
    { kind: 'inputs', signature: 3 },
  ]);
  // An earlier version put the inputs otherwise, and its fingerprint tells nothing of today's.
  const former = withRow('signature.1', { inputs: 'others' });
  expect(problems(former).map(({ kind }) => kind)).toEqual(['digest', 'earlier']);
  expect(edited(former).map(({ kind }) => kind)).toEqual(['digest', 'inputs']);
  const none = verifyLedger(withRow('signature.1', { inputs: null }), () => '');
  expect(none.map(({ kind }) => kind)).toEqual(['digest', 'inputs']);
});

test('a later signature takes the place of one of its period, once', () => {
  const again = sign(signed, 1, { supersedes: 1 });
  expect(problems(again)).toEqual([]);
  expect([...supersededBy(again)]).toEqual([[1, 3]]);
  expect(standing(again).map(({ no }) => no)).toEqual([2, 3]);
  const chain = (signature: number) => [{ kind: 'chain', signature }];
  expect(problems(sign(signed, 1, { supersedes: 9 }))).toEqual(chain(3));
  expect(problems(sign(signed, 1, { supersedes: 2 }))).toEqual(chain(3));
  expect(problems(sign(again, 1, { supersedes: 1 }))).toEqual(chain(4));
  expect(problems(sign(again, 1, { supersedes: 3 }))).toEqual([]);
});

test('a signature stands in the row that named what it takes the place of', () => {
  const named = {
    ...signed,
    ledger: { ...signed.ledger, other: { supersedes: 2 }, own: { supersedes: 1 } },
  } as Engagement;
  const again = sign(named, 1, { supersedes: 1 });
  expect(again.ledger.own).toMatchObject({ no: 3, supersedes: 1, amount: 1 });
  expect(again.ledger['signature.3']).toBeUndefined();
  expect(sign(named, 1).ledger['signature.3']).toMatchObject({ no: 3 });
});

test('signatures stand in the order of their numbers, whatever that of the rows', () => {
  const rows = Object.entries(signed.ledger).toReversed();
  const turned = { ...signed, ledger: Object.fromEntries(rows) };
  expect(signatures(turned).map(({ no }) => no)).toEqual([1, 2]);
  expect(problems(turned)).toEqual([]);
  expect(sign(turned, 3).ledger['signature.3']?.previous).toBe(
    signed.ledger['signature.2']?.digest,
  );
});

test('a digest is of what cells say: neither blanks nor the order of keys count, the order of lists does', () => {
  expect(cellsDigest({ b: 1, a: 'x', c: null, d: '' })).toBe(cellsDigest({ a: 'x', b: 1 }));
  expect(cellsDigest({ a: [1, 2] })).not.toBe(cellsDigest({ a: [2, 1] }));
  expect(cellsDigest({ a: 1 })).not.toBe(cellsDigest({ a: '1' }));
  // The start of SHA-256 over {"a":"x","b":1,"d":{"y":0.3},"e":[2,1]}: what is signed out there.
  const mixed = { b: 1, a: 'x', c: '', d: { z: null, y: 0.1 + 0.2 }, e: [2, 1] };
  expect(cellsDigest(mixed)).toBe('649900e4615049c4');
  const rows = [{ b: 2 }, { c: null }, { a: 3 }, {}, { a: 1 }];
  expect(unordered(rows)).toEqual([{ a: 1 }, { a: 3 }, { b: 2 }]);
  expect(unordered(rows.toReversed())).toEqual(unordered(rows));
});
