import type { ConditionalStyle } from '../book';
import { builtInId, FIRST_CUSTOM_FORMAT } from '../numberFormats';
import { type NamedStyle, type Style, type StylePart, samePart, styleParts } from '../style';
import type { OpenedStyles } from '../stylesRead';
import {
  cellStyleXml,
  type Looks,
  alignmentXml,
  borderXml,
  differenceXml,
  fillXml,
  fontXml,
} from '../stylesWrite';
import { APPLIES } from '../vocabulary';
import { el } from '../xml';
import { type Span, attributeOf, attributesOf, childrenIn, rootOf, textOf } from './scan';
import { editChildren } from './insert';

const ORDER = [
  'numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles',
  'colors', 'extLst',
]; // prettier-ignore

/** Children of a font, a border and a look in the schema's order. */
const PARTS = {
  font: [
    'b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name',
    'family', 'charset', 'scheme',
  ],
  border: ['start', 'end', 'left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'],
}; // prettier-ignore

const LISTS = [
  'numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs',
]; // prettier-ignore

const DEFAULT: Style = {};

/** One list of a file's styles, with what is added at its end. */
class KeptList {
  readonly items: string[];
  private readonly added: string[] = [];
  private readonly ids = new Map<string, number>();
  private isChanged = false;

  constructor(
    readonly name: string,
    text: string,
    list: Span | undefined,
  ) {
    this.items = list ? childrenIn(text, list).map((span) => textOf(text, span)) : [];
    this.items.forEach((item, id) => {
      if (!this.ids.has(item)) this.ids.set(item, id);
    });
  }

  id(xml: string): number {
    let id = this.ids.get(xml);
    if (id === undefined) {
      id = this.items.length + this.added.length;
      this.ids.set(xml, id);
      this.added.push(xml);
    }
    return id;
  }

  /** At the end, also where another is equal. */
  push(xml: string): number {
    this.added.push(xml);
    return this.items.length + this.added.length - 1;
  }

  replace(id: number, xml: string): void {
    this.items[id] = xml;
    this.isChanged = true;
  }

  drop(id: number | undefined): void {
    if (id !== undefined) this.replace(id, '');
  }

  at(id: number): string | undefined {
    return this.items[id] ?? this.added[id - this.items.length];
  }

  get xml(): string | undefined {
    if (this.added.length === 0 && !this.isChanged) return undefined;
    const all = [...this.items, ...this.added].filter((item) => item !== '');
    return el(this.name, { count: all.length }, all.join(''));
  }
}

/** A file's styles, to whose end new looks are added: those of cells that nobody touches keep their numbers. */
export class KeptStyles implements Looks {
  private readonly lists = new Map<string, KeptList>();
  private readonly known = [new Map<Style, number>(), new Map<Style, number>()];
  private readonly formats = new Map<string, number>();

  /** By the style's name: its place among the file's, and what it is now. */
  private readonly named = new Map<string, { at: number; style: NamedStyle }>();

  /**
   * @param file what tells these styles from those of other files
   * @param named the workbook's cell styles besides Normal
   */
  constructor(
    private readonly text: string,
    private readonly opened: OpenedStyles,
    private readonly file: string,
    named: readonly NamedStyle[],
  ) {
    const spans = childrenIn(text, rootOf(text));
    for (const name of LISTS)
      this.lists.set(
        name,
        new KeptList(
          name,
          text,
          spans.find((span) => span.name === name),
        ),
      );
    opened.looks.forEach(({ style = DEFAULT }, id) => {
      if (!this.known[0]!.has(style)) this.known[0]!.set(style, id);
    });
    for (const item of this.list('numFmts').items) {
      const root = rootOf(item);
      const code = attributeOf(item, root, 'formatCode');
      const id = Number(attributeOf(item, root, 'numFmtId'));
      if (code !== undefined && !this.formats.has(code)) this.formats.set(code, id);
    }
    this.takeNamed(named);
  }

