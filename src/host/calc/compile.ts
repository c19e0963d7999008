import { parseA1Ref } from '@borgar/fx';
import type { Scalar, Sheet, Table } from '../../book';
import { callElementwise, callScalar } from './call';
import { definition } from './functions/registry';
import { isExcelFunction, plainName } from './functions/excel-functions';
import { controlFlow } from './functions/control';
import type { RangeNode, SheetGraph } from './graph';
import type { Names } from './names';
import { binary, elementwise, intersect, unary, withoutResidue } from './operators';
import { parseFormula, type Node } from './parse';
import { Ref, lastColumn, lastRow, type Place } from './ref';
import { Matrix, NAME, NULL, REF, VALUE, errorOf, type Value } from './values';

export type Run = (at: Place) => Value;

/** How operators treat a range: `single` meets it with the formula's row, `array` works cell by cell. */
export type Mode = 'single' | 'array';

/** A formula made runnable; every cell with the same text in the same table shares it. */
export interface Compiled {
  run: (at: Place) => Scalar;
  /** What it yields before a single value is made of it. */
  value: Run;
  /** The areas the formula may read when it stands at a place. */
  precedents: (at: Place) => RangeNode[];
  volatile: boolean;
  /** It may read more than its precedents. */
  isBlind: boolean;
}

/** What the compiler knows of the workbook. */
export interface Surroundings {
  names: Names;
  graph(sheet: Sheet): SheetGraph;
  /** The workbook was opened from a file. */
  isOpened: boolean;
}

const miss: Run = (at) => at.source.miss();

/** Functions that make references of what they are given. */
const readsAnywhere = new Set(['INDIRECT', 'OFFSET', 'CELL', 'GETPIVOTDATA']);

type Precedent = (at: Place) => RangeNode | undefined;

export function compile(
  formula: string,
  sheet: Sheet,
  table: Table | undefined,
  around: Surroundings,
  mode: Mode = 'single',
): Compiled {
  const compiler = new Compiler(sheet, table, around);
  const tree = parseFormula(formula);
  const value = mode === 'array' ? compiler.value(tree, mode) : compiler.root(tree);
  const { precedents } = compiler;
  return {
    run: (at) => finish(intersect(value(at), at)),
    value,
    precedents: (at) => {
      const found = new Set<RangeNode>();
      for (const precedent of precedents) {
        const node = precedent(at);
        if (node) found.add(node);
      }
      return [...found];
    },
    volatile: compiler.volatile,
    isBlind: compiler.isBlind,
  };
}

/** A formula never leaves a cell empty, nor a text longer than a cell holds. */
function finish(value: Scalar): Scalar {
  if (value === null || value === 0) return 0;
  return typeof value === 'string' && value.length > 32_767 ? VALUE : value;
}

export class Compiler {
  readonly precedents: Precedent[] = [];
  volatile = false;
  isBlind = false;
  /** Defined names being read, innermost last; their relative references count from A1. */
  private readonly within: string[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly table: Table | undefined,
    private readonly around: Surroundings,
  ) {}

  root(node: Node): Run {
    if (node.type === 'BinaryExpression' && (node.operator === '+' || node.operator === '-')) {
      return this.operator(node.arguments, withoutResidue(binary[node.operator]!), 'single');
    }
    return this.value(node, 'single');
  }

  value(node: Node | null | undefined, mode: Mode): Run {
    if (!node) return () => null;
    switch (node.type) {
      case 'Literal': {
        const { value } = node;
        return () => value;
      }
      case 'ErrorLiteral': {
        const error = errorOf(node.value as '#REF!');
        return () => error;
      }
      case 'ReferenceIdentifier':
        if (node.kind === 'name') return this.name(node.value, mode);
        return node.kind === 'table' ? this.structured(node.value) : this.a1(node.value);
      case 'UnaryExpression':
        return this.unary(node.operator, node.arguments, mode);
      case 'BinaryExpression':
        if (node.operator === ':') return this.span(node.arguments);
        if (node.operator === ' ') return this.intersection(node.arguments);
        if (!binary[node.operator]) return this.blind();
        return this.operator(node.arguments, binary[node.operator]!, mode);
      case 'CallExpression':
        return this.call(node, mode);
      case 'ArrayExpression':
        return this.array(node.elements);
      default:
        return this.blind();
    }
  }

