/** What Excel's CELL says of a number format: a letter, its decimals, and how negative numbers look. */

const days: [code: string, formats: RegExp][] = [
  ['D1', /^dd?-mmm-yy(yy)?$/],
  ['D2', /^dd?-mmm$/],
  ['D3', /^mmm-yy(yy)?$/],
  ['D4', /^mm?\/dd?\/yy(yy)?( h:mm)?$/],
  ['D5', /^mm\/dd$/],
  ['D6', /^h:mm:ss am\/pm$/],
  ['D7', /^h:mm am\/pm$/],
  ['D8', /^h:mm:ss$/],
  ['D9', /^h:mm$/],
];

const colors = /\[(black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+)\]/i;

/** A section of a format without words, widths and fillings. */
const bare = (section: string) =>
  section
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, (_, sign: string) => (sign === '' ? '' : '$'))
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .trim();

const sectionsOf = (format: string) => format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [''];

/** Whether negative numbers have a colour of their own. */
export const colorsNegatives = (format: string): boolean =>
  colors.test((sectionsOf(format)[1] ?? '').replace(/"[^"]*"/g, ''));

/** Whether numbers that are not negative stand in brackets. */
export const hasBrackets = (format: string): boolean => bare(sectionsOf(format)[0]!).includes('(');

/** Undefined for a format that Excel's documentation does not speak of. */
export function formatCode(format: string): string | undefined {
  const first = bare(sectionsOf(format)[0]!);
  const code = codeOf(first);
  if (code === undefined) return undefined;
  return code + (colorsNegatives(format) ? '-' : '') + (hasBrackets(format) ? '()' : '');
}

function codeOf(first: string): string | undefined {
  if (/^(general|@|#* ?\?+\/[?\d]+)$/i.test(first)) return 'G';
  const day = days.find(([, formats]) => formats.test(first.toLowerCase()));
  if (day) return day[0];
  const number = first.replace(/[$€£¥()\s+-]/g, '');
  const [, whole = '', decimals = '', mark = ''] =
    /^([#0?,]*[#0?])(?:\.([#0?]*))?(%|E\+?0+)?$/i.exec(number) ?? [];
  if (whole === '') return undefined;
  const letter = mark === '%' ? 'P' : mark !== '' ? 'S' : /[$€£¥]/.test(first) ? 'C' : '';
  return `${letter || (whole.includes(',') ? ',' : 'F')}${decimals.length}`;
}
