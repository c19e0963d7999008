import type { Node } from './expression';

/** What a formula needs to be there: columns of tables, cells of its own row, named cells. */
export interface References {
  readonly columns: readonly { table: string; column: string }[];
  readonly fields: readonly string[];
  readonly names: readonly string[];
}

interface Found extends References {
  columns: { table: string; column: string }[];
  fields: string[];
  names: string[];
}

/** A formula is asked by each who needs to know, and never changes. */
const known = new WeakMap<Node, References>();

export function referencesOf(node: Node): References {
  let found = known.get(node);
  if (!found) {
    const made: Found = { columns: [], fields: [], names: [] };
    visit(node, made);
    known.set(node, (found = made));
  }
  return found;
}

function visit(node: Node, found: Found): void {
  switch (node.type) {
    case 'literal':
      return;
    case 'field':
      found.fields.push(node.column);
      return;
    case 'name':
      found.names.push(node.name);
      return;
    case 'column':
      found.columns.push({ table: node.table, column: node.column });
      return;
    case 'call':
      for (const arg of node.args) visit(arg, found);
      return;
    case 'negate':
      visit(node.operand, found);
      return;
    case 'binary':
      visit(node.left, found);
      visit(node.right, found);
      return;
    case 'range':
      visit(node.from, found);
      visit(node.to, found);
  }
}

/** The texts that a formula compares with or writes, in order. */
export function textsOf(node: Node): string[] {
  switch (node.type) {
    case 'literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'call':
      return node.args.flatMap(textsOf);
    case 'negate':
      return textsOf(node.operand);
    case 'binary':
      return [...textsOf(node.left), ...textsOf(node.right)];
    case 'range':
      return [...textsOf(node.from), ...textsOf(node.to)];
    default:
      return [];
  }
}
