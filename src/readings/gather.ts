import { openProject } from '../engagement/project';
import type { Study } from '../office';
import { compareReadings, type Entry } from './compare';
import { computeReadings, type Made } from './compute';
import type { Engine, Loaded, SourceFile } from './engine';
import { filesOfTables } from './files';
import type { Mapping } from './mapping';
import { planOf, type Asked } from './plan';
import { note, type Remark } from './remarks';
import { readResult } from './result';
import { asksOf, signedUntil, standingIn } from './studied';

/** What files come to, compared with what stands in the workbook, before anything is written. */
export interface Gathered {
  entries: Entry[];
  /** Of files, tables and metrics. */
  remarks: Remark[];
  loaded: Loaded[];
  /** Files of each table, as the evidence names them. */
  files: Map<string, { name: string; digest: string }[]>;
  mapping?: Mapping;
}

export interface GatherOptions {
  /** Last day for which the files were drawn. */
  until: string;
  overSigned?: boolean;
}

/** The workbook's metrics, and how its catalogs read them. */
export async function askedIn(study: Study): Promise<Asked[]> {
  const { engagement } = study.read;
  const { catalog } = await openProject(engagement.catalogs, study.spec.lang, study.catalogs);
  return asksOf(study, catalog.metrics);
}

/** Readings by a mapping from files of rows. */
export async function gatherReadings(
  study: Study,
  mapping: Mapping,
  given: readonly SourceFile[],
  engine: Engine,
  options: GatherOptions,
): Promise<Gathered> {
  const { byTable, remarks } = filesOfTables(mapping, given);
  for (const [table, of] of byTable) {
    const { once, again } = await eachOnce(of);
    byTable.set(table, once);
    remarks.push(
      ...again.map(({ file, as }) => note('same-file', { table, params: { file, as } })),
    );
  }
  const plan = planOf(mapping, await askedIn(study));
  const computed = await computeReadings(plan, byTable, engine, options.until);
  const files: Gathered['files'] = new Map();
  for (const [table, of] of byTable) files.set(table, await named(of));
  return {
    mapping,
    files,
    loaded: computed.loaded,
    remarks: [...remarks, ...computed.remarks],
    entries: compared(study, computed.made, options),
  };
}

/** Readings that were computed elsewhere. */
export async function gatherResult(
  study: Study,
  file: SourceFile,
  options: GatherOptions,
): Promise<Gathered> {
  const known = new Set((await askedIn(study)).map(({ id }) => id));
  const { made, remarks, loaded } = await readResult(file, known, options.until);
  const files = new Map([['readings', await named([file])]]);
  return { files, loaded, remarks, entries: compared(study, made, options) };
}

/** Files that hold the same to the byte are one, whatever they are called. */
async function eachOnce(files: readonly SourceFile[]) {
  const seen = new Map<string, SourceFile>();
  const again: { file: string; as: string }[] = [];
  for (const file of files) {
    const digest = await file.digest();
    const same = seen.get(digest);
    if (same) again.push({ file: file.name, as: same.name });
    else seen.set(digest, file);
  }
  return { once: [...seen.values()], again };
}

const named = (files: readonly SourceFile[]) =>
  Promise.all(files.map(async (file) => ({ name: file.name, digest: await file.digest() })));

function compared(study: Study, made: readonly Made[], { overSigned = false }: GatherOptions) {
  const covered = signedUntil(study);
  return compareReadings(made, standingIn(study), {
    ...(covered !== undefined && { signedUntil: covered }),
    overSigned,
  });
}
