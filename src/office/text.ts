/** CJK and full-width characters take two columns. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? 2 : 1;
  return width;
}

/** Lines that a wrapped cell of so many characters needs. */
export function lineCount(text: string, characters: number): number {
  const room = Math.max(1, characters - 1);
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}

/**
 * The text so written that Excel keeps it as text. Whatever could be read as a formula,
 * number, date or truth value gets the apostrophe that Excel itself uses; it is not part of the text.
 */
export function asText(text: string): string {
  const plain =
    /^\p{L}/u.test(text) &&
    !(text.length < 40 && (/\d/.test(text) || /^(true|false)$/i.test(text)));
  return plain || text === '' ? text : `'${text}`;
}

const points = 0.75;

/** Width in points of a column of so many characters, at Excel's usual 7 pixels each. */
export const widthInPoints = (characters: number) => (characters * 7 + 5) * points;

/** Size of a request's part as it travels: UTF-8 JSON. */
export function jsonBytes(value: unknown): number {
  const json = JSON.stringify(value) ?? '';
  let bytes = json.length;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    // Half of a pair counts two bytes, as any sign of its own below U+0800 does.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** Size of an answer's part as Excel may count it: JSON in which all but ASCII is escaped. */
export const escapedBytes = (value: unknown): number =>
  (JSON.stringify(value) ?? '').replaceAll(/[\u0080-\uffff]/g, '\\u0000').length;

/** A word of letters that are written with spaces between words; Chinese may break anywhere. */
const halfWord = /[^\s\p{P}\u2e80-\uffff]+$/u;

/** A text of at most so many characters: what is too long ends with a whole word and an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const next = text.slice(room.length, room.length + 1);
  const whole = halfWord.test(next) ? room.replace(halfWord, '') : room;
  const kept = (whole || room).replace(/[\s\p{Pd}/,;:、，；：·]+$/u, '');
  return `${kept}…`;
}

/** What Excel takes of a validation's prompt and alert. */
export const mostPrompt = 255;
export const mostAlert = 225;
