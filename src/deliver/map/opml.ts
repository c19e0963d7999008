import { escapeAttribute, escapeText } from '../../xml';
import {
  decodeId,
  encodeId,
  mapFields,
  newNode,
  say,
  tidy,
  tidyLine,
  type MapField,
  type MapNode,
} from './node';
import { oneRoot } from './oneRoot';
import { Limits, MapError } from './problem';
import { readXml } from './xml';

/** OPML 2.0: notes as `_note`, as outliners keep them; ids, fields and reasons as attributes. */
export function writeOpml(root: MapNode): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `<head><title>${escapeText(root.text)}</title></head>`,
    '<body>',
  ];
  const write = (node: MapNode) => {
    const attributes = [
      ['text', node.text],
      ...(node.id ? [['id', node.id]] : []),
      ...(node.note ? [['_note', node.note]] : []),
      ...mapFields.flatMap((field) =>
        node.fields[field] === undefined ? [] : [[field, node.fields[field] as string]],
      ),
      ...(node.links.length > 0 ? [['links', node.links.map(encodeId).join(' ')]] : []),
      ...(node.folded ? [['folded', 'true']] : []),
    ]
      .map(([name, value]) => `${name}="${escapeAttribute(value as string)}"`)
      .join(' ');
    if (node.children.length === 0) {
      lines.push(`<outline ${attributes}/>`);
      return;
    }
    lines.push(`<outline ${attributes}>`);
    node.children.forEach(write);
    lines.push('</outline>');
  };
  write(root);
  lines.push('</body>', '</opml>', '');
  return lines.join('\n');
}

/** @throws MapError */
export function readOpml(bytes: Uint8Array): MapNode {
  const limits = new Limits();
  const tops: MapNode[] = [];
  const path: MapNode[] = [];
  let isOpml = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'opml') isOpml = true;
      if (name !== 'outline') return;
      limits.enter(path.length);
      const node = newNode({
        id: attributes.id ?? '',
        text: tidyLine(attributes.text ?? attributes.title ?? ''),
        note: tidy(attributes._note ?? ''),
        fields: fieldsOf(attributes),
        links: (attributes.links ?? '').split(' ').filter(Boolean).map(decodeId),
        extras: extrasOf(attributes),
        folded: attributes.folded === 'true',
      });
      (path[path.length - 1]?.children ?? tops).push(node);
      path.push(node);
    },
    text(part) {
      const node = path[path.length - 1];
      if (node) say(node, part);
    },
    close(name) {
      if (name === 'outline') path.pop();
    },
  });
  const root = oneRoot(tops);
  if (!isOpml || !root) throw new MapError('map-not-opml');
  return root;
}

/** What is ours, and what outliners keep for themselves. */
const ours: readonly string[] = ['text', 'id', '_note', 'links', 'folded', ...mapFields];
const technical =
  /^(?:type|created|expansionState|is(?!Comment$)[A-Z]\w*|_(?!note$|status$|complete$)\w+|xmlns(?::\w+)?)$/;
/** Ticks of outliners that are not set. */
const unset = /^(?:false|unchecked|indeterminate)$/;

/** Attributes that somebody gave: columns of an outliner, addresses, categories. */
const extrasOf = (attributes: Record<string, string>): string[] =>
  Object.entries(attributes).flatMap(([name, value]) => {
    const words = tidyLine(value);
    const isOurs =
      ours.includes(name) || (name === 'title' && words === tidyLine(attributes.text ?? value));
    const isNothing = words === '' || (/^(?:_|is)/.test(name) && unset.test(words));
    return isOurs || technical.test(name) || isNothing ? [] : [`${name}: ${words}`];
  });

const fieldsOf = (attributes: Record<string, string>): MapNode['fields'] =>
  Object.fromEntries(
    mapFields.flatMap((field): [MapField, string][] => {
      const value = attributes[field];
      return value === undefined ? [] : [[field, tidyLine(value)]];
    }),
  );
