import { openProject } from '../../engagement/project';
import { describeProblem } from '../../catalog/problem';
import { readJson } from '../../catalog/parse';
import { openHost, type Host } from '../../host';
import { Failure, message, type Lang } from '../../messages';
import { study, type Study } from '../../office';
import {
  applyReadings,
  asksOf,
  compareReadings,
  computeReadings,
  filesOfTables,
  keptMapping,
  memoryEngine,
  parseMapping,
  planOf,
  readResult,
  signedUntil,
  standingIn,
  type Entry,
  type Loaded,
  type Made,
  type Mapping,
  type Remark,
} from '../../readings';
import type { Metric } from '../../catalog/schema';
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

/** What a run found, before anything is written. */
export interface Gathered {
  entries: Entry[];
  /** Of files, tables and metrics. */
  remarks: Remark[];
  loaded: Loaded[];
  files: Map<string, { name: string; digest: string }[]>;
  mapping?: Mapping;
}

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
  const host = await openHost(bytes);
  if (!isDry && !options.sql && !options.force) refuseLoss(lang, file, bytes);
  const studied = await host.run((context) => study(context, { catalogs }));
  const { catalog } = await openProject(
    studied.read.engagement.catalogs,
    studied.spec.lang,
    studied.catalogs,
  );
  if (options.sql) {
    progress.clear();
    return printSql(
      shell,
      await mappingOf(lang, options, studied),
      studied,
      catalog.metrics,
      options,
    );
  }
  const gathered = await gather(lang, studied, catalog.metrics, options);
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

async function gather(
  lang: Lang,
  studied: Study,
  metrics: readonly Metric[],
  options: ReadingsOptions,
): Promise<Gathered> {
  const until = options.asOf ?? today();
  const asked = asksOf(studied, metrics);
  const given = await sourceFiles(lang, [options.readings ?? []].flat());
  const [only] = given;
  const from = only ? undefined : await fromData(lang, studied, asked, options, until);
  const computed = only
    ? await readResult(only, new Set(asked.map(({ id }) => id)), until)
    : from?.computed;
  const files = only
    ? new Map([['readings', [{ name: only.name, digest: await only.digest() }]]])
    : (from?.files ?? new Map<string, { name: string; digest: string }[]>());
  const covered = signedUntil(studied);
  return {
    entries: compareReadings((computed?.made ?? []) as Made[], standingIn(studied), {
      ...(covered !== undefined && { signedUntil: covered }),
      overSigned: options.overSigned ?? false,
    }),
    remarks: [...(from?.remarks ?? []), ...(computed?.remarks ?? [])],
    loaded: computed?.loaded ?? [],
    files,
    ...(from && { mapping: from.mapping }),
  };
}

async function fromData(
  lang: Lang,
  studied: Study,
  asked: ReturnType<typeof asksOf>,
  options: ReadingsOptions,
  until: string,
) {
  const mapping = await mappingOf(lang, options, studied);
  const { byTable, remarks } = filesOfTables(mapping, await sourceFiles(lang, options.from ?? []));
  const plan = planOf(mapping, asked);
  const database = await openDatabase();
  try {
    const computed = await computeReadings(plan, byTable, database ?? memoryEngine(), until);
    const files = new Map<string, { name: string; digest: string }[]>();
    for (const [table, of] of byTable) {
      const digests = [];
      for (const one of of) digests.push({ name: one.name, digest: await one.digest() });
      files.set(table, digests);
    }
    return { mapping, remarks, computed, files };
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
    catalogs: Parameters<typeof openProject>[2] & object;
  },
): Promise<void> {
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.saving'));
  const taking = { lang: studied.spec.lang, on: today(), files, ...(mapping && { mapping }) };
  await host.run((context) =>
    applyReadings(context, studied, entries, taking, { catalogs: [...catalogs] }),
  );
  await writeBack(lang, { file, bytes }, target, await host.save());
  progress.clear();
}
