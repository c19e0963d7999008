import type { ConditionalStyle } from './book';
import { samePart, type Border, type NamedStyle, type Style, type StylePart } from './style';
import { argb } from './colors';
import { APPLIES, BORDER_TO_FILE, MAIN, lower } from './vocabulary';
import { FIRST_CUSTOM_FORMAT, builtInId } from './numberFormats';
import { XML_HEAD, el } from './xml';

const DEFAULT_STYLE: Style = {};

/** Numbers equal entries once, in the order they come. */
class Pool {
  private readonly ids = new Map<string, number>();
  constructor(...first: string[]) {
    first.forEach((xml) => this.id(xml));
  }
  id(xml: string): number {
    let id = this.ids.get(xml);
    if (id === undefined) this.ids.set(xml, (id = this.ids.size));
    return id;
  }
  list(tag: string): string {
    return this.ids.size === 0
      ? ''
      : el(tag, { count: this.ids.size }, [...this.ids.keys()].join(''));
  }
}

/** Numbers the looks that cells and rules have in a file. */
export interface Looks {
  /** Index of a cell's look; `typed` marks text that must stay text when edited. */
  look(style?: Style, typed?: boolean): number;
  /** Index of what a conditional format changes. */
  difference(style: ConditionalStyle): number;
}

/** Collects the looks a workbook uses and writes xl/styles.xml. */
export class StyleSheet implements Looks {
  private readonly fonts = new Pool(fontXml(DEFAULT_STYLE));
  private readonly fills = new Pool(fillXml(undefined), patternXml('gray125'));
  private readonly borders = new Pool(borderXml(DEFAULT_STYLE));
  private readonly formats = new Pool();
  private readonly looks = new Pool();
  private readonly differences = new Pool();
  private readonly known = [new Map<Style, number>(), new Map<Style, number>()];

  private readonly named: Map<string, { at: number; style: NamedStyle }>;
  private readonly namedXml: string;

  /** @param named the workbook's cell styles besides Normal */
  constructor(named: readonly NamedStyle[] = []) {
    this.named = new Map(named.map((style, i) => [style.name, { at: i + 1, style }]));
    this.namedXml = this.stylesXml(named);
    this.look(undefined);
  }

  look(style: Style = DEFAULT_STYLE, typed = false): number {
    const known = this.known[typed ? 1 : 0]!;
    let id = known.get(style);
    if (id === undefined) known.set(style, (id = this.looks.id(this.lookXml(style, typed))));
    return id;
  }

  difference(style: ConditionalStyle): number {
    return this.differences.id(differenceXml(style));
  }

  xml(): string {
    const formats = this.formats.list('numFmts');
    const body = [
      formats,
      this.fonts.list('fonts'),
      this.fills.list('fills'),
      this.borders.list('borders'),
      this.namedXml,
      this.looks.list('cellXfs'),
      this.namesXml(),
      this.differences.list('dxfs'),
      el('tableStyles', {
        count: 0,
        defaultTableStyle: 'TableStyleMedium2',
        defaultPivotStyle: 'PivotStyleLight16',
      }),
    ];
    return XML_HEAD + el('styleSheet', { xmlns: MAIN }, body.join(''));
  }

  private stylesXml(named: readonly NamedStyle[]): string {
    const normal = el('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    const others = named.map(({ look, sets }) =>
      this.xf(look, (part) => [APPLIES[part], sets[part] ? undefined : false]),
    );
    return el('cellStyleXfs', { count: others.length + 1 }, [normal, ...others].join(''));
  }

