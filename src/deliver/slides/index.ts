import { holdable } from '../../xml';
import type { Outline } from '../outline';
import { termSlides } from './bet';
import { Deck, type Audience } from './deck';
import { innovationSlides } from './innovations';
import { lookOf, type Brand } from './look';
import { maturitySlide } from './maturity';
import { mended } from './mend';
import { metricSlides } from './metrics';
import { lifecycleSlides, microSlides } from './plans';
import { roadmapSlides } from './roadmap';
import { measureSlides } from './roi';
import { painSlides, planSlides, whySlides } from './selection';
import { appendixSlide } from './steering/appendix';
import { bridgeSlide } from './steering/bridge';
import { changeSlide } from './steering/change';
import { daysSlide } from './steering/days';
import { directionSlide } from './steering/direction';
import { returnSlide, tornadoSlide } from './steering/return';
import { riskSlide } from './steering/risks';
import { roadmapSlide } from './steering/roadmap';
import { summarySlide } from './steering/summary';
import { wagerSlide } from './steering/wager';
import { onTemplate } from './template';
import { titleSlide } from './title';
import { traceSlides } from './trace';

export { audiences, type Audience } from './deck';
export type { Brand } from './look';

type Kind = (deck: Deck) => void;

const stories: Record<Audience, Kind[]> = {
  /** One message each, twelve at most whatever the size of the engagement. */
  steering: [
    titleSlide,
    summarySlide,
    directionSlide,
    changeSlide,
    bridgeSlide,
    returnSlide,
    tornadoSlide,
    roadmapSlide,
    wagerSlide,
    riskSlide,
    daysSlide,
    appendixSlide,
  ],
  team: [
    titleSlide,
    whySlides,
    planSlides,
    painSlides,
    maturitySlide,
    roadmapSlides,
    innovationSlides,
    traceSlides,
    metricSlides,
    bridgeSlide,
    returnSlide,
    tornadoSlide,
    measureSlides,
    wagerSlide,
    termSlides,
    riskSlide,
    microSlides,
    lifecycleSlides,
    daysSlide,
  ],
};

interface SlideOptions {
  audience?: Audience;
  brand?: Brand;
  /** The file name of the workbook, to which the appendix then leads. */
  workbook?: string;
  /** A firm's own presentation or template (.pptx, .potx), whose layouts and theme the slides take. */
  template?: Uint8Array;
}

/** What each slide after the first says in its title, in order. */
export const slideTitles = (outline: Outline, options: SlideOptions = {}): readonly string[] =>
  deckOf(outline, options).titles;

/** The slides as a .pptx file: native text, tables and charts, editable in PowerPoint. */
export async function slidesOf(outline: Outline, options: SlideOptions = {}): Promise<Uint8Array> {
  const { pptx, look } = deckOf(outline, options);
  const deck = mended((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
  return options.template === undefined ? deck : onTemplate(deck, options.template, look);
}

function deckOf(outline: Outline, options: SlideOptions): Deck {
  const { audience = 'team', brand, workbook } = options;
  const deck = new Deck(outline, lookOf(outline.lang, holdable(brand)), audience, workbook);
  for (const kind of stories[audience]) kind(deck);
  deck.finish();
  return deck;
}
