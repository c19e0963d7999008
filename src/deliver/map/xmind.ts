import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Lang } from '../../messages';
import { fieldName, readField } from './fields';
import { give, mapFields, newNode, say, tidy, tidyLine, walk, type MapNode } from './node';
import { oneRoot } from './oneRoot';
import { Limits, MapError, refuseLarge } from './problem';

interface Topic {
  id?: unknown;
  title?: unknown;
  branch?: unknown;
  notes?: Record<string, { content?: unknown }>;
  labels?: unknown;
  markers?: unknown;
  href?: unknown;
  image?: { src?: unknown };
  children?: Record<string, unknown>;
  boundaries?: unknown;
  extensions?: unknown;
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
  const sheets = sheetsOf(bytes);
  const limits = new Limits();
  const nodeOf = (topic: Topic, depth: number): MapNode => {
    limits.enter(depth);
    const id = typeof topic.id === 'string' ? topic.id : '';
    const node = newNode({
      id: /^new\.\d+$/.test(id) ? '' : id,
      text: tidyLine(words(topic.title)),
      note: noteOf(topic),
      folded: topic.branch === 'folded',
      children: ['attached', 'detached'].flatMap((kind) =>
        topicsIn(topic.children?.[kind]).map((one) => nodeOf(one, depth + 1)),
      ),
    });
    for (const label of Array.isArray(topic.labels) ? topic.labels.map(String) : []) {
      const said = readField(label);
      if (said) give(node, said.field, said.value, fieldName('en', said.field));
      else say(node, label);
    }
    for (const { markerId } of topicsIn(topic.markers)) say(node, words(markerId));
    for (const one of [topic.href, topic.image?.src]) say(node, words(one));
    for (const { title } of topicsIn(topic.boundaries)) say(node, words(title));
    for (const one of tasksOf(topic)) say(node, one);
    // What hangs beside a topic and not below it, with all that is said there.
    for (const one of ['callout', 'summary'].flatMap((kind) => topicsIn(topic.children?.[kind])))
      for (const { text, note, extras, fields } of walk(nodeOf(one, depth + 1)))
        for (const part of [text, note, ...extras, ...Object.values(fields)]) say(node, part);
    return node;
  };
  const root = oneRoot(sheets.map(({ rootTopic }) => nodeOf(rootTopic, 0)));
  if (!root) throw new MapError('map-not-xmind');
  const byId = new Map([...walk(root)].map((node) => [node.id, node]));
  for (const { end1Id, end2Id, title } of sheets.flatMap((one) => one.relationships)) {
    const from = byId.get(words(end1Id));
    if (typeof end2Id === 'string') from?.links.push(end2Id);
    say(from ?? root, words(title));
  }
  return root;
}

/** A note is kept as text and as HTML; where there is no text, the HTML's. */
function noteOf({ notes }: Topic): string {
  const plain = tidy(words(notes?.plain?.content));
  const html = words((notes?.realHTML ?? notes?.html)?.content);
  return (
    plain || tidy(html.replace(/<\/(?:p|div|li)>|<br\s*\/?>/gi, '\n').replace(/<[^<>]*>/g, ''))
  );
}

/** Who shall do what until when: the parts of a topic's task. */
const tasksOf = ({ extensions }: Topic): string[] =>
  (topicsIn(extensions) as { provider?: unknown; content?: unknown }[]).flatMap((one) =>
    words(one.provider).endsWith('taskInfo')
      ? (topicsIn(one.content) as { name?: unknown; content?: unknown }[]).map(
          ({ name, content }) => `${words(name)}: ${String(content)}`,
        )
      : [],
  );

const topicsIn = (given: unknown): (Topic & { markerId?: unknown })[] =>
  (Array.isArray(given) ? given : []).filter((one) => typeof one === 'object' && one !== null);

const words = (value: unknown) => (typeof value === 'string' ? value : '');

interface Sheet {
  rootTopic: Topic;
  relationships: { end1Id?: unknown; end2Id?: unknown; title?: unknown }[];
}

/** @returns one at least */
function sheetsOf(bytes: Uint8Array): Sheet[] {
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
  const found = (topicsIn(sheets) as Partial<Sheet>[]).flatMap(({ rootTopic, relationships }) =>
    typeof rootTopic === 'object' && rootTopic !== null
      ? [{ rootTopic, relationships: topicsIn(relationships) as Sheet['relationships'] }]
      : [],
  );
  if (found.length === 0) throw new MapError('map-not-xmind');
  return found;
}
