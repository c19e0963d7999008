import { rowsOf, type Cells } from '../outline';
import { shorten } from '../text';
import { inner, page, sizes, type Deck } from './deck';
import { wordOf } from './picks';

interface Rated {
  dimension: string;
  module: string;
  asIs: number;
  toBe: number;
}

const head = 2;
/** Inches from a cell's edge to its text, both sides. */
const padding = 0.12;
/** Most that a row of modules is tall: few rows in much room fill it. */
const tallest = 2.2;
/** Levels still to go from which a module stands out in the title. */
const wide = 2;

const rated = ({ dimension, module, asIs, toBe }: Cells): Rated[] =>
  typeof asIs === 'number' && asIs > 0
    ? [
        {
          dimension: String(dimension ?? ''),
          module: String(module ?? ''),
          asIs,
          toBe: typeof toBe === 'number' && toBe > asIs ? toBe : asIs,
        },
      ]
    : [];

/** A map of all rated modules by dimension: as is and to be, the darker the further there is to go. */
export function maturitySlide(deck: Deck): void {
  const { outline, look } = deck;
  const modules = rowsOf(outline, 'maturity').flatMap(({ cells }) => rated(cells));
  if (modules.length === 0) return;
  const far = modules.filter(({ asIs, toBe }) => toBe - asIs >= wide).length;
  const slide = deck.slide(
    deck.say(far > 0 ? 'deliver.title.maturity' : 'deliver.title.maturityNear', {
      count: modules.length,
      far,
    }),
    ['maturity'],
  );
  const top = page.top + deck.lead(slide, deck.say('deliver.maturity.lead'));
  const rows = [...new Set(modules.map(({ dimension }) => dimension))].map((dimension) => ({
    name: wordOf(deck, 'dimension.function', dimension),
    modules: modules.filter((one) => one.dimension === dimension),
  }));
  const most = Math.max(...rows.map((row) => row.modules.length));
  const width = (inner - head) / most;
  const height = Math.min(tallest, (page.bottom - top) / rows.length);
  const { colors, font } = look;
  const shades = [colors.paper, colors.accentPale, colors.accentSoft, colors.accentMid];
  const size = height > 1.4 && width > 1.6 ? 16 : height > 1 && width > 1.9 ? 14 : sizes.least;
  const lines = Math.max(1, Math.floor((height - 0.08) / (size * 0.0175)) - 1);
  const room = (((width - padding) * 72) / size) * lines * 0.9;
  const border = { type: 'solid' as const, pt: 1, color: colors.line };
  slide.addTable(
    rows.map((row) => [
      { text: row.name, options: { bold: true, color: colors.ink, border } },
      ...Array.from({ length: most }, (_, i) => {
        const module = row.modules[i];
        if (!module) return { text: '', options: { border: { type: 'none' as const } } };
        const gap = module.toBe - module.asIs;
        const name = shorten(wordOf(deck, 'module', module.module), room);
        return {
          text: `${gap > 0 ? `${module.asIs} → ${module.toBe}` : module.asIs}\n${name}`,
          options: {
            color: colors.ink,
            fill: { color: shades[Math.min(gap, shades.length - 1)] ?? colors.paper },
            border,
          },
        };
      }),
    ]),
    {
      x: page.left,
      y: top,
      w: inner,
      colW: [head, ...Array.from({ length: most }, () => width)],
      rowH: rows.map(() => height),
      margin: [0.03, padding / 2, 0.03, padding / 2],
      fontFace: font,
      fontSize: size,
      valign: 'middle',
    },
  );
}
