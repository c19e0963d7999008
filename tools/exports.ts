/**
 * Exports of a firm whose readings are those of an example: rows of canonical tables, made up so that
 * the catalog's queries over them give what the example says. The same example gives the same rows.
 *   npx tsx tools/exports.ts           writes examples/exports (small tables whole, of large ones a sample)
 *   npx tsx tools/exports.ts --whole DIR   writes all rows of every table
 */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';

interface Reading {
  metric: string;
  date: string;
  value?: number;
  numerator?: number;
  denominator?: number;
}
export interface Example {
  readings: Record<string, Reading>;
}

/** A row: cells by column, null for what is blank. */
type Row = Record<string, string | number | null>;
export type Exports = Record<string, () => Generator<Row>>;

/** A month and what its readings say, by metric without the model's prefix. */
interface Month {
  date: string;
  of(metric: string): { top: number; bottom: number } | undefined;
}

const monthsIn = ({ readings }: Example): Month[] => {
  const byDate = new Map<string, Map<string, { top: number; bottom: number }>>();
  for (const { metric, date, value, numerator, denominator } of Object.values(readings)) {
    const there = byDate.get(date) ?? new Map<string, { top: number; bottom: number }>();
    const name = metric.replace(/^\w+\.metric\./, '');
    there.set(name, { top: numerator ?? value ?? 0, bottom: denominator ?? 1 });
    byDate.set(date, there);
  }
  return [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, said]) => ({ date, of: (metric) => said.get(metric) }));
};

/** A row of numbers from 0 to below 1 that is the same in every run. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whole numbers that add up to a total, none below 0. */
function parts(total: number, count: number, roll: () => number, most = Infinity): number[] {
  const weights = Array.from({ length: count }, () => 0.5 + roll());
  const sum = weights.reduce((a, b) => a + b, 0);
  const found = weights.map((weight) => Math.min(most, Math.floor((total * weight) / sum)));
  let rest = Math.round(total) - found.reduce((a, b) => a + b, 0);
  for (let at = 0; rest > 0; at = (at + 1) % count) {
    const room = Math.min(rest, most - (found[at] ?? 0), Math.ceil(rest / count));
    found[at] = (found[at] ?? 0) + room;
    rest -= room;
  }
  return found;
}

const two = (n: number) => String(n).padStart(2, '0');
const dayIn = (month: Month, roll: () => number) =>
  `${month.date.slice(0, 8)}${two(1 + Math.floor(roll() * Number(month.date.slice(8))))}`;
const flag = (is: boolean) => (is ? 'yes' : 'no');
const code = (mark: string, month: Month, no: number) =>
  `${mark}${month.date.slice(2, 4)}${month.date.slice(5, 7)}-${no + 1}`;

/** A table whose rows of one month follow from what its metrics say of it. */
const monthly = (
  months: readonly Month[],
  seed: number,
  rows: (month: Month, roll: () => number) => Iterable<Row>,
) =>
  function* () {
    const roll = dice(seed);
    for (const month of months) yield* rows(month, roll);
  };

function* keyAccount(this: void, month: Month, roll: () => number): Generator<Row> {
  const [qualified, decided] = [month.of('presales-cost'), month.of('win-rate')];
  for (let no = 0; no < (qualified?.bottom ?? 0); no += 1) {
    const day = dayIn(month, roll);
    const isDecided = no < (decided?.bottom ?? 0);
    const won = no < (decided?.top ?? 0);
    yield {
      opportunity: code('O', month, no),
      account: `G${100 + Math.floor(roll() * 40)}`,
      screened_at: day,
      qualified_at: day,
      incubated: flag(roll() < 0.3),
      outcome: isDecided ? (won ? 'won' : 'lost') : no % 7 === 0 ? 'cancelled' : null,
      decided_at: isDecided || no % 7 === 0 ? month.date : null,
      amount: won ? 100_000 + Math.floor(roll() * 900) * 1_000 : null,
    };
  }
}

function* leads(month: Month, roll: () => number): Generator<Row> {
  const { top = 0, bottom = 0 } = month.of('early-drop') ?? {};
  for (let no = 0; no < bottom; no += 1)
    yield {
      lead: code('L', month, no),
      recorded_at: dayIn(month, roll),
      dropped: no < top ? 1 : 0,
    };
}

