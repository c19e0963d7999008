import { emptyPageLayout } from './empty';
import type { PageLayout } from './book';
import { inchesOf, pointsOfInches } from './units';
import { decodeText, encodeText } from './text';
import { type Node, child, el, escapeText, flag, numeric } from './xml';

/** Office.js PaperType → the file's number. */
const PAPERS: Record<string, number> = {
  Letter: 1,
  LetterSmall: 2,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
  Quatro: 15,
  Paper10x14: 16,
  Paper11x17: 17,
  Note: 18,
  Envelope9: 19,
  Envelope10: 20,
  EnvelopeDL: 27,
  EnvelopeC5: 28,
};

type Sections = PageLayout['header'];

export const fitsToPage = ({ fitWide, fitTall }: PageLayout) => Boolean(fitWide || fitTall);

/** printOptions … headerFooter, in the schema's order. */
export function pageLayoutXml(layout: PageLayout): string {
  const { margins } = layout;
  const fits = fitsToPage(layout);
  return [
    layout.centerHorizontally || layout.printGridlines
      ? el('printOptions', {
          horizontalCentered: layout.centerHorizontally || undefined,
          gridLines: layout.printGridlines || undefined,
        })
      : '',
    margins
      ? el('pageMargins', {
          left: inchesOf(margins.left),
          right: inchesOf(margins.right),
          top: inchesOf(margins.top),
          bottom: inchesOf(margins.bottom),
          header: inchesOf(margins.header),
          footer: inchesOf(margins.footer),
        })
      : '',
    el('pageSetup', {
      paperSize: PAPERS[layout.paperSize],
      scale: layout.scale,
      fitToWidth: fits ? (layout.fitWide ?? 0) : undefined,
      fitToHeight: fits ? (layout.fitTall ?? 0) : undefined,
      orientation: layout.orientation.toLowerCase(),
    }),
    headerFooterXml(layout.header, layout.footer),
  ].join('');
}

function headerFooterXml(header: Sections, footer: Sections): string {
  const section = (tag: string, { left, center, right }: Sections) => {
    const text = [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`].join('');
    return text && el(tag, {}, escapeText(encodeText(text)));
  };
  const content = section('oddHeader', header) + section('oddFooter', footer);
  return content && el('headerFooter', {}, content);
}

export function readPageLayout(worksheet: Node): PageLayout {
  const layout = emptyPageLayout();
  const options = child(worksheet, 'printOptions');
  layout.centerHorizontally = flag(options, 'horizontalCentered');
  layout.printGridlines = flag(options, 'gridLines');
  const setup = child(worksheet, 'pageSetup');
  if (setup?.attributes['orientation'] === 'landscape') layout.orientation = 'Landscape';
  const paper = numeric(setup, 'paperSize');
  layout.paperSize = Object.keys(PAPERS).find((key) => PAPERS[key] === paper) ?? layout.paperSize;
  if (flag(child(child(worksheet, 'sheetPr'), 'pageSetUpPr'), 'fitToPage')) {
    layout.fitWide = numeric(setup, 'fitToWidth') ?? 1;
    layout.fitTall = numeric(setup, 'fitToHeight') ?? 1;
  }
  const scale = numeric(setup, 'scale');
  if (scale !== undefined) layout.scale = scale;
  const margins = child(worksheet, 'pageMargins');
  if (margins) {
    const points = (side: string) => pointsOfInches(numeric(margins, side) ?? 0);
    layout.margins = {
      left: points('left'),
      right: points('right'),
      top: points('top'),
      bottom: points('bottom'),
      header: points('header'),
      footer: points('footer'),
    };
  }
  const headerFooter = child(worksheet, 'headerFooter');
  layout.header = readSections(child(headerFooter, 'oddHeader')?.text);
  layout.footer = readSections(child(headerFooter, 'oddFooter')?.text);
  return layout;
}

/** `&Lleft&Ccenter&Rright`; `&&` is a plain ampersand and starts no section. */
function readSections(text = ''): Sections {
  const sections: Sections = { left: '', center: '', right: '' };
  const keys: Record<string, keyof Sections> = { L: 'left', C: 'center', R: 'right' };
  let into: keyof Sections = 'center';
  for (const piece of decodeText(text).match(/&[\s\S]|[^&]+|&$/g) ?? []) {
    const key = piece.length === 2 && piece[0] === '&' ? keys[piece[1]!] : undefined;
    if (key) into = key;
    else sections[into] += piece;
  }
  return sections;
}
