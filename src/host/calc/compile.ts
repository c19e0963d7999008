import type { Scalar, Sheet, Table } from '../../book';
import { callElementwise, callMet } from './call';
import { a1, inShapeOf, intersection, span, structured, union } from './compileReferences';
import { definition, kindAt, type FunctionDefinition } from './functions/registry';
import { isExcelFunction, plainName } from './functions/excel-functions';
import { controlFlow } from './functions/control';
import type { RangeNode, SheetGraph } from './graph';
import { givesDay, onlyInDayCells, withDays } from './from1904';
import type { Names } from './names';
import { binary, elementwise, intersect, isArray, met, unary, withoutResidue } from './operators';
import { parseFormula, type Node } from './parse';
import { Ref, type Place } from './ref';
import { Scope } from './scope';
import { CALC, Lambda, Matrix, NAME, REF, VALUE, errorOf, isError, type Operand } from './values';

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
  /** Those of them that it reads only cells of that its functions tell. */
  picked: (at: Place) => RangeNode[];
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

/** Functions that add up an area in the shape of another. */
const addsInShape = new Set(['SUMIF', 'AVERAGEIF']);

/** Functions that read what no argument names. */
const readsAnywhere = new Set(['GETPIVOTDATA', 'CUBEVALUE', 'RTD']);

export type Precedent = (at: Place) => RangeNode | undefined;

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
  const { precedents, picked } = compiler;
  return {
    run: (at) => finish(intersect(value(at), at), at),
    value,
    precedents: (at) => areasAt(at, precedents, picked),
    picked: (at) => {
      if (picked.length === 0) return [];
      const whole = areasAt(at, precedents);
      return areasAt(at, picked).filter((area) => !whole.includes(area));
    },
    volatile: compiler.volatile,
    isBlind: compiler.isBlind,
  };
}

/** Each area once: a formula names few. */
function areasAt(at: Place, ...precedents: readonly Precedent[][]): RangeNode[] {
  const found: RangeNode[] = [];
  for (const some of precedents)
    for (const precedent of some) {
      const node = precedent(at);
      if (node && !found.includes(node)) found.push(node);
    }
  return found;
}

/** A formula never leaves a cell empty, nor a text longer than a cell holds, nor an error it has no place for. */
export function finish(value: Scalar, at: Place): Scalar {
  if (value === null || value === 0) return 0;
  if (value === CALC) return at.source.miss();
  return typeof value === 'string' && value.length > 32_767 ? VALUE : value;
}

export class Compiler {
  /** Areas of which it may read any cell, and those of which its functions tell which. */
  readonly precedents: Precedent[] = [];
  readonly picked: Precedent[] = [];
  /** Of a span: between its ends lies what neither of them names. */
  private isInSpan = false;
  volatile = false;
  isBlind = false;
  /** Defined names being read, innermost last. */
  private readonly within: string[] = [];
  /** Names that are functions, which may call themselves. */
  private readonly functions = new Map<string, { run?: Run }>();
  scope = new Scope();

  constructor(
    readonly sheet: Sheet,
    readonly table: Table | undefined,
    readonly around: Surroundings,
  ) {}

  /** Relative references count from A1. */
  get isInName(): boolean {
    return this.within.length > 0;
  }

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
        return node.kind === 'table' ? structured(this, node.value) : a1(this, node.value);
      case 'UnaryExpression':
        return this.unary(node.operator, node.arguments, mode);
      case 'BinaryExpression':
        if (node.operator === ':') return this.between(node.arguments);
        if (node.operator === ' ') return intersection(this, node.arguments);
        if (node.operator === ',') return union(this, node.arguments);
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

  /** What cannot be computed, nor is it known what it reads. */
  blind(): Run {
    this.readAnywhere();
    return miss;
  }

  /** Whatever is written may change it. */
  private readAnywhere(): void {
    this.isBlind = true;
    this.volatile = true;
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
    if (of.name === 'OFFSET') this.readAnywhere();
    if (given.length < of.required || (of.repeats === 0 && given.length > of.kinds.length))
      return this.blind();
    const inner: Mode = of.kinds.some((kind) => kind === 'a' || kind === 'f') ? 'array' : mode;
    const args = given.map((argument, i) => {
      const before = this.precedents.length;
      const run = this.value(argument, kindAt(of, i) === 'w' ? 'array' : inner);
      if (i === 0 && of.picks && isArea(argument) && !this.isInSpan)
        this.picked.push(...this.precedents.splice(before));
      return run;
    });
    if (addsInShape.has(of.name) && given[2]) this.readInShape(given[2], given[0]);
    const run = inner === 'array' ? callElementwise : callMet;
    const call = (at: Place, values: Operand[]) => run(of, at, values);
    const known = this.around.isFrom1904 ? (withDays(of.name, given, call) ?? call) : call;
    return (at) => {
      const values = new Array<Operand>(args.length);
      for (let i = 0; i < args.length; i++) values[i] = args[i]!(at);
      return known(at, values);
    };
  }

  /** As many cells are added up as are tested, however many are named. */
  private readInShape(from: Node, shape: Node | null | undefined): void {
    const [area, like] = [this.areaNamedBy(from), this.areaNamedBy(shape)];
    if (area && like) this.precedents.push(inShapeOf(area, like));
    else this.readAnywhere();
  }

  /** The area that a reference or a name stands for, undefined where that may be another. */
  private areaNamedBy(node: Node | null | undefined): Precedent | undefined {
    if (node?.type !== 'ReferenceIdentifier') return undefined;
    const [before, picked] = [this.precedents.length, this.picked.length];
    this.value(node, 'single');
    const [area, ...more] = this.precedents.slice(before);
    return more.length === 0 && this.picked.length === picked ? area : undefined;
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

  private between(sides: readonly Node[]): Run {
    const outer = this.isInSpan;
    this.isInSpan = true;
    const run = span(this, sides);
    this.isInSpan = outer;
    return run;
  }

  private name(text: string, mode: Mode): Run {
    const bound = this.scope.read(text);
    // What it is bound to was read elsewhere.
    if (bound && this.isInSpan) this.readAnywhere();
    const known = bound ?? this.defined(text, mode);
    if (known) return known;
    const built = /^_xleta\.(.*)$/i.exec(text)?.[1];
    const of = built === undefined ? undefined : definition(plainName(built));
    if (of)
      return () =>
        new Lambda(of.required, (at, args) => callElementwise(of, at, args as Operand[]));
    // `[1]!Name` is one of another workbook.
    if (text.includes('[')) return this.blind();
    const name = text.slice(text.lastIndexOf('!') + 1);
    return this.around.names.table(name) ? structured(this, `${name}[]`) : () => NAME;
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
}

/** A reference that names one area as it is written. */
const isArea = (node: Node | null | undefined): boolean =>
  node?.type === 'ReferenceIdentifier' && node.kind !== 'name';
