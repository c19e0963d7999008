import type { CellValue } from '../rules';
import { engagementId } from '../engagement/identity';
import { links, type LinkKind } from '../catalog/links';
import { itemKinds, type ItemKind } from '../catalog/items';
import type { Catalog } from '../catalog/schema';
import type { Settings } from '../engagement/schema';
import type { Lang } from '../messages';
import { holdable } from '../xml';

/**
 * An engagement's story as plain data, in one language: what was picked and why, and every figure as
 * the workbook has it. Map, slides and papers are drawn from it and from nothing else, so its texts are
 * made fit for their files once, here.
 */
export interface Outline {
  lang: Lang;
  /** Which engagement it is, without telling anything about it. */
  engagement: string;
  title: string;
  steps: OutlineStep[];
  whys: Why[];
  /** By the id of the table, e.g. "roi.years". */
  tables: Record<string, OutlineTable>;
  /** Named cells, e.g. "Roi.Npv". */
  fields: Record<string, OutlineField>;
  /** What the workbook calls a sheet, by its id. */
  sheets: Record<string, string>;
  /** List → entry → its word. */
  words: Record<string, Record<string, string>>;
}

export type Cells = Record<string, CellValue>;

export interface OutlineTable {
  /** Id of the sheet on which it stands. */
  sheet: string;
  columns: { id: string; header: string; kind: string; list?: string }[];
  rows: { id: string; cells: Cells }[];
}

export interface OutlineField {
  label: string;
  kind: string;
  list?: string;
  value: CellValue;
}

export interface OutlineStep {
  id: ItemKind;
  name: string;
  /** How many items the step offers. */
  offered: number;
  /** By dimension, in the order of the sheet; only those with something picked. */
  groups: { id: string; name: string; items: OutlineItem[] }[];
}

export interface OutlineItem {
  id: string;
  step: ItemKind;
  dimension: string;
  /** As the client words it. */
  text: string;
  explanation: string;
  /** "yes", "maybe" or what someone typed instead. */
  pick: string;
  priority: string;
  phase: string;
  owner: string;
  comment: string;
  /** Added by the client, not of the catalog. */
  own: boolean;
  row: Cells;
}

/** From the cause to the effect, both picked. */
export interface Why {
  kind: LinkKind;
  from: string;
  to: string;
  strength: 1 | 2 | 3;
}

/** What of a described workbook an outline is made of. */
export interface DescribedBook {
  lang: Lang;
  title: string;
  sheets: { id: string; name: string; blocks: DescribedBlock[] }[];
  lists: { id: string; entries: { id: string; label: string }[] }[];
}

type DescribedBlock =
  | { kind: 'text' | 'chart'; id: string }
  | {
      kind: 'fields';
      id: string;
      fields: { name: string; label: string; kind: string; list?: string; value?: CellValue }[];
    }
  | {
      kind: 'table';
      id: string;
      columns: { id: string; header: string; kind: string; list?: string }[];
      rows: { id: string; cells: Cells }[];
    };

/** What a workbook computed: table → row id → column id; named cells by name. */
export interface BookResults {
  tables: Record<string, Record<string, Cells>>;
  names: Cells;
}

/**
 * @param book the workbook as it stands: rows in their order, with what people said
 * @param results what its formulas computed
 * @param catalog in the book's language
 */
export function outlineOf(book: DescribedBook, results: BookResults, catalog: Catalog): Outline {
  const words = Object.fromEntries(
    book.lists.map(({ id, entries }) => [
      id,
      Object.fromEntries(entries.map((entry) => [entry.id, entry.label])),
    ]),
  );
  const tables: Outline['tables'] = {};
  const fields: Outline['fields'] = {};
  for (const sheet of book.sheets) {
    for (const block of sheet.blocks) {
      if (block.kind === 'table') {
        const computed = results.tables[block.id] ?? {};
        const rows = block.rows
          .filter(({ id }) => id !== '')
          .map(({ id, cells }) => ({ id, cells: { ...cells, ...computed[id] } }));
        tables[block.id] = { sheet: sheet.id, columns: block.columns, rows };
      }
      if (block.kind === 'fields')
        for (const { name, label, kind, list, value } of block.fields)
          fields[name] = {
            label,
            kind,
            ...(list !== undefined && { list }),
            value: results.names[name] ?? value ?? null,
          };
    }
  }
  const sheets = Object.fromEntries(book.sheets.map(({ id, name }) => [id, name]));
  const steps = itemKinds.map((step) => stepOf(step, tables, words, sheets));
  const picked = new Set(
    steps.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ id }) => id))),
  );
  const whys = links(catalog).filter(({ from, to }) => picked.has(from) && picked.has(to));
  const { lang, title } = book;
  const said = (name: string) => fields[`Engagement.${name}`]?.value ?? undefined;
  const settings = { client: said('Client'), vendor: said('Vendor'), project: said('Project') };
  const engagement = engagementId(settings as Settings, catalog.id);
  return holdable({ lang, engagement, title, steps, whys, tables, fields, sheets, words });
}

const textOf = (value: CellValue | undefined) =>
  value === null || value === undefined ? '' : String(value);

const tableOfStep = (step: ItemKind) => (step === 'metric' ? 'metrics' : step);

function stepOf(
  step: ItemKind,
  tables: Outline['tables'],
  words: Outline['words'],
  sheets: Outline['sheets'],
): OutlineStep {
  const id = tableOfStep(step);
  const rows = tables[id]?.rows ?? [];
  const groups = new Map<string, OutlineItem[]>();
  for (const row of rows) {
    const item = itemOf(step, row);
    if (!isIn(item)) continue;
    const group = groups.get(item.dimension) ?? [];
    group.push(item);
    groups.set(item.dimension, group);
  }
  return {
    id: step,
    name: sheets[id] ?? step,
    offered: rows.filter(({ cells }) => textOf(cells.item) !== '').length,
    groups: [...groups].map(([dimension, items]) => ({
      id: dimension,
      name: words[`dimension.${step}`]?.[dimension] ?? dimension,
      items,
    })),
  };
}

const isIn = ({ pick, text }: OutlineItem) => text !== '' && (pick === 'yes' || pick === 'maybe');

function itemOf(step: ItemKind, { id, cells }: { id: string; cells: Cells }): OutlineItem {
  const pick = step === 'metric' ? (cells.inScope === 1 ? 'yes' : 'no') : textOf(cells.pick);
  return {
    id,
    step,
    dimension: textOf(cells.dimension),
    text: textOf(cells.wording) || textOf(cells.item),
    explanation: textOf(cells.explanation),
    pick,
    priority: textOf(cells.priority),
    phase: textOf(cells.phase),
    owner: textOf(cells.owner),
    comment: textOf(cells.comment),
    own: id.startsWith('custom.'),
    row: cells,
  };
}

/** Every picked item of a step, or of all of them. */
export const itemsOf = ({ steps }: Outline, step?: ItemKind): OutlineItem[] =>
  steps
    .filter(({ id }) => step === undefined || id === step)
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items));

export const rowsOf = ({ tables }: Outline, table: string) => tables[table]?.rows ?? [];

export const fieldOf = ({ fields }: Outline, name: string): CellValue =>
  fields[name]?.value ?? null;
