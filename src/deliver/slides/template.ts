import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { Failure } from '../../messages';
import { escapeAttribute, escapeText } from '../../xml';
import type { SlideLook } from './look';

/** The size that slides are drawn for, in EMU: 13.33 × 7.5 inches. */
const size = { cx: 12192000, cy: 6858000 };

const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Parts = Record<string, Uint8Array>;

/**
 * The slides of a deck in a firm's own template: on its layouts, in its theme's colours and fonts. Its own
 * slides stay behind; the first of ours takes the layout of title slides, the others that with a title only,
 * found by their type or by their name.
 * @throws Failure template-not-pptx, template-size, template-layout
 */
export function onTemplate(deck: Uint8Array, template: Uint8Array, look: SlideLook): Uint8Array {
  const firm = opened(template);
  const ours = unzipSync(deck);
  const by = scaleOf(firm);
  const layouts = { first: layoutOf(firm, 'title'), other: layoutOf(firm, 'titleOnly') };
  const out: Zippable = {};
  for (const [name, bytes] of Object.entries(firm)) if (!isReplaced(name)) out[name] = bytes;
  const slides = numbered(ours);
  const put = (name: string, xml: string) => (out[name] = strToU8(xml));
  slides.forEach((name, i) => {
    const xml = strFromU8(ours[name] as Uint8Array);
    const layout = i === 0 ? layouts.first : layouts.other;
    const to = `ppt/slides/slide${i + 1}.xml`;
    put(to, i === 0 ? titleSlide(xml) : scaled(themed(withoutPlace(xml), look), by));
    put(
      relsOf(to),
      strFromU8(ours[relsOf(name)] as Uint8Array)
        .replace(/Target="\.\.\/slideLayouts\/[^"]*"/, `Target="../slideLayouts/${layout}"`)
        .replace(/Target="(?:\.\.|\/ppt)\/(charts|media)\/([^"]*)"/g, 'Target="../$1/appfi-$2"'),
    );
  });
  for (const [name, bytes] of Object.entries(ours)) {
    const [, folder, file] = /^ppt\/(charts|embeddings|media)\/([^/]+)$/.exec(name) ?? [];
    const [, rels] = /^ppt\/charts\/_rels\/([^/]+)$/.exec(name) ?? [];
    if (rels !== undefined)
      put(
        `ppt/charts/_rels/appfi-${rels}`,
        strFromU8(bytes).replace(
          /Target="(?:\.\.|\/ppt)\/embeddings\/([^"]*)"/g,
          'Target="../embeddings/appfi-$1"',
        ),
      );
    else if (folder === 'charts') put(`ppt/charts/appfi-${file}`, themed(strFromU8(bytes), look));
    else if (folder !== undefined) out[`ppt/${folder}/appfi-${file}`] = [bytes, { level: 0 }];
  }
  put('ppt/presentation.xml', presentation(text(firm, 'ppt/presentation.xml'), slides.length));
  put('ppt/_rels/presentation.xml.rels', presentationRels(firm, slides.length));
  put('[Content_Types].xml', contentTypes(text(firm, '[Content_Types].xml'), Object.keys(out)));
  put(
    '_rels/.rels',
    text(firm, '_rels/.rels').replace(/<Relationship [^>]*extended-properties"[^>]*\/>/, ''),
  );
  // Readers expect the types of parts in front.
  const types = '[Content_Types].xml';
  return zipSync({ [types]: out[types]!, ...out }, { mtime: new Date(1980, 0, 1) });
}

function opened(template: Uint8Array): Parts {
  let parts: Parts;
  try {
    parts = unzipSync(template);
  } catch {
    throw new Failure('template-not-pptx');
  }
  if (!parts['ppt/presentation.xml']) throw new Failure('template-not-pptx');
  return parts;
}

/** How much larger the template's slides are than ours; only their proportions must be the same. */
function scaleOf(firm: Parts): number {
  const [tag = ''] = /<p:sldSz\b[^>]*>/.exec(text(firm, 'ppt/presentation.xml')) ?? [];
  const side = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1]);
  const [across, down] = [side('cx') / size.cx, side('cy') / size.cy];
  if (!(Math.abs(across / down - 1) < 0.01)) throw new Failure('template-size');
  return across;
}

