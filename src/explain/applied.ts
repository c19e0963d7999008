/**
 * What of a rule took part in a value: branches that were not taken, look-ups and conditions over
 * rows are worked out, and what is left is an expression over the cells that count.
 */
import { evaluate, isError, meeting, type Node, type Scope, type Value } from '../rules';
import type { Ref } from './ref';

/** The home of a rule: a row of a table, or no table at all. */
export interface Home {
  table: string;
  row: number;
}

/** What a rule reads, and single cells of it. */
export interface Cells extends Scope {
  cell(table: string, row: number, column: string): Value;
  rows(table: string): number;
}

/** What a rule takes in: one cell, a list of rows, or a number that was looked up. */
export type Input =
  | { kind: 'cell'; ref: Ref; value: Value }
  | { kind: 'rows'; of: Node; rows: Row[] }
  | { kind: 'found'; of: Node; value: Value };

/** A row that counts, with the cells that it counts by. */
export interface Row {
  value: Value;
  refs: Extract<Ref, { kind: 'cell' }>[];
  /** Where it is worked out row by row: how, a `name` being one of `cells` by its number. */
  each?: { of: Node; cells: Ref[] };
}

export interface Condition {
  of: Node;
  holds: boolean;
  /** The same in terms of its inputs. */
  applied: Node;
}

export interface Applied {
  /**
   * Gives the value from the inputs alone: a `name` is an input by its number, the `column` of `rows`
   * a list of rows.
   */
  node: Node;
  inputs: Input[];
  /** Which of the inputs only decide between branches. */
  conditions: Condition[];
  deciding: ReadonlySet<number>;
}

/** The table whose columns are the lists of rows that count. */
export const rowsTable = '#';

/** The value that the inputs give. */
export const valueOf = ({ node, inputs }: Pick<Applied, 'node' | 'inputs'>): Value =>
  evaluate(node, {
    field: () => null,
    name: (i) => {
      const input = inputs[Number(i)];
      return input && input.kind !== 'rows' ? input.value : null;
    },
    column: (_, i) => {
      const input = inputs[Number(i)];
      return input?.kind === 'rows' ? input.rows.map(({ value }) => value) : [];
    },
  });

export function apply(rule: Node, cells: Cells, home?: Home): Applied {
  const applying = new Applying(cells, home);
  const node = applying.reduce(rule);
  return {
    node,
    inputs: applying.inputs,
    conditions: applying.conditions,
    deciding: applying.deciding,
  };
}

/** The same with other numbers for names. */
function renamed(node: Node, at: (name: string) => number): Node {
  switch (node.type) {
    case 'name':
      return { ...node, name: String(at(node.name)) };
    case 'negate':
      return { ...node, operand: renamed(node.operand, at) };
    case 'binary':
      return { ...node, left: renamed(node.left, at), right: renamed(node.right, at) };
    default:
      return node;
  }
}

function product(left: Row, right: Row): Row {
  const number = (value: Value) => (typeof value === 'number' ? value : 0);
  const error = [left.value, right.value].find(isError);
  const before = left.each?.cells.length ?? 0;
  const refs = [...left.refs, ...right.refs];
  const value = error ?? number(left.value) * number(right.value);
  if (!left.each || !right.each) return { value, refs };
  const moved = renamed(right.each.of, (name) => Number(name) + before);
  return {
    ...{ value, refs },
    each: {
      of: { type: 'binary', operator: '*', left: left.each.of, right: moved },
      cells: [...left.each.cells, ...right.each.cells],
    },
  };
}

type Call = Node & { type: 'call' };
type CellRef = Extract<Ref, { kind: 'cell' }>;

/** Those of a column's functions whose value is the same function of the cells that count. */
const plainly = new Set(['SUM', 'MIN', 'MAX', 'COUNT', 'MEDIAN']);

class Applying {
  readonly inputs: Input[] = [];
  readonly conditions: Condition[] = [];
  readonly deciding = new Set<number>();
  private readonly known = new Map<string, number>();
  private isDeciding = false;