function* deals(month: Month, roll: () => number): Generator<Row> {
  const { top = 0, bottom = 0 } = month.of('deal-margin') ?? {};
  const count = month.of('win-rate')?.top ?? 0;
  const profits = parts(top, count, roll);
  for (const [no, amount] of parts(bottom, count, roll).entries())
    yield {
      deal: code('D', month, no),
      account: `G${100 + Math.floor(roll() * 40)}`,
      signed_at: dayIn(month, roll),
      amount,
      gross_profit: profits[no] ?? 0,
    };
}

function* presales(month: Month, roll: () => number): Generator<Row> {
  for (const [no, cost] of parts(month.of('presales-cost')?.top ?? 0, 24, roll).entries())
    yield { booking: code('B', month, no), booked_at: dayIn(month, roll), cost };
}

function* accounts(month: Month, roll: () => number): Generator<Row> {
  const output = month.of('account-avg-output');
  if (!output) return;
  const count = output.bottom;
  const of = (metric: string) => month.of(metric) ?? { top: 0, bottom: 0 };
  const [roi, wallet, kept, relation] = [
    of('account-avg-roi'),
    of('wallet-share'),
    of('retention'),
    of('relation-insight'),
  ];
  const estimated = Math.ceil(count * 0.7);
  const revenue = parts(output.top, count, roll);
  const profit = parts(roi.top, count, roll);
  const spend = parts(roi.bottom, count, roll);
  const ours = parts(wallet.top, estimated, roll);
  const theirs = parts(wallet.bottom, estimated, roll);
  const scores = parts(relation.top, relation.bottom, roll, 100);
  for (let no = 0; no < count; no += 1)
    yield {
      account: `G${100 + no}`,
      as_of: month.date,
      listed: 'yes',
      on_baseline_list: 'yes',
      baseline_class: no < relation.bottom ? (no % 3 === 0 ? 'A' : 'B') : 'C',
      revenue: revenue[no] ?? 0,
      gross_profit: profit[no] ?? 0,
      spend: spend[no] ?? 0,
      category_revenue: ours[no] ?? null,
      category_spend: theirs[no] ?? null,
      bought_before: flag(no < kept.bottom),
      bought: flag(no < kept.top),
      relation_score: scores[no] ?? null,
    };
}

function* openOpportunities(month: Month, roll: () => number): Generator<Row> {
  const chain = month.of('chain-coverage');
  const behaviour = month.of('behaviour-insight');
  if (!chain) return;
  const count = behaviour?.bottom ?? 33;
  const persons = parts(chain.bottom, count, roll);
  let [left, room] = [chain.top, chain.bottom];
  const scores = behaviour && parts(behaviour.top, count, roll, 100);
  for (let no = 0; no < count; no += 1) {
    const here = persons[no] ?? 0;
    const covered = Math.min(here, left, Math.ceil((left * here) / room));
    left -= covered;
    room -= here;
    yield {
      opportunity: `P${200 + no}`,
      as_of: month.date,
      key_persons: persons[no] ?? 0,
      covered_persons: covered,
      behaviour_score: scores?.[no] ?? null,
    };
  }
}

function* workOrders(month: Month, roll: () => number): Generator<Row> {
  const of = (metric: string) => month.of(metric) ?? { top: 0, bottom: 0 };
  const created = of('remote-resolution');
  const [fixed, again, promised] = [of('first-time-fix'), of('repeat-repair'), of('promise-met')];
  for (let no = 0; no < created.bottom; no += 1) {
    const day = dayIn(month, roll);
    const visited = no < fixed.bottom;
    const isDue = no < promised.bottom;
    const isLate = isDue && no >= promised.top;
    yield {
      order_no: code('W', month, no),
      created_at: `${day} ${two(8 + (no % 10))}:${two(no % 60)}:00`,
      due_at: isDue ? `${month.date} 12:00:00` : null,
      fixed_at: `${month.date} ${isLate ? '18:30:00' : '09:15:00'}`,
      closed_at: `${month.date} 20:00:00`,
      visited: flag(visited),
      remote: flag(no >= created.bottom - created.top),
      fixed_first_visit: flag(no < fixed.top),
      reported_again: flag(visited && no >= fixed.bottom - again.top),
    };
  }
}

