/**
 * A rule is an expression: one tree that is rendered to a native Excel formula
 * (`render`) and evaluated in TypeScript (`evaluate`). Nothing else writes formula text.
 *
 * Tables and columns are named by id; addresses and header texts are not known here.
 */

import type { CellName, ColumnOf, TableName } from './register';

export type Kind = 'number' | 'text' | 'boolean';

/** The phantom kind lets the compiler refuse a text where a number belongs. */
export interface Expression<K extends Kind = Kind> {
  readonly node: Node;
  readonly kind?: K;
}

/** A whole table column, or a range cut from one: only functions take it. */
export interface Column<K extends Kind = Kind> {
  readonly node: Node;
  readonly holds?: K;
}

export type Node =
  | { type: 'literal'; value: number | string | boolean }
  /** The cell of this row in another column of the same table. */
  | { type: 'field'; column: string }
  /** A whole column of a table. */
  | { type: 'column'; table: string; column: string }
  /** A named cell. */
  | { type: 'name'; name: string }
  | { type: 'call'; function: string; args: Node[] }
  | { type: 'binary'; operator: Operator; left: Node; right: Node }
  | { type: 'negate'; operand: Node }
  /** From one cell to another of the same column, both given by INDEX. */
  | { type: 'range'; from: Node; to: Node };

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Num = Expression<'number'>;
export type Txt = Expression<'text'>;
export type Bool = Expression<'boolean'>;
type NumLike = Num | number;
type AnyLike = Expression | number | string | boolean;

const wrap = (value: AnyLike): Node =>
  typeof value === 'object' ? value.node : { type: 'literal', value };
const binary = (operator: Operator, left: AnyLike, right: AnyLike): Node => ({
  type: 'binary',
  operator,
  left: wrap(left),
  right: wrap(right),
});
const call = (name: string, ...args: (AnyLike | Column)[]): { node: Node } => ({
  node: {
    type: 'call',
    function: name,
    args: args.map((arg) => (typeof arg === 'object' ? arg.node : wrap(arg))),
  },
});

// References

/** A cell of the own row, of whatever table. */
export const num = (column: ColumnOf): Num => ({ node: { type: 'field', column } });
export const txt = (column: ColumnOf): Txt => ({ node: { type: 'field', column } });
/** The same for rows of one table: a column of another does not compile. */
export const rowOf = <T extends TableName>(): {
  num: (column: ColumnOf<T>) => Num;
  txt: (column: ColumnOf<T>) => Txt;
} => ({ num, txt });
export const numName = (name: CellName): Num => ({ node: { type: 'name', name } });
export const txtName = (name: CellName): Txt => ({ node: { type: 'name', name } });
export const nums = <T extends TableName>(table: T, column: ColumnOf<T>): Column<'number'> => ({
  node: { type: 'column', table, column },
});
export const txts = <T extends TableName>(table: T, column: ColumnOf<T>): Column<'text'> => ({
  node: { type: 'column', table, column },
});

// Arithmetic and text

export const literal = <T extends number | string | boolean>(
  value: T,
): Expression<T extends number ? 'number' : T extends string ? 'text' : 'boolean'> => ({
  node: { type: 'literal', value },
});
export const add = (first: NumLike, ...rest: NumLike[]): Num =>
  rest.reduce<Num>((sum, next) => ({ node: binary('+', sum, next) }), { node: wrap(first) });
export const subtract = (left: NumLike, right: NumLike): Num => ({
  node: binary('-', left, right),
});
export const multiply = (first: NumLike, ...rest: NumLike[]): Num =>
  rest.reduce<Num>((product, next) => ({ node: binary('*', product, next) }), {
    node: wrap(first),
  });
export const divide = (left: NumLike, right: NumLike): Num => ({ node: binary('/', left, right) });
export const power = (left: NumLike, right: NumLike): Num => ({ node: binary('^', left, right) });
export const negate = (operand: Num): Num => ({ node: { type: 'negate', operand: operand.node } });
export const join = (first: AnyLike, ...rest: AnyLike[]): Txt =>
  rest.reduce<Txt>((text, next) => ({ node: binary('&', text, next) }), { node: wrap(first) });

/** Where a text first stands in another, from 1, case as written; #VALUE! when it does not. */
export const find = (wanted: AnyLike, text: AnyLike): Num => call('FIND', wanted, text);
/** The first and the last signs of a text; all of it where it has fewer. */
export const leading = (text: AnyLike, signs: NumLike): Txt => call('LEFT', text, signs);
export const trailing = (text: AnyLike, signs: NumLike): Txt => call('RIGHT', text, signs);

// Comparison and logic

type Same<K extends Kind> = K extends 'number' ? number : K extends 'text' ? string : boolean;
type Pair = <K extends Kind>(left: Expression<K>, right: Expression<K> | Same<K>) => Bool;
const comparison =
  (operator: Operator): Pair =>
  (left, right) => ({ node: binary(operator, left, right) });

export const equal = comparison('=');
export const unequal = comparison('<>');
export const less = comparison('<');
export const atMost = comparison('<=');
export const greater = comparison('>');
export const atLeast = comparison('>=');

export const and = (...args: Bool[]): Bool => call('AND', ...args);
export const or = (...args: Bool[]): Bool => call('OR', ...args);
export const not = (arg: Bool): Bool => call('NOT', arg);
export const isBlank = (arg: Expression): Bool => call('ISBLANK', arg);
export const isNumber = (arg: Expression): Bool => call('ISNUMBER', arg);