  constructor(
    private readonly cells: Cells,
    private readonly home?: Home,
  ) {}

  reduce(node: Node): Node {
    switch (node.type) {
      case 'literal':
        return node;
      case 'field':
        return this.cell(this.field(node.column));
      case 'name':
        return this.cell({ kind: 'name', name: node.name });
      case 'negate':
        return { ...node, operand: this.reduce(node.operand) };
      case 'binary':
        return { ...node, left: this.reduce(node.left), right: this.reduce(node.right) };
      case 'column':
      case 'range':
        return this.rows(node, this.listed(node));
      case 'call':
        return this.call(node);
    }
  }

  private value = (node: Node): Value => evaluate(node, this.cells);

  private field = (column: string): CellRef => {
    if (!this.home) throw new Error(`[@${column}] stands outside a table`);
    return { kind: 'cell', ...this.home, column };
  };

  private call(node: Call): Node {
    const [first, second, third] = node.args as [Node, Node | undefined, Node | undefined];
    switch (node.function) {
      case 'IF': {
        const truth = this.truth(first);
        if (truth === undefined) return this.reduce(first);
        this.decide(first, truth);
        const taken = truth ? second : third;
        return taken ? this.reduce(taken) : { type: 'literal', value: false };
      }
      case 'IFERROR': {
        if (!second || !isError(this.value(first))) return this.reduce(first);
        const failed = (of: Node): Node => ({ type: 'call', function: 'ISERROR', args: [of] });
        const applied = failed(this.aside(() => this.reduce(first)));
        this.conditions.push({ of: failed(first), holds: true, applied });
        return this.reduce(second);
      }
      case 'CHOOSE': {
        const option = this.option(node);
        if (!option) return this.found(node);
        this.aside(() => this.reduce(first));
        return this.reduce(option);
      }
      case 'INDEX': {
        const ref = this.at(first, second);
        if (!ref) return this.found(node);
        return this.cell(ref);
      }
      case 'SMALL': {
        const value = this.value(node);
        const ref = this.listed(first)?.find((one) => this.read(one) === value);
        return ref ? this.cell(ref) : this.found(node);
      }
      case 'SUMIFS':
        return this.over('SUM', node, this.meeting(node.args.slice(1), first));
      case 'AVERAGEIFS': {
        const met = this.meeting(node.args.slice(1), first);
        const rows = this.numbers(met);
        if (!rows || rows.length === 0) return this.found(node);
        const list = this.list(node, rows);
        const call = (name: string): Node => ({ type: 'call', function: name, args: [list] });
        return { type: 'binary', operator: '/', left: call('SUM'), right: call('COUNT') };
      }
      case 'COUNTIFS': {
        const met = this.meeting(node.args, first);
        return met ? this.count(node, met) : this.found(node);
      }
      case 'SUMPRODUCT': {
        const rows = this.products(node);
        return rows ? this.total('SUM', node, rows) : this.found(node);
      }
      case 'ROW':
      case 'MATCH':
        return this.found(node);
      default:
        return this.plain(node);
    }
  }

  /** A function of single values, or of whole columns. */
  private plain(given: Call): Node {
    const node = { ...given, args: given.args.map((arg) => this.chosen(arg)) };
    const columns = node.args.filter((arg) => this.isColumn(arg));
    if (columns.length === 0) return { ...node, args: node.args.map((arg) => this.reduce(arg)) };
    if (node.args.length === 1 && plainly.has(node.function)) {
      const refs = this.listed(node.args[0] as Node);
      if (node.function === 'COUNT' && refs)
        return this.count(
          node,
          refs.filter((ref) => typeof this.read(ref) === 'number'),
        );
      return this.over(node.function, node, refs);
    }
    return {
      ...node,
      args: node.args.map((arg) =>
        this.isColumn(arg) ? this.rows(arg, this.listed(arg)) : this.reduce(arg),
      ),
    };
  }

