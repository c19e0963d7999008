import { steps } from '../../catalog/steps';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { newHost } from '../hosts';
import { message, type Lang } from '../../messages';
import { layOutSpec } from '../../office';
import {
  csvHead,
  csvLine,
  describePortfolio,
  isOtherSplit,
  ItemTally,
  mostBookRows,
  partName,
  portfolioVersion,
  tableNames,
  tables,
  type PortfolioRow,
  type Shard,
  type TableName,
  type WorkbookRows,
} from '../../portfolio';
import { growOut, mayWrite, writeOut, type GrowingFile } from '../files';
import { InputError } from '../io';
import type { CollectOptions } from './experienceProgram';

type OutputOptions = Pick<CollectOptions, 'out' | 'table' | 'format' | 'force' | 'lang'> & {
  /** When the folder was read, which is when the portfolio is of. */
  readAt: string;
};

/** Takes the rows of one workbook after the other; nothing stands under its name before the end. */
export interface Output {
  add(rows: WorkbookRows): Promise<void>;
  /**
   * @param files the rows of the table of files
   * @returns the files written
   */
  finish(files: PortfolioRow[]): Promise<string[]>;
  abandon(): Promise<void>;
}

/** Whether --out names a folder for all tables. */
export const isFolder = (out: string): boolean =>
  !['.xlsx', '.csv', '.parquet'].includes(path.extname(out).toLowerCase());

const formats = ['parquet', 'csv'] as const;
type Format = (typeof formats)[number];

/** What --out, --table, --format and --shard together ask for. @throws InputError */
export async function outputOf(
  lang: Lang,
  options: OutputOptions,
  shard: Shard | undefined,
): Promise<Output> {
  const { out } = options;
  const ending = path.extname(out).toLowerCase();
  const single = !isFolder(out);
  if (single && shard) throw new InputError(message(lang, 'cli.collect.shardOut'));
  const unfit =
    options.format !== undefined && single
      ? '--format'
      : options.table !== undefined && (!single || ending === '.xlsx')
        ? '--table'
        : undefined;
  if (unfit !== undefined)
    throw new InputError(message(lang, 'cli.collect.unused', { option: unfit, file: out }));
  if (!single) return folderOutput(lang, options, shard);
  mayWrite(lang, out, options);
  if (ending === '.xlsx') return bookOutput(lang, options);
  const table = oneOf(lang, 'cli.collect.table', tableNames, options.table ?? 'engagements');
  return tablesOutput(lang, new Map([[table, out]]), ending === '.csv' ? 'csv' : 'parquet');
}

function oneOf<T extends string>(
  lang: Lang,
  key: 'cli.collect.table' | 'cli.collect.format',
  known: readonly T[],
  name: string,
): T {
  const match = known.find((one) => one === name);
  if (match) return match;
  throw new InputError(message(lang, key, { name, values: known.join(', ') }));
}

/** Every table in a folder of its own, as query engines want it. A part replaces the same part, and never stands beside another split. */
async function folderOutput(
  lang: Lang,
  options: OutputOptions,
  shard: Shard | undefined,
): Promise<Output> {
  const { out: folder } = options;
  const format = oneOf(lang, 'cli.collect.format', formats, options.format ?? 'parquet');
  const files = new Map(
    tableNames.map((table) => [table, path.join(folder, table, partName(table, format, shard))]),
  );
  for (const [table, file] of files) {
    if (!shard) mayWrite(lang, file, options);
    const present = await readdir(path.dirname(file)).catch(() => []);
    const other = present.find((name) => isOtherSplit(name, table, format, shard));
    if (other !== undefined)
      throw new InputError(
        message(lang, 'cli.collect.otherSplit', { folder: path.dirname(file), file: other }),
      );
  }
  return tablesOutput(lang, files, format, shard);
}

/** A table that is written as it comes. */
interface Sink {
  file: string;
  add(rows: PortfolioRow[]): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

async function tablesOutput(
  lang: Lang,
  files: ReadonlyMap<TableName, string>,
  format: Format,
  shard?: Shard,
): Promise<Output> {
  const sinks: [TableName, Sink][] = [];
  for (const [table, file] of files) {
    const target = await growOut(lang, file);
    const sink =
      format === 'csv' ? csvSink(table, target) : await parquetSink(table, target, shard);
    sinks.push([table, { ...sink, file, abandon: target.abandon }]);
  }
  return {
    async add(rows) {
      for (const [table, sink] of sinks) if (table !== 'files') await sink.add(rows[table]);
    },
    async finish(found) {
      for (const [table, sink] of sinks) if (table === 'files') await sink.add(found);
      for (const [, sink] of sinks) await sink.finish();
      return sinks.map(([, { file }]) => file);
    },
    async abandon() {
      for (const [, sink] of sinks) await sink.abandon();
    },
  };
}

function csvSink(table: TableName, target: GrowingFile): Pick<Sink, 'add' | 'finish'> {
  let head = csvHead(tables[table]);
  const take = (text: string) => {
    const content = head + text;
    head = '';
    return target.add(content);
  };
  return {
    add: (rows) => take(rows.map((row) => csvLine(tables[table], row)).join('')),
    async finish() {
      await take('');
      await target.finish();
    },
  };
}

async function parquetSink(
  table: TableName,
  target: GrowingFile,
  shard: Shard | undefined,
): Promise<Pick<Sink, 'add' | 'finish'>> {
  const { parquetStream } = await import('../../portfolio/parquet');
  const ready: Uint8Array[] = [];
  const facts = {
    'appfi.table': table,
    'appfi.version': String(portfolioVersion),
    ...(shard && { 'appfi.shard': `${shard.index}/${shard.of}` }),
  };
  const stream = parquetStream(tables[table], facts, (bytes) => ready.push(bytes));
  const write = async () => {
    for (const bytes of ready.splice(0)) await target.add(bytes);
  };
  return {
    async add(rows) {
      for (const row of rows) stream.add(row);
      await write();
    },
    async finish() {
      stream.finish();
      await write();
      await target.finish();
    },
  };
}

/** The portfolio workbook. Its rows are held until all are there; picks only as counts. */
function bookOutput(lang: Lang, { out, lang: asked, readAt }: OutputOptions): Output {
  const tally = new ItemTally();
  const kept: Omit<WorkbookRows, 'picks'> = { engagements: [], metrics: [], settlements: [] };
  return {
    add(rows) {
      for (const pick of rows.picks) tally.add(pick);
      for (const table of ['engagements', 'metrics', 'settlements'] as const) {
        kept[table].push(...rows[table]);
        const count = kept[table].length;
        if (count > mostBookRows)
          throw new InputError(
            message(lang, 'cli.collect.many', { table, count, limit: mostBookRows }),
          );
      }
      return Promise.resolve();
    },
    async finish(files) {
      const content = { ...kept, items: tally.items(steps), files };
      const spec = describePortfolio(asked ?? lang, content);
      const host = newHost();
      await host.run((context) => layOutSpec(context, spec));
      await writeOut(lang, out, await host.save({ savedAt: new Date(readAt) }));
      return [out];
    },
    abandon: () => Promise.resolve(),
  };
}