/** Both branches of one kind, or a word where a number cannot be given. */
export const when = <A extends Kind, B extends Kind>(
  condition: Bool,
  then: Expression<A> | Same<A>,
  otherwise: Expression<B> | Same<B>,
): Expression<A | B> => call('IF', condition, then, otherwise);
export const ifError = <A extends Kind, B extends Kind>(
  value: Expression<A>,
  otherwise: Expression<B> | Same<B>,
): Expression<A | B> => call('IFERROR', value, otherwise);

// Numbers

export const min = (...args: (NumLike | Column<'number'>)[]): Num => call('MIN', ...args);
export const max = (...args: (NumLike | Column<'number'>)[]): Num => call('MAX', ...args);
export const round = (value: NumLike, digits: NumLike): Num => call('ROUND', value, digits);
export const abs = (value: NumLike): Num => call('ABS', value);
/** The next lower whole number. */
export const int = (value: NumLike): Num => call('INT', value);
export const sign = (value: NumLike): Num => call('SIGN', value);
export const sum = (...args: (NumLike | Column<'number'>)[]): Num => call('SUM', ...args);
export const count = (column: Column): Num => call('COUNT', column);
export const small = (column: Column<'number'>, rank: NumLike): Num => call('SMALL', column, rank);
export const rowNumber = (): Num => call('ROW');

/** Sum of `column` where each criteria column matches; criteria are literals or expressions. */
export const sumIfs = (column: Column<'number'>, ...criteria: [Column, AnyLike][]): Num =>
  call('SUMIFS', column, ...criteria.flat());
/** Mean of `column` where each criteria column matches; #DIV/0! when nothing does. */
export const averageIfs = (column: Column<'number'>, ...criteria: [Column, AnyLike][]): Num =>
  call('AVERAGEIFS', column, ...criteria.flat());
export const countIfs = (...criteria: [Column, AnyLike][]): Num =>
  call('COUNTIFS', ...criteria.flat());

/** Columns worked on element by element; only `sumProduct` takes what comes out. */
type Cells = Column | Expression | number | string;
const cellwise =
  (operator: Operator) =>
  (first: Cells, ...rest: Cells[]): Column<'number'> =>
    rest.reduce<Column<'number'>>(
      (left, right) => ({
        node: {
          type: 'binary',
          operator,
          left: left.node,
          right: typeof right === 'object' ? right.node : wrap(right),
        },
      }),
      { node: typeof first === 'object' ? first.node : wrap(first) },
    );
export const each = {
  add: cellwise('+'),
  subtract: cellwise('-'),
  multiply: cellwise('*'),
  divide: cellwise('/'),
  /** 1 where it holds, 0 elsewhere, once it is multiplied. */
  less: cellwise('<'),
  atMost: cellwise('<='),
  greater: cellwise('>'),
  atLeast: cellwise('>='),
  equal: cellwise('='),
  unequal: cellwise('<>'),
};
export const sumProduct = (...columns: Column[]): Num => call('SUMPRODUCT', ...columns);

/** Internal rate of return of flows a year apart; #NUM! when none is found. */
export const irr = (flows: Column<'number'>, guess: NumLike): Num => call('IRR', flows, guess);
/** Present value of flows a year apart, the first of them a year from now. */
export const npv = (rate: NumLike, flows: Column<'number'>): Num => call('NPV', rate, flows);

// Lookup

/** LibreOffice chooses among 31 at most; of more, a choice is made among choices. */
const mostChoices = 30;

function chosen<T>(position: NumLike, options: readonly (AnyLike | Column)[]): T {
  if (options.length <= mostChoices) return call('CHOOSE', position, ...options) as T;
  const parts = Array.from({ length: Math.ceil(options.length / mostChoices) }, (_, i) =>
    call(
      'CHOOSE',
      i === 0 ? position : subtract(position, i * mostChoices),
      ...options.slice(i * mostChoices, (i + 1) * mostChoices),
    ),
  );
  return chosen(add(int(divide(subtract(position, 1), mostChoices)), 1), parts);
}

/** The option at a 1-based position. */
export const choose = <K extends Kind>(
  position: NumLike,
  ...options: Expression<K>[]
): Expression<K> => chosen(position, options);

/** The column at a 1-based position, where a function takes a column. */
export const chooseColumn = <K extends Kind>(
  position: NumLike,
  ...columns: (Column<K> | number)[]
): Column<K> => chosen(position, columns);

export const index = <K extends Kind>(column: Column<K>, position: NumLike): Expression<K> =>
  call('INDEX', column, position);
/** Position of an exact match; #N/A when there is none. */
export const match = (value: AnyLike, column: Column): Num => call('MATCH', value, column, 0);
/** The part of a column from one position to another, both included. */
export const slice = <K extends Kind>(
  column: Column<K>,
  from: NumLike,
  to: NumLike,
): Column<K> => ({
  node: { type: 'range', from: index(column, from).node, to: index(column, to).node },
});

// Dates, as serial numbers

/** `days` working days after `start`, leaving out weekends and `holidays`. */
export const workday = (start: NumLike, days: NumLike, holidays: Column<'number'>): Num =>
  call('WORKDAY', start, days, holidays);
/** The same day `months` later, or the last day of that month. */
export const edate = (start: NumLike, months: NumLike): Num => call('EDATE', start, months);
