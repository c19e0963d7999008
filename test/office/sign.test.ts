import { Desk } from '../support/desk';
import { agreement, examine, previewOf, settle, sign, type SignOptions } from '../../src/office';
import { engagementOf, term, winRate } from '../rules/value/bet';

const engagement = engagementOf({
  periods: [
    { item: 'Half', date: '2026-06-30', share: 0.5 },
    { item: 'Final', date: '2026-12-31', share: 0.5 },
  ],
  readings: [winRate('2026-06-30', 0.27)],
  terms: [
    term('T1', { weight: 0.6, window: 6 }),
    term('Q1', { weight: 0.4, kind: 'qualitative', rule: 'all', metric: null, curve: null }),
  ],
  criteria: [
    { term: 'Q1', period: 1, criterion: 'a', business: 4, it: 4, pass: 3 },
    { term: 'Q1', period: 2, criterion: 'b', pass: 3 },
  ],
});

let laid: Promise<Desk> | undefined;
async function desk(): Promise<Desk> {
  laid ??= (async () => {
    const first = new Desk();
    await first.layOut(engagement, { lang: 'en' });
    return first;
  })();
  const copy = (await laid).copy();
  copy.catalogs = [];
  return copy;
}

const signing = (more: Partial<SignOptions> = {}): SignOptions => ({
  period: 1,
  asOf: '2026-06-30',
  signedOn: '2026-07-02',
  today: '2027-03-01',
  vendor: 'Lin',
  business: 'Wang',
  it: 'Zhao',
  ...more,
});
const signOn = (at: Desk, more: Partial<SignOptions> = {}) =>
  at.host.run((context) => sign(context, signing(more)));
const refusal = async (at: Desk, more: Partial<SignOptions> = {}): Promise<unknown> => {
  const before = JSON.stringify(at.content());
  const error: unknown = await signOn(at, more).catch((thrown: unknown) => thrown);
  expect(JSON.stringify(at.content())).toBe(before);
  return (error as { refusal: unknown }).refusal;
};
const settled = (at: Desk, asOf?: string) =>
  at.host.run((context) => settle(context, { ...(asOf && { asOf }) }));

test('a year: sign the half, read on, settle and sign the rest', async () => {
  const book = await desk();
  const half = await settled(book, '2026-06-30');
  expect(half.at).toBe('2026-06-30');
  expect(half.agreement.differences).toEqual([]);
  expect(half.periods[0]).toMatchObject({ period: 1, earned: 123_000, due: 823_000, settled: 0 });
  const first = await signOn(book);
  expect(first).toMatchObject({ no: 1, period: 1, amount: 823_000, pending: 0 });
  expect(book.value('Ledger', 0, 'Signed on')).not.toBeNull();
  expect(book.valueNamed('Value.AsOf')).toBe(46_387);
  expect((await book.refresh()).cells).toBe(0);

  const row = book.ids('Readings').indexOf('');
  book.type('Readings', row, 'Metric', book.value('Readings', 'reading.1', 'Metric'));
  book.type('Readings', row, 'Date', '2026-12-31');
  book.type('Readings', row, 'Value', 0.31);
  book.type('Criteria', 'criterion.2', 'Business score', 5);
  book.type('Criteria', 'criterion.2', 'IT score', 4);
  const after = await settled(book);
  expect(after.ledger).toEqual([]);
  expect(after.periods[0]).toMatchObject({ status: 'Signed', earned: 123_000, due: 0 });
  expect(after.periods[1]).toMatchObject({ earned: 150_000, settled: 823_000, due: 150_000 });
  const second = await signOn(book, { period: 2, asOf: '2026-12-31', signedOn: '2027-01-04' });
  expect(second).toMatchObject({ no: 2, amount: 150_000 });
  const { verdict, findings, engagement: read } = await book.host.run((c) => examine(c));
  expect({ ledger: verdict.ledger, findings }).toEqual({ ledger: [], findings: [] });
  expect(read.ledger['signature.2']?.previous).toBe(first.digest);
  expect(await refusal(book, { period: 2, asOf: '2026-12-31' })).toEqual({ kind: 'signed' });
  expect((await book.host.run((c) => agreement(c))).differences).toEqual([]);

  book.type('Readings', 'reading.1', 'Value', 0.3);
  const edited = await book.host.run((c) => examine(c));
  // Both rest on the readings up to their day.
  expect(edited.verdict.ledger).toEqual([1, 2].map((signature) => ({ kind: 'inputs', signature })));
  expect((await settled(book)).periods[0]).toMatchObject({ earned: 123_000 });
}, 120_000);