  /** What cannot be computed, nor is it known what it reads. */
  private blind(): Run {
    this.isBlind = true;
    return miss;
  }

  scalar(node: Node | null | undefined): (at: Place) => Scalar {
    const value = this.value(node, 'single');
    return (at) => intersect(value(at), at);
  }

  private unary(operator: string, [operand]: readonly Node[], mode: Mode): Run {
    if (operator === '@') return this.scalar(operand);
    const apply = unary[operator];
    if (!apply) return this.blind();
    const value = this.value(operand, mode);
    if (mode === 'array') return (at) => elementwise([value(at)], apply);
    return (at) => apply(intersect(value(at), at));
  }

  private operator(
    [left, right]: readonly Node[],
    apply: (a: Scalar, b: Scalar) => Scalar,
    mode: Mode,
  ): Run {
    const a = this.value(left, mode);
    const b = this.value(right, mode);
    if (mode === 'array') return (at) => elementwise([a(at), b(at)], apply);
    return (at) => apply(intersect(a(at), at), intersect(b(at), at));
  }

  private call(node: Node & { type: 'CallExpression' }, mode: Mode): Run {
    if (node.callee.type !== 'Identifier') return this.blind();
    const name = plainName(node.callee.name);
    const control = controlFlow[name];
    if (control) return control(this, node.arguments, mode);
    const of = definition(name);
    if (!of) {
      // What a file calls and Excel does not know is somebody's own function, which had a value there.
      if (!isExcelFunction(name) && !this.around.isOpened) return () => NAME;
      for (const argument of node.arguments) this.value(argument, mode);
      return readsAnywhere.has(name) ? this.blind() : miss;
    }
    if (of.volatile) this.volatile = true;
    const inner: Mode = of.kinds.includes('a') ? 'array' : mode;
    const args = node.arguments.map((argument) => this.value(argument, inner));
    const run = inner === 'array' ? callElementwise : callScalar;
    return (at) => {
      const values = new Array<Value>(args.length);
      for (let i = 0; i < args.length; i++) values[i] = args[i]!(at);
      return run(of, at, values);
    };
  }

  private array(elements: readonly (readonly Node[])[]): Run {
    const data = elements.flatMap((row) =>
      row.map((element) => {
        if (element.type === 'Literal') return element.value;
        return element.type === 'ErrorLiteral' ? errorOf(element.value as '#REF!') : VALUE;
      }),
    );
    const matrix = new Matrix(elements.length, elements[0]?.length ?? 0, data);
    return () => matrix;
  }

  private name(text: string, mode: Mode): Run {
    const split = text.lastIndexOf('!');
    const scope = split < 0 ? this.sheet : this.sheetOf(text.slice(0, split));
    const name = text.slice(split + 1);
    const found = scope && this.around.names.name(name, scope);
    if (found && !this.within.includes(found.name)) {
      this.within.push(found.name);
      try {
        return this.value(parseFormula(found.formula), mode);
      } catch {
        return () => NAME;
      } finally {
        this.within.pop();
      }
    }
    return !found && this.around.names.table(name) ? this.structured(`${name}[]`) : () => NAME;
  }

  private sheetOf(quoted: string): Sheet | undefined {
    const name = quoted.startsWith("'") ? quoted.slice(1, -1).replace(/''/g, "'") : quoted;
    return this.around.names.sheet(name);
  }