  /** A column, or a number, that a choice among columns stands for. */
  private chosen(node: Node): Node {
    if (node.type !== 'call' || node.function !== 'CHOOSE' || !this.isColumn(node)) return node;
    const option = this.option(node);
    if (!option) return node;
    this.aside(() => this.reduce(node.args[0] as Node));
    return this.chosen(option);
  }

  private isColumn = (node: Node): boolean =>
    node.type === 'column' ||
    node.type === 'range' ||
    (node.type === 'call' && node.function === 'CHOOSE' && node.args.slice(1).some(this.isColumn));

  private truth(node: Node): boolean | undefined {
    const value = this.value({
      type: 'call',
      function: 'IF',
      args: [node, { type: 'literal', value: 1 }, { type: 'literal', value: 0 }],
    });
    return isError(value) ? undefined : value === 1;
  }

  private decide(of: Node, holds: boolean): void {
    const applied = this.aside(() => this.reduce(of));
    this.conditions.push({ of, holds, applied });
  }

  /** What is taken in meanwhile only decides. */
  private aside<T>(act: () => T): T {
    const before = this.isDeciding;
    this.isDeciding = true;
    try {
      return act();
    } finally {
      this.isDeciding = before;
    }
  }

  private option(node: Call): Node | undefined {
    const [position, ...options] = node.args;
    const at = this.value(position as Node);
    return typeof at === 'number' ? options[Math.trunc(at) - 1] : undefined;
  }

  /** The cells that a column, or a part cut from one, stands for. */
  private listed(node: Node): CellRef[] | undefined {
    if (node.type === 'column') {
      const { table, column } = node;
      return Array.from({ length: this.cells.rows(table) }, (_, row) => ({
        kind: 'cell',
        table,
        row,
        column,
      }));
    }
    if (node.type === 'call' && node.function === 'CHOOSE') {
      const option = this.option(node);
      return option && this.listed(option);
    }
    if (node.type !== 'range' || node.from.type !== 'call' || node.to.type !== 'call')
      return undefined;
    const whole = this.listed(node.from.args[0] as Node);
    const ends = [node.from, node.to].map(({ args }) => this.value(args[1] as Node));
    const [from, to] = ends as [Value, Value];
    if (!whole || typeof from !== 'number' || typeof to !== 'number') return undefined;
    return whole.slice(Math.min(from, to) - 1, Math.max(from, to));
  }

  private at(column: Node, position: Node | undefined): CellRef | undefined {
    const at = position && this.value(position);
    if (typeof at !== 'number') return undefined;
    return this.listed(column)?.[Math.trunc(at) - 1];
  }

  private meeting(pairs: Node[], of: Node): CellRef[] | undefined {
    const given = pairs.map((node, i) => (i % 2 === 1 ? this.value(node) : this.valuesIn(node)));
    const met = meeting(given);
    if (of.type === 'column') {
      const { table, column } = of;
      return met.map((row) => ({ kind: 'cell', table, row, column }));
    }
    const refs = this.listed(of);
    return refs && met.flatMap((i) => refs[i] ?? []);
  }

  private valuesIn = (node: Node): readonly Value[] =>
    node.type === 'column'
      ? this.cells.column(node.table, node.column)
      : (this.listed(node)?.map((ref) => this.read(ref)) ?? []);

  /** Of cells those that hold numbers; undefined where one holds an error. */
  private numbers(refs: CellRef[] | undefined): Row[] | undefined {
    const rows: Row[] = [];
    for (const ref of refs ?? []) {
      const value = this.read(ref);
      if (isError(value)) return undefined;
      if (typeof value === 'number') rows.push({ value, refs: [ref] });
    }
    return refs && rows;
  }

  /** The rows of several factors; what is no number counts as 0 among them. */
  private products({ args }: Call): Row[] | undefined {
    const [first, ...rest] = args.map((arg) => this.elements(arg));
    if (!first || rest.some((part) => part?.length !== first.length)) return undefined;
    const rows = (rest as Row[][]).reduce(
      (left, part) => left.map((row, i) => product(row, part[i] as Row)),
      first,
    );
    if (rows.some(({ value }) => isError(value))) return undefined;
    return rows.filter(({ value }) => typeof value === 'number' && value !== 0);
  }

