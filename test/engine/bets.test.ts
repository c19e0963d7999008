import fc from 'fast-check';
import { openXlsx } from '../../src/book';
import { agreement, describe } from '../../src/office';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { available, recalculateAll } from '../support/libreoffice';
import { thoroughness } from '../support/thoroughness';
import { small } from '../rules/value/cases';
import { bets } from './bets';
import { compare, compareRules } from './compare';
import { deleteRows, strained, strains } from './strains';
import { laidOut } from './workbook';

const ifLibreOffice = available() ? test : test.skip;

/** LibreOffice is given so many files at once. */
const atOnce = 16;
const runs = 5 * thoroughness;
const catalogs = [small];

ifLibreOffice(
  'the host, the rules and LibreOffice agree on every formula of any bet, signed, typed over or with rows deleted; THOROUGHNESS=40 tries 200',
  async () => {
    const all = fc.sample(fc.tuple(bets, strains), { seed: 20_261_124, numRuns: runs });
    const seen = { paid: 0, signed: 0, typed: 0, deleted: 0 };
    for (let start = 0; start < all.length; start += atOnce) {
      const hosts = [];
      for (const [n, [bet, strain]] of all.slice(start, start + atOnce).entries()) {
        const engagement = await strained(bet, strain);
        const host = await laidOut(engagement, 'en', catalogs);
        const evaluated = evaluateWorkbook(await describe(engagement, 'en', { catalogs }));
        expect({ n: start + n, differences: compareRules(host.book, evaluated) }).toEqual({
          n: start + n,
          differences: [],
        });
        if (strain.deleted.length > 0) {
          await deleteRows(host, strain.deleted);
          const { differences } = await host.run((context) => agreement(context, { catalogs }));
          expect({ n: start + n, strain, differences }).toEqual({
            n: start + n,
            strain,
            differences: [],
          });
        }
        seen.paid += evaluated.filter(
          ({ place, value }) => place.startsWith('Statement[due]') && Number(value) > 0,
        ).length;
        seen.signed += Object.keys(engagement.ledger).length;
        seen.typed += strain.typed.length;
        seen.deleted += strain.deleted.length;
        hosts.push(host);
      }
      const files = await recalculateAll(await Promise.all(hosts.map((host) => host.save())));
      for (const [i, host] of hosts.entries()) {
        const { compared, differences } = compare(
          host.book,
          await openXlsx(files[i] as Uint8Array),
        );
        expect({ n: start + i, differences }).toEqual({ n: start + i, differences: [] });
        expect(compared).toBeGreaterThan(4000);
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(runs / 12);
  },
  600_000 * thoroughness,
);
