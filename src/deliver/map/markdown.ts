import type { Lang } from '../../messages';
import { fieldName, fieldOfName } from './fields';
import { decodeId, encodeId, mapFields, newNode, tidy, tidyLine, walk, type MapNode } from './node';
import { oneRoot } from './oneRoot';
import { Limits, MapError, refuseLarge } from './problem';

/**
 * An outline that reads well as it stands: headings for title, steps and dimensions, bullets below.
 * Ids are comments, notes are quotations, fields are `name:: value` lines.
 */
export function writeMarkdown(root: MapNode, lang: Lang): string {
  const lines: string[] = [];
  const write = (node: MapNode, depth: number) => {
    const isHeading = depth < headings;
    const indent = isHeading ? '' : '  '.repeat(depth - headings);
    const inner = isHeading ? '' : `${indent}  `;
    if (isHeading && lines.length > 0) lines.push('');
    const mark = isHeading ? '#'.repeat(depth + 1) : `${indent}-`;
    const folded = node.folded ? ' folded' : '';
    const comment = node.id || folded ? ` <!-- ${encodeId(node.id)}${folded} -->` : '';
    lines.push(`${mark} ${escape(node.text)}${comment}`);
    if (isHeading && node.note) lines.push('');
    for (const line of node.note ? node.note.split('\n') : [])
      lines.push(`${inner}> ${escape(line)}`.trimEnd());
    for (const field of mapFields) {
      const value = node.fields[field];
      if (value !== undefined)
        lines.push(`${inner}${fieldName(lang, field)}:: ${escape(value)}`.trimEnd());
    }
    if (node.links.length > 0) lines.push(`${inner}${why}:: ${node.links.map(encodeId).join(' ')}`);
    if (isHeading) lines.push('');
    for (const child of node.children) write(child, depth + 1);
  };
  write(root, 0);
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

const headings = 3;
const why = '→';

/** Marks of Markdown and HTML at the places where they would be read as such. */
const escape = (text: string) =>
  text.replace(/[\\<&[]/g, '\\$&').replace(/^[#>*+-]|^\d+(?=[.)])/, '\\$&');
const unescape = (text: string) => text.replace(/\\([\s\S])/g, '$1');

/** Words and, from the comment after them, id and folding. */
function commentOf(text: string): { words: string; id: string; folded: boolean } {
  const at = text.lastIndexOf('<!--');
  const end = text.indexOf('-->', at);
  if (at < 0 || end < 0 || text[at - 1] === '\\') return { words: text, id: '', folded: false };
  const parts = text
    .slice(at + 4, end)
    .trim()
    .split(/\s+/);
  const folded = parts.includes('folded');
  const [id = ''] = parts.filter((part) => part !== 'folded');
  return { words: text.slice(0, at), id: decodeId(id), folded };
}

const isRule = /^\s*([-*_=])(?:\s*\1){2,}\s*$/;

/** `name:: value`, where a line is one. */
function fieldLine(line: string): { name: string; value: string } | undefined {
  const at = line.indexOf('::');
  return at < 0 ? undefined : { name: line.slice(0, at).trim(), value: line.slice(at + 2).trim() };
}

/** @throws MapError */
export function readMarkdown(bytes: Uint8Array): MapNode {
  refuseLarge(bytes.length);
  const limits = new Limits();
  const top = newNode();
  /** Open nodes with their depth: headings by level, bullets by indentation after them. */
  const path: { node: MapNode; depth: number }[] = [{ node: top, depth: -1 }];
  const last = () => path[path.length - 1] as { node: MapNode; depth: number };
  let underHeading = 0;
  const add = (text: string, depth: number) => {
    while (path.length > 1 && last().depth >= depth) path.pop();
    const { words, id, folded } = commentOf(text);
    const node = newNode({ id, text: tidyLine(unescape(words)), folded });
    last().node.children.push(node);
    path.push({ node, depth });
    limits.enter(path.length);
  };
  for (const line of new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const bullet = isRule.test(line) ? null : /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
    const quote = /^\s*>\s?(.*)$/.exec(line);
    const field = fieldLine(line);
    const name = fieldOfName(field?.name ?? '');
    if (heading) {
      underHeading = heading[1]?.length ?? 1;
      add(heading[2] ?? '', underHeading);
    } else if (bullet) {
      const width = (bullet[1] ?? '').replace(/\t/g, '  ').length;
      add(bullet[2] ?? '', underHeading + 1 + width);
    } else if (path.length > 1 && quote) {
      const { node } = last();
      node.note += `${unescape(quote[1] ?? '')}\n`;
    } else if (path.length > 1 && name) {
      last().node.fields[name] = tidyLine(unescape(field?.value ?? ''));
    } else if (path.length > 1 && field?.name === why) {
      last().node.links.push(...field.value.split(' ').filter(Boolean).map(decodeId));
    } else if (line.trim() !== '' && !isRule.test(line)) {
      // A paragraph explains what it stands below; above the first heading it belongs to nothing.
      const { node } = last();
      node.note += `${unescape(line.trim())}\n`;
    }
  }
  for (const node of walk(top)) node.note = tidy(node.note);
  const root = oneRoot(top.children);
  if (!root) throw new MapError('map-not-markdown');
  root.extras.push(...top.note.split('\n').filter(Boolean));
  return root;
}
