import { steps } from '../catalog/steps';
import { hashCatalog } from '../catalog/hash';
import type { Catalog } from '../catalog/schema';
import { compareVersions } from '../catalog/version';
import {
  fingerprint,
  textColumns,
  type CellValue,
  type ColumnSpec,
  type TableBlock,
} from '../workbook';
import { laidTables, type LaidRows } from './laid';
import { tablesOf } from './naming';
import { retiredRows } from './retired';
import { shown } from './cells';
import { layOut, readOurs, type LayOutOptions, type Ours } from './workbook';
import { NotUpgradableError } from './errors';
import type { LaidOut } from './layOut';

/** What a newer catalog brings to a workbook that was laid out from an earlier one. */
export interface Upgrade {
  catalogs: { id: string; from: Edition; to: Edition }[];
  changes: UpgradeChange[];
  /** Links between items: which item calls for which, or moves which metric. */
  links: { added: number; removed: number };
}

interface Edition {
  version: string;
  hash: string;
}

export interface UpgradeChange {
  kind: 'added' | 'reworded' | 'moved' | 'retired';
  /** Id of the table: ask, plan, pain, function, innovation, metrics, drivers. */
  table: string;
  id: string;
  /** The item's text: as it will be, or as it is where it goes. */
  text: string;
  /** Which columns change, in the workbook's words; of an item that comes or goes, none. */
  columns: { id: string; header: string; from: string; to: string }[];
  /**
   * comes: a new row · renewed: the new text takes the place of the old · kept: someone has changed
   * the text, theirs stays · stays: answered, so the row stays and says that it is retired · goes:
   * nobody has answered
   */
  outcome: 'comes' | 'renewed' | 'kept' | 'stays' | 'goes';
  /** What the client has picked there: "yes", "maybe", "no"; null when nothing. */
  pick: string | null;
}

/** Of the catalog; the other tables are the layout's. */
const upgraded: string[] = [...steps, 'metrics', 'drivers'];
const places = ['dimension', 'module', 'transformation'];

/**
 * Lays out from these catalogs, and says what that changes by id: what was laid out, what stands there
 * now and what the catalog says are compared. What people said stays; answered items that the catalog
 * has retired stay and say so. In a dry run nothing is written.
 * @throws NotUpgradableError, NotOursError, NewerLayoutError, UnknownCatalogError
 */
export async function upgrade(
  context: Excel.RequestContext,
  options: LayOutOptions = {},
): Promise<{ upgrade: Upgrade; laid: LaidOut }> {
  const found = compared(await readOurs(context, options), options.catalogs ?? []);
  const how: LayOutOptions = { task: 'upgrade', ...options, retire: true };
  return { upgrade: found, laid: await layOut(context, undefined, how) };
}

function compared(ours: Ours, given: readonly Catalog[]): Upgrade {
  const { inspection, read, blank } = ours;
  const catalogs = editions(ours, given);
  const laid = laidTables(read.matching.tables);
  const retired = new Map(
    retiredRows(read, blank).map((row) => [`${row.table} ${row.id}`, row.answered]),
  );
  const changes = tablesOf(blank.sheets)
    .filter(({ id }) => upgraded.includes(id))
    .flatMap((block) => tableChanges(ours, block, laid.get(block.id) ?? new Map(), retired));
  const links = { added: 0, removed: 0 };
  for (const block of tablesOf(blank.sheets).filter(isLinks)) {
    const snapshot = inspection.snapshots.get(block.name);
    const named = (cells: readonly unknown[]) => cells.slice(0, 3).map(String).join(' ');
    const standing = new Set(
      (snapshot?.values ?? []).filter(([from]) => from !== '' && from !== null).map(named),
    );
    const wanted = new Set(
      block.rows.map(({ cells }) => named([cells.from, cells.to, cells.strength])),
    );
    links.added += [...wanted].filter((one) => !standing.has(one)).length;
    links.removed += [...standing].filter((one) => !wanted.has(one)).length;
  }
  return { catalogs, changes, links };
}

