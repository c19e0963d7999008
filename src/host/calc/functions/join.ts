import { CellError, type Scalar } from '../../../book';
import { toNumber, toText } from '../coerce';
import { formatValue } from '../format';
import { intersect, matrixOf } from '../operators';
import type { Place } from '../ref';
import { Matrix, NA, VALUE, isError, type Value } from '../values';
import { cellsOf } from './numbers';
import { define, defineEach } from './registry';

const longest = 32_767;

define('CONCAT', 'a+', (...parts: Value[]) => joined(parts.flatMap(cellsOf), [''], false));
define('TEXTJOIN', 'a b a+', (by: Value, leaveBlanks: boolean, ...parts: Value[]) => {
  const between = texts(cellsOf(by));
  if (isError(between)) return between;
  return joined(parts.flatMap(cellsOf), between, leaveBlanks);
});
for (const [name, part] of [
  ['TEXTBEFORE', (text: string, { from }: Found) => text.slice(0, from)],
  ['TEXTAFTER', (text: string, { to }: Found) => text.slice(to)],
] as const)
  define(
    name,
    '@ t a r? n? n? r?',
    (
      at: Place,
      text: string,
      by: Value,
      instance?: Value,
      mode = 0,
      end = 0,
      otherwise: Value = NA,
    ) => {
      const isLeftOut = instance === undefined || instance === null;
      const n = isLeftOut ? 1 : toNumber(intersect(instance, at));
      const found = isError(n) ? n : occurrence(text, by, n, mode, end);
      if (isError(found)) return found;
      return found ? part(text, found) : otherwise;
    },
  );
define(
  'TEXTSPLIT',
  't a a? b? n? s?',
  (text: string, columns: Value, rows?: Value, leaveEmpty = false, mode = 0, pad: Scalar = NA) => {
    const across = columns === null ? [] : texts(cellsOf(columns));
    const down = rows === undefined || rows === null ? [] : texts(cellsOf(rows));
    if (isError(across)) return across;
    if (isError(down)) return down;
    if ([...across, ...down].includes('') || across.length + down.length === 0) return VALUE;
    const split = (part: string, by: string[]) => {
      const parts: string[] = by.length === 0 ? [part] : [];
      let rest = 0;
      if (by.length > 0) {
        for (const { from, to } of places(part, by, mode !== 0)) {
          parts.push(part.slice(rest, from));
          rest = to;
        }
        parts.push(part.slice(rest));
      }
      return leaveEmpty ? parts.filter((one) => one !== '') : parts;
    };
    const cells = split(text, down).map((row) => split(row, across));
    const width = Math.max(...cells.map((row) => row.length));
    if (width < 1) return VALUE;
    const data = cells.flatMap((row) =>
      Array.from({ length: width }, (_, i): Scalar => row[i] ?? pad),
    );
    return new Matrix(cells.length, width, data);
  },
);
define('CLEAN', 't', (text: string) =>
  [...text].filter((sign) => sign.charCodeAt(0) > 31).join(''),
);
define('UNICODE', 't', (text: string) => text.codePointAt(0) ?? VALUE);
define('NUMBERVALUE', 't t? t?', (text: string, decimal = '.', group = ',') => {
  const [point, comma] = [decimal[0], group[0]];
  if (point === undefined || comma === undefined || point === comma) return VALUE;
  const bare = text.replace(/\s/g, '');
  if (bare === '') return 0;
  const at = bare.indexOf(point);
  if (at >= 0 && bare.slice(at + 1).includes(comma)) return VALUE;
  const plain = bare.split(comma).join('').replace(point, '.');
  const [, number, percents] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%*)$/i.exec(plain) ?? [];
  return number === undefined ? VALUE : Number(number) / 100 ** percents!.length;
});
define('FIXED', 'n n? b?', (number: number, digits = 2, plain = false) =>
  atPlaces(number, digits, (zeros) => (plain ? '0' : '#,##0') + zeros),
);
defineEach('DOLLAR USDOLLAR', 'n n?', (number: number, digits = 2) =>
  atPlaces(number, digits, (zeros) => `$#,##0${zeros};($#,##0${zeros})`),
);
define('ENCODEURL', 't', (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  ),
);

