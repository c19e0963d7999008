import { parse, parseStructRef, tokenize, type AstExpression } from '@borgar/fx';
import { referencesOf, render, type Expression, type Naming } from '../rules';
import type { Inspection } from './inspect';
import { tableNamed, type Matching } from './match';

/**
 * Whether a cell holds the formula that belongs there, by what it means: blanks, case, brackets that
 * change nothing, quotes around sheets, prefixes of newer functions and the spelling of numbers are
 * Excel's business, and so is `@` where a single value is wanted anyway.
 */
export function sameFormula(found: unknown, expected: string): boolean {
  if ((found ?? '') === expected) return true;
  if (typeof found !== 'string' || !found.startsWith('=')) return false;
  return meaningOf(found) === meaningOf(expected);
}

const meanings = new Map<string, string>();
const mostMeanings = 20_000;

/** One text for all formulas that mean the same; what cannot be parsed means itself. */
function meaningOf(formula: string): string {
  let meaning = meanings.get(formula);
  if (meaning === undefined) {
    if (meanings.size >= mostMeanings) meanings.clear();
    try {
      meaning = said(parse(tokenize(formula)), 'one');
    } catch {
      meaning = formula.trim();
    }
    meanings.set(formula, meaning);
  }
  return meaning;
}

/**
 * What is wanted at a place: one value, so that Excel intersects a range there with or without `@`; a
 * range; or a block, in which operators work cell by cell too.
 */
type Wanted = 'one' | 'range' | 'block';

function said(node: AstExpression, wanted: Wanted): string {
  const list = (nodes: AstExpression[], of: Wanted) => nodes.map((one) => said(one, of)).join(',');
  const within = wanted === 'block' ? wanted : 'one';
  switch (node.type) {
    case 'Literal':
      return JSON.stringify(node.value);
    case 'ErrorLiteral':
      return node.value.toUpperCase();
    case 'ReferenceIdentifier':
      return node.kind === 'table' ? structured(node.value) : unquoted(node.value).toUpperCase();
    case 'UnaryExpression': {
      const [operand] = node.arguments;
      if (!operand) return node.operator;
      if (node.operator === '@') return intersected(operand, wanted);
      return `${node.operator}(${said(operand, within)})`;
    }
    case 'BinaryExpression': {
      const isReference = [':', ' ', ','].includes(node.operator);
      return `(${node.arguments.map((one) => said(one, isReference ? 'range' : within)).join(node.operator)})`;
    }
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier') throw new Error('A function without a name');
      const name = node.callee.name.toUpperCase().replace(/^(?:_XL(?:FN|WS|UDF)\.)+/, '');
      const [first] = node.arguments;
      if (name === 'SINGLE' && first && node.arguments.length === 1)
        return intersected(first as AstExpression, wanted);
      if ((name === 'TRUE' || name === 'FALSE') && !first) return name.toLowerCase();
      const given = node.arguments.map((one, i) =>
        one ? said(one as AstExpression, wantedBy(name, i, wanted)) : '',
      );
      return `${name}(${given.join(',')})`;
    }
    case 'ArrayExpression':
      return `{${node.elements.map((row) => list(row as AstExpression[], 'one')).join(';')}}`;
    default:
      throw new Error(`No formula of ours has a ${node.type}`);
  }
}

const intersected = (operand: AstExpression, wanted: Wanted): string =>
  wanted === 'one' ? said(operand, 'one') : `@(${said(operand, 'one')})`;

/** Arguments that take a range, by position; all others take one value. */
const ranges: Record<string, (position: number) => boolean> = {
  ...Object.fromEntries(
    [
      'AND',
      'OR',
      'MIN',
      'MAX',
      'SUM',
      'COUNT',
      'COUNTA',
      'MEDIAN',
      'AVERAGE',
      'ROWS',
      'COLUMNS',
    ].map((name) => [name, () => true]),
  ),
  INDEX: (position) => position === 0,
  SMALL: (position) => position === 0,
  LARGE: (position) => position === 0,
  IRR: (position) => position === 0,
  MATCH: (position) => position === 1,
  NPV: (position) => position > 0,
  WORKDAY: (position) => position === 2,
  SUMIFS: (position) => position % 2 === 1 || position === 0,
  AVERAGEIFS: (position) => position % 2 === 1 || position === 0,
  COUNTIFS: (position) => position % 2 === 0,
};

function wantedBy(name: string, position: number, wanted: Wanted): Wanted {
  if (name === 'SUMPRODUCT') return 'block';
  if (ranges[name]?.(position)) return 'range';
  // What is chosen goes where the choice stands.
  return wanted === 'block' || (name === 'CHOOSE' && position > 0) ? wanted : 'one';
}

/** `'My sheet'!A1` and `Sheet1!A1` without their quotes. */
const unquoted = (reference: string): string =>
  reference.replace(/^'((?:[^']|'')*)'!/, (_, sheet: string) => `${sheet.replace(/''/g, "'")}!`);

function structured(reference: string): string {
  const parsed = parseStructRef(reference);
  if (!parsed) return reference.toUpperCase();
  const { table, sections = [], columns = [] } = parsed;
  return JSON.stringify([table, [...sections].sort(), columns]).toUpperCase();
}

/**
 * The formula as it can be written into the workbook now; undefined while a table, column or named
 * cell that it needs is gone, for Excel would refuse it.
 */
export function writable(
  formula: Expression,
  naming: Naming,
  inspection: Inspection,
  matching: Matching,
  home?: { id: string; name: string },
): string | undefined {
  const { columns, fields, names } = referencesOf(formula.node);
  const stands =
    columns.every(({ table, column }) => tableNamed(matching, table)?.positions.has(column)) &&
    fields.every((column) => !home || matching.tables.get(home.id)?.positions.has(column)) &&
    names.every((name) => inspection.named.has(name));
  return stands ? render(formula.node, naming, home?.name) : undefined;
}
