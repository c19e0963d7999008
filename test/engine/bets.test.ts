import fc from 'fast-check';
import { openXlsx } from '../../src/book';
import type { Host } from '../../src/host';
import { agreement, describe as describeWorkbook } from '../../src/office';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { available, recalculateAll } from '../support/libreoffice';
import { thoroughness } from '../support/thoroughness';
import { small } from '../rules/value/cases';
import { bets } from './bets';
import { compare, compareRules } from './compare';
import { deleteRows, strained, strains, type Strain } from './strains';
import { laidOut } from './workbook';

const ifLibreOffice = available() ? test : test.skip;

/** LibreOffice is given so many files at once. */
const atOnce = 10;
const runs = 5 * thoroughness;
const catalogs = [small];
const all = fc.sample(fc.tuple(bets, strains), { seed: 20_261_129, numRuns: runs });
const batches = Array.from({ length: Math.ceil(runs / atOnce) }, (_, n) => [
  n * atOnce + 1,
  Math.min(runs, (n + 1) * atOnce),
]);

/** Laid out, used, and what differs between host and rules. */
async function used(bet: (typeof all)[number][0], strain: Strain): Promise<[Host, string[]]> {
  const engagement = await strained(bet, strain);
  const host = await laidOut(engagement, 'en', catalogs);
  const evaluated = evaluateWorkbook(await describeWorkbook(engagement, 'en', { catalogs }));
  const apart = compareRules(host.book, evaluated);
  if (strain.deleted.length === 0) return [host, apart];
  await deleteRows(host, strain.deleted);
  const { differences } = await host.run((context) => agreement(context, { catalogs }));
  return [host, [...apart, ...differences.map((one) => JSON.stringify(one))]];
}

describe('host, rules and LibreOffice agree on every formula; THOROUGHNESS=40 tries 200', () => {
  ifLibreOffice.each(batches)(
    'of bets %d to %d, signed, typed over or with rows deleted',
    async (from = 1, to = 1) => {
      const hosts: Host[] = [];
      for (const [n, [bet, strain]] of all.slice(from - 1, to).entries()) {
        const [host, differences] = await used(bet, strain);
        expect({ n: from + n, strain, differences }).toEqual({
          n: from + n,
          strain,
          differences: [],
        });
        hosts.push(host);
      }
      const files = await recalculateAll(await Promise.all(hosts.map((host) => host.save())));
      for (const [i, host] of hosts.entries()) {
        const theirs = await openXlsx(files[i] as Uint8Array);
        const { compared, differences } = compare(host.book, theirs);
        expect({ n: from + i, differences }).toEqual({ n: from + i, differences: [] });
        expect(compared).toBeGreaterThan(4000);
      }
    },
    600_000 * 2,
  );
});

test('bets are of every kind: paid, signed, typed over, with rows deleted', async () => {
  const some = fc.sample(fc.tuple(bets, strains), { seed: 20_261_129, numRuns: 40 });
  const seen = { paid: 0, signed: 0, typed: 0, deleted: 0 };
  for (const [bet, strain] of some) {
    const engagement = await strained(bet, strain);
    const spec = await describeWorkbook(engagement, 'en', { catalogs });
    const due = evaluateWorkbook(spec, new Set(['statement'])).filter(
      ({ place, value }) => place.startsWith('Statement[due]') && Number(value) > 0,
    );
    seen.paid += Number(due.length > 0);
    seen.signed += Number(Object.keys(engagement.ledger).length > 0);
    seen.typed += Number(strain.typed.length > 0);
    seen.deleted += Number(strain.deleted.length > 0);
  }
  expect(Object.entries(seen).filter(([, count]) => count < 6)).toEqual([]);
}, 120_000);
