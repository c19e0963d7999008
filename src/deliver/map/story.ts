import { message, type MessageKey } from '../../messages';
import type { ItemKind } from '../../catalog/items';
import { blank, fieldShown, measured } from '../figures';
import type { Outline, OutlineItem, OutlineStep } from '../outline';
import { newNode, tidy, tidyLine, type MapNode } from './node';

/** Items of one step beyond which its branches start folded. */
const mostUnfolded = 40;

export const rootId = 'map';
/** Whose map it is; undefined where it does not say: older ones, and where an editor dropped the id. */
export const engagementOf = ({ id }: MapNode): string | undefined =>
  /^map\.([0-9a-f]{16})$/.exec(id)?.[1];
export const isRootId = (id: string): boolean => id === rootId || id.startsWith(`${rootId}.`);
export const stepId = (step: ItemKind) => `step.${step}`;
export const groupId = (step: ItemKind, dimension: string) => `group.${step}.${dimension}`;

/** The engagement as a mind map: steps, dimensions, what was picked; links say why. */
export function mapOf(outline: Outline): MapNode {
  const effects = new Map<string, string[]>();
  for (const { from, to } of outline.whys) {
    const known = effects.get(from) ?? [];
    known.push(to);
    effects.set(from, known);
  }
  return newNode({
    // Models give the items of every client the same ids: the root says whose map it is.
    id: `${rootId}.${outline.engagement}`,
    text: tidyLine(outline.title),
    note: tidy(partiesOf(outline)),
    children: outline.steps.map((step) => branch(outline, step, effects)),
  });
}

function partiesOf(outline: Outline): string {
  const names = ['client', 'vendor', 'model', 'stage', 'startDate', 'goLiveDate'] as const;
  return names
    .map((id) => `Engagement.${id.charAt(0).toUpperCase()}${id.slice(1)}`)
    .filter((name) => fieldShown(outline, name) !== blank)
    .map((name) => `${outline.fields[name]?.label ?? name}: ${fieldShown(outline, name)}`)
    .join('\n');
}

function branch(
  outline: Outline,
  { id: step, name, groups }: OutlineStep,
  effects: ReadonlyMap<string, string[]>,
): MapNode {
  const many = groups.reduce((sum, { items }) => sum + items.length, 0) > mostUnfolded;
  return newNode({
    id: stepId(step),
    text: tidyLine(name),
    note: step === 'metric' ? '' : tidy(message(outline.lang, `step.${step}.lead` as MessageKey)),
    children: groups.map(({ id, name: group, items }) =>
      newNode({
        id: groupId(step, id),
        text: tidyLine(group),
        folded: many,
        children: items.map((item) => leaf(outline, item, effects.get(item.id) ?? [])),
      }),
    ),
  });
}

function leaf(outline: Outline, item: OutlineItem, links: string[]): MapNode {
  const word = (list: string, entry: string) => outline.words[list]?.[entry] ?? entry;
  const figures = (column: 'baseline' | 'target' | 'actual') =>
    item.step === 'metric' ? measured(outline, item.row.unit, item.row[column]) : blank;
  const said = {
    pick: item.step === 'metric' || item.pick === 'yes' ? '' : word('pick', item.pick),
    priority: word('priority', item.priority),
    phase: word('phase', item.phase),
    owner: item.owner,
    comment: item.comment,
    baseline: figures('baseline'),
    target: figures('target'),
    actual: figures('actual'),
  };
  return newNode({
    id: item.id,
    text: tidyLine(item.text),
    note: tidy(item.explanation),
    fields: Object.fromEntries(
      Object.entries(said)
        .map(([field, value]) => [field, tidyLine(value)] as const)
        .filter(([, value]) => value !== '' && value !== blank),
    ),
    links,
  });
}
