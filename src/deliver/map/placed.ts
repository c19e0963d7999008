import { itemKinds, type ItemKind } from '../../catalog/items';
import { mapFields, type MapField, type MapNode } from './node';
import { groupId, rootId, stepId } from './story';

/** A node with its place among the steps. */
export interface Placed {
  kind: 'root' | 'step' | 'group' | 'item';
  node: MapNode;
  /** The step under which it hangs; undefined outside the steps. */
  step: ItemKind | undefined;
  /** Dimension: its id, or the words of a group that somebody added; "" directly under a step. */
  group: string;
}

interface IndexedMap {
  byId: Map<string, Placed>;
  /** Further nodes of an id that has been seen. */
  duplicates: Placed[];
  /** Nodes that somebody added. */
  fresh: Placed[];
  /** Fields that the map has anywhere: one that it has nowhere got lost, it was not cleared. */
  fields: Set<MapField>;
}

const stepsById = new Map(itemKinds.map((step) => [stepId(step), step]));

/**
 * Nodes by id. A node without one that reads as one of `sent` – same step, same words, and no
 * other with its id in the map – is taken for it, since some editors drop ids.
 */
export function indexMap(root: MapNode, sent?: ReadonlyMap<string, Placed>): IndexedMap {
  const found: IndexedMap = { byId: new Map(), duplicates: [], fresh: [], fields: new Set() };
  const all = [...placed(root, sent)];
  const ids = new Set(all.map(({ node }) => node.id));
  const lost = new Map<string, Placed[]>();
  for (const one of sent?.values() ?? []) {
    if (ids.has(one.node.id) || one.kind !== 'item') continue;
    const key = `${one.step} ${one.node.text}`;
    lost.set(key, [...(lost.get(key) ?? []), one]);
  }
  for (const one of all) {
    for (const field of mapFields)
      if (one.node.fields[field] !== undefined) found.fields.add(field);
    const { id, text } = one.node;
    if (id !== '' && !found.byId.has(id)) {
      found.byId.set(id, one);
      continue;
    }
    if (id !== '') {
      if (!isSaid(one.node, found.byId.get(id)!.node)) found.duplicates.push(one);
      continue;
    }
    if (one.kind !== 'item') continue;
    const [match, ...others] = lost.get(`${one.step} ${text}`) ?? [];
    if (match && others.length === 0 && !found.byId.has(match.node.id))
      found.byId.set(match.node.id, { ...one, node: { ...one.node, id: match.node.id } });
    else found.fresh.push(one);
  }
  return found;
}

/** Whether a copy says nothing that the first does not. */
const isSaid = (copy: MapNode, first: MapNode): boolean =>
  copy.text === first.text &&
  (copy.note === '' || copy.note === first.note) &&
  copy.extras.every((one) => first.extras.includes(one)) &&
  mapFields.every((one) => [undefined, first.fields[one]].includes(copy.fields[one]));

/** Every node with its place; what kind it is follows from its id, else from where it hangs. */
function* placed(root: MapNode, sent?: ReadonlyMap<string, Placed>): Generator<Placed> {
  const stepTexts = new Map(
    [...(sent?.values() ?? [])]
      .filter(({ kind }) => kind === 'step')
      .map(({ node, step }) => [node.text, step]),
  );
  const groups = new Map(
    [...(sent?.values() ?? [])]
      .filter(({ kind }) => kind === 'group')
      .map(({ node, step, group }) => [`${step} ${node.text}`, group]),
  );
  yield { kind: 'root', node: { ...root, id: rootId }, step: undefined, group: '' };
  for (const node of root.children) {
    const step = stepsById.get(node.id) ?? stepTexts.get(node.text);
    if (step === undefined) {
      yield* below(node, undefined, '');
      continue;
    }
    yield { kind: 'step', node: { ...node, id: stepId(step) }, step, group: '' };
    for (const child of node.children) {
      const prefix = groupId(step, '');
      const known = child.id.startsWith(prefix)
        ? child.id.slice(prefix.length)
        : groups.get(`${step} ${child.text}`);
      const isGroup = known !== undefined || (child.id === '' && child.children.length > 0);
      if (!isGroup) {
        yield* below(child, step, '');
        continue;
      }
      const group = known ?? child.text;
      yield { kind: 'group', node: { ...child, id: groupId(step, group) }, step, group };
      for (const item of child.children) yield* below(item, step, group);
    }
  }
}

function* below(node: MapNode, step: ItemKind | undefined, group: string): Generator<Placed> {
  yield { kind: 'item', node, step, group };
  for (const child of node.children) yield* below(child, step, group);
}
