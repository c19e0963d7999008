import { message, type Lang } from '../messages';
import { isoOf, serialOfIso, serialOf } from '../rules';
import { InputError } from './io';

/** @throws InputError when the text is no ISO date */
export function isoDay(lang: Lang, text: string): string {
  if (serialOfIso(text) !== undefined) return text;
  throw new InputError(message(lang, 'cli.value.noDate', { found: text }));
}

export const today = (): string => isoOf(serialOf(new Date()));

/** @throws InputError when the text is no whole number from `least` on, up to `most` where given */
export function wholeNumber(lang: Lang, text: string, least: number, most?: number): number {
  const number = Number(text);
  const fits = Number.isSafeInteger(number) && number >= least && number <= (most ?? number);
  if (fits && text.trim() !== '') return number;
  throw new InputError(
    most === undefined
      ? message(lang, 'cli.value.noNumber', { found: text, least })
      : message(lang, 'cli.value.notWithin', { found: text, least, most }),
  );
}

/** @throws InputError when the text is no fraction between 0 and 1 */
export function fraction(lang: Lang, text: string): number {
  const number = Number(text);
  if (number >= 0 && number <= 1 && text.trim() !== '') return number;
  throw new InputError(message(lang, 'cli.value.noFraction', { found: text }));
}
