import { stages } from '../engagement/schema';
import type { MessageKey } from '../messages';
import { betLists, curvePresets } from './bet';
import { read, say, type Context } from './context';
import type { ListSpec } from './spec';
import { itemLists, valueLists, type valueWords } from './value';

const fixed = {
  pick: ['yes', 'maybe', 'no'],
  priority: ['high', 'medium', 'low'],
  phase: ['now', 'next', 'later'],
  status: ['open', 'doing', 'done'],
  stage: stages,
  effort: ['S', 'M', 'L', 'XL'],
  maturity: ['proven', 'growing', 'emerging'],
  lead: ['vendor', 'client'],
  mode: ['online', 'offline'],
  wording: ['author', 'house'],
  ...valueLists,
  ...betLists,
} as const;

/** Lists whose entries a user may reword or add to; the others are compared with in formulas. */
const open: readonly string[] = ['priority', 'phase', 'effort', 'maturity'];

const pascal = (id: string) =>
  id
    .split(/[.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

export const listLabel = (
  context: Context,
  list: keyof typeof fixed | keyof typeof valueWords,
  entry: string,
) => say(context, `list.${list}.${entry}` as MessageKey);

type Entry = { id: string; label: string };

/** The table on the sheet of lists that holds a list's entries. */
export const listTable = (list: string) => `list.${list}`;

const stepsWithDimensions = ['ask', 'plan', 'pain', 'function', 'innovation', 'metric'] as const;

/** Ids of all lists, whatever the catalog and language. */
export const listIds: readonly string[] = [
  ...Object.keys(fixed),
  ...stepsWithDimensions.map((step) => `dimension.${step}`),
  'module',
  'metric',
  'driver',
  'curve',
];

/** The defined name of a list's entries; without the dot, the name of their table. */
const listName = (id: string) => `List.${pascal(id)}`;
export const listTableName = (id: string) => listName(id).replace('.', '');

/** Every drop-down of the workbook. Entry ids are what an engagement keeps. */
export function describeLists(context: Context): ListSpec[] {
  const words = Object.entries(fixed).map(([id, entries]) => ({
    id,
    name: listName(id),
    title: say(context, `list.${id}` as MessageKey),
    open: open.includes(id),
    entries: entries.map((entry) => ({
      id: entry as string,
      label: say(context, `list.${id}.${entry}` as MessageKey),
    })),
  }));
  const dimensions = stepsWithDimensions.map((step) => ({
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
  return [...words, ...dimensions, modules, ...itemLists(context), curves].map((list) =>
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