  /** What stands in each row where columns are worked on row by row. */
  private elements(node: Node): Row[] | undefined {
    const columns: CellRef[][] = [];
    const scalars: Ref[] = [];
    const scalar = (ref: Ref): Node => ({ type: 'name', name: `-${scalars.push(ref)}` });
    const cut = (part: Node): Node => {
      if (this.isColumn(part))
        return { type: 'name', name: String(columns.push(this.listed(part) ?? []) - 1) };
      switch (part.type) {
        case 'binary':
          return { ...part, left: cut(part.left), right: cut(part.right) };
        case 'negate':
          return { ...part, operand: cut(part.operand) };
        case 'field':
          return scalar(this.field(part.column));
        case 'name':
          return scalar({ kind: 'name', name: part.name });
        default: {
          const value = this.value(part);
          return isError(value) || value === null ? part : { type: 'literal', value };
        }
      }
    };
    const each = cut(node);
    const [{ length } = { length: 0 }] = columns;
    if (columns.length === 0 || columns.some((column) => column.length !== length))
      return undefined;
    return Array.from({ length }, (_, i): Row => {
      const refs = columns.map((column) => column[i] as CellRef);
      const cells = [...refs, ...scalars];
      const at = (name: string) =>
        Number(name) < 0 ? refs.length - Number(name) - 1 : Number(name);
      const of = renamed(each, at);
      const value = evaluate(of, {
        ...this.cells,
        name: (name) => this.read(cells[Number(name)] as Ref),
      });
      const typed = refs.filter((ref) => typeof this.read(ref) === 'number');
      return { value, refs: typed.length > 0 ? typed : refs, each: { of, cells } };
    });
  }

  private over(name: string, node: Call, refs: CellRef[] | undefined): Node {
    const rows = this.numbers(refs);
    return rows ? this.total(name, node, rows) : this.found(node);
  }

  private total = (name: string, node: Call, rows: Row[]): Node =>
    rows.length === 0 && name !== 'MEDIAN'
      ? { type: 'literal', value: 0 }
      : { type: 'call', function: name, args: [this.list(node, rows)] };

  private count(node: Call, refs: CellRef[]): Node {
    if (refs.length === 0) return { type: 'literal', value: 0 };
    const rows = refs.map((ref): Row => ({ value: 1, refs: [ref] }));
    return { type: 'call', function: 'COUNT', args: [this.list(node, rows)] };
  }

  private rows = (node: Node, refs: CellRef[] | undefined): Node =>
    this.list(
      node,
      (refs ?? []).map((ref) => ({ value: this.read(ref), refs: [ref] })),
    );

  private list(of: Node, rows: Row[]): Node {
    const input = this.take(JSON.stringify(of), { kind: 'rows', of, rows });
    return { type: 'column', table: rowsTable, column: input };
  }

  private found = (of: Node): Node => ({
    type: 'name',
    name: this.take(JSON.stringify(of), { kind: 'found', of, value: this.value(of) }),
  });

  private cell = (ref: Ref): Node => ({
    type: 'name',
    name: this.take(JSON.stringify(ref), { kind: 'cell', ref, value: this.read(ref) }),
  });

  private take(key: string, input: Input): string {
    let at = this.known.get(key);
    if (at === undefined) {
      at = this.inputs.length;
      this.known.set(key, at);
      this.inputs.push(input);
      if (this.isDeciding) this.deciding.add(at);
    } else if (!this.isDeciding) this.deciding.delete(at);
    return String(at);
  }

  private read(ref: Ref): Value {
    if (ref.kind === 'cell') return this.cells.cell(ref.table, ref.row, ref.column);
    return ref.kind === 'name' ? this.cells.name(ref.name) : null;
  }
}
