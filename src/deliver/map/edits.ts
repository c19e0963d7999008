import type { ItemKind } from '../../catalog/items';
import { freeIds } from '../../engagement/ownIds';
import { ownPrefix } from '../../engagement/register';
import type { Engagement, Store } from '../../engagement/schema';
import { setCell } from '../../engagement/setCell';
import { rowsOf, type Cells, type Outline } from '../outline';
import type { MapMerge, MapPart } from './merge';

/** What a merge changes, table by table; entries of lists by their ids. */
export interface MapEdits {
  /** The engagement's title. */
  project?: string;
  cells: { table: string; row: string; column: string; value: string }[];
  rows: { table: string; cells: Record<string, string> }[];
}

const tableOf = (step: ItemKind): string => (step === 'metric' ? 'metrics' : step);

/** @param outline of the workbook as it stands */
export function editsOf(merge: MapMerge, outline: Outline): MapEdits {
  const edits: MapEdits = { cells: [], rows: [] };
  const rows = new Map<string, Cells>();
  for (const { id: step } of outline.steps)
    for (const { id, cells } of rowsOf(outline, tableOf(step))) rows.set(id, cells);
  for (const { id, step, part, map } of merge.changes) {
    if (part === 'title') edits.project = map;
    if (step === null) continue;
    const cells = rows.get(id) ?? {};
    const column = columnOf(step, part, id, cells);
    const isBack = column === 'wording' && map === String(cells.item ?? '');
    const said = isBack ? '' : part === 'pick' && map === '' ? 'yes' : map;
    const value = entryOf(outline, step, column, said);
    edits.cells.push({ table: tableOf(step), row: id, column, value });
  }
  for (const { step, dimension, text, note, fields } of merge.additions) {
    const { pick, priority, phase, owner, comment } = fields;
    const words: Record<string, string | undefined> = {
      dimension,
      item: text,
      explanation: note,
      ...(step === 'metric'
        ? { use: 'yes', owner, comment }
        : { pick: pick ?? 'yes', priority, phase, owner, comment }),
    };
    edits.rows.push({
      table: tableOf(step),
      cells: Object.fromEntries(
        Object.entries(words).flatMap(([column, word]) =>
          word ? [[column, entryOf(outline, step, column, word)]] : [],
        ),
      ),
    });
  }
  return edits;
}

function columnOf(step: ItemKind, part: MapPart, id: string, cells: Cells): string {
  if (part === 'presence' || part === 'pick') return step === 'metric' ? 'use' : 'pick';
  if (part === 'note') return 'explanation';
  if (part !== 'text') return part;
  if (step === 'metric') return 'item';
  return id.startsWith('custom.') && !cells.wording ? 'item' : 'wording';
}

/** The entry that a word of a list stands for; other words as they are. */
function entryOf(outline: Outline, step: ItemKind, column: string, given: string): string {
  const lists: Record<string, string> = {
    pick: 'pick',
    use: 'yesNo',
    priority: 'priority',
    phase: 'phase',
    dimension: `dimension.${step}`,
  };
  const words = outline.words[lists[column] ?? ''];
  if (!words || words[given] !== undefined) return given;
  return Object.entries(words).find(([, label]) => label === given)?.[0] ?? given;
}

/** The edits as what somebody says in a workbook. */
export const saidBy = ({ project, cells, rows }: MapEdits) => [
  ...(project === undefined ? [] : [{ name: 'Engagement.Project', value: project }]),
  ...cells.map(({ table, row, column, value }) => ({
    table,
    row,
    cells: { [column]: value === '' ? null : value },
  })),
  ...rows.map(({ table, cells }) => ({ table, add: cells })),
];

/** Columns whose text the catalog gives, so that a change to them is an edit. */
const given = (table: string) => [
  'item',
  'explanation',
  'dimension',
  ...(table === 'metrics' ? ['owner'] : []),
];

/** The engagement with the edits; rows that are new get the next free ids. */
export function applyEdits(engagement: Engagement, edits: MapEdits): Engagement {
  const next = structuredClone(engagement);
  if (edits.project !== undefined) next.settings.project = edits.project;
  for (const { table, row, column, value } of edits.cells) {
    const isGiven = given(table).includes(column) && !row.startsWith('custom.');
    const place = { row, column, ...(isGiven ? { table } : { store: table }) };
    setCell(next, place, value === '' ? null : value);
  }
  for (const { table, cells } of edits.rows) {
    const store = next[table as Store];
    const row = freeIds(ownPrefix(table), (id) => Object.hasOwn(store, id))();
    for (const [column, value] of Object.entries(cells))
      setCell(next, { store: table, row, column }, value);
  }
  return next;
}
