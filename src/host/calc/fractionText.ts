import { blank, isPlace, placed, type Part } from './places';

/**
 * Shows numbers as a fraction, undefined where the format has no places on both sides of its one slash. The
 * places that touch each other before the slash are the numerator; those before them are for the whole.
 */
export function fractionText(parts: Part[]) {
  const slash = parts.findIndex(({ isSlash }) => isSlash);
  const last = parts.slice(0, slash).findLastIndex(isPlace) + 1;
  const first = parts.slice(0, last).findLastIndex((part) => !isPlace(part)) + 1;
  const wholeEnd = parts.slice(0, first).findLastIndex(isPlace) + 1;
  const under = parts.findIndex((part, i) => i > slash && isPlace(part));
  const underEnd = parts.findIndex((part, i) => i > under && !isPlace(part));
  const end = underEnd < 0 ? parts.length : underEnd;
  const whole = parts.slice(0, wholeEnd);
  const gap = parts.slice(wholeEnd, first);
  const upper = parts.slice(first, last);
  const bar = parts.slice(last, under);
  const lower = parts.slice(under, end);
  const tail = parts.slice(end);
  const given = /^[1-9]\d*$/.exec(signs(lower))?.[0];
  const free = signs([...whole, ...upper, ...(given ? [] : lower)]);
  if (last === 0 || under < 0 || lower.length > 5 || /[1-9]/.test(free)) return undefined;
  if (tail.some(({ place, isSlash }) => place !== undefined || isSlash)) return undefined;
  const hasWhole = wholeEnd > 0;

  return (size: number) => {
    const [units, numerator, denominator] = fraction(hasWhole, size, lower.length, Number(given));
    const isZero = units === 0 && numerator === 0;
    if (hasWhole && numerator === 0 && !signs(upper).includes('0')) {
      const gone = pads(whole, upper, lower) ? spaces([...gap, ...upper, ...bar, ...lower]) : '';
      return { text: placed(whole, String(units)) + gone + said(tail), isZero };
    }
    const digits = units > 0 || (isZero && !signs(whole).endsWith('#')) ? String(units) : '';
    const joins = digits !== '' || signs(whole).includes('0') || !hasWhole;
    const text =
      placed(whole, digits) +
      (joins ? said(gap) : pads(whole, upper) ? spaces(gap) : '') +
      placed(upper, String(numerator)) +
      said(bar) +
      (given ?? underneath(lower, String(denominator))) +
      said(tail);
    return { text, isZero };
  };
}

const signs = (parts: Part[]) => parts.map(({ place }) => place ?? '').join('');
const said = (parts: Part[]) => parts.map(({ text }) => text ?? '').join('');
const spaces = (parts: Part[]) => parts.map(({ text }) => ' '.repeat(text?.length ?? 1)).join('');
const pads = (...lists: Part[][]) => lists.flat().some(({ place }) => place === '?');

/** A denominator keeps to the left, but for zeros before it. */
function underneath(lower: Part[], digits: string): string {
  if (lower.some(({ place }) => place === '0')) return placed(lower, digits);
  return (
    digits +
    lower
      .slice(digits.length)
      .map(({ place }) => blank(place!))
      .join('')
  );
}

/** Units, numerator and denominator of a number. */
function fraction(
  hasWhole: boolean,
  size: number,
  width: number,
  given: number,
): [number, number, number] {
  const units = hasWhole ? Math.floor(size) : 0;
  const [above, below] = given
    ? [Math.round((size - units) * given), given]
    : convergent(size - units, 10 ** width);
  return hasWhole && above === below ? [units + 1, 0, below] : [units, above, below];
}

/** The last of the fractions that come nearer and nearer to a number whose denominator is below a limit. */
function convergent(of: number, limit: number): [number, number] {
  let [a, b, c, d] = [1, 0, Math.floor(of), 1];
  let rest = of - c;
  while (rest >= 5e-8) {
    const next = 1 / rest;
    const times = Math.floor(next);
    if (times * d + b >= limit) break;
    [a, b, c, d] = [c, d, times * c + a, times * d + b];
    rest = next - times;
  }
  return [c, d];
}
