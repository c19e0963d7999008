/** A part of a number format: words, or a place for a digit – `0`, `#`, `?` or a digit that is given. */
export interface Part {
  text?: string;
  place?: string;
  isSlash?: boolean;
}

export const isPlace = ({ place }: Part) => place !== undefined;

/**
 * The digits of a number divided by a power of ten, before the point and after it, rounded up from the half
 * on what Excel keeps of a number: 15 digits.
 */
export function digitsOf(size: number, decimals: number, power = 0): [string, string] {
  const [mantissa = '', exponent = ''] = size.toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  const wanted = Number(exponent) + 1 - power + decimals;
  const kept = wanted < 0 ? 0 : Number(digits.slice(0, wanted));
  const rounded = wanted >= 0 && (digits[wanted] ?? '0') >= '5' ? kept + 1 : kept;
  const text = (rounded + '0'.repeat(Math.max(0, wanted - digits.length))).padStart(decimals, '0');
  const point = text.length - decimals;
  return [text.slice(0, point).replace(/^0+/, ''), text.slice(point)];
}

const separated = (sign: string, position: number) =>
  position > 0 && position % 3 === 0 ? sign + (sign === ' ' ? ' ' : ',') : sign;

/** Digits in their places, the last in the last one; those that have none stand before the first. */
export function placed(parts: Part[], digits: string, isGrouped = false, sign = ''): string {
  const first = parts.findIndex(isPlace);
  let position = 0;
  let shown = '';
  for (let i = parts.length - 1; i >= 0; i--) {
    const { place, text } = parts[i]!;
    if (place === undefined) {
      shown = text + shown;
      continue;
    }
    const left = digits.length - position;
    const own = left > 0 ? [...digits.slice(i === first ? 0 : left - 1, left)] : [blank(place)];
    for (const digit of own.reverse()) {
      shown = (isGrouped && digit !== '' ? separated(digit, position) : digit) + shown;
      position++;
    }
    if (i === first) shown = sign + shown;
  }
  return shown;
}

/** What stands in a place that no digit fills. */
export const blank = (place: string) => (place === '0' ? '0' : place === '?' ? ' ' : '');

/** Decimals in their places; zeros at the end are shown where a place wants them. */
export function decimalsPlaced(parts: Part[], digits: string): string {
  const wanted = parts.filter(isPlace).findLastIndex(({ place }) => place === '0') + 1;
  const shown = Math.max(wanted, digits.replace(/0+$/, '').length);
  let position = 0;
  return parts
    .map(({ place, text }) => {
      if (place === undefined) return text;
      const at = position++;
      return at < shown ? digits[at] : blank(place);
    })
    .join('');
}
