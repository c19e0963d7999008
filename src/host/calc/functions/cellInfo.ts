import type { Style } from '../../../book';
import { toCol } from '@borgar/fx';
import { colorsNegatives, formatCode, hasBrackets } from '../formatCode';
import { Ref, type Place } from '../ref';
import { VALUE, isError, type Value } from '../values';
import { define } from './registry';

/** Signs of the time when a label began with how it was to be aligned. */
const prefixes: Partial<Record<NonNullable<Style['horizontal']>, string>> = {
  ...{ General: "'", Left: "'", Right: '"', Center: '^', Fill: '\\' },
};

const about: Record<string, (of: Ref, look: Style, at: Place) => Value | undefined> = {
  row: ({ top }) => top + 1,
  col: ({ left }) => left + 1,
  contents: (of) => of.at(0, 0),
  // Of another sheet it names the file.
  address: ({ source, left, top }, _, at) =>
    source === at.source ? `$${toCol(left)}$${top + 1}` : undefined,
  type: (of) => {
    const value = of.at(0, 0);
    return value === null ? 'b' : typeof value === 'string' ? 'l' : 'v';
  },
  format: (_, { numberFormat = 'General' }) => formatCode(numberFormat),
  color: (_, { numberFormat = '' }) => Number(colorsNegatives(numberFormat)),
  parentheses: (_, { numberFormat = '' }) => Number(hasBrackets(numberFormat)),
  prefix: (of, { horizontal = 'General' }) =>
    typeof of.at(0, 0) === 'string' ? (prefixes[horizontal] ?? '') : '',
  protect: (_, { locked = true }) => Number(locked),
};

/** Those that Excel has beside these: they depend on the file's place and the width of letters. */
const elsewhere = new Set(['filename', 'width']);

define('CELL', '@! t r?', (at: Place, what: string, of?: Value) => {
  if (isError(of)) return of;
  const kind = what.toLowerCase();
  const tell = Object.hasOwn(about, kind) ? about[kind] : undefined;
  if (!tell && !elsewhere.has(kind)) return VALUE;
  // Without a cell it speaks of the one that somebody changed last.
  if (!tell || of === undefined) return at.source.miss();
  if (!(of instanceof Ref)) return VALUE;
  return tell(of, of.source.lookAt(of.top, of.left) ?? {}, at) ?? at.source.miss();
});
