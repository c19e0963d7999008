import { spawnSync } from 'node:child_process';
import type { Catalog } from '../src/catalog/schema';
import { emptyEngagement } from '../src/engagement/project';
import type { Engagement } from '../src/engagement/schema';
import type { Host } from '../src/host';
import { columnLetters } from '../src/rules';
import { simulate, type SimulatedContract } from '../src/rules/value/simulation';
import { message } from '../src/messages';
import { need } from '../tools/programs';
import { generateCatalog } from './catalog';
import { laidOut } from './layout';
import { growth, stopwatch, summary, turns, type Runs, type Times } from './measure';
import type { Report } from './report';

/** From an edited reading to the statement, with many metrics and readings; and the simulation. */

export interface Size {
  metrics: number;
  /** Of one reading a metric. */
  months: number;
}

type Metric = Catalog['metrics'][number];

/** A reading of each kind in turn. */
const readAs: readonly Pick<Metric, 'measure' | 'levelMode'>[] = [
  { measure: 'level', levelMode: 'last' },
  { measure: 'flow' },
  { measure: 'level', levelMode: 'mean' },
  { measure: 'ratio' },
];

const monthEnd = (month: number) =>
  new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);

/** A catalog with so many metrics, all in use, and a bet on ten of them in four quarters. */
export function betOf({ metrics: count, months }: Size) {
  const base = generateCatalog(20);
  const driver = base.drivers[0]?.id as string;
  const metrics = Array.from({ length: count }, (_, i) => ({
    ...(base.metrics[0] as Metric),
    levelMode: undefined,
    id: `bench.metric.${i}`,
    text: { 'zh-CN': `指标 ${i}`, en: `Metric ${i}` },
    ...readAs[i % readAs.length],
    drivers: [driver],
    benefit: 'cash-releasing' as const,
  }));
  const catalog: Catalog = { ...base, id: 'bench', metrics: [...base.metrics, ...metrics] };
  const readings = metrics.flatMap(({ id, measure }, i) =>
    Array.from({ length: months }, (_, month) => ({
      metric: id,
      date: monthEnd(month),
      ...(measure === 'ratio'
        ? { numerator: 50 + month + (i % 7), denominator: 1 }
        : { value: 50 + month + (i % 7) }),
    })),
  );
  const numbered = <T>(prefix: string, rows: T[]) =>
    Object.fromEntries(rows.map((row, i) => [`${prefix}.${i + 1}`, row]));
  const engagement: Engagement = {
    ...emptyEngagement([{ id: catalog.id }], 'en'),
    settings: { fee: 1e6, asOf: monthEnd(months - 1) },
    drivers: { [driver]: { likely: 1000 } },
    metrics: Object.fromEntries(
      metrics.map(({ id }) => [id, { use: 'yes' as const, baseline: 40, target: 90, window: 12 }]),
    ),
    readings: numbered('custom.reading', readings),
    instalments: numbered('instalment', [
      { date: '2026-01-15', share: 0.7, kind: 'fixed' as const },
      { share: 0.3, kind: 'held' as const },
    ]),
    periods: numbered(
      'period',
      [2, 5, 8, 11].map((month) => ({ date: monthEnd(month), share: 0.25 })),
    ),
    terms: numbered(
      'term',
      metrics.slice(0, 10).map(({ id }, i) => ({
        code: `T${i}`,
        item: `Term ${i}`,
        kind: 'quantitative' as const,
        metric: id,
        weight: 1 / Math.min(10, count),
        curve: 'from-threshold',
      })),
    ),
  };
  return {
    name: `${count.toLocaleString('en')} × ${months}`,
    size: count * months,
    lang: 'en' as const,
    engagement,
    catalogs: [catalog],
  };
}

/** Where the first metric’s reading of the twelfth month stands. */
export function readingCell(host: Host, row: number) {
  const header = message('en', 'value.column.value');
  for (const { name, tables } of host.book.sheets) {
    const table = tables.find((one) => one.name === 'Readings');
    if (!table) continue;
    const at = table.columns.findIndex((column) => column.name === header);
    const place = { row: table.area.row + 1 + row, column: table.area.column + at };
    return {
      ...place,
      sheet: name,
      address: `${columnLetters(place.column)}${place.row + 1}`,
    };
  }
  throw new Error('No readings');
}

/** What stands under a statement's header, to see that the edit arrived. */
function earned(host: Host): string {
  const header = message('en', 'bet.statement.earned');
  for (const { cells, tables } of host.book.sheets) {
    const table = tables.find((one) => one.name === 'Statement');
    if (!table) continue;
    const at = table.area.column + table.columns.findIndex(({ name }) => name === header);
    return JSON.stringify(
      Array.from({ length: 4 }, (_, row) => cells[table.area.row + 1 + row]?.[at]?.value),
    );
  }
  throw new Error('No statement');
}

