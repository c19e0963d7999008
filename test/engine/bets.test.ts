import fc from 'fast-check';
import { openXlsx } from '../../src/book';
import { describe } from '../../src/office';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { available, recalculateAll } from '../support/libreoffice';
import { thoroughness } from '../support/thoroughness';
import { small } from '../rules/value/cases';
import { bets } from './bets';
import { compare, compareRules } from './compare';
import { laidOut } from './workbook';

const ifLibreOffice = available() ? test : test.skip;

/** LibreOffice is given so many files at once. */
const atOnce = 16;
const runs = 5 * thoroughness;

ifLibreOffice(
  'the host, the rules and LibreOffice agree on every formula of any bet; THOROUGHNESS=40 tries 200',
  async () => {
    const all = fc.sample(bets, { seed: 20_261_124, numRuns: runs });
    let paid = 0;
    for (let start = 0; start < all.length; start += atOnce) {
      const some = all.slice(start, start + atOnce);
      const hosts = [];
      for (const engagement of some) {
        const host = await laidOut(engagement, 'en', [small]);
        const spec = await describe(engagement, 'en', { catalogs: [small] });
        const evaluated = evaluateWorkbook(spec);
        expect(compareRules(host.book, evaluated)).toEqual([]);
        paid += evaluated.filter(
          ({ place, value }) => place.startsWith('Statement[due]') && Number(value) > 0,
        ).length;
        hosts.push(host);
      }
      const files = await recalculateAll(await Promise.all(hosts.map((host) => host.save())));
      for (const [i, host] of hosts.entries()) {
        const { compared, differences } = compare(
          host.book,
          await openXlsx(files[i] as Uint8Array),
        );
        expect(differences).toEqual([]);
        expect(compared).toBeGreaterThan(4000);
      }
    }
    expect(paid).toBeGreaterThan(runs / 8);
  },
  600_000 * thoroughness,
);