/** Places, sizes and letters of a slide, so much larger. */
function scaled(xml: string, by: number): string {
  if (Math.abs(by - 1) < 0.001) return xml;
  return xml
    .replace(
      /\b(x|y|cx|cy|w|h|[ltrb]Ins|mar[LRTB]|indent)="(-?\d+)"/g,
      (_, name: string, value: string) => `${name}="${Math.round(Number(value) * by)}"`,
    )
    .replace(
      /\bsz="(\d+)"/g,
      (_, value: string) => `sz="${Math.round((Number(value) * by) / 50) * 50}"`,
    );
}

const text = (parts: Parts, name: string): string => strFromU8(parts[name] ?? new Uint8Array());

const relsOf = (name: string): string => name.replace(/([^/]+)$/, '_rels/$1.rels');

/** The template's own slides, what hangs on them, and its table of contents. */
const isReplaced = (name: string): boolean =>
  name.endsWith('/') ||
  /^ppt\/(slides|notesSlides|comments)\//.test(name) ||
  name === 'docProps/app.xml';

const numbered = (parts: Parts): string[] => {
  const number = (name: string) => Number(/slide(\d+)\.xml$/.exec(name)?.[1]);
  return Object.keys(parts)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => number(a) - number(b));
};

const layoutNames = {
  title: /^(title slide|title|cover|标题幻灯片|封面|標題投影片|封面頁)$/i,
  titleOnly: /^(title only|仅标题|只有標題|僅標題)$/i,
};

/** File name of the layout with the type, else of one that is called so. */
function layoutOf(firm: Parts, type: keyof typeof layoutNames): string {
  const all = Object.keys(firm)
    .filter((name) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const found =
    all.find((name) =>
      new RegExp(`<p:sldLayout\\b[^>]*\\btype="${type}"`).test(text(firm, name)),
    ) ??
    all.find((name) =>
      layoutNames[type].test(/<p:cSld\b[^>]*\bname="([^"]*)"/.exec(text(firm, name))?.[1] ?? ''),
    );
  if (!found)
    throw new Failure('template-layout', {
      layout: type === 'title' ? 'Title Slide' : 'Title Only',
    });
  return found.slice(found.lastIndexOf('/') + 1);
}

/** The texts of the first slide, in the places that the layout has for them. */
function titleSlide(xml: string): string {
  const [title = '', ...lines] = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(
    ([, said]) => said ?? '',
  );
  const paragraph = (said: string) =>
    `<a:p><a:r><a:rPr lang="en-US"/><a:t>${said}</a:t></a:r></a:p>`;
  const shape = (id: number, name: string, place: string, paragraphs: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeAttribute(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${place}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;
  const tree = [
    shape(2, 'Title', 'type="ctrTitle"', paragraph(title)),
    shape(3, 'Subtitle', 'type="subTitle" idx="1"', lines.map(paragraph).join('')),
  ].join('');
  return xml
    .replace(/<p:bg>.*?<\/p:bg>/s, '')
    .replace(/(<\/p:grpSpPr>|<p:grpSpPr\/>).*<\/p:spTree>/s, `$1${tree}</p:spTree>`);
}

/** The title stands where, and looks as, the layout has it. */
const withoutPlace = (xml: string): string =>
  xml
    .replace(/<p:bg>.*?<\/p:bg>/s, '')
    .replace(
      /<p:sp>(?:(?!<\/p:sp>).)*<p:ph\b[^>]*type="title"(?:(?!<\/p:sp>).)*<\/p:sp>/gs,
      (shape) =>
        shape
          .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
          .replace(
            /<a:bodyPr\b[^>]*(?:\/>|>.*?<\/a:bodyPr>)/s,
            '<a:bodyPr><a:normAutofit/></a:bodyPr>',
          )
          .replace(/<a:rPr\b[^>]*>.*?<\/a:rPr>/gs, '<a:rPr lang="en-US"/>')
          .replace(/<a:pPr\b[^>]*(?:\/>|>.*?<\/a:pPr>)/gs, ''),
    );

const tint = (by: number) => `<a:lumMod val="${by}000"/><a:lumOff val="${100 - by}000"/>`;

/** Our colours as those of a theme. */
const schemes: Record<keyof SlideLook['colors'], [name: string, change?: string]> = {
  accent: ['accent1'],
  accentDark: ['accent1', '<a:lumMod val="75000"/>'],
  accentMid: ['accent1', tint(60)],
  accentSoft: ['accent1', tint(40)],
  accentPale: ['accent1', tint(20)],
  ink: ['tx1'],
  muted: ['tx1', tint(65)],
  line: ['bg1', '<a:lumMod val="85000"/>'],
  paper: ['bg1'],
  band: ['bg1', '<a:lumMod val="95000"/>'],
  warn: ['accent2'],
  warnPale: ['accent2', tint(20)],
};

/** In the colours and fonts of the theme. */
function themed(xml: string, { colors, font }: SlideLook): string {
  const byColor = new Map(
    Object.entries(colors).map(([id, color]) => [color, schemes[id as keyof typeof schemes]]),
  );
  return xml
    .replace(
      /<a:srgbClr val="([0-9A-Fa-f]{6})"\s*(?:\/>|>(.*?)<\/a:srgbClr>)/gs,
      (all, color: string, inner = '') => {
        const [name, change = ''] = byColor.get(color.toUpperCase()) ?? [];
        return name === undefined
          ? all
          : `<a:schemeClr val="${name}">${change}${inner}</a:schemeClr>`;
      },
    )
    .replace(/<a:(latin|ea|cs) typeface="([^"]*)"[^>]*\/>/g, (all, kind: string, face: string) =>
      face === font ? `<a:${kind} typeface="+mn-${kind === 'latin' ? 'lt' : kind}"/>` : all,
    );
}

