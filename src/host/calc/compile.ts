import { parseA1Ref } from '@borgar/fx';
import type { Scalar, Sheet, Table } from '../../book';
import { callElementwise, callMet } from './call';
import { definition, kindAt, type FunctionDefinition } from './functions/registry';
import { isExcelFunction, plainName } from './functions/excel-functions';
import { controlFlow } from './functions/control';
import type { RangeNode, SheetGraph } from './graph';
import { givesDay, onlyInDayCells, withDays } from './from1904';
import type { Names } from './names';
import { binary, elementwise, intersect, isArray, met, unary, withoutResidue } from './operators';
import { parseFormula, type Node } from './parse';
import { areaOf, around, asError, common, joined } from './references';
import { Ref, type Place } from './ref';
import { Scope } from './scope';
import {
  Areas,
  CALC,
  Lambda,
  Matrix,
  NAME,
  REF,
  VALUE,
  errorOf,
  isError,
  type Operand,
} from './values';

export type Run = (at: Place) => Operand;

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
  /** It counts days from 1904. */
  isFrom1904: boolean;
}

const miss: Run = (at) => at.source.miss();

/** Functions that read what no argument names. */
const readsAnywhere = new Set(['GETPIVOTDATA', 'CUBEVALUE', 'RTD']);

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
  const found = mode === 'array' ? compiler.value(tree, mode) : compiler.root(tree);
  const value = around.isFrom1904 && givesDay(tree) ? onlyInDayCells(found, miss) : found;
  const { precedents } = compiler;
  return {
    run: (at) => finish(intersect(value(at), at), at),
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

/** A formula never leaves a cell empty, nor a text longer than a cell holds, nor an error it has no place for. */
export function finish(value: Scalar, at: Place): Scalar {
  if (value === null || value === 0) return 0;
  if (value === CALC) return at.source.miss();
  return typeof value === 'string' && value.length > 32_767 ? VALUE : value;
}

export class Compiler {
  readonly precedents: Precedent[] = [];
  volatile = false;
  isBlind = false;
  /** Defined names being read, innermost last; their relative references count from A1. */
  private readonly within: string[] = [];
  /** Names that are functions, which may call themselves. */
  private readonly functions = new Map<string, { run?: Run }>();
  scope = new Scope();

  constructor(
    readonly sheet: Sheet,
    private readonly table: Table | undefined,
    readonly around: Surroundings,
  ) {}

  /** One for formulas that are written elsewhere: in a text, in a name. */
  another(): Compiler {
    return new Compiler(this.sheet, this.table, this.around);
  }

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
        if (node.operator === ',') return this.union(node.arguments);
        if (!binary[node.operator]) return this.blind();
        return this.operator(node.arguments, binary[node.operator]!, mode);
      case 'CallExpression':
        return this.call(node, mode);
      case 'ArrayExpression':
        return this.array(node.elements);
      case 'LetExpression':
        return this.scope.binding(node, this, mode);
      case 'LambdaExpression':
        return this.scope.function(node, this, mode);
      default:
        return this.blind();
    }
  }

  /** What cannot be computed, nor is it known what it reads: whatever is written may change it. */
  blind(): Run {
    this.isBlind = true;
    this.volatile = true;
    return miss;
  }

  scalar(node: Node | null | undefined): (at: Place) => Scalar {
    const value = this.value(node, 'single');
    return (at) => intersect(value(at), at);
  }

  private unary(operator: string, [operand]: readonly Node[], mode: Mode): Run {
    if (operator === '@') return this.scalar(operand);
    if (operator === '#') return this.spilled(operand, mode);
    const apply = unary[operator];
    if (!apply) return this.blind();
    const value = this.value(operand, mode);
    if (mode === 'array') return (at) => elementwise([value(at)], apply);
    return (at) => {
      const found = met(value(at), at);
      return isArray(found) ? elementwise([found], apply) : apply(found);
    };
  }

  /** `A1#` – the cells that the array formula at A1 fills. */
  spilled(of: Node | null | undefined, mode: Mode): Run {
    const anchor = this.value(of, mode);
    this.isBlind = true;
    return (at) => {
      const ref = anchor(at);
      return ref instanceof Ref ? (ref.source.filledFrom(ref.top, ref.left) ?? REF) : REF;
    };
  }

  private operator(
    [left, right]: readonly Node[],
    apply: (a: Scalar, b: Scalar) => Scalar,
    mode: Mode,
  ): Run {
    const a = this.value(left, mode);
    const b = this.value(right, mode);
    if (mode === 'array') return (at) => elementwise([a(at), b(at)], apply);
    return (at) => {
      const [one, other] = [met(a(at), at), met(b(at), at)];
      return isArray(one) || isArray(other) ? elementwise([one, other], apply) : apply(one, other);
    };
  }

  private call(node: Node & { type: 'CallExpression' }, mode: Mode): Run {
    if (node.callee.type !== 'Identifier')
      // A LAMBDA that is called at once, which the parser's types leave out.
      return this.calling(this.value(node.callee as unknown as Node, mode), node.arguments, mode);
    const name = plainName(node.callee.name);
    const control = controlFlow[name];
    if (control) return control(this, node.arguments, mode);
    const of = definition(name);
    if (of) return this.function(of, node.arguments, mode);
    const own = this.scope.read(node.callee.name) ?? this.defined(node.callee.name, mode);
    if (own) return this.calling(own, node.arguments, mode);
    // What a file calls and Excel does not know is somebody's own function, which had a value there.
    if (!isExcelFunction(name) && !this.around.isOpened) return () => NAME;
    for (const argument of node.arguments) this.value(argument, mode);
    return readsAnywhere.has(name) ? this.blind() : miss;
  }

  private function(
    of: FunctionDefinition,
    given: readonly (Node | null | undefined)[],
    mode: Mode,
  ): Run {
    if (of.volatile) this.volatile = true;
    if (given.length < of.required || (of.repeats === 0 && given.length > of.kinds.length))
      return this.blind();
    const inner: Mode = of.kinds.some((kind) => kind === 'a' || kind === 'f') ? 'array' : mode;
    const args = given.map((argument, i) =>
      this.value(argument, kindAt(of, i) === 'w' ? 'array' : inner),
    );
    const run = inner === 'array' ? callElementwise : callMet;
    const call = (at: Place, values: Operand[]) => run(of, at, values);
    const known = this.around.isFrom1904 ? (withDays(of.name, given, call) ?? call) : call;
    return (at) => {
      const values = new Array<Operand>(args.length);
      for (let i = 0; i < args.length; i++) values[i] = args[i]!(at);
      return known(at, values);
    };
  }

  /** Calls what an expression gives, if that is a function. */
  private calling(callee: Run, given: readonly (Node | null | undefined)[], mode: Mode): Run {
    const args = given.map((argument) => (argument ? this.value(argument, mode) : undefined));
    return (at) => {
      const of = callee(at);
      if (!(of instanceof Lambda)) return isError(of) ? of : REF;
      return of.call(
        at,
        args.map((argument) => argument?.(at)),
      );
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
    const known = this.scope.read(text) ?? this.defined(text, mode);
    if (known) return known;
    const built = /^_xleta\.(.*)$/i.exec(text)?.[1];
    const of = built === undefined ? undefined : definition(plainName(built));
    if (of)
      return () =>
        new Lambda(of.required, (at, args) => callElementwise(of, at, args as Operand[]));
    // `[1]!Name` is one of another workbook.
    if (text.includes('[')) return this.blind();
    const name = text.slice(text.lastIndexOf('!') + 1);
    return this.around.names.table(name) ? this.structured(`${name}[]`) : () => NAME;
  }

  /** What a defined name stands for, undefined where there is none. */
  private defined(text: string, mode: Mode): Run | undefined {
    const split = text.lastIndexOf('!');
    if (text.includes('[')) return undefined;
    const scope = split < 0 ? this.sheet : this.sheetOf(text.slice(0, split));
    const found = scope && this.around.names.name(text.slice(split + 1), scope);
    if (!found) return undefined;
    const called = this.functions.get(found.name);
    if (called) return (at) => called.run!(at);
    if (this.within.includes(found.name)) return () => NAME;
    const outer = this.scope;
    this.scope = new Scope();
    this.within.push(found.name);
    try {
      const tree = parseFormula(found.formula);
      if (tree.type !== 'LambdaExpression') return this.value(tree, mode);
      const own: { run?: Run } = {};
      this.functions.set(found.name, own);
      return (own.run = this.value(tree, mode));
    } catch {
      return () => NAME;
    } finally {
      this.within.pop();
      this.scope = outer;
    }
  }

  private sheetOf(quoted: string): Sheet | undefined {
    const name = quoted.startsWith("'") ? quoted.slice(1, -1).replace(/''/g, "'") : quoted;
    return this.around.names.sheet(name);
  }

  private a1(text: string): Run {
    const parsed = parseA1Ref(text);
    if (!parsed || !('range' in parsed)) return () => REF;
    if (parsed.context && parsed.context.length > 1) return this.blind();
    const named = parsed.context?.[0];
    const { names } = this.around;
    const sheets = named?.includes(':')
      ? names.sheetsBetween(named)
      : [named === undefined ? this.sheet : names.sheet(named)];
    const runs = sheets.map((sheet) =>
      sheet ? areaOf(parsed.range, this.around.graph(sheet), this.within.length > 0) : undefined,
    );
    const known = runs.filter((run) => run !== undefined);
    if (known.length === 0 || known.length < runs.length) return () => REF;
    this.precedents.push(...known);
    const [only] = known;
    return known.length === 1 ? only! : (at) => new Areas(known.map((run) => run(at)));
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
    return (at) => joined(a!(at), b!(at), (left, right) => around(left, right) ?? VALUE);
  }

  private intersection(sides: readonly Node[]): Run {
    const [a, b] = sides.map((side) => this.value(side, 'single'));
    return (at) => joined(a!(at), b!(at), common);
  }

  private union(sides: readonly Node[]): Run {
    const runs = sides.map((side) => this.value(side, 'single'));
    return (at) => {
      const parts = runs.map((run) => run(at));
      const refs = parts.flatMap((part) => (part instanceof Areas ? part.parts : part));
      const wrong = refs.find((ref) => !(ref instanceof Ref));
      return wrong === undefined ? new Areas(refs as Ref[]) : asError(wrong);
    };
  }
}
