import { tokenize } from '@borgar/fx/xlsx';
import { decodeText } from '../../src/book/text';

/** What a formula of the file may refer to. */
export interface Known {
  /** Name of the table in small letters → its headers. */
  tables: ReadonlyMap<string, readonly string[]>;
  /** In small letters. */
  sheets: ReadonlySet<string>;
}

/** Functions that came after 2007 and are written with a prefix. [MS-XLSX] 2.2.2, "future functions". */
const future = new Set(
  (
    'ACOT ARABIC BASE BITAND BITOR CONCAT DAYS DECIMAL FILTER FORMULATEXT IFNA IFS ISFORMULA ISOWEEKNUM LET LAMBDA ' +
    'MAXIFS MINIFS NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.INC RANDARRAY RANK.EQ ' +
    'RRI SEQUENCE SHEET SORT SORTBY STDEV.S SWITCH TEXTJOIN UNICHAR UNIQUE VAR.S XLOOKUP XMATCH XOR'
  ).split(' '),
);

/** What Excel would not take, in words. Formulas of rules hold no structured references. */
export function formulaProblems(text: string, known: Known, kind: 'cell' | 'rule'): string[] {
  const formula = decodeText(text);
  const problems: string[] = [];
  if (formula.startsWith('=')) problems.push('the formula starts with =');
  if (formula.length > 8192) problems.push('the formula is longer than 8,192 characters');
  if (formula.includes('#REF!')) problems.push(`${formula} refers to nothing`);
  let [depth, deepest] = [0, 0];
  for (const { type, value } of tokenize(formula, { withLocation: false })) {
    if (value === '(') deepest = Math.max(deepest, (depth += 1));
    if (value === ')') depth -= 1;
    if (type === 'unknown') problems.push(`“${value}” in ${formula} means nothing`);
    if (type === 'operator' && value === '@') problems.push(`@ is not for files: ${formula}`);
    if (type === 'func' && future.has(value.toUpperCase())) problems.push(`${value} lacks _xlfn.`);
    if (type.startsWith('range') || type === 'structured') problems.push(...sheetOf(value, known));
    if (type !== 'structured') continue;
    if (kind === 'rule') problems.push(`a rule cannot refer to ${value}`);
    problems.push(...structured(value, known));
  }
  if (depth !== 0) problems.push(`brackets of ${formula} do not match`);
  if (deepest > 64) problems.push('the formula is nested more than 64 levels deep');
  return problems;
}

function sheetOf(reference: string, { sheets }: Known): string[] {
  const found = /^(?:'((?:[^']|'')+)'|([^'![\]]+))!/.exec(reference);
  const name = (found?.[1]?.replace(/''/g, "'") ?? found?.[2])?.toLowerCase();
  return name === undefined || sheets.has(name) ? [] : [`there is no sheet ${name}`];
}

function structured(reference: string, { tables }: Known): string[] {
  const [, table = '', rest = ''] = /^([^[]*)\[(.*)\]$/s.exec(reference) ?? [];
  const headers = tables.get(table.toLowerCase());
  if (!headers) return [`there is no table ${table}`];
  const items = /^(?:\[|\s)/.test(rest)
    ? [...rest.matchAll(/\[((?:'.|[^'\]])*)\]/gs)].map(([, item = '']) => item)
    : [rest];
  const columns = items.filter((item) => item !== '' && !item.startsWith('#'));
  return columns
    .map((item) => item.replace(/'(.)/gs, '$1').toLowerCase())
    .filter((item) => !headers.some((header) => header.toLowerCase() === item))
    .map((item) => `${table} has no column ${item}`);
}
