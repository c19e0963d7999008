import { holdable } from '../../xml';
import type { Outline } from '../outline';
import { betSlides } from './bet';
import { Deck, type Audience } from './deck';
import { innovationSlides } from './innovations';
import { lookOf, type Brand } from './look';
import { mended } from './mend';
import { metricSlides } from './metrics';
import { nextSlides } from './next';
import { lifecycleSlides, microSlides } from './plans';
import { roadmapSlides } from './roadmap';
import { roiSlides } from './roi';
import { painSlides, planSlides, whySlides } from './selection';
import { titleSlide } from './title';
import { traceSlides } from './trace';

export { audiences, type Audience } from './deck';
export type { Brand } from './look';

type Kind = (deck: Deck) => void;

const stories: Record<Audience, Kind[]> = {
  steering: [
    titleSlide,
    whySlides,
    planSlides,
    painSlides,
    roadmapSlides,
    innovationSlides,
    traceSlides,
    metricSlides,
    roiSlides,
    betSlides,
    lifecycleSlides,
    nextSlides,
  ],
  team: [
    titleSlide,
    whySlides,
    planSlides,
    painSlides,
    roadmapSlides,
    innovationSlides,
    traceSlides,
    metricSlides,
    roiSlides,
    betSlides,
    microSlides,
    lifecycleSlides,
    nextSlides,
  ],
};

interface SlideOptions {
  audience?: Audience;
  brand?: Brand;
}

/** What each slide after the first says in its title, in order. */
export const slideTitles = (outline: Outline, options: SlideOptions = {}): readonly string[] =>
  deckOf(outline, options).titles;

/** The slides as a .pptx file: native text, tables and charts, editable in PowerPoint. */
export async function slidesOf(outline: Outline, options: SlideOptions = {}): Promise<Uint8Array> {
  const { pptx } = deckOf(outline, options);
  return mended((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
}

function deckOf(outline: Outline, { audience = 'team', brand }: SlideOptions): Deck {
  const deck = new Deck(outline, lookOf(outline.lang, holdable(brand)), audience);
  for (const kind of stories[audience]) kind(deck);
  return deck;
}