  private namesXml(): string {
    const normal = el('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 });
    const others = [...this.named.values()].map(({ at, style }) => cellStyleXml(style, at));
    return el('cellStyles', { count: others.length + 1 }, [normal, ...others].join(''));
  }

  /** A cell's look says only where it differs from its named style: the rest follows the style. */
  private lookXml(style: Style, typed: boolean): string {
    const named = this.named.get(style.named ?? '');
    const base = named?.style;
    return this.xf(
      style,
      (part) => {
        const follows = base?.sets[part] ? samePart(style, base.look, part) : isPlain(style, part);
        return [APPLIES[part], follows ? undefined : true];
      },
      { xfId: named?.at ?? 0, quotePrefix: typed || undefined },
    );
  }

  private xf(
    style: Style,
    applies: (part: StylePart) => [string, boolean | undefined],
    more: { xfId?: number; quotePrefix?: true } = {},
  ): string {
    const protection =
      style.locked === false || style.formulaHidden
        ? el('protection', {
            locked: style.locked === false ? false : undefined,
            hidden: style.formulaHidden || undefined,
          })
        : '';
    const order: StylePart[] = ['number', 'font', 'fill', 'border', 'alignment', 'protection'];
    return el(
      'xf',
      {
        numFmtId: this.formatId(style.numberFormat ?? 'General'),
        fontId: this.fonts.id(fontXml(style)),
        fillId: this.fills.id(fillXml(style.fill)),
        borderId: this.borders.id(borderXml(style)),
        ...more,
        ...Object.fromEntries(order.map(applies)),
      },
      alignmentXml(style) + protection,
    );
  }

  private formatId(format: string): number {
    const builtIn = builtInId(format);
    if (builtIn !== undefined) return builtIn;
    const known = this.formatIds.get(format);
    if (known !== undefined) return known;
    const numFmtId = FIRST_CUSTOM_FORMAT + this.formatIds.size;
    this.formatIds.set(format, numFmtId);
    this.formats.id(el('numFmt', { numFmtId, formatCode: format }));
    return numFmtId;
  }
  private readonly formatIds = new Map<string, number>();
}

const isPlain = (style: Style, part: StylePart) => samePart(style, DEFAULT_STYLE, part);

export function differenceXml(style: ConditionalStyle): string {
  const font = [
    toggle('b', style.bold),
    toggle('i', style.italic),
    toggle('strike', style.strikethrough),
    style.underline === undefined ? '' : el('u', { val: style.underline ? 'single' : 'none' }),
    style.fontColor ? el('color', { rgb: argb(style.fontColor) }) : '',
  ].join('');
  const rgb = style.fill && argb(style.fill);
  const colors = rgb ? el('fgColor', { rgb }) + el('bgColor', { rgb }) : '';
  const fill = colors && el('fill', {}, el('patternFill', { patternType: 'solid' }, colors));
  return el('dxf', {}, (font && el('font', {}, font)) + fill);
}

const toggle = (tag: string, value: boolean | undefined) =>
  value === undefined ? '' : el(tag, value ? {} : { val: 0 });

export function fontXml(style: Style): string {
  return el(
    'font',
    {},
    [
      style.bold ? el('b') : '',
      style.italic ? el('i') : '',
      style.strikethrough ? el('strike') : '',
      style.underline ? el('u') : '',
      el('sz', { val: style.fontSize ?? 11 }),
      el('color', style.fontColor ? { rgb: argb(style.fontColor) } : { theme: 1 }),
      el('name', { val: style.fontName ?? 'Calibri' }),
    ].join(''),
  );
}

const patternXml = (patternType: string, content = '') =>
  el('fill', {}, el('patternFill', { patternType }, content));

export const fillXml = (color: string | undefined) =>
  color
    ? patternXml('solid', el('fgColor', { rgb: argb(color) }) + el('bgColor', { indexed: 64 }))
    : patternXml('none');

export function borderXml(style: Style): string {
  const side = (tag: string, border: Border | undefined) =>
    border
      ? el(tag, { style: BORDER_TO_FILE[border.style] }, el('color', { rgb: argb(border.color) }))
      : el(tag);
  return el(
    'border',
    {},
    side('left', style.borderLeft) +
      side('right', style.borderRight) +
      side('top', style.borderTop) +
      side('bottom', style.borderBottom) +
      el('diagonal'),
  );
}

export function alignmentXml(style: Style): string {
  const { horizontal, vertical, wrap, indent, rotation } = style;
  const attributes = {
    horizontal: horizontal && horizontal !== 'General' ? lower(horizontal) : undefined,
    vertical: vertical && vertical !== 'Bottom' ? lower(vertical) : undefined,
    wrapText: wrap || undefined,
    indent: indent || undefined,
    textRotation: rotation ? rotationToFile(rotation) : undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined)
    ? el('alignment', attributes)
    : '';
}

/** Degrees −90…90, or 180 for stacked letters. */
const rotationToFile = (degrees: number) =>
  degrees === 180 ? 255 : degrees < 0 ? 90 - degrees : degrees;

/** A named style by its place among the looks of named styles. */
export const cellStyleXml = ({ name, builtIn, hidden }: NamedStyle, at: number): string =>
  el('cellStyle', {
    name,
    xfId: at,
    builtinId: builtIn?.id,
    iLevel: builtIn?.level,
    hidden,
    customBuiltin: builtIn?.changed || undefined,
  });
