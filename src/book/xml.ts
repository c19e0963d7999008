import { escapeText } from '../xml';
import { Allowance, broken } from './errors';
import { XmlScanner, type PlainContent } from './scanner';
import { atOnce, type Slices } from './slices';

export { escapeText };

export type Attributes = Record<string, string | number | boolean | undefined>;

/** An element as read: local names without prefix, attributes as written, text joined. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
  /** Of a cell in a row that is handed over, where it has nothing else: what stands in it instead of children. */
  plain?: PlainContent;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAX_DEPTH = 200;
/** Characters that are parsed at a time, so that a part needs no text as a whole. */
const SLICE = 64 * 1024;

/** What a workbook may keep of elements, rows not counted. */
export const elements = () => new Allowance(300_000, 'elements');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

export const escapeAttribute = (text: string) =>
  /[&<>"\t\n\r]/.test(text) ? text.replace(/[&<>"\t\n\r]/g, (c) => ENTITIES[c]!) : text;

/** One element; undefined attributes are left out, booleans become 1 and 0, content is XML already. */
export function el(name: string, attributes: Attributes = {}, content = ''): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
    open += ` ${key}="${escapeAttribute(text)}"`;
  }
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** An element that was read, as XML again. */
export const serialized = ({ name, attributes, children, text }: Node): string =>
  el(name, attributes, children.length > 0 ? children.map(serialized).join('') : escapeText(text));

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The text of a part as a whole. */
export const decodePart = (bytes: Uint8Array): string => [...decode(bytes)].join('');

/**
 * The part's text piece by piece: by byte order mark, else as declared, else UTF-8. Bytes that mean
 * nothing in it are no text.
 */
function* decode(bytes: Uint8Array): Generator<string> {
  const start = `${bytes[0]} ${bytes[1]}`;
  // By its mark, or by how "<" is written.
  const utf16 = start === '255 254' || start === '60 0' ? 'utf-16le' : undefined;
  const utf16be = start === '254 255' || start === '0 60' ? 'utf-16be' : undefined;
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=["']([\w.:-]+)["']/.exec(head)?.[1];
  const encoding = utf16 ?? utf16be ?? declared ?? 'utf-8';
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    if (decoder.encoding === 'utf-8') return yield* decodeUtf8(bytes);
    for (let at = 0; at < bytes.length; at += SLICE)
      yield decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
    yield decoder.decode();
  } catch {
    throw broken(`a part is not written in ${encoding}`);
  }
}

/** No sign is cut in two, so that each piece is decoded on its own, which is many times faster than in a stream. */
function* decodeUtf8(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let at = hasMark ? 3 : 0; at < bytes.length;) {
    let end = Math.min(at + SLICE, bytes.length);
    for (let back = 0; back < 3 && isInside(bytes[end]); back++) end--;
    yield decoder.decode(bytes.subarray(at, end));
    at = end;
  }
}

/** Whether a byte goes on with a sign that has begun before it. */
const isInside = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/**
 * Parses a part into a tree. Elements whose local name is in `take` are handed over when they close
 * and not kept, so that a sheet's rows need no tree. Document types are refused.
 * @param allowance elements that may be kept
 */
export const parseXml = (...of: Parameters<typeof parsing>): Node => atOnce(parsing(...of));

export function* parsing(
  part: Uint8Array | string,
  take: Record<string, (node: Node) => void> = {},
  allowance = elements(),
): Slices<Node> {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack: Node[] = [root];
  // What is handed over gives back what it had taken.
  const before: number[] = [];
  const tooDeep = (depth: number) => {
    if (depth > MAX_DEPTH) throw broken('XML nested too deeply');
  };
  const cell = (attributes: Record<string, string>, plain: PlainContent) => {
    const { formula, value } = plain;
    const within = (formula === undefined ? 0 : 1) + (value === undefined ? 0 : 1);
    tooDeep(stack.length + Math.min(within, 1));
    allowance.spend(1 + within);
    stack[stack.length - 1]!.children.push({
      name: 'c',
      attributes,
      children: [],
      text: '',
      plain,
    });
  };
  const parser = new XmlScanner({
    ...(Object.hasOwn(take, 'row') && { cell }),
    open: (name, attributes) => {
      tooDeep(stack.length);
      before.push(allowance.remaining);
      allowance.spend(1);
      stack.push({ name: localName(name), attributes, children: [], text: '' });
    },
    text: (text) => {
      stack[stack.length - 1]!.text += text;
    },
    close: () => {
      const node = stack.pop()!;
      const count = before.pop()!;
      const taker = Object.hasOwn(take, node.name) ? take[node.name] : undefined;
      if (taker) {
        allowance.spend(allowance.remaining - count);
        taker(node);
      } else stack[stack.length - 1]!.children.push(node);
    },
  });
  if (typeof part === 'string') parser.write(part);
  else
    for (const piece of decode(part)) {
      parser.write(piece);
      yield;
    }
  parser.close();
  return root.children[0]!;
}

export const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((c) => c.name === name);

export const childrenOf = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((c) => c.name === name) ?? [];

/** Follows a path of local names. */
export const at = (node: Node | undefined, ...path: string[]): Node | undefined =>
  path.reduce<Node | undefined>(child, node);

/** Every descendant of that local name. */
export function descendants(node: Node | undefined, name: string): Node[] {
  if (!node) return [];
  return node.children.flatMap((c) => [...(c.name === name ? [c] : []), ...descendants(c, name)]);
}

/** An xsd:boolean attribute. */
export function flag(node: Node | undefined, name: string, otherwise = false): boolean {
  const value = node?.attributes[name];
  if (value === undefined) return otherwise;
  return value === '1' || value === 'true' || value === 'on';
}

/** A finite number attribute, or undefined. */
export function numeric(node: Node | undefined, name: string): number | undefined {
  const value = node?.attributes[name];
  if (value === undefined || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The relationship id of an element, whatever prefix its namespace has. */
export function relationId(node: Node, name = 'id'): string | undefined {
  const key = Object.keys(node.attributes).find((k) => k.endsWith(`:${name}`));
  return key && node.attributes[key];
}