test('what was pending when a period was signed is owed once, with the next, and frozen by it', async () => {
  const book = await desk();
  book.type('Criteria', 'criterion.1', 'Business score', '');
  expect(await signOn(book)).toMatchObject({ amount: 763_000, pending: 60_000 });
  book.type('Criteria', 'criterion.1', 'Business score', 4);
  book.type('Criteria', 'criterion.2', 'Business score', 5);
  book.type('Criteria', 'criterion.2', 'IT score', 4);
  const after = await settled(book);
  expect(after.periods.map(({ due }) => due)).toEqual([0, 120_000]);
  const second = await signOn(book, {
    period: 2,
    asOf: '2026-12-31',
    signedOn: '2027-01-04',
  });
  expect(second).toMatchObject({ no: 2, amount: 120_000 });
  book.type('Criteria', 'criterion.1', 'Business score', 1);
  const edited = await settled(book);
  expect(edited.periods.map(({ due }) => due)).toEqual([0, 0]);
  expect(edited.ledger).toEqual([{ kind: 'inputs', signature: 2 }]);
}, 120_000);

test('what must not be signed is refused, and nothing is written', async () => {
  const book = await desk();
  expect(await refusal(book, { period: 3 })).toEqual({ kind: 'no-period' });
  expect(await refusal(book, { period: 2 })).toEqual({ kind: 'to-come' });
  expect(await refusal(book, { period: 2, asOf: '2026-12-31' })).toEqual({
    kind: 'earlier-open',
    period: 1,
    name: 'Half',
  });
  const unweighed = await desk();
  unweighed.type('Terms', 'term.1', 'Weight', 0.5);
  expect(await refusal(unweighed)).toEqual({
    kind: 'no-amount',
    reason: 'Weights do not add up to 100 %',
  });
  const ownerless = await desk();
  ownerless.type('Terms', 'term.1', 'Evidence owner', '');
  expect(await refusal(ownerless)).toEqual({
    kind: 'checks',
    failing: [{ check: 'terms', count: 1 }],
    faults: [],
  });
  const typed = await desk();
  typed.type('Settlement', 'settlement.1', 'Earned', 150_000);
  expect(await refusal(typed)).toMatchObject({
    kind: 'differs',
    differences: expect.arrayContaining([
      expect.objectContaining({ sheet: 'Settlement', workbook: 150_000, overwritten: true }),
    ]) as unknown,
  });
  const gaining = await desk();
  gaining.type('Bands', 0, 'From', 0);
  gaining.type('Bands', 0, 'Share', 0.1);
  expect(await refusal(gaining)).toEqual({ kind: 'value-unknown' });
  await signOn(gaining, { asOf: '2026-05-31', acknowledged: 'Interim, as agreed on 28 May' });
}, 120_000);

test('what is unusual about a signature is acknowledged in words, which the ledger keeps', async () => {
  const book = await desk();
  const unusual = async (more: Partial<SignOptions>) =>
    ((await refusal(book, more)) as { unusual?: unknown }).unusual;
  expect(await unusual({ asOf: '2026-05-31' })).toEqual(['before-end']);
  expect(await unusual({ signedOn: '2026-06-01' })).toEqual(['before-figures']);
  expect(await unusual({ signedOn: '2027-03-02' })).toEqual(['future']);
  expect(await unusual({ today: '2026-06-29' })).toEqual(['future']);
  expect(await unusual({ signedOn: '2026-06-01', acknowledged: ' ' })).toEqual(['before-figures']);
  expect(await refusal(book, { vendor: '  ' })).toEqual({ kind: 'no-name' });
  await signOn(book, { signedOn: '2026-06-29', acknowledged: 'Signed ahead of the meeting' });
  expect(book.value('Ledger', 0, 'Acknowledged')).toBe('Signed ahead of the meeting');
  expect((await book.host.run((c) => examine(c))).verdict.ledger).toEqual([]);
  const later = { period: 2, asOf: '2026-12-31', signedOn: '2026-06-28' };
  const preview = await book.host.run((c) => previewOf(c, { ...signing(later), period: 2 }));
  expect(preview.unusual).toEqual(['before-figures', 'before-last']);
}, 120_000);

