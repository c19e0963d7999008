import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { combineCatalogs } from '../src/catalog/merge';
import { loadBuiltin } from '../src/catalog/models';
import { items } from '../src/catalog/items';
import { Catalog } from '../src/catalog/schema';
import { parseEngagementText } from '../src/engagement/parse';
import type { Engagement } from '../src/engagement/schema';
import { createHost, type Counters, type Host } from '../src/host';
import { openXlsx } from '../src/book';
import { edit, layOut, readWorkbook, restudy, study } from '../src/office';
import { columnLetters } from '../src/rules';
import { message, type Lang } from '../src/messages';
import { answer, generateCatalog } from './catalog';
import { growth, stopwatch, summary, turns, type Runs, type Times } from './measure';
import type { Report } from './report';

export interface Case {
  name: string;
  size: number;
  lang: Lang;
  engagement: Engagement;
  catalogs: readonly Catalog[];
}

const steps = ['lay out', 'read', 'lay out again', 'one pick', 'save', 'open'] as const;

interface Measured {
  size: number;
  /** Of laying out. */
  counters: Counters;
  reading: Counters;
  /** Bytes, both ways, of reading what the first pick has changed. */
  change: number;
  /** Cells written when nothing has changed. */
  again: number;
  fileBytes: number;
  times: Record<(typeof steps)[number], Times>;
}

/** Key accounts, after-sales, and both in one workbook. */
export async function models(lang: Lang): Promise<Case[]> {
  const [keyAccount, afterSales] = await Promise.all([
    loadBuiltin('key-account'),
    loadBuiltin('after-sales'),
  ]);
  const { catalog } = combineCatalogs([keyAccount, afterSales]);
  const of = (name: string, all: Catalog, ids: string[]): Case => ({
    name,
    size: items(all).length,
    lang,
    engagement: { ...answer(all, lang), catalogs: ids.map((id) => ({ id })) },
    catalogs: [],
  });
  return [
    of('key-account', keyAccount, [keyAccount.id]),
    of('after-sales', afterSales, [afterSales.id]),
    ...(catalog ? [of('both', catalog, [keyAccount.id, afterSales.id])] : []),
  ];
}

export function generated(size: number, lang: Lang): Case {
  // As one that was read from a file.
  const catalog = Catalog.parse(generateCatalog(size));
  const name = `${size.toLocaleString('en')} items`;
  return { name, size, lang, engagement: answer(catalog, lang), catalogs: [catalog] };
}

/** The workbook of a case, laid out and computed. */
export async function laidOut({ engagement, catalogs, lang }: Case): Promise<Host> {
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { lang, catalogs }));
  host.calculator.calculate();
  return host;
}

/** Measures each step on a workbook of its own. */
async function measure(one: Case, runs: Runs): Promise<Measured> {
  const times: Record<string, number[]> = {};
  let measured: Omit<Measured, 'times'> | undefined;
  const { catalogs } = one;
  for (const { counts } of turns(runs)) {
    const lap = async <T>(step: (typeof steps)[number], work: () => Promise<T> | T) => {
      const { ms, value } = await stopwatch(work);
      if (counts) (times[step] ??= []).push(ms);
      return value;
    };
    const host = await lap('lay out', () => laidOut(one));
    const counters = { ...host.counters };
    host.resetCounters();
    await lap('read', () => host.run((context) => readWorkbook(context, { catalogs })));
    const reading = { ...host.counters };
    const { cells: again } = await lap('lay out again', () =>
      host.run((context) => layOut(context, undefined, { catalogs })),
    );
    const change = await bytesOfPick(host, catalogs);
    // A pick is followed from values that are computed.
    host.calculator.calculate();
    await lap('one pick', () => unpickFirst(host, one.lang));
    const file = await lap('save', () => host.save());
    await lap('open', () => openXlsx(file));
    measured = { size: one.size, counters, reading, change, again, fileBytes: file.length };
  }
  if (!measured) throw new Error('Nothing was run');
  return {
    ...measured,
    times: Object.fromEntries(
      steps.map((step) => [step, summary(times[step] ?? [])]),
    ) as Measured['times'],
  };
}