/** A number rounded to places, to the left of the point where they are negative, by a format with such decimals. */
function atPlaces(number: number, digits: number, formatWith: (zeros: string) => string): Scalar {
  if (digits > 127) return VALUE;
  const places = Math.max(0, Math.trunc(digits));
  const step = 10 ** Math.max(0, -Math.trunc(digits));
  const rounded = step === 1 ? number : Math.round(number / step) * step;
  return formatValue(rounded, formatWith(places ? `.${'0'.repeat(places)}` : ''));
}
define('VALUETOTEXT', 'e n?', (value: Scalar, form = 0) => shown(value, form));
define('ARRAYTOTEXT', 'a n?', (of: Value, form = 0) => {
  const block = matrixOf(of);
  if (form !== 0 && form !== 1) return VALUE;
  if (form === 0) return block.data.map((value) => shown(value, 0)).join(', ');
  const rows = Array.from({ length: block.rows }, (_, row) =>
    block.data
      .slice(row * block.columns, (row + 1) * block.columns)
      .map((value) => shown(value, 1)),
  );
  return `{${rows.map((row) => row.join(',')).join(';')}}`;
});

function shown(value: Scalar, form: number): Scalar {
  if (form !== 0 && form !== 1) return VALUE;
  if (value instanceof CellError) return value.code;
  if (form === 1 && typeof value === 'string') return `"${value.replace(/"/g, '""')}"`;
  return toText(value);
}

function texts(values: Scalar[]): string[] | CellError {
  const found = values.map(toText);
  return found.find(isError) ?? (found as string[]);
}

function joined(values: Scalar[], between: string[], leaveBlanks: boolean): Scalar {
  const parts = texts(values);
  if (isError(parts)) return parts;
  const kept = leaveBlanks ? parts.filter((part) => part !== '') : parts;
  const text = kept.reduce(
    (all, part, i) => (i === 0 ? part : all + between[(i - 1) % between.length]! + part),
    '',
  );
  return text.length > longest ? VALUE : text;
}

interface Found {
  from: number;
  to: number;
}

/** Where any of some texts stands, one after another; the longer one where two begin together. */
function places(text: string, wanted: string[], ignoreCase: boolean): Found[] {
  const fold = (one: string) => (ignoreCase ? one.toLowerCase() : one);
  const [within, parts] = [fold(text), wanted.map(fold).sort((a, b) => b.length - a.length)];
  const found: Found[] = [];
  for (let i = 0; i < within.length;) {
    const part = parts.find((one) => one !== '' && within.startsWith(one, i));
    if (part === undefined) i++;
    else {
      found.push({ from: i, to: i + part.length });
      i += part.length;
    }
  }
  return found;
}

/** Where the n-th of some texts stands, from the end where n is negative; the end itself may count as one. */
function occurrence(
  text: string,
  by: Value,
  instance: number,
  mode: number,
  end: number,
): Found | CellError | undefined {
  const wanted = texts(cellsOf(by));
  if (isError(wanted)) return wanted;
  const n = Math.floor(instance);
  if (n === 0 || (Math.abs(n) > 1 && Math.abs(n) > text.length)) return VALUE;
  if (wanted.includes('')) {
    const at = n > 0 ? 0 : text.length;
    return Math.abs(n) === 1 ? { from: at, to: at } : undefined;
  }
  const found = places(text, wanted, mode !== 0);
  if (end !== 0 && n > 0) found.push({ from: text.length, to: text.length });
  if (end !== 0 && n < 0) found.unshift({ from: 0, to: 0 });
  return n > 0 ? found[n - 1] : found[found.length + n];
}
