import { holdable } from '../../xml';

/**
 * A mind map as every format holds it. Texts and notes are tidy (see `tidy`), so that a map is the
 * same whatever format it has been through.
 */
export interface MapNode {
  /** Stable and language-free; "" on a node that somebody added in a map editor. */
  id: string;
  text: string;
  note: string;
  /** What else is said of an item, in words: owner, priority, phase … */
  fields: Partial<Record<MapField, string>>;
  /** Ids of the nodes that this one is a reason for. */
  links: string[];
  /** What else a map editor holds at this node, in words: icons, addresses, labels. Read, never written. */
  extras: string[];
  folded: boolean;
  children: MapNode[];
}

/** Those that a map can change, and figures that it only shows. */
export const editableFields = ['pick', 'priority', 'phase', 'owner', 'comment'] as const;
export const shownFields = ['baseline', 'target', 'actual'] as const;
export const mapFields = [...editableFields, ...shownFields] as const;
export type MapField = (typeof mapFields)[number];

export const newNode = (node: Partial<MapNode> = {}): MapNode => ({
  id: '',
  text: '',
  note: '',
  fields: {},
  links: [],
  extras: [],
  folded: false,
  children: [],
  ...node,
});

/** Gives a node a field; what contradicts one that it has already is said beside it. */
export function give(node: MapNode, field: MapField, value: string, name: string): void {
  if (node.fields[field] === undefined) node.fields[field] = value;
  else if (node.fields[field] !== value) say(node, `${name}: ${value}`);
}

/** What a map editor holds beside a node. */
export function say(node: MapNode, words: string | undefined): void {
  const text = tidyLine(words ?? '');
  if (text !== '') node.extras.push(text);
}

/** Control characters that XML holds and map editors lose. */
const controls = /[\u007f-\u009f]/g;

/** One space at a time, no space around lines, no empty lines around the text: what map editors keep. */
export function tidy(text: string): string {
  const lines = holdable(text)
    .replace(controls, '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, ' ').trim());
  const isFull = (line: string) => line !== '';
  return lines
    .slice(Math.max(0, lines.findIndex(isFull)), lines.findLastIndex(isFull) + 1)
    .join('\n');
}

/** The same on one line. */
export const tidyLine = (text: string): string => tidy(text).replace(/\n+/g, ' ');

/** An id where spaces and marks would be read as something else. */
export const encodeId = (id: string): string => encodeURIComponent(holdable(id));

export function decodeId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A node and all below it, from the top. */
export function* walk(node: MapNode): Generator<MapNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
