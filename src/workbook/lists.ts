import type { MessageKey } from '../messages';
import { read, say, type Context } from './context';
import type { ListSpec } from './spec';

const fixed = {
  pick: ['yes', 'maybe', 'no'],
  priority: ['high', 'medium', 'low'],
  phase: ['now', 'next', 'later'],
  status: ['open', 'doing', 'done'],
  stage: ['micro-consulting', 'consulting', 'delivery', 'coaching'],
  effort: ['S', 'M', 'L', 'XL'],
  maturity: ['proven', 'growing', 'emerging'],
  lead: ['vendor', 'client'],
  mode: ['online', 'offline'],
  wording: ['author', 'house'],
} as const;

/** Lists whose entries a user may reword or add to; the others are compared with in formulas. */
const open: readonly string[] = ['priority', 'phase', 'effort', 'maturity'];

const pascal = (id: string) =>
  id
    .split(/[.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

export const listLabel = (context: Context, list: keyof typeof fixed, entry: string) =>
  say(context, `list.${list}.${entry}` as MessageKey);

const stepsWithDimensions = ['ask', 'plan', 'pain', 'function', 'innovation'] as const;

/** Every drop-down of the workbook. Entry ids are what an engagement keeps. */
export function describeLists(context: Context): ListSpec[] {
  const words = Object.entries(fixed).map(([id, entries]) => ({
    id,
    name: `List.${pascal(id)}`,
    title: say(context, `list.${id}` as MessageKey),
    open: open.includes(id),
    entries: entries.map((entry) => ({
      id: entry as string,
      label: say(context, `list.${id}.${entry}` as MessageKey),
    })),
  }));
  const dimensions = stepsWithDimensions.map((step) => ({
    id: `dimension.${step}`,
    name: `List.${pascal(`dimension.${step}`)}`,
    title: say(context, `list.dimension.${step}`),
    open: true,
    entries: context.catalog.dimensions
      .filter((dimension) => dimension.holds.includes(step))
      .map((dimension) => ({ id: dimension.id, label: read(context, dimension.name) })),
  }));
  const modules = {
    id: 'module',
    name: 'List.Module',
    title: say(context, 'list.module'),
    open: true,
    entries: context.catalog.modules.map((module) => ({
      id: module.id,
      label: read(context, module.name),
    })),
  };
  return [...words, ...dimensions, modules]
    .filter((list) => list.entries.length > 0)
    .map((list) => (list.open ? reworded(context, list) : list));
}

/** What a user made of the entries: other words for some, more of them. */
function reworded(context: Context, list: ListSpec): ListSpec {
  const edits = context.engagement.edits[`list.${list.id}`] ?? {};
  const label = (id: string) => edits[id]?.entry;
  const known = new Set(list.entries.map((entry) => entry.id));
  return {
    ...list,
    entries: [
      ...list.entries.map((entry) => ({ ...entry, label: String(label(entry.id) ?? entry.label) })),
      ...Object.keys(edits)
        .filter((id) => !known.has(id))
        .map((id) => ({ id, label: String(label(id)) })),
    ],
  };
}
