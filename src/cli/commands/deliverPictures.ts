import { existsSync } from 'node:fs';
import path from 'node:path';
import { create, openSync, type Font } from 'fontkit';
import { svgOf, type Label, type PaperFonts, type Picture } from '../../deliver';
import { message, type Lang } from '../../messages';
import { readBytes } from '../files';
import { InputError } from '../io';

/** Where systems keep a font with Chinese signs: file, face of regular and bold in a collection. */
interface KnownFont {
  regular: [string, string?];
  bold: [string, string?];
}

const noto = (folder: string, region: string): KnownFont => ({
  regular: [`${folder}/NotoSansCJK-Regular.ttc`, `NotoSansCJK${region}-Regular`],
  bold: [`${folder}/NotoSansCJK-Bold.ttc`, `NotoSansCJK${region}-Bold`],
});

/** All faces have all signs; only the Korean one has quotes and apostrophes as narrow as English sets them. */
const regions: Record<Lang, string> = { 'zh-CN': 'sc', 'zh-TW': 'tc', en: 'kr' };

function knownFonts(lang: Lang): KnownFont[] {
  const isTraditional = lang === 'zh-TW';
  const windows = `${process.env.WINDIR ?? 'C:/Windows'}/Fonts`;
  const region = regions[lang];
  return [
    ...[
      '/usr/share/fonts/opentype/noto',
      '/usr/share/fonts/noto-cjk',
      '/usr/share/fonts/google-noto-cjk',
    ].map((folder) => noto(folder, region)),
    isTraditional
      ? {
          regular: [`${windows}/msjh.ttc`, 'MicrosoftJhengHeiRegular'],
          bold: [`${windows}/msjhbd.ttc`, 'MicrosoftJhengHeiBold'],
        }
      : {
          regular: [`${windows}/msyh.ttc`, 'MicrosoftYaHei'],
          bold: [`${windows}/msyhbd.ttc`, 'MicrosoftYaHei-Bold'],
        },
    {
      regular: ['/System/Library/Fonts/Hiragino Sans GB.ttc', 'HiraginoSansGB-W3'],
      bold: ['/System/Library/Fonts/Hiragino Sans GB.ttc', 'HiraginoSansGB-W6'],
    },
  ];
}

const fontFile = ([file, face]: [string, string?]) =>
  face === undefined ? file : ([file, face] as [string, string]);

/** Fonts for PDF and PNG: those given, else the first that this system has. */
export function paperFonts(lang: Lang, given: readonly string[] = []): PaperFonts | undefined {
  const [regular, bold] = given;
  if (regular !== undefined) return { regular, bold: bold ?? regular };
  const found = knownFonts(lang).find(({ regular: [file] }) => existsSync(file));
  return found && { regular: fontFile(found.regular), bold: fontFile(found.bold) };
}

/** Refuses files that are no fonts, before any work. @throws InputError */
export async function checkFonts(lang: Lang, files: readonly string[]): Promise<void> {
  if (files.length > 2)
    throw new InputError(message(lang, 'cli.deliver.fonts', { count: files.length }));
  for (const file of files) {
    const bytes = Buffer.from(await readBytes(lang, file));
    if (!isFont(bytes)) throw new InputError(message(lang, 'cli.deliver.badFont', { file }));
  }
}

/** One font, not a collection of them. */
function isFont(bytes: Buffer): boolean {
  try {
    return 'layout' in create(bytes);
  } catch {
    return false;
  }
}

/** Pixels of the longer side beyond which a picture is drawn smaller. */
const mostPixels = 12_000;

/**
 * A picture as PNG. Where a Chinese font of the system is known its outlines are drawn: resvg reads
 * a font file again for every sign, and those files are large.
 * @param scale pixels for each of the picture's own
 */
export async function pngOf(picture: Picture, fonts?: PaperFonts, scale = 2): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const draw = fonts && outlines(openFont(fonts.regular), openFont(fonts.bold));
  const zoom = Math.min(scale, mostPixels / Math.max(picture.width, picture.height));
  const image = new Resvg(svgOf(picture, draw), {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: draw === undefined },
  });
  return image.render().asPng();
}

const opened = new Map<string, Font>();

function openFont(font: PaperFonts['regular']): Font {
  const [file, face] = typeof font === 'string' ? [font] : font;
  const key = `${file} ${face}`;
  const known = opened.get(key) ?? (openSync(file, face) as Font);
  opened.set(key, known);
  return known;
}

/** Draws a line of text as the outlines of its signs. */
const outlines =
  (regular: Font, bold: Font) =>
  ({ text, x, y, size, anchor, bold: isBold, color }: Label): string => {
    const font = isBold ? bold : regular;
    const { glyphs, positions, advanceWidth } = font.layout(text);
    const scale = size / font.unitsPerEm;
    const shift = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
    let at = x - shift * advanceWidth * scale;
    const paths = glyphs.map((glyph, i) => {
      const outline = glyph.path.toSVG();
      const place = `translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})`;
      at += (positions[i]?.xAdvance ?? 0) * scale;
      return outline === '' ? '' : `<path transform="${place}" d="${outline}"/>`;
    });
    return `<g fill="${color}">${paths.join('')}</g>`;
  };

/** "map.png" → "map-2.png" for the second page. */
export function pageFile(file: string, page: number): string {
  if (page === 1) return file;
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-${page}${ext}`);
}
