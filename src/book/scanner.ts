import { broken } from './errors';

/** What a document holds, in its order; every element that opens is closed. */
export interface XmlEvents {
  /** @param name as written, with its prefix */
  open(name: string, attributes: Record<string, string>): void;
  /** Part of an element's text, entities resolved. */
  text(text: string): void;
  close(): void;
  /** Of who reads cells: one that has nothing but a formula and a value, instead of its elements. */
  cell?(attributes: Record<string, string>, content: PlainContent): void;
}

/** What stands in a cell's `<f>` and `<v>`, entities resolved. */
export interface PlainContent {
  formula: string | undefined;
  value: string | undefined;
}

/** A start tag is at hand as a whole; no part of a workbook has one of that size. */
const longestTag = 1024 * 1024;
const longestEntity = 12;
const nameStart = String.raw`:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}`;
// As the standard lists them.
const properName = new RegExp(
  // eslint-disable-next-line no-misleading-character-class
  String.raw`^[${nameStart}][\-.0-9\xb7\u0300-\u036f\u203f\u2040${nameStart}]*$`,
  'u',
);
// eslint-disable-next-line no-control-regex -- XML does not know them
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const entities = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));|&/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const declaration =
  /^xml\s+version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*$/;

const SPACE = 0x20;
const EXCLAMATION = 0x21;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LETTER_C = 0x63;

/**
 * A cell as nearly every program writes it, up to its formula where it has one. They are most of a workbook,
 * and here each is one match or two.
 */
const plainCell =
  /<c r="(([A-Z]+)\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?:\/>|>(?:(<f>)|(?:<v>([^<>]*)<\/v>)?<\/c>))/y;
const endOfFormula = '</f>';
const afterFormula = /(?:<v>([^<>]*)<\/v>)?<\/c>/y;

/** What has begun and may go on for long: its end, and of a comment what may not stand in it. */
const passages = {
  comment: { begin: '<!--', end: '-->' },
  data: { begin: '<![CDATA[', end: ']]>' },
} as const;

/**
 * Reads XML piece by piece, and refuses what is not well-formed and document types with it. A workbook's
 * parts are megabytes of elements with a few signs each, so it goes from mark to mark with the engine's own
 * search rather than from sign to sign.
 */
export class XmlScanner {
  private rest = '';
  private within?: keyof typeof passages;
  private readonly opened: string[] = [];
  private readonly names = new Set<string>();
  /** By column: the formula read last, as written and as said. In a table the next row mostly has the same. */
  private readonly formulas = new Map<string, { raw: string; said: string }>();
  private isBegun = false;
  private hasRoot = false;

  constructor(private readonly events: XmlEvents) {}

  write(piece: string): void {
    if (forbidden.test(piece)) throw fault('a sign that XML does not know');
    let text = this.rest + piece;
    if (!this.isBegun && text.startsWith('\ufeff')) text = text.slice(1);
    if (text.includes('\r')) {
      // The other half of a line's end may come with the next piece.
      const half = text.endsWith('\r') ? '\r' : '';
      text = text.slice(0, text.length - half.length).replace(/\r\n?/g, '\n');
      this.rest = this.scan(text) + half;
    } else this.rest = this.scan(text);
  }

  close(): void {
    if (this.rest !== '') this.say(this.rest.replace('\r', '\n'));
    if (this.within || this.opened.length > 0) throw fault('it ends before its elements do');
    if (!this.hasRoot) throw fault('it has no element');
  }

  /** Answers what can only be understood with what follows. */
  private scan(text: string): string {
    let at = 0;
    while (at < text.length) {
      const next = this.within
        ? this.pass(text, at, this.within)
        : text.charCodeAt(at) === LESS
          ? this.cell(text, at) || this.tag(text, at)
          : this.content(text, at);
      if (next < 0) break;
      at = next;
      this.isBegun = true;
    }
    const rest = text.slice(at);
    if (rest.length > longestTag) throw fault('a tag without an end');
    return rest;
  }