/** What the pane reads once the first ask that is picked no longer is. */
async function bytesOfPick(host: Host, catalogs: readonly Catalog[]): Promise<number> {
  const before = await host.run((context) => study(context, { catalogs }));
  const row = Object.entries(before.read.engagement.ask).find(([, { pick }]) => pick === 'yes');
  if (!row) throw new Error('Nothing is picked');
  const pick = (word: string) => [{ table: 'ask', row: row[0], cells: { pick: word } }];
  const { touched } = await host.run((context) => edit(context, before, pick('no')));
  host.resetCounters();
  await host.run((context) => restudy(context, before, touched, { catalogs }));
  const { requestBytes, responseBytes } = host.counters;
  await host.run((context) => edit(context, before, pick('yes')));
  return requestBytes + responseBytes;
}

/** Takes back the first driver's pick, which changes what everything behind it is called by. */
function unpickFirst(host: Host, lang: Lang): void {
  const header = message(lang, 'column.pick');
  for (const { name, tables } of host.book.sheets) {
    for (const table of tables) {
      if (table.name !== 'Asks') continue;
      const at = table.columns.findIndex((column) => column.name === header);
      const letters = columnLetters(table.area.column + at);
      host.edit(name, `${letters}${table.area.row + 2}`, null);
    }
  }
}

const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MB`;

function tables(title: string, measured: (Measured & { name: string })[]): Report[] {
  return [
    {
      title: `${title}: requests`,
      columns: [
        'workbook',
        'items',
        'syncs',
        'actions',
        'cells',
        'largest request',
        'syncs to read',
        'read after a pick',
        'cells written again',
        'file',
      ],
      rows: measured.map(({ name, size, counters, reading, change, again, fileBytes }) => [
        name,
        size,
        counters.syncs,
        counters.actions,
        counters.cellsWritten,
        mebibytes(counters.largestRequest),
        reading.syncs,
        mebibytes(change),
        again,
        mebibytes(fileBytes),
      ]),
    },
    {
      title: `${title}: ms, median (min–max)`,
      columns: ['workbook', ...steps],
      rows: measured.map(({ name, times }) => [name, ...steps.map((step) => times[step])]),
    },
  ];
}

/** What a layout may take; Excel on the web refuses requests above 5 MB and takes about 2 ms an action. */
const targets = { actions: 12_000, largestRequest: 2.5 * 2 ** 20 };

/** The after-sales example in English against its targets. */
async function targetReport(): Promise<Report> {
  const text = await readFile(
    path.join(__dirname, '..', 'examples', 'after-sales.en.json'),
    'utf8',
  );
  const { engagement } = parseEngagementText(text);
  if (!engagement) throw new Error('The example cannot be read');
  const one = { name: 'example', size: 0, lang: 'en' as const, engagement, catalogs: [] };
  const { counters } = await laidOut(one);
  const { actions, largestRequest } = counters;
  return {
    title: 'After-sales example, English: layout against its targets',
    columns: ['what', 'measured', 'at most', 'kept'],
    rows: [
      ['actions', actions, targets.actions, actions <= targets.actions ? 'yes' : 'NO'],
      [
        'largest request',
        mebibytes(largestRequest),
        mebibytes(targets.largestRequest),
        largestRequest <= targets.largestRequest ? 'yes' : 'NO',
      ],
    ],
  };
}

/** What the models that come with the product take. */
export async function modelReports(cases: readonly Case[], runs: Runs): Promise<Report[]> {
  const measured: (Measured & { name: string })[] = [];
  for (const one of cases) measured.push({ name: one.name, ...(await measure(one, runs)) });
  return [await targetReport(), ...tables('Models', measured)];
}

/** What generated catalogs of these sizes take, and how that grows. */
export async function growthReports(sizes: number[], lang: Lang, runs: Runs): Promise<Report[]> {
  const measured: (Measured & { name: string })[] = [];
  for (const size of sizes) {
    const one = generated(size, lang);
    measured.push({ name: one.name, ...(await measure(one, runs)) });
  }
  const exponent = (of: (one: Measured) => number) => growth(sizes, measured.map(of)).toFixed(2);
  return [
    ...tables('Generated catalogs', measured),
    {
      title: 'Growth: exponent of the size, 1 = linear',
      columns: ['requests', 'file', ...steps],
      rows: [
        [
          exponent(({ counters }) => counters.requestBytes),
          exponent(({ fileBytes }) => fileBytes),
          ...steps.map((step) => exponent(({ times }) => times[step].median)),
        ],
      ],
    },
  ];
}
