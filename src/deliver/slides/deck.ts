import PptxGenJS from 'pptxgenjs';
import type { MessageKey, MessageParams } from '../../messages';
import { slideMessage, type SlideKey } from '../../messages/slides';
import { escapeText } from '../../xml';
import type { Outline } from '../outline';
import { shorten, textWidth, wrap } from '../text';
import { placed } from './logo';
import type { SlideLook } from './look';

export type Slide = PptxGenJS.Slide;

/** Inches. */
export const page = { width: 13.333, height: 7.5, left: 0.6, top: 1.5, bottom: 6.75 };
export const inner = page.width - 2 * page.left;

/** Points. Nothing on a slide is smaller than `least`. */
export const sizes = { title: 26, lead: 16, body: 13, least: 12 } as const;

const master = 'APPFI';

/** Where the logo stands, at the right of the titles. */
const logoBox = { x: page.width - page.left - 1.4, y: 0.45, w: 1.4, h: 0.5 };

/** How much of a line bold text has, whose signs are wider than those that widths are reckoned by. */
const bold = 0.87;

/** Most of the engagement's title in the foot, in em. */
const mostTitle = 40;

/** Whom the slides are for: a steering committee decides, a project team works with them. */
export const audiences = ['steering', 'team'] as const;
export type Audience = (typeof audiences)[number];

/** What slides say, of their own texts and of the workbook's. */
export type SayKey = SlideKey | MessageKey;

/** What an item is called within a title. */
export const nameShown = (text: string): string => shorten(text, 22);

/** A table of a slide's whole width that can be drawn closer or wider. */
interface Below {
  slide: Slide;
  /** Points. */
  size: number;
  /** Inches: how tall it is at least, and how far down it then reaches. */
  tall: number;
  end: number;
  /** @returns how far down it reaches */
  draw: (bottom: number) => number;
}

/** A presentation while it is made: what all slides have in common. */
export class Deck {
  readonly pptx = new PptxGenJS();
  /** Of the slides made so far. */
  readonly titles: string[] = [];
  /** The table that ends the last slide, not drawn yet: another one may come to stand under it. */
  below?: Below;
  private readonly sources: { slide: Slide; sheets: string[] }[] = [];
  private readonly titleWidth: number;

  constructor(
    readonly outline: Outline,
    readonly look: SlideLook,
    readonly audience: Audience,
    /** The file name of the workbook, where it will lie beside the slides. */
    readonly workbook?: string,
  ) {
    const { pptx } = this;
    this.titleWidth = inner - (look.logo ? logoBox.w + 0.3 : 0);
    const { font, colors, logo, firm } = look;
    pptx.defineLayout({ name: 'wide', width: page.width, height: page.height });
    pptx.layout = 'wide';
    pptx.title = outline.title;
    // The one name that pptxgenjs does not escape.
    pptx.company = escapeText(firm);
    pptx.author = firm;
    pptx.theme = { headFontFace: font, bodyFontFace: font };
    pptx.defineSlideMaster({
      title: master,
      background: { color: colors.paper },
      objects: [
        { rect: { x: page.left, y: 0.4, w: 0.5, h: 0.06, fill: { color: colors.accent } } },
        {
          placeholder: {
            options: {
              name: 'title',
              type: 'title',
              x: page.left,
              y: 0.52,
              w: this.titleWidth,
              h: 0.85,
              margin: 0,
              align: 'left',
              valign: 'top',
              fontFace: font,
              fontSize: sizes.title,
              bold: true,
              color: colors.ink,
            },
            text: '',
          },
        },
        ...(logo
          ? [
              {
                image: placed(logo, logoBox),
              },
            ]
          : []),
      ],
      slideNumber: {
        x: page.width - page.left - 0.8,
        y: 6.98,
        w: 0.8,
        h: 0.3,
        align: 'right',
        fontFace: font,
        fontSize: sizes.least,
        color: colors.muted,
      },
    });
  }

  say = (key: SayKey, params?: MessageParams): string =>
    slideMessage(this.outline.lang, key, params);