  /** Each of these answers where it goes on; -1 where it needs more. */
  private content(text: string, from: number): number {
    const mark = text.indexOf('<', from);
    if (mark >= 0) {
      this.say(text.slice(from, mark));
      return mark;
    }
    let end = text.length;
    const entity = text.lastIndexOf('&');
    if (entity >= from && end - entity <= longestEntity && !text.includes(';', entity))
      end = entity;
    // What may be the beginning of "]]>".
    for (let held = 0; held < 2 && end > from && text[end - 1] === ']'; held++) end--;
    if (end === from) return -1;
    this.say(text.slice(from, end));
    return end;
  }

  private say(raw: string): void {
    if (this.opened.length === 0) {
      if (/[^ \t\n]/.test(raw)) throw fault('text outside its element');
      return;
    }
    if (raw === '') return;
    if (isPlain(raw)) return this.events.text(raw);
    if (raw.includes(']]>')) throw fault('"]]>" in a text');
    this.events.text(resolved(raw));
  }

  /** Answers 0 where there is no cell, or none that is plain. */
  private cell(text: string, at: number): number {
    if (text.charCodeAt(at + 1) !== LETTER_C || text.charCodeAt(at + 2) !== SPACE) return 0;
    if (!this.events.cell || this.opened.length === 0) return 0;
    plainCell.lastIndex = at;
    const found = plainCell.exec(text);
    if (!found) return 0;
    const [, r = '', column = '', s, t, hasFormula] = found;
    let value = found[6];
    let formula: string | undefined;
    let end = plainCell.lastIndex;
    if (hasFormula !== undefined) {
      const read = this.formula(text, end, column);
      if (!read) return 0;
      afterFormula.lastIndex = end + read.raw.length;
      const after = afterFormula.exec(text);
      if (!after) return 0;
      formula = read.said;
      value = after[1];
      end = afterFormula.lastIndex;
    }
    const attributes: Record<string, string> = { r };
    if (s !== undefined) attributes['s'] = s;
    if (t !== undefined) attributes['t'] = t;
    if (value !== undefined) value = resolved(value);
    this.events.cell(attributes, { formula, value });
    return end;
  }

  /** The text up to the end of a formula, undefined where that is not at hand or other marks come first. */
  private formula(text: string, from: number, column: string) {
    const last = this.formulas.get(column);
    if (last && text.slice(from, from + last.raw.length) === last.raw) return last;
    const end = text.indexOf('<', from);
    if (end < 0 || !text.startsWith(endOfFormula, end)) return undefined;
    const written = text.slice(from, end);
    if (written.includes('>')) return undefined;
    const read = { raw: text.slice(from, end + endOfFormula.length), said: resolved(written) };
    this.formulas.set(column, read);
    return read;
  }

  private tag(text: string, at: number): number {
    if (at + 1 === text.length) return -1;
    const kind = text.charCodeAt(at + 1);
    if (kind === SLASH) return this.end(text, at);
    if (kind === QUESTION) return this.instruction(text, at);
    if (kind !== EXCLAMATION) return this.start(text, at);
    for (const [name, { begin }] of Object.entries(passages)) {
      if (!text.startsWith(begin, at)) {
        if (begin.startsWith(text.slice(at))) return -1;
        continue;
      }
      if (name === 'data' && this.opened.length === 0) throw fault('text outside its element');
      this.within = name as keyof typeof passages;
      return at + begin.length;
    }
    if ('<!DOCTYPE'.startsWith(text.slice(at, at + 9)))
      throw broken('a part declares a document type');
    throw fault('a mark that is none');
  }

  private pass(text: string, from: number, passage: keyof typeof passages): number {
    const { end } = passages[passage];
    const found = text.indexOf(end, from);
    const until = found >= 0 ? found : Math.max(from, text.length - end.length + 1);
    const passed = text.slice(from, until);
    if (passage === 'data' && passed !== '') this.events.text(passed);
    if (
      passage === 'comment' &&
      (found >= 0 ? /--|-$/.test(passed) : /--./s.test(text.slice(from)))
    )
      throw fault('"--" in a comment');
    if (found >= 0) {
      this.within = undefined;
      return found + end.length;
    }
    return until > from ? until : -1;
  }

