/** How wide text is and where it breaks, without a font: what slides and pictures are laid out by. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]/;
const latin: [RegExp, number][] = [
  [/[ijlI|.,:;'’!·]/, 0.27],
  [/[ \u00a0tfr()[\]\-/"“”]/, 0.34],
  [/[mwMW%@—…]/, 0.86],
  [/[A-Z&←→−+=<>~]/, 0.69],
];

/** Width of a sign in em, as Arial and Segoe UI have it. */
function widthOf(sign: string): number {
  if (wide.test(sign)) return 1;
  return latin.find(([signs]) => signs.test(sign))?.[1] ?? 0.55;
}

/** Width in em. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return width;
}

/** Width in em of the longest part that does not break. */
export const longestWord = (text: string): number =>
  Math.max(0, ...(text.match(unbroken) ?? []).map(textWidth));

/** On one line of so many em, with an ellipsis where it is longer. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/[^\S\u00a0]+/g, ' ');
  if (textWidth(line) <= most) return line;
  let kept = '';
  let width = 0;
  for (const sign of line) {
    width += widthOf(sign);
    if (width > most - 1) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Space that programs add between Chinese and Latin signs, in em. */
const turn = 0.2;

/** Holds together what stands on both sides of it. */
export const unbrokenSpace = '\u00a0';

const unbroken = /(?:[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\uffef]|\u00a0)+/gu;

/** Signs that do not begin a line. */
const closing = /^[，。、；：？！）》」』”’,.;:?!)%\]}]/;

/** The text in lines no wider than `most` em: Chinese breaks anywhere, words at their spaces. */
export function wrap(text: string, most: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapLine(paragraph, most));
}

function wrapLine(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const flush = () => {
    lines.push(line.trimEnd());
    line = '';
    width = 0;
  };
  for (const part of text.match(
    /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\uffef]|[^\S\u00a0]+|(?:[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\uffef]|\u00a0)+/gu,
  ) ?? []) {
    const turns = line !== '' && wide.test(part) !== wide.test(line.slice(-1));
    const size = textWidth(part) + (turns && part.trim() !== '' ? turn : 0);
    if (width + size > most && line !== '' && !closing.test(part)) flush();
    if (line === '' && /^\s+$/.test(part) && lines.length > 0) continue;
    if (size <= most) {
      line += part;
      width += size;
      continue;
    }
    for (const sign of part) {
      const one = widthOf(sign);
      if (width + one > most && line !== '') flush();
      line += sign;
      width += one;
    }
  }
  if (line !== '' || lines.length === 0) flush();
  return lines;
}