test('what signing would freeze is told before it does, and nothing is written', async () => {
  const book = await desk();
  const before = JSON.stringify(book.content());
  const preview = await book.host.run((c) => previewOf(c, signing({ asOf: '2026-06-29' })));
  expect(preview).toMatchObject({
    period: 1,
    asOf: '2026-06-29',
    terms: 2,
    unread: ['T1'],
    later: 1,
    unusual: ['before-end'],
  });
  expect(JSON.stringify(book.content())).toBe(before);
}, 60_000);

test('a wrong signature is superseded by one that names it; nothing is erased', async () => {
  const book = await desk();
  await signOn(book);
  const because = 'The reading was of another metric';
  const first = { supersedes: 1, because };
  expect(await refusal(book, { supersedes: 2, because })).toEqual({
    kind: 'no-signature',
    signature: 2,
  });
  expect(await refusal(book, { supersedes: 1, because: ' ' })).toMatchObject({ kind: 'no-reason' });
  expect(await refusal(book, { ...first, period: 2, asOf: '2026-12-31' })).toEqual({
    kind: 'other-period',
    signature: 1,
  });

  book.type('Readings', 'reading.1', 'Value', 0.25);
  const before = JSON.stringify(book.content());
  const preview = await book.host.run((c) => previewOf(c, signing(first)));
  expect(preview).toMatchObject({ amount: 760_000, unusual: [] });
  expect(JSON.stringify(book.content())).toBe(before);
  const second = await signOn(book, first);
  expect(second).toMatchObject({ no: 2, period: 1, amount: 760_000 });

  const { verdict, findings, engagement: read } = await book.host.run((c) => examine(c));
  expect({ ledger: verdict.ledger, findings }).toEqual({ ledger: [], findings: [] });
  expect(Object.values(read.ledger).map(({ no, amount }) => [no, amount])).toEqual([
    [1, 823_000],
    [2, 760_000],
  ]);
  expect(read.ledger['signature.2']).toMatchObject({ supersedes: 1, because });
  const after = await settled(book);
  expect(after.agreement.differences).toEqual([]);
  expect(after.periods[0]).toMatchObject({ status: 'Signed', settled: 760_000, due: 0 });
  expect(after.terms.map(({ drift }) => drift)).not.toContain('Differs from what was signed');
  expect(await refusal(book, first)).toEqual({ kind: 'superseded', signature: 1 });

  // Both ends of the chain are held: who takes the reason away, or the signature, is found out.
  book.type('Ledger', 1, 'Because', '');
  expect((await book.host.run((c) => examine(c))).verdict.ledger).toEqual([
    { kind: 'digest', signature: 2 },
  ]);
}, 120_000);

test('a forged ledger is not signed on', async () => {
  const book = await desk();
  await signOn(book);
  book.type('Ledger', 0, 'Settled', 1);
  expect(await refusal(book, { period: 2, asOf: '2026-12-31' })).toEqual({
    kind: 'ledger',
    problems: [{ kind: 'digest', signature: 1 }],
  });
}, 60_000);

test('rows that people have moved are compared where they stand', async () => {
  const book = await desk();
  await book.act((context) => {
    const sheet = context.workbook.worksheets.getItem('Terms');
    sheet.getRange('1:1').insert('Down');
    context.workbook.tables.getItem('Terms').sort.apply([{ key: 1, ascending: false }]);
    context.workbook.tables.getItem('Metrics').sort.apply([{ key: 3, ascending: true }]);
  });
  const { cells, differences } = await book.host.run((context) => agreement(context));
  expect(cells).toBeGreaterThan(5000);
  expect(differences).toEqual([]);
}, 60_000);
