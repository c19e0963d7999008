import type { Lang } from '../../messages';
import { escapeAttribute, escapeText } from '../../xml';
import { fieldName, fieldOfName } from './fields';
import { give, mapFields, newNode, say, tidy, tidyLine, type MapNode } from './node';
import { oneRoot } from './oneRoot';
import { Limits, MapError } from './problem';
import { readXml } from './xml';

/** FreeMind and Freeplane `.mm`: ids as ID, reasons as arrows, notes as notes, fields as attributes. */
export function writeFreemind(root: MapNode, lang: Lang): string {
  const known = new Set<string>();
  const collect = (node: MapNode) => {
    known.add(node.id);
    node.children.forEach(collect);
  };
  collect(root);
  const lines: string[] = ['<map version="1.0.1">', '<attribute_registry SHOW_ATTRIBUTES="hide"/>'];
  const write = (node: MapNode, depth: number, position?: 'left' | 'right') => {
    const attributes = [
      ...(node.id ? [['ID', node.id]] : []),
      ['TEXT', node.text],
      ...(position ? [['POSITION', position]] : []),
      ...(node.folded && node.children.length > 0 ? [['FOLDED', 'true']] : []),
    ]
      .map(([name, value]) => `${name}="${escapeAttribute(value as string)}"`)
      .join(' ');
    lines.push(`<node ${attributes}>`);
    if (depth <= 1) lines.push(`<font BOLD="true" SIZE="${depth === 0 ? 18 : 14}"/>`);
    if (node.note) lines.push(noteOf(node.note));
    for (const field of mapFields) {
      const value = node.fields[field];
      if (value === undefined) continue;
      lines.push(
        `<attribute NAME="${escapeAttribute(fieldName(lang, field))}" VALUE="${escapeAttribute(value)}"/>`,
      );
    }
    for (const to of node.links)
      if (known.has(to))
        lines.push(
          `<arrowlink DESTINATION="${escapeAttribute(to)}" ENDARROW="Default" COLOR="#b9dde2"/>`,
        );
    const half = Math.ceil(node.children.length / 2);
    node.children.forEach((child, i) =>
      write(child, depth + 1, depth === 0 ? (i < half ? 'right' : 'left') : undefined),
    );
    lines.push('</node>');
  };
  write(root, 0);
  lines.push('</map>', '');
  return lines.join('\n');
}

const noteOf = (note: string): string => {
  const body = note.split('\n').map((line) => `<p>${escapeText(line)}</p>`);
  return `<richcontent TYPE="NOTE"><html><head/><body>${body.join('')}</body></html></richcontent>`;
};

/** Elements of a note that stand on lines of their own. */
const blocks = /^(p|div|li|tr|h[1-6]|ul|ol|table|blockquote|pre)$/i;
/** What of HTML nobody reads. */
const silent = /^(head|style|script|title)$/i;

const remindedAt = (milliseconds: string | undefined): string | undefined => {
  const at = new Date(Number(milliseconds));
  return Number.isNaN(at.valueOf()) ? milliseconds : at.toISOString();
};

/** @throws MapError */
export function readFreemind(bytes: Uint8Array): MapNode {
  const limits = new Limits();
  const path: MapNode[] = [];
  const tops: MapNode[] = [];
  let isMap = false;
  let rich: { type: string; text: string; silent: number; plain: boolean } | undefined;
  let isHookText = false;
  const top = () => path[path.length - 1];
  readXml(bytes, {
    open(name, attributes) {
      if (rich) {
        if (silent.test(name)) rich.silent += 1;
        else if (name.toLowerCase() === 'br') rich.text += '\n';
        else if (name === 'text') rich.plain = true;
        // Addresses and pictures in a text.
        const node = top();
        if (node) for (const value of [attributes.href, attributes.src]) say(node, value);
        return;
      }
      if (name === 'map') isMap = true;
      if (name === 'node') {
        limits.enter(path.length);
        const node = newNode({
          id: attributes.ID ?? '',
          text: tidyLine(attributes.TEXT ?? ''),
          extras: attributes.LINK ? [tidyLine(attributes.LINK)] : [],
          folded: attributes.FOLDED === 'true',
        });
        (top()?.children ?? tops).push(node);
        path.push(node);
      }
      const node = top();
      if (!node) return;
      if (name === 'richcontent') {
        const plain = /^(?:plain|markdown|latex)/.test(attributes['CONTENT-TYPE'] ?? '');
        rich = { type: attributes.TYPE ?? 'NODE', text: '', silent: 0, plain };
      }
      // Notes of old FreeMind, reminders, and branches under a password.
      if (name === 'text') isHookText = true;
      if (name === 'Parameters') say(node, remindedAt(attributes.REMINDUSERAT));
      if (name === 'node' && attributes.ENCRYPTED_CONTENT) say(node, 'ENCRYPTED_CONTENT');
      if (name === 'arrowlink' && attributes.DESTINATION) {
        node.links.push(attributes.DESTINATION);
        for (const end of ['SOURCE', 'MIDDLE', 'TARGET']) say(node, attributes[`${end}_LABEL`]);
      }
      if (name === 'icon') say(node, attributes.BUILTIN);
      if (name === 'hook') say(node, attributes.URI ?? attributes.EQUATION);
      if (name === 'attribute') {
        const field = fieldOfName(attributes.NAME ?? '');
        if (field) give(node, field, tidyLine(attributes.VALUE ?? ''), attributes.NAME ?? '');
        else say(node, `${attributes.NAME ?? ''}: ${attributes.VALUE ?? ''}`);
      }
    },
    text(part) {
      if (rich && rich.silent === 0) rich.text += rich.plain ? part : part.replace(/\s+/g, ' ');
      const node = top();
      if (isHookText && node) node.note += `\n${tidy(part)}`;
    },
    close(name) {
      const closed = name === 'node' ? path.pop() : undefined;
      if (closed) closed.note = tidy(closed.note);
      if (name === 'text') isHookText = false;
      if (!rich) return;
      if (silent.test(name)) rich.silent -= 1;
      else if (blocks.test(name)) rich.text += '\n';
      if (name !== 'richcontent') return;
      const node = top();
      // Details are written below a node's text, notes beside it: both explain it.
      if (node && (rich.type === 'NOTE' || rich.type === 'DETAILS'))
        node.note += `\n${tidy(rich.text)}`;
      if (node && rich.type === 'NODE') node.text = tidyLine(rich.text);
      rich = undefined;
    },
  });
  const root = oneRoot(tops);
  if (!isMap || !root) throw new MapError('map-not-freemind');
  return root;
}