/** Ids of slides begin at 256. */
function presentation(xml: string, count: number): string {
  const ids = Array.from(
    { length: count },
    (_, i) => `<p:sldId id="${256 + i}" r:id="rIdAppfi${i + 1}"/>`,
  );
  const list = `<p:sldIdLst>${ids.join('')}</p:sldIdLst>`;
  const bare = xml
    .replace(/<p:sldIdLst\s*\/>|<p:sldIdLst>.*?<\/p:sldIdLst>/s, '')
    // Sections and what else names the slides that stay behind.
    .replace(/<p:custShowLst>.*?<\/p:custShowLst>/s, '')
    .replace(/<p:extLst>(?:(?!<p:extLst>).)*<\/p:extLst>(?=\s*<\/p:presentation>)/s, '');
  return bare.replace(/(?=<p:sldSz\b)/, list);
}

function presentationRels(firm: Parts, count: number): string {
  const rels = Array.from(
    { length: count },
    (_, i) =>
      `<Relationship Id="rIdAppfi${i + 1}" Type="${officeDocument}/slide" Target="slides/slide${i + 1}.xml"/>`,
  );
  return text(firm, 'ppt/_rels/presentation.xml.rels')
    .replace(/<Relationship [^>]*\/relationships\/(?:slide|commentAuthors)"[^>]*\/>/g, '')
    .replace('</Relationships>', `${rels.join('')}</Relationships>`);
}

const defaults: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
};

function contentTypes(xml: string, names: readonly string[]): string {
  const there = new Set(names.map((name) => `/${name}`));
  const override = (name: string, type: string) =>
    `<Override PartName="/${escapeText(name)}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  const kept = xml
    .replace(/<Override [^>]*PartName="([^"]*)"[^>]*\/>/g, (all, part: string) =>
      there.has(part) ? all : '',
    )
    // A template is opened as a presentation.
    .replace('presentationml.template.main+xml', 'presentationml.presentation.main+xml');
  const added = names.flatMap((name) => {
    if (kept.includes(`PartName="/${name}"`)) return [];
    if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return [override(name, 'presentationml.slide')];
    if (/^ppt\/charts\/appfi-chart\d+\.xml$/.test(name)) return [override(name, 'drawingml.chart')];
    return [];
  });
  const missing = Object.entries(defaults).filter(
    ([ending]) =>
      names.some((name) => name.endsWith(`.${ending}`)) &&
      !new RegExp(`Extension="${ending}"`, 'i').test(kept),
  );
  const given = missing.map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  return kept
    .replace(/(<Types\b[^>]*>)/, `$1${given.join('')}`)
    .replace('</Types>', `${added.join('')}</Types>`);
}
