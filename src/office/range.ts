import type { Range } from '../engagement/cells';
import { message, type Lang } from '../messages';

/** What a number must be, as a sentence. */
export function describeRange(lang: Lang, { min, max, whole }: Range): string {
  const number = message(lang, whole ? 'range.whole' : 'range.number');
  if (min === undefined && max === undefined) return message(lang, 'range.any', { number });
  if (max === undefined) return message(lang, 'range.from', { number, min: min ?? '' });
  if (min === undefined) return message(lang, 'range.to', { number, max });
  return message(lang, 'range.between', { number, min, max });
}