  /** Named styles that are new come at the end, changed ones in their place; what is gone loses its name. */
  private takeNamed(named: readonly NamedStyle[]): void {
    const places = new Map(
      this.list('cellStyles').items.map((item, i) => {
        const root = rootOf(item);
        const at = Number(attributeOf(item, root, 'xfId'));
        return [attributeOf(item, root, 'name') ?? '', { i, at }];
      }),
    );
    const before = new Map(this.opened.named.map((style) => [style.name, style]));
    for (const style of named) {
      const place = places.get(style.name);
      if (before.has(style.name) && place) {
        this.named.set(style.name, { at: place.at, style });
        if (same(before.get(style.name), style)) continue;
        this.list('cellStyleXfs').replace(place.at, this.namedXf(style));
        this.list('cellStyles').replace(place.i, cellStyleXml(style, place.at));
      } else {
        const at = this.list('cellStyleXfs').push(this.namedXf(style));
        this.list('cellStyles').push(cellStyleXml(style, at));
        this.named.set(style.name, { at, style });
      }
    }
    const gone = this.opened.named.filter(({ name }) => !this.named.has(name));
    for (const { name } of gone) this.list('cellStyles').drop(places.get(name)?.i);
  }

  private namedXf({ look, sets }: NamedStyle): string {
    const unset = Object.entries(APPLIES).flatMap(([part, attribute]) =>
      sets[part as StylePart] ? [] : [[attribute, false] as const],
    );
    return el(
      'xf',
      {
        numFmtId: this.format(look.numberFormat ?? 'General'),
        fontId: this.list('fonts').id(fontXml(look)),
        fillId: this.list('fills').id(fillXml(look.fill)),
        borderId: this.list('borders').id(borderXml(look)),
        ...Object.fromEntries(unset),
      },
      alignmentXml(look) + protectionXml(look),
    );
  }

  look(style: Style = DEFAULT, typed = false): number {
    const known = this.known[typed ? 1 : 0]!;
    let id = known.get(style);
    if (id === undefined) known.set(style, (id = this.list('cellXfs').id(this.xf(style, typed))));
    return id;
  }

  difference(style: ConditionalStyle): number {
    return this.list('dxfs').id(differenceXml(style));
  }

  /** The part with what was added, or undefined where nothing was. */
  xml(): string | undefined {
    const changes = [...this.lists].flatMap(([name, list]) =>
      list.xml === undefined ? [] : [[name, list.xml] as const],
    );
    return changes.length === 0 ? undefined : editChildren(this.text, ORDER, new Map(changes));
  }

  private list(name: string): KeptList {
    return this.lists.get(name)!;
  }

  private xf(style: Style, typed: boolean): string {
    const [file, index] = (style.origin ?? '').split(':');
    const known = file === this.file ? Number(index) : NaN;
    const base = this.list('cellXfs').items[known];
    const was = (base !== undefined && this.opened.looks[known]?.style) || DEFAULT;
    const xf = base === undefined ? new Map<string, string>() : attributeMap(base);
    const id = (name: string) => Number(xf.get(name) ?? 0);
    const differs = (...keys: (keyof Style)[]) =>
      base === undefined || keys.some((key) => !same(was[key], style[key]));
    const font = differs(...styleParts.font)
      ? this.list('fonts').id(this.font(base && this.list('fonts').at(id('fontId')), was, style))
      : id('fontId');
    const fill = differs('fill') ? this.list('fills').id(fillXml(style.fill)) : id('fillId');
    const border = differs(...styleParts.border)
      ? this.list('borders').id(
          this.border(base && this.list('borders').at(id('borderId')), was, style),
        )
      : id('borderId');
    const format = differs('numberFormat')
      ? this.format(style.numberFormat ?? 'General')
      : id('numFmtId');
    const inside = base === undefined ? [] : childrenIn(base, rootOf(base));
    const child = (name: string) => {
      const span = inside.find((one) => one.name === name);
      return span && base !== undefined ? textOf(base, span) : '';
    };
    const alignment = differs(...styleParts.alignment)
      ? merged(child('alignment'), alignmentXml(style), ALIGNMENT)
      : child('alignment');
    const protection = differs(...styleParts.protection)
      ? protectionXml(style)
      : child('protection');
    const named = this.named.get(style.named ?? '');
    const follows = (part: StylePart) =>
      samePart(style, named?.style.sets[part] ? named.style.look : DEFAULT, part);
    const applies = Object.entries(APPLIES).map(([part, attribute]) => {
      const stays =
        base !== undefined && was.named === style.named && samePart(was, style, part as StylePart);
      return [attribute, stays ? xf.get(attribute) : follows(part as StylePart) ? undefined : true];
    });
    return el(
      'xf',
      {
        ...Object.fromEntries(xf),
        numFmtId: format,
        fontId: font,
        fillId: fill,
        borderId: border,
        xfId: named?.at ?? (was.named === style.named ? id('xfId') : 0),
        quotePrefix: typed || xf.get('quotePrefix') === '1' || undefined,
        ...Object.fromEntries(applies),
      },
      alignment + protection + child('extLst'),
    );
  }