const isLinks = ({ id, columns }: TableBlock) =>
  id.startsWith('links.') && columns.some((column) => column.id === 'strength');

/** @throws NotUpgradableError */
function editions({ inspection, blank }: Ours, given: readonly Catalog[]): Upgrade['catalogs'] {
  const had = new Map(
    [...inspection.facts]
      .filter(([key]) => key.startsWith('catalog.'))
      .map(([key, value]): [string, Edition] => {
        const [version = '', hash = ''] = value.split(' ');
        return [key.slice('catalog.'.length), { version, hash }];
      }),
  );
  for (const catalog of given) {
    if (had.has(catalog.id)) continue;
    const known = [...had.keys()].join(', ');
    throw new NotUpgradableError('other', catalog.id, catalog.version, known);
  }
  const facts = tablesOf(blank.sheets).find(({ id }) => id === 'provenance.facts')?.rows ?? [];
  return [...had].map(([id, from]) => {
    const own = given.find((catalog) => catalog.id === id);
    const fact = String(facts.find((row) => row.id === `catalog.${id}`)?.cells.value ?? '');
    const [version = '', hash = ''] = own ? [own.version, hashCatalog(own)] : fact.split(' ');
    if (compareVersions(version, from.version) < 0)
      throw new NotUpgradableError('older', id, version, from.version);
    return { id, from, to: { version, hash } };
  });
}

/** An earlier upgrade has laid the row out without a text of the catalog. */
const wasRetired = (marks: readonly string[] | undefined) =>
  marks?.every((mark) => mark === fingerprint(null)) ?? false;

function tableChanges(
  { read, blank }: Ours,
  block: TableBlock,
  laid: LaidRows,
  retired: ReadonlyMap<string, boolean>,
): UpgradeChange[] {
  const matched = read.matching.tables.get(block.id);
  const order = read.order.get(block.id) ?? [];
  const texts = textColumns(block);
  const standing = (id: string, column: string): CellValue => {
    const position = matched?.positions.get(column);
    const row = order.indexOf(id);
    return position === undefined
      ? null
      : ((matched?.snapshot.values[row]?.[position] as CellValue) ?? null);
  };
  const pickOf = (id: string): string | null => {
    const answers = read.engagement[block.store as 'ask'][id];
    return answers?.pick === undefined || answers.pick === null ? null : String(answers.pick);
  };
  const base = { table: block.id, columns: [] };
  const changes: UpgradeChange[] = [];
  for (const { id, cells } of block.rows) {
    const text = String(cells.item ?? '');
    const marks = laid.get(id);
    if (!marks) {
      if (!order.includes(id))
        changes.push({ ...base, kind: 'added', id, text, outcome: 'comes', pick: null });
      continue;
    }
    if (!order.includes(id)) continue;
    const changed = (column: ColumnSpec) => {
      const mark = marks[texts.indexOf(column)];
      return mark !== undefined && mark !== fingerprint(cells[column.id]);
    };
    const edits = read.engagement.edits[block.id]?.[id] ?? {};
    for (const kind of ['moved', 'reworded'] as const) {
      const columns = texts.filter(
        (column) => places.includes(column.id) === (kind === 'moved') && changed(column),
      );
      for (const outcome of ['renewed', 'kept'] as const) {
        const these = columns.filter(({ id: one }) => one in edits === (outcome === 'kept'));
        if (these.length === 0) continue;
        const told = these.map((column) => ({
          id: column.id,
          header: column.header,
          from: String(standing(id, column.id) ?? ''),
          to: String(shown(blank, column, cells[column.id]) ?? ''),
        }));
        changes.push({ ...base, kind, id, text, columns: told, outcome, pick: pickOf(id) });
      }
    }
  }
  for (const id of order) {
    const answered = retired.get(`${block.id} ${id}`);
    if (!id || answered === undefined || wasRetired(laid.get(id))) continue;
    const text = String(standing(id, 'item') ?? '');
    const outcome = answered ? 'stays' : 'goes';
    changes.push({ ...base, kind: 'retired', id, text, outcome, pick: pickOf(id) });
  }
  return changes;
}
