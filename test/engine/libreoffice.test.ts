import fc from 'fast-check';
import { generateCatalog } from '../../bench/catalog';
import { openXlsx } from '../../src/book';
import { valueOf } from '../../src/explain';
import { openHost } from '../../src/host';
import { LANGS, type Lang } from '../../src/messages';
import { study, StudyExplainer } from '../../src/office';
import { formulaRefs, isSame } from '../support/formulaRefs';
import { available, recalculateAll } from '../support/libreoffice';
import { engagements } from './answers';
import { compare } from './compare';
import { example, laidOut, models, read, readFile } from './workbook';

/** Formula cells of a file whose explanation, worked out from its inputs in the file, gives another value. */
async function misexplained(file: Uint8Array) {
  const studied = await (await openHost(file)).run((context) => study(context));
  const { explainer, finder } = new StudyExplainer(studied);
  const refs = formulaRefs(studied.spec, finder.rows);
  expect(refs.length).toBeGreaterThan(30_000);
  return refs.filter((ref) => {
    const applied = explainer.applied(ref);
    return !applied || !isSame(valueOf(applied), explainer.read(ref));
  });
}

const ifLibreOffice = available() ? test : test.skip;

/** Each model in another language: their formulas are the same. */
const langs: Lang[] = ['zh-CN', 'en'];
const cases = models.map((model, i) => ({ model, lang: langs[i % langs.length] as Lang }));

ifLibreOffice(
  'LibreOffice computes of the examples what the host computes, in every formula',
  async () => {
    const hosts = await Promise.all(cases.map(({ model, lang }) => laidOut(example(model), lang)));
    const files = await recalculateAll(await Promise.all(hosts.map((host) => host.save())));
    const results = await Promise.all(
      hosts.map(async (host, i) => compare(host.book, await openXlsx(files[i] as Uint8Array))),
    );
    expect(results.flatMap(({ differences }) => differences)).toEqual([]);
    for (const { compared, filled } of results) {
      expect(compared).toBeGreaterThan(3000);
      expect(filled).toBeGreaterThan(1500);
    }
    for (const [i, host] of hosts.entries()) {
      const [here, there] = [await read(host), await readFile(files[i] as Uint8Array)];
      expect(there.engagement).toEqual(here.engagement);
      expect(there.findings).toEqual(here.findings);
    }
    expect(await misexplained(files[0] as Uint8Array)).toEqual([]);
  },
  600_000,
);

ifLibreOffice(
  'LibreOffice computes of any answers what the host computes, and brings them back',
  async () => {
    const catalog = generateCatalog(60);
    const catalogs = [catalog];
    const made = await Promise.all(
      LANGS.map(async (lang, i) =>
        fc
          .sample(await engagements(catalog, lang), { seed: 20_260_302 + i, numRuns: 1 })
          .map((engagement) => ({ lang, engagement })),
      ),
    );
    const all = made.flat();
    const hosts = await Promise.all(
      all.map(({ engagement, lang }) => laidOut(engagement, lang, catalogs)),
    );
    const files = await recalculateAll(await Promise.all(hosts.map((host) => host.save())));
    let filled = 0;
    for (const [i, host] of hosts.entries()) {
      const file = files[i] as Uint8Array;
      const result = compare(host.book, await openXlsx(file));
      filled += result.filled;
      expect(result.differences).toEqual([]);
      const { engagement } = await readFile(file, catalogs);
      expect(engagement).toEqual((await read(host, catalogs)).engagement);
      // What is usual anyway is nobody's answer.
      expect(all[i]?.engagement.settings).toMatchObject(engagement.settings);
    }
    expect(filled).toBeGreaterThan(1_000);
  },
  600_000,
);