interface Measured {
  name: string;
  formulas: number;
  layOut: Times;
  /** After the workbook was laid out or opened; formulas are ranked for those that follow. */
  first: Times;
  edit: Times;
  all: Times;
}

async function measure(size: Size, runs: Runs): Promise<Measured> {
  const one = betOf(size);
  const { ms, value: host } = await stopwatch(() => laidOut(one));
  const { sheet, address } = readingCell(host, 11);
  const { calculator } = host;
  const edits: number[] = [];
  const alls: number[] = [];
  for (const { counts } of turns(runs)) {
    const all = await stopwatch(() => calculator.calculateAll());
    if (counts) alls.push(all.ms);
  }
  for (let run = 0; run <= runs.measured; run += 1) {
    const before = earned(host);
    const edit = await stopwatch(() => host.edit(sheet, address, 80 + run));
    if (earned(host) === before) throw new Error('The edited reading did not reach the statement');
    edits.push(edit.ms);
  }
  return {
    name: one.name,
    formulas: host.book.sheets
      .flatMap(({ cells }) => cells)
      .reduce((sum, row) => sum + (row ?? []).filter((cell) => cell?.formula).length, 0),
    layOut: summary([ms]),
    first: summary(edits.slice(0, 1)),
    edit: summary(edits.slice(1)),
    all: summary(alls),
  };
}

const contract: SimulatedContract = {
  fee: 1_000_000,
  shareAtRisk: 0.3,
  digits: 2,
  periods: [{ share: 1, fixed: 1, hurdle: 100_000 }],
  bands: [{ from: 0, share: 0.1 }],
  terms: Array.from({ length: 8 }, (_, i) => ({
    weight: 1 / 8,
    metric: `m${i}`,
    curve: {
      mode: 'linear' as const,
      points: [
        [0.7, 0.7],
        [1, 1],
      ],
    },
  })),
  metrics: Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [
      `m${i}`,
      { low: 0.4, likely: 0.9, high: 1.3, value: [50_000] },
    ]),
  ),
};

const draws = 10_000;

/** The same number of beta draws by Python's standard library, without anything paid from them. */
const python = `
import random, time
random.seed(1)
start = time.perf_counter()
for _ in range(${draws * 8}): random.betavariate(3.2, 2.8)
print((time.perf_counter() - start) * 1000)
`;

async function simulation(runs: Runs): Promise<Report> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const { run, counts } of turns(runs)) {
    const { ms } = await stopwatch(() => simulate(contract, { draws, seed: run }));
    const { status, stdout } = spawnSync(need('python'), ['-c', python]);
    if (counts) {
      ours.push(ms);
      if (status === 0) theirs.push(Number(stdout.toString()));
    }
  }
  const [mine, peer] = [summary(ours), summary(theirs)];
  return {
    title: `Simulation: ${draws.toLocaleString('en')} draws of 8 metrics, ms, median (min–max)`,
    columns: ['simulation', 'draws a second', 'Python’s betavariate alone', 'ours / Python'],
    rows: [
      [
        mine,
        Math.round((draws / mine.median) * 1000),
        theirs.length > 0 ? peer : 'no Python',
        theirs.length > 0 ? (mine.median / peer.median).toFixed(2) : '–',
      ],
    ],
  };
}

/** One edited reading until the statement shows it, beside calculating the whole workbook anew. */
export async function betReports(sizes: Size[], runs: Runs): Promise<Report[]> {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(size, runs));
  const exponent = (of: (one: Measured) => number) =>
    growth(
      measured.map(({ formulas }) => formulas),
      measured.map(of),
    ).toFixed(2);
  return [
    {
      title: 'Bet: metrics × months of readings, ms, median (min–max)',
      columns: [
        'metrics × months',
        'formulas',
        'lay out',
        'first edited reading to statement',
        'each further one',
        'all formulas anew',
        'edit / all',
      ],
      rows: measured.map(({ name, formulas, layOut, first, edit, all }) => [
        name,
        formulas,
        layOut,
        first,
        edit,
        all,
        (edit.median / all.median).toFixed(3),
      ]),
    },
    {
      title: 'Bet: exponent of the number of formulas, 1 = linear',
      columns: ['lay out', 'each further edited reading', 'all formulas anew'],
      rows: [
        [
          exponent(({ layOut }) => layOut.median),
          exponent(({ edit }) => edit.median),
          exponent(({ all }) => all.median),
        ],
      ],
    },
    await simulation(runs),
  ];
}