  private a1(text: string): Run {
    const parsed = parseA1Ref(text);
    if (!parsed || !('range' in parsed)) return () => REF;
    if (parsed.context && (parsed.context.length > 1 || parsed.context[0]?.includes(':'))) {
      return this.blind();
    }
    const named = parsed.context?.[0];
    const sheet = named === undefined ? this.sheet : this.around.names.sheet(named);
    if (!sheet) return () => REF;
    const graph = this.around.graph(sheet);
    const { range } = parsed;
    const top = range.top ?? 0;
    const bottom = range.bottom ?? lastRow;
    const left = range.left ?? 0;
    const right = range.right ?? lastColumn;
    const rowsMove = range.top !== null && !(range.$top && range.$bottom);
    const columnsMove = range.left !== null && !(range.$left && range.$right);
    const inName = this.within.length > 0;
    const fixed = graph.area(top, left, bottom, right);
    const locate = (at: Place): RangeNode => {
      const down = inName ? at.row : at.rowShift;
      const along = inName ? at.column : at.columnShift;
      if (down === 0 && along === 0) return fixed;
      return graph.area(
        rowsMove && !range.$top ? (top + down) % (lastRow + 1) : top,
        columnsMove && !range.$left ? (left + along) % (lastColumn + 1) : left,
        rowsMove && !range.$bottom ? (bottom + down) % (lastRow + 1) : bottom,
        columnsMove && !range.$right ? (right + along) % (lastColumn + 1) : right,
      );
    };
    const run = rowsMove || columnsMove ? locate : () => fixed;
    this.precedents.push(run);
    return run;
  }

  private structured(reference: string): Run {
    const area = this.around.names.tableArea(reference, this.table, this.sheet);
    if (typeof area === 'string') return () => REF;
    const graph = this.around.graph(area.sheet);
    const { top, left, bottom, right } = area;
    if (!area.thisRow) {
      const fixed = graph.area(top, left, bottom, right);
      this.precedents.push(() => fixed);
      return () => fixed;
    }
    const inData = (at: Place) => at.row >= top && at.row <= bottom && at.source === graph;
    this.precedents.push((at) =>
      inData(at) ? graph.area(at.row, left, at.row, right) : undefined,
    );
    if (left === right) {
      return (at) => (inData(at) ? new Ref(graph, at.row, left, at.row, right) : VALUE);
    }
    return (at) => (inData(at) ? graph.area(at.row, left, at.row, right) : VALUE);
  }

  /** `a:b` – the smallest area around both; what it may read is around all either side may give. */
  private span(sides: readonly Node[]): Run {
    const before = this.precedents.length;
    const [a, b] = sides.map((side) => this.value(side, 'single'));
    const reached = this.precedents.slice(before);
    this.precedents.push((at) => {
      const nodes = reached.flatMap((precedent) => precedent(at) ?? []);
      const hull = nodes.length ? nodes.reduce<Ref | undefined>(around, nodes[0]) : undefined;
      return hull && (hull.source as SheetGraph).area(hull.top, hull.left, hull.bottom, hull.right);
    });
    return (at) => {
      const left = a!(at);
      const right = b!(at);
      if (!(left instanceof Ref)) return left instanceof Matrix ? VALUE : asError(left);
      if (!(right instanceof Ref)) return right instanceof Matrix ? VALUE : asError(right);
      return around(left, right) ?? VALUE;
    };
  }

  private intersection(sides: readonly Node[]): Run {
    const [a, b] = sides.map((side) => this.value(side, 'single'));
    return (at) => {
      const left = a!(at);
      const right = b!(at);
      if (!(left instanceof Ref) || !(right instanceof Ref)) return VALUE;
      const top = Math.max(left.top, right.top);
      const bottom = Math.min(left.bottom, right.bottom);
      const first = Math.max(left.left, right.left);
      const last = Math.min(left.right, right.right);
      if (left.source !== right.source || top > bottom || first > last) return NULL;
      return new Ref(left.source, top, first, bottom, last);
    };
  }
}

const asError = (value: Scalar): Scalar => (typeof value === 'object' && value ? value : VALUE);

function around(a: Ref | undefined, b: Ref): Ref | undefined {
  if (!a || a.source !== b.source) return undefined;
  return new Ref(
    a.source,
    Math.min(a.top, b.top),
    Math.min(a.left, b.left),
    Math.max(a.bottom, b.bottom),
    Math.max(a.right, b.right),
  );
}
