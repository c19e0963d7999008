import { escapeAttribute } from '../xml';

/** Where an element stands in the text of a part, whose characters are kept as they are. */
export interface Span {
  /** Local name. */
  name: string;
  /** As written, with its prefix. */
  tag: string;
  start: number;
  /** End of the start tag. */
  open: number;
  /** Start of the end tag; the same as `open` where there is none. */
  close: number;
  end: number;
}

const markup = () =>
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

const localName = (tag: string) => tag.slice(tag.indexOf(':') + 1);

/** Calls back for each element that has ended, inner ones first; `within` its parents' local names. */
export function eachElement(
  text: string,
  visit: (element: Span, within: readonly string[]) => void,
  from = 0,
  to = text.length,
): void {
  const tokens = markup();
  tokens.lastIndex = from;
  const open: Span[] = [];
  const names: string[] = [];
  for (let token = tokens.exec(text); token && token.index < to; token = tokens.exec(text)) {
    const [whole, slash, tag, rest] = token;
    if (tag === undefined) continue;
    const end = token.index + whole.length;
    if (slash === '/') {
      const element = open.pop();
      if (!element) return;
      names.pop();
      element.close = token.index;
      element.end = end;
      visit(element, names);
      continue;
    }
    const element = {
      name: localName(tag),
      tag,
      start: token.index,
      open: end,
      close: end,
      end,
    };
    if (rest!.endsWith('/')) visit(element, names);
    else {
      open.push(element);
      names.push(element.name);
    }
  }
}

/** The document's element. A part that could be opened has one. */
export function rootOf(text: string): Span {
  const tokens = markup();
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [whole, , tag, rest] = token;
    if (tag === undefined) continue;
    const open = token.index + whole.length;
    const close = rest!.endsWith('/') ? open : text.lastIndexOf('</');
    const end = close === open ? open : text.indexOf('>', close) + 1;
    return { name: localName(tag), tag, start: token.index, open, close, end };
  }
  throw new RangeError('A part without an element.');
}

/** Elements directly within another. What is in `leap` holds none of its own name and is passed in one step. */
export function childrenIn(text: string, parent: Span, leap: readonly string[] = []): Span[] {
  const tokens = markup();
  tokens.lastIndex = parent.open;
  const children: Span[] = [];
  let depth = 0;
  let current: Span | undefined;
  for (
    let token = tokens.exec(text);
    token && token.index < parent.close;
    token = tokens.exec(text)
  ) {
    const [whole, slash, tag, rest] = token;
    if (tag === undefined) continue;
    const end = token.index + whole.length;
    if (slash === '/') {
      depth--;
      if (depth === 0 && current) {
        current.close = token.index;
        current.end = end;
      }
      continue;
    }
    const empty = rest!.endsWith('/');
    if (depth === 0) {
      current = { name: localName(tag), tag, start: token.index, open: end, close: end, end };
      children.push(current);
      if (!empty && leap.includes(current.name)) {
        current.close = closing(text, tag, end);
        current.end = text.indexOf('>', current.close) + 1;
        tokens.lastIndex = current.end;
        continue;
      }
    }
    if (!empty) depth++;
  }
  return children;
}

const closing = (text: string, tag: string, from: number) => {
  const plain = text.indexOf(`</${tag}>`, from);
  return plain >= 0 ? plain : text.indexOf(`</${tag}`, from);
};

/** The text with a start and an end tag of its root, so that something can come between. */
export function openRoot(text: string): string {
  const { start, open, tag } = rootOf(text);
  if (!text.slice(start, open).endsWith('/>')) return text;
  return `${text.slice(0, open - 2)}></${tag}>${text.slice(open)}`;
}

export const textOf = (text: string, { start, end }: Pick<Span, 'start' | 'end'>) =>
  text.slice(start, end);
export const contentOf = (text: string, { open, close }: Span) => text.slice(open, close);

/** An attribute's place in a text, quotes left out. */
export interface Attribute {
  name: string;
  start: number;
  end: number;
  value: string;
}

/** Attributes of a start tag that begins at `offset` of a text. */
export function attributesOf(text: string, { start, open }: Pick<Span, 'start' | 'open'>) {
  const pattern = /([^\s=<"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  const found: Attribute[] = [];
  const tag = text.slice(start, open);
  for (let match = pattern.exec(tag); match; match = pattern.exec(tag)) {
    const raw = match[2] ?? match[3] ?? '';
    const end = start + match.index + match[0].length - 1;
    found.push({ name: match[1]!, start: end - raw.length, end, value: decodeEntities(raw) });
  }
  return found;
}

export const attributeOf = (text: string, span: Pick<Span, 'start' | 'open'>, name: string) =>
  attributesOf(text, span).find((attribute) => attribute.name === name)?.value;

/** An element's text with some attributes set, or taken away where undefined. */
export function withAttributes(
  element: string,
  changes: Record<string, string | number | boolean | undefined>,
): string {
  const root = rootOf(element);
  const left = { ...changes };
  const empty = element.slice(0, root.open).endsWith('/>');
  const kept = attributesOf(element, root).flatMap(({ name, value }) => {
    if (!(name in left)) return [[name, value] as const];
    const next = left[name];
    delete left[name];
    return next === undefined ? [] : [[name, next] as const];
  });
  const added = Object.entries(left).filter(([, value]) => value !== undefined);
  const written = [...kept, ...added].map(([name, value]) => {
    const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
    return ` ${name}="${escapeAttribute(text)}"`;
  });
  return `<${root.tag}${written.join('')}${empty ? '/>' : '>'}${element.slice(root.open)}`;
}

/** The same for the root of a part, whatever stands before it. */
export const withRootAttributes = (
  part: string,
  changes: Parameters<typeof withAttributes>[1],
): string => {
  const { start } = rootOf(part);
  return part.slice(0, start) + withAttributes(part.slice(start), changes);
};

/** A part of a text that becomes another one. */
export interface Patch {
  start: number;
  end: number;
  text: string;
}

/** The text with its patches; one that lies within another is not made. */
export function patched(text: string, patches: readonly Patch[]): string {
  if (patches.length === 0) return text;
  let out = '';
  let at = 0;
  const sorted = patches.map((patch, order) => ({ ...patch, order }));
  const inserts = ({ start, end }: Patch) => (start === end ? 0 : 1);
  sorted.sort(
    (a, b) => a.start - b.start || inserts(a) - inserts(b) || b.end - a.end || a.order - b.order,
  );
  for (const patch of sorted) {
    if (patch.start < at) continue;
    out += text.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return out + text.slice(at);
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeEntities = (text: string) =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
        hex
          ? String.fromCodePoint(parseInt(hex, 16))
          : decimal
            ? String.fromCodePoint(Number(decimal))
            : (NAMED[name] ?? whole),
      )
    : text;

/** Text content as a reader sees it. */
export const plainText = (content: string) =>
  decodeEntities(
    content.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/&/g, '&amp;'),
    ),
  );