function* ageing(month: Month, roll: () => number): Generator<Row> {
  const { top = 0, bottom = 0 } = month.of('repair-cycle') ?? {};
  // Whole days, as many cases with one more as are wanted.
  const least = Math.floor(top / Math.max(1, bottom));
  const more = top - least * bottom;
  for (let no = 0; no < bottom; no += 1)
    yield {
      kind: 'repair',
      case_no: code('W', month, no),
      as_of: dayIn(month, roll),
      days: least + (no < more ? 1 : 0),
    };
}

function* counted(
  month: Month,
  roll: () => number,
  metric: string,
  row: (no: number, isTop: boolean, day: string) => Row,
): Generator<Row> {
  const { top = 0, bottom = 0 } = month.of(metric) ?? {};
  for (let no = 0; no < bottom; no += 1) yield row(no, no < top, dayIn(month, roll));
}

/** The rows of every table that an example's readings rest on. */
export function exportsOf(example: Example, model: 'key-account' | 'after-sales'): Exports {
  const months = monthsIn(example);
  const table = (seed: number, rows: (month: Month, roll: () => number) => Iterable<Row>) =>
    monthly(months, seed, rows);
  if (model === 'key-account')
    return {
      opportunities: table(1, keyAccount),
      leads: table(2, leads),
      deals: table(3, deals),
      presales_costs: table(4, presales),
      account_states: table(5, accounts),
      opportunity_states: table(6, openOpportunities),
    };
  return {
    work_orders: table(11, workOrders),
    ageing: table(12, ageing),
    complaints: table(13, function* (month, roll) {
      for (let no = 0; no < (month.of('complaint-rate')?.top ?? 0); no += 1)
        yield {
          complaint: code('C', month, no),
          received_at: dayIn(month, roll),
          duplicate: 'no',
        };
    }),
    returned_parts: table(14, (month, roll) =>
      counted(month, roll, 'nff', (no, isTop, day) => ({
        part: code('R', month, no),
        tested_at: day,
        no_fault: flag(isTop),
      })),
    ),
    warranty_checks: table(15, (month, roll) =>
      counted(month, roll, 'warranty-misjudge', (no, isTop, day) => ({
        order_no: code('W', month, no),
        checked_at: day,
        chargeable: flag(isTop),
      })),
    ),
    surveys: table(16, function* (month, roll) {
      const { top = 0, bottom = 0 } = month.of('csat') ?? {};
      const least = Math.floor(top / Math.max(1, bottom));
      for (let no = 0; no < bottom; no += 1)
        yield {
          survey: code('S', month, no),
          answered_at: dayIn(month, roll),
          score: least + (no < top - least * bottom ? 1 : 0),
        };
    }),
    part_lines: table(17, (month, roll) =>
      counted(month, roll, 'line-fill', (no, isTop, day) => ({
        line: code('Q', month, no),
        requested_at: day,
        filled: flag(isTop),
      })),
    ),
    parts_stock: table(18, function* (month, roll) {
      const use = parts(10_000_000, 5, roll);
      const months = month.of('stock-months')?.top ?? 0;
      for (const [no, stock] of parts(10_000_000 * months, 5, roll).entries())
        yield { store: `H${no + 1}`, as_of: month.date, mean_stock: stock, mean_use: use[no] ?? 0 };
    }),
  };
}

const cellText = (cell: Row[string]) => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes tables as UTF-8 CSV files. */
export async function writeExports(exports: Exports, folder: string, most = Infinity) {
  await mkdir(folder, { recursive: true });
  for (const [name, rows] of Object.entries(exports)) {
    const out = createWriteStream(path.join(folder, `${name}.csv`));
    let text = '';
    let count = 0;
    for (const row of rows()) {
      if (count === 0) text = `${Object.keys(row).join(',')}\n`;
      if (count >= most) break;
      count += 1;
      text += `${Object.values(row).map(cellText).join(',')}\n`;
      if (text.length < 1 << 18) continue;
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
    out.end(text);
    await once(out, 'finish');
  }
}

async function main([option, folder = '.']: readonly string[]): Promise<void> {
  const whole = option === '--whole';
  for (const model of ['key-account', 'after-sales'] as const) {
    const example = JSON.parse(await readFile(`examples/${model}.en.json`, 'utf8')) as Example;
    const most = whole || model === 'key-account' ? Infinity : 40;
    const target = path.join(whole ? folder : 'examples/exports', model);
    await writeExports(exportsOf(example, model), target, most);
  }
}

if (require.main === module) void main(process.argv.slice(2));
