import type { Lang } from '../../messages';
import { fieldName, fieldOfName } from './fields';
import {
  decodeId,
  encodeId,
  give,
  mapFields,
  newNode,
  say,
  tidy,
  tidyLine,
  walk,
  type MapNode,
} from './node';
import { oneRoot } from './oneRoot';
import { Limits, MapError, refuseLarge } from './problem';
import { textOf } from './textOf';

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

/** A line's words, what its comments say, and a tick before it. */
interface Line {
  words: string;
  id: string;
  folded: boolean;
  extras: string[];
}

/** The first comment of one word is the id; others are somebody's remarks. */
function saidOn(line: string): Line {
  const said: Line = { words: '', id: '', folded: false, extras: [] };
  const [start = '', ...comments] = line.split(/(?<!\\)<!--/);
  said.words = start;
  for (const one of comments) {
    const end = one.indexOf('-->');
    const comment = end < 0 ? '' : one.slice(0, end).trim();
    said.words += end < 0 ? `<!--${one}` : one.slice(end + 3);
    const parts = comment.split(/\s+/);
    const [id = '', ...others] = parts.filter((part) => part !== 'folded');
    if (others.length === 0 && (said.id === '' || id === '')) {
      said.id ||= decodeId(id);
      said.folded ||= parts.includes('folded');
    } else said.extras.push(comment);
  }
  said.words = said.words.replace(/^\[([ xX])\]\s+/, (_, tick: string) => {
    if (tick !== ' ') said.extras.push('☑');
    return '';
  });
  return said;
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
    const { words, id, folded, extras } = saidOn(text);
    const node = newNode({ id, text: tidyLine(unescape(words)), folded });
    for (const one of extras) say(node, one);
    last().node.children.push(node);
    path.push({ node, depth });
    limits.enter(path.length);
  };
  let isCode = false;
  for (const line of textOf(bytes).split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      isCode = !isCode;
      continue;
    }
    if (isCode) {
      last().node.note += `${line}\n`;
      continue;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const bullet = isRule.test(line) ? null : /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
    const quote = /^\s*>\s?(.*)$/.exec(line);
    const field = fieldLine(line);
    const name = field && fieldOfName(field.name);
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
      give(last().node, name, tidyLine(unescape(field?.value ?? '')), field?.name ?? '');
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
