import { itemKinds } from '../catalog/items';
import { words, type WordList } from '../engagement/register';
import { curvePresets } from './bet';
import { read, say, type Context } from './context';
import type { ListSpec } from './spec';
import { itemLists, type valueWords } from './value';

/** Lists whose entries a user may reword or add to; the others are compared with in formulas. */
const open: readonly WordList[] = ['priority', 'phase', 'effort', 'maturity'];

const pascal = (id: string) =>
  id
    .split(/[.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

type Words = typeof words & typeof valueWords;
/** Of every entry; one without its message does not compile. */
type EntryKey = { [L in keyof Words]: `list.${L}.${Words[L][number]}` }[keyof Words];

export const listLabel = <L extends keyof Words>(
  context: Context,
  list: L,
  entry: Words[L][number],
) => say(context, `list.${list}.${entry}` as EntryKey);

type Entry = { id: string; label: string };

/** The table on the sheet of lists that holds a list's entries. */
export const listTable = (list: string) => `list.${list}`;

/** Ids of all lists, whatever the catalog and language. */
export const listIds: readonly string[] = [
  ...Object.keys(words),
  ...itemKinds.map((step) => `dimension.${step}`),
  'module',
  'metric',
  'driver',
  'node',
  'curve',
];

/** The defined name of a list's entries; without the dot, the name of their table. */
const listName = (id: string) => `List.${pascal(id)}`;
export const listTableName = (id: string) => listName(id).replace('.', '');

/** Every drop-down of the workbook. Entry ids are what an engagement keeps. */
export function describeLists(context: Context): ListSpec[] {
  const brought = (Object.keys(words) as WordList[]).map((id) => ({
    id: id as string,
    name: listName(id),
    title: say(context, `list.${id}`),
    open: open.includes(id),
    entries: words[id].map((entry) => ({
      id: entry as string,
      label: say(context, `list.${id}.${entry}` as EntryKey),
    })),
  }));
  const dimensions = itemKinds.map((step) => ({
    id: `dimension.${step}`,
    name: listName(`dimension.${step}`),
    title: say(context, `list.dimension.${step}`),
    open: true,
    entries: context.catalog.dimensions
      .filter((dimension) => dimension.holds.includes(step))
      .map((dimension) => ({ id: dimension.id, label: read(context, dimension.name) })),
  }));
  const modules = {
    id: 'module',
    name: listName('module'),
    title: say(context, 'list.module'),
    open: true,
    entries: context.catalog.modules.map((module) => ({
      id: module.id,
      label: read(context, module.name),
    })),
  };
  const curves = {
    id: 'curve',
    name: listName('curve'),
    title: say(context, 'list.curve'),
    open: true,
    entries: curvePresets.map(({ id }) => ({ id, label: say(context, `curve.${id}`) })),
  };
  return [...brought, ...dimensions, modules, ...itemLists(context), curves].map((list) =>
    answered(context, list),
  );
}

/** What a user made of the entries: fewer of them, more of them, other words where no formula compares with them. */
function answered(
  context: Context,
  list: Omit<ListSpec, 'entries'> & { entries: Entry[] },
): ListSpec {
  const table = listTable(list.id);
  const removed = new Set(context.engagement.removed[table]);
  const edits = context.engagement.edits[table] ?? {};
  const word = (id: string) => edits[id]?.entry;
  const known = new Set(list.entries.map((entry) => entry.id));
  return {
    ...list,
    entries: [
      ...list.entries
        .filter((entry) => !removed.has(entry.id))
        .map(({ id, label }) => ({
          id,
          label: list.open ? String(word(id) ?? label) : label,
          usual: label,
        })),
      ...Object.keys(edits)
        .filter((id) => !known.has(id))
        .map((id) => ({ id, label: String(word(id) ?? id) })),
    ],
  };
}
