import { sign, type SignOptions } from '../../src/office';
import { Desk } from '../support/desk';
import { engagementOf, term, winRate } from '../rules/value/bet';

/** What is refused, and what is not, when a period is signed again or cannot be written. */

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
  criteria: [{ term: 'Q1', period: 1, criterion: 'a', it: 4, pass: 3 }],
});

async function laidOut() {
  const desk = new Desk();
  desk.catalogs = [];
  await desk.layOut(engagement, { lang: 'en' });
  return desk;
}

const signOn = (desk: Desk, more: Partial<SignOptions> = {}): Promise<unknown> =>
  desk.host
    .run((context) =>
      sign(context, {
        ...{ period: 1, asOf: '2026-06-30', signedOn: '2026-07-02', today: '2027-03-01' },
        ...{ vendor: 'Lin', ...more },
      }),
    )
    .then(({ no, amount, pending }) => ({ no, amount, pending }))
    .catch(
      (error: { code: string; refusal?: { kind: string } }) => error.refusal?.kind ?? error.code,
    );

test('the same is not signed twice; what is decided otherwise is, though nothing is due', async () => {
  const desk = await laidOut();
  const ledger = desk.table('Ledger').sheet.name;
  const protect = (on: boolean) =>
    desk.act(({ workbook }) => {
      const { protection } = workbook.worksheets.getItem(ledger);
      if (on) protection.protect();
      else protection.unprotect();
    });
  await protect(true);
  expect(await signOn(desk)).toBe('sheet-protected');
  await protect(false);
  expect(await signOn(desk)).toEqual({ no: 1, amount: 763_000, pending: 60_000 });
  expect(await signOn(desk)).toBe('nothing-new');
  desk.type('Criteria', 'criterion.1', 'Business score', 1);
  expect(await signOn(desk)).toEqual({ no: 2, amount: 0, pending: 0 });
});
