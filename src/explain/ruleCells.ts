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

/** A row that counts, with the cells that it counts by. */
export interface Row {
  value: Value;
  refs: Extract<Ref, { kind: 'cell' }>[];
  /** Where it is worked out row by row: how, a `name` being one of `cells` by its number. */
  each?: { of: Node; cells: Ref[] };
}

export type Call = Node & { type: 'call' };
export type CellRef = Extract<Ref, { kind: 'cell' }>;

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

/** Which cells the parts of a rule stand for, from its home, and what they hold. */
export class RuleCells {
  constructor(
    private readonly cells: Cells,
    private readonly home?: Home,
  ) {}

  value = (node: Node): Value => evaluate(node, this.cells);

  field = (column: string): CellRef => {
    if (!this.home) throw new Error(`[@${column}] stands outside a table`);
    return { kind: 'cell', ...this.home, column };
  };

  isColumn = (node: Node): boolean =>
    node.type === 'column' ||
    node.type === 'range' ||
    (node.type === 'call' && node.function === 'CHOOSE' && node.args.slice(1).some(this.isColumn));

  option(node: Call): Node | undefined {
    const [position, ...options] = node.args;
    const at = this.value(position as Node);
    return typeof at === 'number' ? options[Math.trunc(at) - 1] : undefined;
  }

  /** The cells that a column, or a part cut from one, stands for. */
  listed(node: Node): CellRef[] | undefined {
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

  at(column: Node, position: Node | undefined): CellRef | undefined {
    const at = position && this.value(position);
    if (typeof at !== 'number') return undefined;
    return this.listed(column)?.[Math.trunc(at) - 1];
  }

  meeting(pairs: Node[], of: Node): CellRef[] | undefined {
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
  numbers(refs: CellRef[] | undefined): Row[] | undefined {
    const rows: Row[] = [];
    for (const ref of refs ?? []) {
      const value = this.read(ref);
      if (isError(value)) return undefined;
      if (typeof value === 'number') rows.push({ value, refs: [ref] });
    }
    return refs && rows;
  }

  /** The rows of several factors; what is no number counts as 0 among them. */
  products({ args }: Call): Row[] | undefined {
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

  read(ref: Ref): Value {
    if (ref.kind === 'cell') return this.cells.cell(ref.table, ref.row, ref.column);
    return ref.kind === 'name' ? this.cells.name(ref.name) : null;
  }
}
