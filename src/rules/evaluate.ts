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
  const result = compiled(node)(scope);
  if (Array.isArray(result)) return new RuleError('#VALUE!');
  return result === null ? 0 : (result as Value);
}

type Run = (scope: Scope) => Argument;

/** A column's formula is evaluated once for each of its rows: what can be settled beforehand is. */
const runs = new WeakMap<Node, Run>();

function compiled(node: Node): Run {
  let run = runs.get(node);
  if (!run) runs.set(node, (run = compile(node)));
  return run;
}

function compile(node: Node): Run {
  switch (node.type) {
    case 'literal':
      return () => node.value;
    case 'field':
      return (scope) => scope.field(node.column);
    case 'name':
      return (scope) => scope.name(node.name);
    case 'column':
      return (scope) => scope.column(node.table, node.column);
    case 'negate': {
      const operand = compiled(node.operand);
      return (scope) => {
        const value = toNumber(single(operand(scope)));
        return isError(value) ? value : -value;
      };
    }
    case 'binary': {
      const [left, right] = [compiled(node.left), compiled(node.right)];
      const operate = operation(node.operator);
      return (scope) => spread(operate, left(scope), right(scope));
    }
    case 'range':
      return cut(node);
    case 'call':
      return invoke(node);
  }
}

const single = (value: Argument): Value =>
  Array.isArray(value) ? new RuleError('#VALUE!') : (value as Value);

function invoke(node: Node & { type: 'call' }): Run {
  const args = node.args.map(compiled);
  const [first, second, third] = args;
  // These two look at one branch only, so an error in the other does not count.
  if (node.function === 'IF' && first && second)
    return (scope) => {
      const condition = single(first(scope));
      if (isError(condition)) return condition;
      const truth = toNumber(condition);
      if (isError(truth)) return truth;
      if (truth !== 0) return second(scope);
      return third ? third(scope) : false;
    };
  if (node.function === 'IFERROR' && first && second)
    return (scope) => {
      const value = first(scope);
      return isError(value) ? second(scope) : value;
    };
  if (node.function === 'ROW') return (scope) => scope.row ?? new RuleError('#REF!');
  const implementation = functions[node.function];
  if (!implementation)
    return () => {
      throw new Error(`No evaluation for ${node.function}`);
    };
  const takesCells = aggregates.has(node.function);
  const cells = node.args.map((arg) => takesCells && isCell(arg));
  return (scope) =>
    implementation(
      ...args.map((arg, i) => {
        const value = arg(scope);
        return cells[i] && !Array.isArray(value) ? [value as Value] : value;
      }),
    );
}

/** These leave out what is no number in cells, but convert what is written into the formula. */
const aggregates = new Set(['MIN', 'MAX', 'SUM', 'COUNT']);
const isCell = (node: Node) =>
  node.type === 'field' ||
  node.type === 'name' ||
  (node.type === 'call' && node.function === 'INDEX');

/** INDEX(column, i):INDEX(column, j) */
function cut(node: Node & { type: 'range' }): Run {
  const bound = (end: Node): ((scope: Scope) => number | RuleError) => {
    if (end.type !== 'call' || end.function !== 'INDEX') return () => new RuleError('#REF!');
    const place = compiled(end.args[1] as Node);
    return (scope) => toNumber(single(place(scope)));
  };
  const [start, end] = [bound(node.from), bound(node.to)];
  const [whole] = node.from.type === 'call' ? node.from.args.map(compiled) : [];
  return (scope) => {
    const from = start(scope);
    const to = end(scope);
    if (isError(from)) return from;
    if (isError(to)) return to;
    const column = whole?.(scope);
    if (!Array.isArray(column)) return new RuleError('#REF!');
    if (Math.min(from, to) < 1 || Math.max(from, to) > column.length) return new RuleError('#REF!');
    return column.slice(Math.min(from, to) - 1, Math.max(from, to));
  };
}

type Operation = (left: Value, right: Value) => Value;

/** Element by element where a side is a column; a cell that would not exist is #N/A. */
function spread(operate: Operation, left: Argument, right: Argument): Argument {
  if (!Array.isArray(left) && !Array.isArray(right)) return operate(left as Value, right as Value);
  const length = Math.max(lengthOf(left), lengthOf(right));
  const result: Value[] = [];
  for (let i = 0; i < length; i += 1) result.push(operate(at(left, i), at(right, i)));
  return result;
}

const lengthOf = (side: Argument): number => (Array.isArray(side) ? side.length : 1);
const at = (side: Argument, i: number): Value => {
  if (!Array.isArray(side)) return side as Value;
  return i < side.length ? side[i] : new RuleError('#N/A');
};

const orders: Partial<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const arithmetic: Partial<Record<string, (a: number, b: number) => number | RuleError>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? new RuleError('#DIV/0!') : a / b),
  '^': (a, b) => a ** b,
};

function operation(operator: string): Operation {
  const holds = orders[operator];
  if (holds) return unlessError((left, right) => holds(compare(left, right) as number));
  const calculate = arithmetic[operator];
  if (!calculate)
    return unlessError((left, right) => `${toText(left) as string}${toText(right) as string}`);
  return unlessError((left, right) => {
    const a = toNumber(left);
    const b = toNumber(right);
    if (isError(a)) return a;
    if (isError(b)) return b;
    const result = calculate(a, b);
    return isError(result) || Number.isFinite(result) ? result : new RuleError('#NUM!');
  });
}

const unlessError =
  (operate: Operation): Operation =>
  (left, right) => {
    if (isError(left)) return left;
    if (isError(right)) return right;
    return operate(left, right);
  };
