import { functionFromFile, functionToFile } from './functions';
import { kept } from './kept';

/**
 * Formulas have two forms. The book holds what a user reads: `=IFNA([@Fee],0)`.
 * Files hold `_xlfn.IFNA(tblFees[[#This Row],[Fee]],0)`, without "=".
 */
type Reference = (table: string, inside: string) => string;
interface Rewriter {
  reference: Reference;
  function: (name: string) => string;
  dropIntersection: boolean;
}

const toFile = kept<string>();
const fromFile = kept<string>();

const WORD = /[\p{L}\p{N}\p{M}_.\\?$]/u;
const SIMPLE_COLUMN = /^[\p{L}\p{N}\p{M}_]+$/u;
const THIS_ROW = /^\s*#This Row\s*$/i;
const THIS_ROW_COLUMNS = /^\s*\[#This Row\]\s*,\s*(\[.*\])\s*$/is;

/** Book form → file form. `table` is the table the formula stands in. */
export function formulaToFile(formula: string, table?: string): string {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  if (!/[[@(]/.test(text)) return text;
  return toFile(`${table ?? ''}\n${text}`, () =>
    rewrite(text, {
      reference: (name, inside) => referenceToFile(name || table || '', inside),
      function: functionToFile,
      dropIntersection: true,
    }),
  );
}

/** File form → book form, with "=". */
export function formulaFromFile(text: string, table?: string): string {
  if (!/[[(]/.test(text)) return `=${text}`;
  const own = table?.toLowerCase();
  return fromFile(
    `${own ?? ''}\n${text}`,
    () =>
      `=${rewrite(text, {
        reference: (name, inside) => referenceFromFile(name, inside, name.toLowerCase() === own),
        function: functionFromFile,
        dropIntersection: false,
      })}`,
  );
}

function referenceToFile(table: string, inside: string): string {
  const row = /^\s*@\s*(.*?)\s*$/s.exec(inside);
  if (!row) return `${table}[${inside}]`;
  const columns = row[1]!;
  if (columns === '') return `${table}[#This Row]`;
  return `${table}[[#This Row],${columns.startsWith('[') ? columns : `[${columns}]`}]`;
}

function referenceFromFile(table: string, inside: string, own: boolean): string {
  const name = own ? '' : table;
  if (THIS_ROW.test(inside)) return `${name}[@]`;
  const columns = THIS_ROW_COLUMNS.exec(inside)?.[1];
  if (columns === undefined) return `${table}[${inside}]`;
  const single = columns.slice(1, -1);
  return SIMPLE_COLUMN.test(single) ? `${name}[@${single}]` : `${name}[@${columns}]`;
}

/** Walks over a formula outside its strings and quoted sheet names. */
function rewrite(text: string, how: Rewriter): string {
  let out = '';
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (c === '"' || c === "'") {
      const end = endOfQuoted(text, i);
      out += text.slice(i, end);
      i = end;
    } else if (c === '[') {
      const end = endOfBrackets(text, i);
      out += bracketed('', text, i, end, how);
      i = end;
    } else if (c === '@' && how.dropIntersection) {
      i++;
    } else if (WORD.test(c)) {
      let end = i + 1;
      while (end < text.length && WORD.test(text[end]!)) end++;
      const word = text.slice(i, end);
      const next = text[end];
      if (next === '[') {
        const close = endOfBrackets(text, end);
        out += bracketed(word, text, end, close, how);
        i = close;
      } else {
        out += next === '(' ? how.function(word) : word;
        i = end;
      }
    } else {
      out += c;
      i++;
    }
  }
  return out;
}

/** A structured reference, unless the brackets name another workbook: `[1]Sheet!A1`. */
function bracketed(table: string, text: string, open: number, close: number, how: Rewriter) {
  const inside = text.slice(open + 1, close - 1);
  const external = table === '' && /^[\p{L}\p{N}_.]*!/u.test(text.slice(close, close + 40));
  return external ? `[${inside}]` : how.reference(table, inside);
}

function endOfQuoted(text: string, start: number): number {
  const quote = text[start]!;
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] !== quote) continue;
    if (text[i + 1] !== quote) return i + 1;
    i++;
  }
  return text.length;
}

/** Past the bracket that closes the one at `start`; an apostrophe escapes what follows it. */
function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === "'") i++;
    else if (c === '[') depth++;
    else if (c === ']' && --depth === 0) return i + 1;
  }
  return text.length;
}

/**
 * Operands of validations and conditional formats: the book holds "=A1", "5" or a text,
 * files hold `A1`, `5` or `"text"`.
 */
export function operandToFile(operand: string): string {
  if (operand.startsWith('=')) return formulaToFile(operand);
  return isNumber(operand) ? operand : quoteText(operand);
}

export function operandFromFile(text: string): string {
  if (isNumber(text)) return text;
  return unquoteText(text) ?? formulaFromFile(text);
}

export const quoteText = (text: string) => `"${text.replace(/"/g, '""')}"`;

/** The text of a lone string literal, or undefined. */
export function unquoteText(formula: string): string | undefined {
  const match = /^\s*"((?:[^"]|"")*)"\s*$/.exec(formula);
  return match ? match[1]!.replace(/""/g, '"') : undefined;
}

const isNumber = (text: string) => /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
