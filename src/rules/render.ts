import type { Node, Operator } from './expression';

/** How ids become the words that stand in a workbook. */
export interface Naming {
  /** The Excel name of a table. */
  table(id: string): string;
  /** The header text of a column. */
  header(table: string, column: string): string;
  /** The defined name of a named cell. */
  name(id: string): string;
  /** Where structured references are not allowed: how a cell of this row is written instead. */
  field?(column: string): string;
}

const precedence: Record<Operator, number> = {
  '=': 0,
  '<>': 0,
  '<': 0,
  '<=': 0,
  '>': 0,
  '>=': 0,
  '&': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '^': 4,
};
/** A sign and a range bind closest. */
const unaryPrecedence = Infinity;

/**
 * The Excel formula (en-US, with "=") of an expression.
 * @param home the table in whose rows the formula stands; undefined outside tables.
 */
export function render(node: Node, naming: Naming, home?: string): string {
  return `=${text(node, naming, home, 0)}`;
}

function text(node: Node, naming: Naming, home: string | undefined, outer: number): string {
  switch (node.type) {
    case 'literal':
      return literalText(node.value);
    case 'name':
      return naming.name(node.name);
    case 'field': {
      if (naming.field) return naming.field(node.column);
      if (home === undefined) throw new Error(`[@${node.column}] stands outside a table`);
      return thisRow(naming.header(home, node.column));
    }
    case 'column':
      return `${naming.table(node.table)}[${escapeHeader(naming.header(node.table, node.column))}]`;
    case 'call':
      return `${node.function}(${list(node.args, naming, home)})`;
    case 'range': {
      const from = text(node.from, naming, home, unaryPrecedence);
      return `${from}:${text(node.to, naming, home, unaryPrecedence)}`;
    }
    case 'negate':
      return `-${text(node.operand, naming, home, unaryPrecedence)}`;
    case 'binary': {
      const level = precedence[node.operator];
      const left = text(node.left, naming, home, level);
      const body = left + node.operator + text(node.right, naming, home, level + 1);
      return level < outer ? `(${body})` : body;
    }
  }
}

function list(args: readonly Node[], naming: Naming, home: string | undefined): string {
  let all = '';
  for (const arg of args) all += (all && ',') + text(arg, naming, home, 0);
  return all;
}

function literalText(value: number | string | boolean): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

const plainHeader = /^[\p{L}\p{N}_]+$/u;

const thisRow = (header: string) =>
  plainHeader.test(header) ? `[@${header}]` : `[@[${escapeHeader(header)}]]`;

/** Brackets, # and ' are escaped by ' inside a structured reference. */
const escapeHeader = (header: string) => header.replace(/[[\]#']/g, "'$&");