  private instruction(text: string, at: number): number {
    const close = text.indexOf('?>', at + 2);
    if (close < 0) return -1;
    const whole = text.slice(at + 2, close);
    const target = this.proper(/^\S*/.exec(whole)![0]);
    if (target.toLowerCase() === 'xml' && (this.isBegun || !declaration.test(whole)))
      throw fault('a declaration that is none');
    return close + 2;
  }

  private end(text: string, at: number): number {
    const name = this.opened.at(-1);
    let close = at + 2 + (name?.length ?? 0);
    if (!name || !text.startsWith(name, at + 2) || text.charCodeAt(close) !== GREATER) {
      close = text.indexOf('>', at + 2);
      if (close < 0) return -1;
      const written = text.slice(at + 2, close);
      if (written.trimEnd() !== name)
        throw fault(`</${written.slice(0, 40)}> closes nothing that is open`);
    }
    this.opened.pop();
    this.events.close();
    return close + 1;
  }

  private start(text: string, at: number): number {
    let i = endOfName(text, at + 1);
    if (i === text.length) return -1;
    const name = this.proper(text.slice(at + 1, i));
    const attributes: Record<string, string> = {};
    for (;;) {
      const from = i;
      while (text.charCodeAt(i) <= SPACE) i++;
      const code = text.charCodeAt(i);
      if (code === GREATER) break;
      if (code === SLASH) {
        if (i + 1 === text.length) return -1;
        if (text.charCodeAt(i + 1) !== GREATER) throw fault(`a slash in <${name}>`);
        break;
      }
      if (i >= text.length) return -1;
      if (i === from) throw fault(`attributes of <${name}> that are not apart`);
      const ended = endOfName(text, i);
      const key = text.slice(i, ended);
      i = ended;
      while (text.charCodeAt(i) <= SPACE) i++;
      if (i >= text.length) return -1;
      if (text.charCodeAt(i) !== EQUALS) throw fault(`an attribute of <${name}> without a value`);
      do i++;
      while (text.charCodeAt(i) <= SPACE);
      if (i >= text.length) return -1;
      const quote = text.charCodeAt(i);
      if (quote !== QUOTE && quote !== APOSTROPHE)
        throw fault(`a value of <${name}> without quotes`);
      const last = text.indexOf(quote === QUOTE ? '"' : "'", i + 1);
      if (last < 0) return -1;
      this.proper(key);
      if (Object.hasOwn(attributes, key)) throw fault(`<${name}> says ${key} twice`);
      attributes[key] = valueOf(text.slice(i + 1, last));
      i = last + 1;
    }
    const isEmpty = text.charCodeAt(i) === SLASH;
    if (this.opened.length === 0) {
      if (this.hasRoot) throw fault('a second element at its root');
      this.hasRoot = true;
    }
    this.events.open(name, attributes);
    if (isEmpty) this.events.close();
    else this.opened.push(name);
    return i + (isEmpty ? 2 : 1);
  }

  /** A document has few different names, so each is looked at once. */
  private proper(name: string): string {
    if (this.names.has(name)) return name;
    if (!properName.test(name)) throw fault(`"${name.slice(0, 40)}" is no name`);
    this.names.add(name);
    return name;
  }
}

const fault = (what: string) => broken(`bad XML: ${what}`);

function endOfName(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= SPACE || code === EQUALS || code === GREATER || code === SLASH) break;
  }
  return i;
}

/** Most values are a few signs, which are looked at sooner than searched. */
const short = 24;

/** Whether a short text has none of the signs that mean something. */
function isPlain(raw: string): boolean {
  if (raw.length > short) return false;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code < SPACE || code === AMPERSAND || code === LESS || code === GREATER) return false;
  }
  return true;
}

function valueOf(raw: string): string {
  if (isPlain(raw)) return raw;
  if (raw.includes('<')) throw fault('"<" in an attribute');
  return resolved(/[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw);
}

const resolved = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(entities, (_, name?: string, decimal?: string, hex?: string) => {
        if (name) return named[name]!;
        return signOf(decimal ? Number(decimal) : hex ? parseInt(hex, 16) : NaN);
      })
    : raw;

function signOf(code: number): string {
  const isSign =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!isSign) throw fault('an entity that it does not declare');
  return String.fromCodePoint(code);
}