  private format(code: string): number {
    const known = this.formats.get(code) ?? builtInId(code);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(code, id);
    this.list('numFmts').id(el('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  private font(kept: string | undefined, was: Style, style: Style): string {
    const next = fontXml(style);
    if (kept === undefined) return next;
    const fresh = partsOf(next);
    const parts = partsOf(kept);
    const put = (changed: boolean, ...names: string[]) => {
      if (changed)
        for (const name of names) {
          const xml = fresh.get(name);
          if (xml === undefined) parts.delete(name);
          else parts.set(name, xml);
        }
    };
    put(was.bold !== style.bold, 'b');
    put(was.italic !== style.italic, 'i');
    put(was.strikethrough !== style.strikethrough, 'strike');
    put(was.underline !== style.underline, 'u');
    put(was.fontSize !== style.fontSize, 'sz');
    put(was.fontColor !== style.fontColor, 'color');
    put(was.fontName !== style.fontName, 'name', 'family', 'charset', 'scheme');
    return joined('font', parts, '');
  }

  private border(kept: string | undefined, was: Style, style: Style): string {
    const next = borderXml(style);
    if (kept === undefined) return next;
    const fresh = partsOf(next);
    const parts = partsOf(kept);
    const put = (key: keyof Style, name: string, alias?: string) => {
      if (same(was[key], style[key])) return;
      if (alias) parts.delete(alias);
      parts.set(name, fresh.get(name)!);
    };
    put('borderLeft', 'left', 'start');
    put('borderRight', 'right', 'end');
    put('borderTop', 'top');
    put('borderBottom', 'bottom');
    return joined('border', parts, kept);
  }
}

const ALIGNMENT = ['horizontal', 'vertical', 'wrapText', 'indent', 'textRotation'];

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

const attributeMap = (element: string) =>
  new Map(attributesOf(element, rootOf(element)).map(({ name, value }) => [name, value]));

/** The element with its own attributes, but these of them as the other one has them. */
function merged(kept: string, next: string, names: readonly string[]): string {
  if (kept === '') return next;
  const attributes = attributeMap(kept);
  const fresh = next === '' ? new Map<string, string>() : attributeMap(next);
  for (const name of names) {
    const value = fresh.get(name);
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  }
  return attributes.size === 0 ? '' : el(rootOf(kept).name, Object.fromEntries(attributes));
}

const protectionXml = ({ locked, formulaHidden }: Style) =>
  locked === false || formulaHidden
    ? el('protection', {
        locked: locked === false ? false : undefined,
        hidden: formulaHidden || undefined,
      })
    : '';

const partsOf = (element: string) => {
  const root = rootOf(element);
  return new Map(childrenIn(element, root).map((span) => [span.name, textOf(element, span)]));
};

function joined(tag: 'font' | 'border', parts: Map<string, string>, kept: string): string {
  const order = (name: string) => PARTS[tag].indexOf(name) + 1 || 99;
  const sorted = [...parts].sort(([a], [b]) => order(a) - order(b));
  const attributes = kept === '' ? {} : Object.fromEntries(attributeMap(kept));
  return el(tag, attributes, sorted.map(([, xml]) => xml).join(''));
}
