import { unbrokenSpace } from '../../text';
import { grid } from '../card';
import { inner, page, type Deck } from '../deck';

/** Where the workbook answers what a slide leaves open: a question, and the sheets that hold the answer. */
const shelves = [
  ['scope', ['ask', 'plan', 'pain', 'function', 'innovation', 'trace']],
  ['metrics', ['metrics', 'readings', 'drivers']],
  ['value', ['monetisation', 'benefits', 'costs', 'roi', 'realised']],
  [
    'bet',
    ['contract', 'terms', 'curves', 'criteria', 'settlement', 'statement', 'payoff', 'ledger'],
  ],
  ['plan', ['micro', 'lifecycle']],
  ['trust', ['dashboard', 'checks', 'progress', 'guide']],
] as const;

/** The appendix is the workbook itself. */
export function appendixSlide(deck: Deck): void {
  const { outline, workbook } = deck;
  const known = shelves
    .map(([id, sheets]) => ({ id, sheets: sheets.filter((sheet) => sheet in outline.sheets) }))
    .filter(({ sheets }) => sheets.length > 0);
  if (known.length === 0) return;
  const { colors, font } = deck.look;
  const slide = deck.slide(deck.say('slide.title.appendix'));
  const lead = deck.lead(
    slide,
    workbook === undefined
      ? deck.say('slide.appendix.lead')
      : deck.say('slide.appendix.file', { file: workbook }),
  );
  const top = page.top + lead;
  const box = { x: page.left, y: top, w: inner, h: Math.min(page.bottom - top, 4.4) };
  grid(box, known.length, 3).forEach((place, i) => {
    const { id, sheets } = known[i]!;
    slide.addShape('rect', { ...place, fill: { color: colors.band } });
    const box = { x: place.x + 0.2, w: place.w - 0.4, margin: 0, fontFace: font };
    slide.addText(deck.say(`slide.appendix.${id}`), {
      ...box,
      y: place.y + 0.12,
      h: 0.6,
      valign: 'middle',
      fontSize: 16,
      bold: true,
      color: colors.accentDark,
    });
    slide.addText(
      sheets.flatMap((sheet, at) => {
        const name = outline.sheets[sheet] ?? sheet;
        const link = workbook !== undefined && { hyperlink: { url: linkTo(workbook, name) } };
        return [
          ...(at > 0 ? [{ text: '    ' }] : []),
          { text: name.replaceAll(' ', unbrokenSpace), ...(link && { options: link }) },
        ];
      }),
      {
        ...box,
        y: place.y + 0.75,
        h: place.h - 0.85,
        valign: 'top',
        fontSize: 14,
        color: colors.ink,
      },
    );
  });
}

/** A sheet of a workbook that lies beside the slides. */
const linkTo = (workbook: string, sheet: string): string =>
  `${workbook.split('/').map(encodeURIComponent).join('/')}#${encodeURIComponent(`'${sheet.replaceAll("'", "''")}'!A1`)}`;
