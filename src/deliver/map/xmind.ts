import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Lang } from '../../messages';
import { fieldName, readField } from './fields';
import { mapFields, newNode, tidy, tidyLine, walk, type MapNode } from './node';
import { Limits, MapError, refuseLarge } from './problem';

interface Topic {
  id?: unknown;
  title?: unknown;
  branch?: unknown;
  notes?: { plain?: { content?: unknown } };
  labels?: unknown;
  children?: { attached?: unknown };
}

/** The same bytes for the same map. */
const noTime = new Date(1980, 0, 1);

/** XMind (2020 and later): topics with their ids, labels for fields, relationships for reasons. */
export function writeXmind(root: MapNode, lang: Lang): Uint8Array {
  const nodes = [...walk(root)];
  const known = new Set(nodes.map(({ id }) => id));
  let fresh = 0;
  const topicOf = (node: MapNode): Topic => ({
    id: node.id || `new.${(fresh += 1)}`,
    title: node.text,
    ...(node.note && { notes: { plain: { content: node.note } } }),
    ...(Object.keys(node.fields).length > 0 && {
      labels: mapFields.flatMap((field) =>
        node.fields[field] === undefined
          ? []
          : [`${fieldName(lang, field)}: ${node.fields[field]}`],
      ),
    }),
    ...(node.folded && { branch: 'folded' }),
    ...(node.children.length > 0 && { children: { attached: node.children.map(topicOf) } }),
  });
  const relationships = nodes.flatMap(({ id, links }) =>
    links
      .filter((to) => known.has(to))
      .map((to) => ({ id: `${id}>${to}`, end1Id: id, end2Id: to, title: '' })),
  );
  const content = [
    {
      id: 'sheet',
      class: 'sheet',
      title: root.text,
      rootTopic: { ...topicOf(root), structureClass: 'org.xmind.ui.map.unbalanced' },
      relationships,
    },
  ];
  const files = {
    'content.json': content,
    'metadata.json': { creator: { name: 'APPFI' } },
    'manifest.json': { 'file-entries': { 'content.json': {}, 'metadata.json': {} } },
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, strToU8(JSON.stringify(data))]),
    ),
    { mtime: noTime },
  );
}

/** @throws MapError */
export function readXmind(bytes: Uint8Array): MapNode {
  const sheet = sheetOf(bytes);
  const limits = new Limits();
  const nodeOf = (topic: Topic, depth: number): MapNode => {
    limits.enter(depth);
    const labels = Array.isArray(topic.labels) ? topic.labels.map(String) : [];
    const below = topic.children?.attached;
    const id = typeof topic.id === 'string' ? topic.id : '';
    return newNode({
      id: /^new\.\d+$/.test(id) ? '' : id,
      text: tidyLine(words(topic.title)),
      note: tidy(words(topic.notes?.plain?.content)),
      fields: Object.fromEntries(
        labels.flatMap((label) => {
          const said = readField(label);
          return said ? [[said.field, said.value]] : [];
        }),
      ),
      folded: topic.branch === 'folded',
      children: (Array.isArray(below) ? below : [])
        .filter((one): one is Topic => typeof one === 'object' && one !== null)
        .map((one) => nodeOf(one, depth + 1)),
    });
  };
  const root = nodeOf(sheet.rootTopic, 0);
  const byId = new Map([...walk(root)].map((node) => [node.id, node]));
  for (const one of sheet.relationships) {
    if (typeof one.end2Id === 'string') byId.get(words(one.end1Id))?.links.push(one.end2Id);
  }
  return root;
}

const words = (value: unknown) => (typeof value === 'string' ? value : '');

interface Sheet {
  rootTopic: Topic;
  relationships: { end1Id?: unknown; end2Id?: unknown }[];
}

function sheetOf(bytes: Uint8Array): Sheet {
  refuseLarge(bytes.length);
  let isOld = false;
  let content: Uint8Array | undefined;
  try {
    content = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name === 'content.xml') isOld = true;
        if (name === 'content.json') refuseLarge(originalSize);
        return name === 'content.json';
      },
    })['content.json'];
  } catch (error) {
    if (error instanceof MapError) throw error;
    throw new MapError('map-not-xmind');
  }
  if (!content) throw new MapError(isOld ? 'map-old-xmind' : 'map-not-xmind');
  refuseLarge(content.length);
  let sheets: unknown;
  try {
    sheets = JSON.parse(strFromU8(content));
  } catch {
    throw new MapError('map-not-xmind');
  }
  const [first] = (Array.isArray(sheets) ? sheets : []) as Partial<Sheet>[];
  if (typeof first?.rootTopic !== 'object' || first.rootTopic === null)
    throw new MapError('map-not-xmind');
  const relationships = Array.isArray(first.relationships) ? first.relationships : [];
  return { rootTopic: first.rootTopic, relationships: relationships.filter(Boolean) };
}
