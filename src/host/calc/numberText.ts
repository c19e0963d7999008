import { format, tokenize, type FormatToken } from 'numfmt';
import { kept } from '../../book';
import { fractionText } from './fractionText';
import { decimalsPlaced, digitsOf, isPlace, placed, type Part } from './places';

/**
 * A number as Excel shows it by a format of digits and words; undefined where the section that counts has days
 * or signs of other languages.
 */
export function numberText(value: number, numberFormat: string): string | undefined {
  const { shows, choice } = sectionsOf(numberFormat, () => read(numberFormat));
  if (shows.length === 0) return undefined;
  const found = choice === '' ? bySign(value, shows.length) : byCondition(value, choice);
  // A number that does not meet the only condition is shown without a format.
  if (typeof found === 'string') return found.startsWith('#') ? undefined : found;
  const [at, sign] = found;
  const shown = shows[at]?.(Math.abs(value));
  return shown && (shown.isZero ? shown.text : sign + shown.text);
}

function bySign(value: number, sections: number): [section: number, sign: string] {
  if (sections === 1) return [0, value < 0 ? '-' : ''];
  return [value < 0 ? 1 : value === 0 && sections > 2 ? 2 : 0, ''];
}

function byCondition(value: number, choice: string): [section: number, sign: string] | string {
  const text = format(choice, value);
  const [, sign = '', section] = /^(-?)section (\d)$/.exec(text) ?? [];
  return section === undefined ? text : [Number(section), sign];
}

/** A number without its sign as a section shows it, and whether no digit but zeros is left of it. */
type Show = (size: number) => { text: string; isZero: boolean };

interface Sections {
  shows: (Show | undefined)[];
  /** A format that says which section counts and whether with a sign, where there are conditions. */
  choice: string;
}

const sectionsOf = kept<Sections>(2_000);

function read(numberFormat: string): Sections {
  const sections: FormatToken[][] = [[]];
  try {
    for (const token of tokenize(numberFormat))
      if (token.type === 'break') sections.push([]);
      else sections.at(-1)!.push(token);
  } catch {
    return { shows: [], choice: '' };
  }
  const conditions = sections.map(
    (tokens) => tokens.find(({ type }) => type === 'condition')?.raw ?? '',
  );
  return {
    shows: sections.map(sectionOf),
    choice: conditions.some(Boolean)
      ? conditions.map((condition, i) => `${condition}"section ${i}"`).join(';')
      : '',
  };
}

const words = new Set([
  'char',
  'escaped',
  'string',
  'space',
  'comma',
  'percent',
  'plus',
  'minus',
  'paren',
]);
const digits = new Set(['zero', 'hash', 'qmark', 'digit']);

/** What a section says, part by part. */
interface Layout {
  whole: Part[];
  decimals: Part[];
  power?: Part[];
  /** What stands before a power that is not negative. */
  plus: string;
  percents: number;
  thousands: number;
  isGrouped: boolean;
}

function layoutOf(tokens: FormatToken[]): Layout | undefined {
  const layout: Layout = {
    whole: [],
    decimals: [],
    plus: '',
    percents: 0,
    thousands: 0,
    isGrouped: false,
  };
  let parts = layout.whole;
  for (const [i, { type, value, raw }] of tokens.entries()) {
    const next = tokens[i + 1]?.type;
    const before = tokens[i - 1];
    if (digits.has(type)) parts.push({ place: raw });
    else if (type === 'slash') parts.push({ text: raw, isSlash: true });
    else if (type === 'point' && parts === layout.whole) {
      layout.decimals = parts = [{ text: raw }];
    } else if (
      type === 'exp' ||
      (raw.toLowerCase() === 'e' && (next === 'plus' || next === 'minus'))
    ) {
      if (layout.power) return undefined;
      parts.push({ text: raw.charAt(0) });
      if (raw.endsWith('+') || next === 'plus') layout.plus = '+';
      layout.power = parts = [];
    } else if ((type === 'plus' || type === 'minus') && before?.raw.toLowerCase() === 'e') continue;
    else if (type === 'scale' || (type === 'group' && (next === 'point' || !leads(tokens, i))))
      layout.thousands += raw.length;
    else if (type === 'group') layout.isGrouped ||= parts === layout.whole;
    else if (type === 'skip') parts.push({ text: ' ' });
    else if (type === 'locale' && /^[^-]*(-[\da-f]{1,4})?$/i.test(value)) {
      parts.push({ text: value.split('-')[0]! });
    } else if (words.has(type)) {
      if (type === 'percent') layout.percents++;
      parts.push({ text: value });
    } else if (!/^(color|fill|condition)$/.test(type)) return undefined;
  }
  return layout;
}

/** Whether digits follow. */
const leads = (tokens: FormatToken[], from: number) =>
  tokens.slice(from).some(({ type }) => type === 'point' || digits.has(type));

function sectionOf(tokens: FormatToken[]): Show | undefined {
  const general = tokens.findIndex(({ type }) => type === 'general' || type === 'text');
  if (general >= 0) return generalText(tokens.slice(0, general), tokens.slice(general + 1));
  const layout = layoutOf(tokens);
  if (!layout) return undefined;
  const { whole, decimals, power, percents, thousands, isGrouped } = layout;
  if ([...decimals, ...(power ?? [])].some((part) => part.isSlash)) return undefined;
  if (whole.some((part) => part.isSlash))
    return decimals.length > 0 || power || percents > 0 ? undefined : fractionText(whole);
  if ([...whole, ...decimals].some(({ place }) => place && !'0#?'.includes(place)))
    return undefined;
  if (power) return powerText(layout, power);
  const count = decimals.filter(isPlace).length;
  return (size) => {
    const [before, after] = digitsOf(size, count, 3 * thousands - 2 * percents);
    const text = placed(whole, before, isGrouped) + decimalsPlaced(decimals, after);
    return { text, isZero: before === '' && !/[1-9]/.test(after) };
  };
}

function generalText(...around: [FormatToken[], FormatToken[]]): Show | undefined {
  const [before, after] = around.map(layoutOf);
  if (!before || !after || [...before.whole, ...after.whole].some(isPlace)) return undefined;
  return (size) => ({
    text: placed(before.whole, '') + format('General', size) + placed(after.whole, ''),
    isZero: size === 0,
  });
}

/** The power is a multiple of how many places there are before the point. */
function powerText({ whole, decimals, plus, isGrouped }: Layout, power: Part[]): Show | undefined {
  const step = whole.filter(isPlace).length;
  const count = decimals.filter(isPlace).length;
  if (step === 0 || !power.some(isPlace)) return undefined;
  return (size) => {
    const tens = Number(size.toExponential(14).split('e')[1]);
    let exponent = size === 0 ? 0 : Math.floor(tens / step) * step;
    let [before, after] = digitsOf(size, count, exponent);
    if (before.length > step) [before, after] = digitsOf(size, count, (exponent += step));
    const text =
      placed(whole, size === 0 ? '0'.repeat(step) : before, isGrouped) +
      decimalsPlaced(decimals, after) +
      placed(power, String(Math.abs(exponent)), false, exponent < 0 ? '-' : plus);
    return { text, isZero: size === 0 };
  };
}
