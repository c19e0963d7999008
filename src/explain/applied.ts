/**
 * What of a rule took part in a value: branches that were not taken, look-ups and conditions over
 * rows are worked out, and what is left is an expression over the cells that count.
 */
import { evaluate, isError, type Node, type Value } from '../rules';
import { RuleCells, type Call, type CellRef, type Cells, type Home, type Row } from './ruleCells';
import type { Ref } from './ref';

/** What a rule takes in: one cell, a list of rows, or a number that was looked up. */
export type Input =
  | { kind: 'cell'; ref: Ref; value: Value }
  | { kind: 'rows'; of: Node; rows: Row[] }
  | { kind: 'found'; of: Node; value: Value };

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

/** Those of a column's functions whose value is the same function of the cells that count. */
const plainly = new Set(['SUM', 'MIN', 'MAX', 'COUNT']);

class Applying {
  readonly inputs: Input[] = [];
  readonly conditions: Condition[] = [];
  readonly deciding = new Set<number>();
  private readonly known = new Map<string, number>();
  private isDeciding = false;

  private readonly cells: RuleCells;

  constructor(cells: Cells, home?: Home) {
    this.cells = new RuleCells(cells, home);
  }

  reduce(node: Node): Node {
    switch (node.type) {
      case 'literal':
        return node;
      case 'field':
        return this.cell(this.cells.field(node.column));
      case 'name':
        return this.cell({ kind: 'name', name: node.name });
      case 'negate':
        return { ...node, operand: this.reduce(node.operand) };
      case 'binary':
        return { ...node, left: this.reduce(node.left), right: this.reduce(node.right) };
      case 'column':
      case 'range':
        return this.rows(node, this.cells.listed(node));
      case 'call':
        return this.call(node);
    }
  }

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
        if (!second || !isError(this.cells.value(first))) return this.reduce(first);
        const failed = (of: Node): Node => ({ type: 'call', function: 'ISERROR', args: [of] });
        const applied = failed(this.aside(() => this.reduce(first)));
        this.conditions.push({ of: failed(first), holds: true, applied });
        return this.reduce(second);
      }
      case 'CHOOSE': {
        const option = this.cells.option(node);
        if (!option) return this.found(node);
        this.aside(() => this.reduce(first));
        return this.reduce(option);
      }
      case 'INDEX': {
        const ref = this.cells.at(first, second);
        if (!ref) return this.found(node);
        return this.cell(ref);
      }
      case 'SMALL': {
        const value = this.cells.value(node);
        const ref = this.cells.listed(first)?.find((one) => this.cells.read(one) === value);
        return ref ? this.cell(ref) : this.found(node);
      }
      case 'SUMIFS':
        return this.over('SUM', node, this.cells.meeting(node.args.slice(1), first));
      case 'AVERAGEIFS': {
        const met = this.cells.meeting(node.args.slice(1), first);
        const rows = this.cells.numbers(met);
        if (!rows || rows.length === 0) return this.found(node);
        const list = this.list(node, rows);
        const call = (name: string): Node => ({ type: 'call', function: name, args: [list] });
        return { type: 'binary', operator: '/', left: call('SUM'), right: call('COUNT') };
      }
      case 'COUNTIFS': {
        const met = this.cells.meeting(node.args, first);
        return met ? this.count(node, met) : this.found(node);
      }
      case 'SUMPRODUCT': {
        const rows = this.cells.products(node);
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
    const columns = node.args.filter((arg) => this.cells.isColumn(arg));
    if (columns.length === 0) return { ...node, args: node.args.map((arg) => this.reduce(arg)) };
    if (node.args.length === 1 && plainly.has(node.function)) {
      const refs = this.cells.listed(node.args[0] as Node);
      if (node.function === 'COUNT' && refs)
        return this.count(
          node,
          refs.filter((ref) => typeof this.cells.read(ref) === 'number'),
        );
      return this.over(node.function, node, refs);
    }
    return {
      ...node,
      args: node.args.map((arg) =>
        this.cells.isColumn(arg) ? this.rows(arg, this.cells.listed(arg)) : this.reduce(arg),
      ),
    };
  }

  /** A column, or a number, that a choice among columns stands for. */
  private chosen(node: Node): Node {
    if (node.type !== 'call' || node.function !== 'CHOOSE' || !this.cells.isColumn(node))
      return node;
    const option = this.cells.option(node);
    if (!option) return node;
    this.aside(() => this.reduce(node.args[0] as Node));
    return this.chosen(option);
  }

  private truth(node: Node): boolean | undefined {
    const value = this.cells.value({
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

  private over(name: string, node: Call, refs: CellRef[] | undefined): Node {
    const rows = this.cells.numbers(refs);
    return rows ? this.total(name, node, rows) : this.found(node);
  }

  private total = (name: string, node: Call, rows: Row[]): Node =>
    rows.length === 0
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
      (refs ?? []).map((ref) => ({ value: this.cells.read(ref), refs: [ref] })),
    );

  private list(of: Node, rows: Row[]): Node {
    const input = this.take(JSON.stringify(of), { kind: 'rows', of, rows });
    return { type: 'column', table: rowsTable, column: input };
  }

  private found = (of: Node): Node => ({
    type: 'name',
    name: this.take(JSON.stringify(of), { kind: 'found', of, value: this.cells.value(of) }),
  });

  private cell = (ref: Ref): Node => ({
    type: 'name',
    name: this.take(JSON.stringify(ref), { kind: 'cell', ref, value: this.cells.read(ref) }),
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
}
