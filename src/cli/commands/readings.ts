import { describeProblem } from '../../catalog/problem';
import { readJson } from '../../catalog/parse';
import { type Host } from '../../host';
import { hostOf } from '../hosts';
import { Failure, message, type Lang } from '../../messages';
import { study, type Study } from '../../office';
import {
  applyReadings,
  gatherReadings,
  gatherResult,
  keptMapping,
  memoryEngine,
  parseMapping,
  type Gathered,
  type Mapping,
} from '../../readings';
import type { Catalog } from '../../catalog/schema';
import { loadCatalogs } from '../catalogFile';
import { today } from '../days';
import { readBytes, readText } from '../files';
import { done, found, InputError, progressLine, type Shell } from '../io';
import { refuseLoss, workbookEnding } from '../lost';
import { openDatabase } from '../readings/duckdb';
import { sourceFiles } from '../readings/sourceFiles';
import { printSql } from '../readings/printSql';
import { reportReadings } from '../readings/report';
import { mayWriteBack, writeBack } from '../writeBack';
import type { ReadingsOptions } from './readingsProgram';

/** Readings from a client's data into the workbook; shown first, written whole or not at all. */
export async function run(
  shell: Shell,
  [file]: [string],
  options: ReadingsOptions,
): Promise<number> {
  const { io, lang } = shell;
  const target = options.out ?? file;
  const isDry = options.dryRun ?? false;
  if (!options.sql && options.from === undefined && options.readings === undefined)
    throw new InputError(message(lang, 'cli.readings.source'));
  if (options.out !== undefined)
    mayWriteBack(lang, file, options.out, options, workbookEnding(file));
  const bytes = await readBytes(lang, file);
  const catalogs = await loadCatalogs(lang, options.catalog ?? []);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await hostOf(bytes);
  if (!isDry && !options.sql && !options.force) refuseLoss(lang, file, bytes);
  const studied = await host.run((context) => study(context, { catalogs }));
  if (options.sql) {
    progress.clear();
    const dialect = options.sql === true ? 'trino' : options.sql;
    return printSql(shell, await mappingOf(lang, options, studied), studied, dialect, options);
  }
  const gathered = await gather(lang, studied, options);
  progress.clear();
  const isRefused =
    gathered.remarks.some(({ severity }) => severity === 'refused') ||
    gathered.entries.some(({ status }) => status === 'refused');
  const writes = !isDry && (!isRefused || (options.partial ?? false));
  if (writes) await write(shell, host, studied, gathered, { file, bytes, target, catalogs });
  reportReadings(shell, gathered, {
    json: options.json ?? false,
    ...(writes && { written: target }),
    held: !isDry && !writes,
  });
  return isRefused ? found : done;
}

async function gather(lang: Lang, studied: Study, options: ReadingsOptions): Promise<Gathered> {
  const until = options.asOf ?? today();
  const overSigned = options.overSigned ?? false;
  const [result] = await sourceFiles(lang, [options.readings ?? []].flat());
  if (result) return gatherResult(studied, result, { until, overSigned });
  const mapping = await mappingOf(lang, options, studied);
  const files = await sourceFiles(lang, options.from ?? []);
  const database = await openDatabase();
  try {
    const engine = database ?? memoryEngine();
    return await gatherReadings(studied, mapping, files, engine, { until, overSigned });
  } finally {
    await database?.close();
  }
}

/** @throws InputError, Failure where there is none, or it cannot be used */
async function mappingOf(lang: Lang, options: ReadingsOptions, studied: Study): Promise<Mapping> {
  const file = options.mapping;
  if (file === undefined) {
    const kept = keptMapping(studied.read.engagement);
    if (!kept) throw new Failure('readings-no-mapping');
    return kept;
  }
  const { json, problems } = readJson(await readText(lang, file));
  const parsed = problems.length > 0 ? { problems } : parseMapping(json);
  if ('mapping' in parsed && parsed.mapping) return parsed.mapping;
  const detail = parsed.problems.map((one) => describeProblem(lang, one)).join(' ');
  throw new Failure('readings-bad-mapping', { mapping: file, detail });
}

async function write(
  { io, lang }: Shell,
  host: Host,
  studied: Study,
  { entries, files, mapping }: Gathered,
  {
    file,
    bytes,
    target,
    catalogs,
  }: {
    file: string;
    bytes: Uint8Array;
    target: string;
    catalogs: readonly Catalog[];
  },
): Promise<void> {
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.saving'));
  const taking = { lang: studied.spec.lang, on: today(), files, ...(mapping && { mapping }) };
  await host.run((context) => applyReadings(context, studied, entries, taking, { catalogs }));
  await writeBack(lang, { file, bytes }, target, await host.save());
  progress.clear();
}
