import type { Node } from './expression';
import type { Argument } from './criteria';
import { functions } from './functions';
import { compare, isError, RuleError, toNumber, toText, type Value } from './value';

/** Where an expression finds the cells it names. */
export interface Scope {
  field(column: string): Value;
  column(table: string, column: string): readonly Value[];
  name(id: string): Value;
  /** The 1-based row that ROW() answers. */
  row?: number;
}

/** The value of an expression, as the cell that holds its formula shows it. */
export function evaluate(node: Node, scope: Scope): Value {
  const result = argument(node, scope);
  if (Array.isArray(result)) return new RuleError('#VALUE!');
  return result === null ? 0 : (result as Value);
}

function argument(node: Node, scope: Scope): Argument {
  switch (node.type) {
    case 'literal':
      return node.value;
    case 'field':
      return scope.field(node.column);
    case 'name':
      return scope.name(node.name);
    case 'column':
      return scope.column(node.table, node.column);
    case 'negate': {
      const operand = toNumber(single(argument(node.operand, scope)));
      return isError(operand) ? operand : -operand;
    }
    case 'binary':
      return spread(node.operator, argument(node.left, scope), argument(node.right, scope));
    case 'range':
      return cut(node, scope);
    case 'call':
      return invoke(node, scope);
  }
}

const single = (value: Argument): Value =>
  Array.isArray(value) ? new RuleError('#VALUE!') : (value as Value);

function invoke(node: Node & { type: 'call' }, scope: Scope): Argument {
  const [first, second, third] = node.args;
  // These two look at one branch only, so an error in the other does not count.
  if (node.function === 'IF' && first && second) {
    const condition = single(argument(first, scope));
    if (isError(condition)) return condition;
    const truth = toNumber(condition);
    if (isError(truth)) return truth;
    if (truth !== 0) return argument(second, scope);
    return third ? argument(third, scope) : false;
  }
  if (node.function === 'IFERROR' && first && second) {
    const value = argument(first, scope);
    return isError(value) ? argument(second, scope) : value;
  }
  if (node.function === 'ROW') return scope.row ?? new RuleError('#REF!');
  const implementation = functions[node.function];
  if (!implementation) throw new Error(`No evaluation for ${node.function}`);
  const args = node.args.map((arg) => argument(arg, scope));
  return implementation(
    ...args.map((value, i) =>
      aggregates.has(node.function) && !Array.isArray(value) && isCell(node.args[i] as Node)
        ? [value as Value]
        : value,
    ),
  );
}

/** These leave out what is no number in cells, but convert what is written into the formula. */
const aggregates = new Set(['MIN', 'MAX', 'SUM', 'COUNT']);
const isCell = (node: Node) =>
  node.type === 'field' ||
  node.type === 'name' ||
  (node.type === 'call' && node.function === 'INDEX');

/** INDEX(column, i):INDEX(column, j) */
function cut(node: Node & { type: 'range' }, scope: Scope): Argument {
  const bound = (end: Node): number | RuleError => {
    if (end.type !== 'call' || end.function !== 'INDEX') return new RuleError('#REF!');
    return toNumber(single(argument(end.args[1] as Node, scope)));
  };
  const from = bound(node.from);
  const to = bound(node.to);
  if (isError(from)) return from;
  if (isError(to)) return to;
  const column = argument((node.from as Node & { type: 'call' }).args[0] as Node, scope);
  if (!Array.isArray(column)) return new RuleError('#REF!');
  if (Math.min(from, to) < 1 || Math.max(from, to) > column.length) return new RuleError('#REF!');
  return column.slice(Math.min(from, to) - 1, Math.max(from, to));
}

/** Element by element where a side is a column; a cell that would not exist is #N/A. */
function spread(operator: string, left: Argument, right: Argument): Argument {
  if (!Array.isArray(left) && !Array.isArray(right)) {
    return operate(operator, left as Value, right as Value);
  }
  const length = Math.max(...[left, right].map((side) => (Array.isArray(side) ? side.length : 1)));
  const at = (side: Argument, i: number): Value =>
    Array.isArray(side) ? (i in side ? side[i] : new RuleError('#N/A')) : (side as Value);
  return Array.from({ length }, (_, i) => operate(operator, at(left, i), at(right, i)));
}

function operate(operator: string, left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === '&') return `${toText(left) as string}${toText(right) as string}`;
  if ('=<>'.includes(operator[0] as string)) {
    const order = compare(left, right) as number;
    switch (operator) {
      case '=':
        return order === 0;
      case '<>':
        return order !== 0;
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      default:
        return order >= 0;
    }
  }
  const a = toNumber(left);
  const b = toNumber(right);
  if (isError(a)) return a;
  if (isError(b)) return b;
  const result = arithmetic(operator, a, b);
  return isError(result) || Number.isFinite(result) ? result : new RuleError('#NUM!');
}

function arithmetic(operator: string, a: number, b: number): number | RuleError {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? new RuleError('#DIV/0!') : a / b;
    default:
      return a ** b;
  }
}
