import { digestOf } from '../catalog/digest';
import {
  addSheetsOf,
  describe,
  edit,
  study as look,
  transact,
  type Change,
  type LayOutOptions,
  type Study,
} from '../office';
import type { Lang } from '../messages';
import type { Entry } from './compare';
import type { Made } from './compute';
import { evidenceOf, withOrigin } from './evidence';
import { mappingRows } from './kept';
import type { Mapping } from './mapping';

export interface Taking {
  lang: Lang;
  /** ISO day on which it is taken in. */
  on: string;
  /** Files of each table. */
  files: ReadonlyMap<string, readonly { name: string; digest: string }[]>;
  mapping?: Mapping;
}

/** What taking these readings in writes into the Readings table; what is refused writes nothing. */
export function changesOf(entries: readonly Entry[], taking: Taking): Change[] {
  return entries.flatMap(({ status, made, standing }): Change[] => {
    if (status === 'refused') return [];
    const origin = originOf(made, taking);
    if (!standing) {
      const { metric, from, date } = made;
      const cells = { metric, ...(from !== undefined && { from }), date, ...amountsOf(made) };
      return [{ table: 'readings', add: { ...cells, evidence: origin, entered: taking.on } }];
    }
    const evidence = withOrigin(standing.evidence, origin);
    if (status === 'unchanged')
      return evidence === standing.evidence
        ? []
        : [{ table: 'readings', row: standing.id, cells: { evidence } }];
    const cells = { value: null, numerator: null, denominator: null, ...amountsOf(made) };
    return [
      { table: 'readings', row: standing.id, cells: { ...cells, evidence, entered: taking.on } },
    ];
  });
}

const amountsOf = ({ value, numerator, denominator }: Made) => ({
  ...(value !== undefined && { value }),
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
});

function originOf(made: Made, { lang, files, mapping }: Taking): string {
  const { query, rows, digest, tables } = made;
  return evidenceOf(lang, {
    files: tables.flatMap((table) => files.get(table) ?? []),
    ...(mapping && { mapping: digestOf(mapping) }),
    query,
    ...(rows !== undefined && { rows }),
    digest,
  });
}

/** Writes readings into the workbook that was studied, and keeps the mapping with it. */
export async function applyReadings(
  context: Excel.RequestContext,
  studied: Study,
  entries: readonly Entry[],
  taking: Taking,
  options: LayOutOptions = {},
): Promise<void> {
  await transact(context, { task: 'merge', ...options }, async (work) => {
    const within = { ...options, work };
    let now = work.attempt === 1 ? studied : await look(context, within);
    const changes = changesOf(entries, taking);
    if (taking.mapping) {
      if (!hasMappingSheet(now)) {
        await addMappingSheet(context, now, work);
        now = await look(context, within);
      }
      changes.push(...mappingChanges(now, taking.mapping));
    }
    await edit(context, now, changes, within);
  });
}

export const hasMappingSheet = ({ read }: Study): boolean => read.matching.sheets.has('mapping');

/** Makes room for a mapping, where nothing is kept yet. */
export async function makeMappingSheet(
  context: Excel.RequestContext,
  studied: Study,
  options: LayOutOptions = {},
): Promise<void> {
  await transact(context, { task: 'merge', ...options }, async (work) => {
    const now = work.attempt === 1 ? studied : await look(context, { ...options, work });
    await addMappingSheet(context, now, work);
  });
}

async function addMappingSheet(
  context: Excel.RequestContext,
  now: Study,
  work: Parameters<typeof addSheetsOf>[3],
): Promise<void> {
  const { engagement } = now.read;
  const wanted = await describe(engagement, now.spec.lang, {
    catalogs: now.catalogs,
    mapped: true,
  });
  const sheets = wanted.sheets.filter(({ id }) => id === 'mapping');
  await addSheetsOf(context, now, { ...wanted, sheets }, work);
}

/** What brings the kept mapping from what it was to what it is. */
export function mappingChanges({ read }: Study, mapping: Mapping): Change[] {
  const there = read.engagement.mapping;
  const rows = mappingRows(mapping);
  const gone = Object.keys(there).filter((id) => !rows[id]);
  return [
    ...gone.map((row): Change => ({ table: 'mapping', clear: row })),
    ...Object.entries(rows).flatMap(([row, { says }]): Change[] => {
      if (!there[row]) return [{ table: 'mapping', id: row, add: { says: says ?? null } }];
      return there[row]?.says === says
        ? []
        : [{ table: 'mapping', row, cells: { says: says ?? null } }];
    }),
  ];
}