  /** A slide that says its message in its title, and in its foot where the figures come from. */
  slide(title: string, sheets: readonly string[] = [], part = 1, parts = 1): Slide {
    this.settle();
    const slide = this.pptx.addSlide({ masterName: master });
    const full = parts > 1 ? this.say('deliver.part', { title, part, parts }) : title;
    this.titles.push(full);
    slide.addText(full, { placeholder: 'title', fontSize: this.titleSize(full) });
    this.sources.push({ slide, sheets: [...sheets] });
    return slide;
  }

  /** What else stands on the last slide comes from here. */
  alsoFrom(sheets: readonly string[]): void {
    const last = this.sources.at(-1)?.sheets;
    last?.push(...sheets.filter((one) => !last.includes(one)));
  }

  /** Draws the table that ends the last slide. @returns how far down it reaches */
  settle(bottom = page.bottom): number {
    const { below } = this;
    delete this.below;
    return below?.draw(bottom) ?? page.top;
  }

  /** Says in the foot of each slide where its figures come from. */
  finish(): void {
    this.settle();
    for (const { slide, sheets } of this.sources) this.foot(slide, sheets);
  }

  private foot(slide: Slide, sheets: readonly string[]): void {
    const names = sheets.map((id) => this.outline.sheets[id] ?? id).join(' · ');
    const foot = [
      shorten(this.outline.title, mostTitle),
      ...(names ? [this.say('deliver.source', { sheets: names, count: sheets.length })] : []),
    ];
    slide.addText(shorten(foot.join('   |   '), ((inner - 1) * 72) / sizes.least), {
      x: page.left,
      y: 6.98,
      w: inner - 1,
      h: 0.3,
      margin: 0,
      fontFace: this.look.font,
      fontSize: sizes.least,
      color: this.look.colors.muted,
    });
  }

  /** On one line if that can be, else smaller on two; longer names are cut by who says them. */
  private titleSize(title: string): number {
    const fits = (size: number, most: number) =>
      wrap(title, (this.titleWidth * 72 * bold) / size).length <= most;
    return [sizes.title, 24, 22].find((size) => fits(size, 1)) ?? (fits(22, 2) ? 22 : 20);
  }

  /** How far down a text under the title reaches beyond the top of the page. */
  leadHeight(text: string): number {
    return wrap(text, (inner * 72 * 0.96) / sizes.lead).length * 0.3 + 0.1;
  }

  /** A line or two under the title. @returns how far down they reach beyond the top of the page */
  lead(slide: Slide, text: string, top = page.top): number {
    const height = this.leadHeight(text);
    slide.addText(text, {
      x: page.left,
      y: top - 0.1,
      w: inner,
      h: height + 0.02,
      margin: 0,
      valign: 'top',
      fontFace: this.look.font,
      fontSize: sizes.lead,
      color: this.look.colors.muted,
    });
    return height;
  }

  /** Figures side by side, each with its name. */
  figures(slide: Slide, top: number, all: readonly { name: string; value: string }[]): void {
    const gap = 0.25;
    const width = (inner - gap * (all.length - 1)) / all.length;
    const { colors, font } = this.look;
    const widest = Math.max(...all.map(({ value }) => textWidth(value)));
    const size = [24, 20, 16].find((one) => widest * one * 1.4 < (width - 0.3) * 72) ?? 14;
    all.forEach(({ name, value }, i) => {
      const x = page.left + i * (width + gap);
      slide.addShape('rect', { x, y: top, w: width, h: 1.12, fill: { color: colors.accentPale } });
      slide.addText(value, {
        x: x + 0.15,
        y: top + 0.06,
        w: width - 0.3,
        h: 0.52,
        margin: 0,
        valign: 'middle',
        fontFace: font,
        fontSize: size,
        bold: true,
        color: colors.accentDark,
      });
      slide.addText(name, {
        x: x + 0.15,
        y: top + 0.6,
        w: width - 0.3,
        h: 0.46,
        margin: 0,
        valign: 'top',
        fontFace: font,
        fontSize: sizes.least,
        color: colors.muted,
      });
    });
  }
}
