import { format, tokenize, type FormatToken } from 'numfmt';

/** Signs of other calendars and languages, which numfmt shows in Western ones. */
const foreign = ({ type, raw }: FormatToken) =>
  type === 'dbnum' || type === 'natnum' || /^(b2|g+)$/i.test(raw);

const unitOf = (raw: string) => raw.charAt(0).toLowerCase();

const small = '\u0001';

/**
 * A moment as Excel shows it by a format of days and times, undefined where numfmt does not: hours after
 * elapsed hours are elapsed ones, too, seconds likewise, and `a/p` says it in small letters.
 */
export function dateText(moment: number, numberFormat: string): string | undefined {
  const tokens = tokenize(numberFormat);
  if (tokens.some(foreign)) return undefined;
  const elapsed = tokens.flatMap(({ type, raw }) =>
    type === 'duration' ? unitOf(raw.slice(1)) : [],
  );
  let made = '';
  for (let i = 0; i < tokens.length; i++) {
    const { type, raw } = tokens[i]!;
    if (type === 'slash' && tokens[i - 1]?.type === 'char' && tokens[i + 1]?.type === 'char')
      return undefined;
    if (
      tokens
        .slice(i, i + 3)
        .map((token) => token.raw)
        .join('') === 'a/p'
    ) {
      made += `A/P"${small}"`;
      i += 2;
    } else if (type === 'datetime' && elapsed.includes(unitOf(raw))) {
      if (unitOf(raw) === 'm' || tokens.some((token) => token.type === 'break')) return undefined;
      made += `[${raw}]`;
    } else made += raw;
  }
  return format(made, moment).replaceAll(`A${small}`, 'a').replaceAll(`P${small}`, 'p');
}
