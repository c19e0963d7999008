import { evaluate, type Node, type Operator } from '../rules';
import { rowsTable, type Applied, type Input } from './applied';
import type { Row } from './ruleCells';
import type { Explained, Explainer, Told } from './explainer';
import { keyOf, type Ref } from './ref';
import { signs } from './speech';
import { wayOf } from './ways';

/** Something that a calculation starts from: a reading, an agreement, what was signed, a day. */
export interface AuditFact {
  no: number;
  explained: Explained;
  /** As a calculator takes it: digits, a point, a minus. */
  number: string;
  /** What is told of one row of a table stands together; of the other cells, what is of one sheet. */
  of: { key: string; title: string };
  /** Its name there. */
  name: string;
}

/** One calculation from facts and earlier steps, such as `min([4] × [7]; [5])`. */
export interface AuditStep extends AuditFact {
  calculation: string;
  /** How cells of its column are worked out where the same part of their rule holds. */
  way: string;
}

/**
 * An amount down to what it rests on, in an order in which it can be worked out from top to bottom.
 * Calculations are written with numbers, `[n]` for number n, + − × ÷ ^, brackets, and min, max, round,
 * abs and int, arguments apart by semicolons.
 */
export interface Audit {
  facts: AuditFact[];
  steps: AuditStep[];
}

const levels: Partial<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
const functions: Record<string, string> = {
  MIN: 'min',
  MAX: 'max',
  ROUND: 'round',
  ABS: 'abs',
  INT: 'int',
};

/** Digits that a double keeps for certain. */
const calculatorNumber = (value: number): string => {
  const plain = String(Number(value.toPrecision(15)));
  const text = plain.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : plain;
  return text.replace('-', '−');
};

/** Each value that takes part, once; what a value is merely taken over from stands for it. */
export function auditOf(explainer: Explainer, ref: Ref): Audit {
  return new Auditor(explainer).audit(ref);
}

class NoCalculationError extends Error {}

const isHuge = (node: Node) => node.type === 'literal' && Math.abs(Number(node.value)) >= 1e15;

/**
 * Without what makes no difference to a reader: nothing added, no limit where there is none, rounding
 * to a few digits more before rounding.
 */
function simplified(node: Node): Node {
  switch (node.type) {
    case 'negate':
      return { ...node, operand: simplified(node.operand) };
    case 'binary': {
      const [left, right] = [simplified(node.left), simplified(node.right)];
      const isNothing = right.type === 'literal' && right.value === 0;
      return node.operator === '+' && isNothing ? left : { ...node, left, right };
    }
    case 'call': {
      const args = node.args.map(simplified);
      if (node.function === 'MIN' || node.function === 'MAX') {
        const limiting = args.filter((arg) => !isHuge(arg));
        const [only] = limiting;
        if (only && args.length > 1 && limiting.length === 1) return only;
        return { ...node, args: limiting };
      }
      const [first, ...rest] = args;
      if (node.function === 'ROUND' && first?.type === 'call' && first.function === 'ROUND')
        return { ...node, args: [first.args[0] as Node, ...rest] };
      return { ...node, args };
    }
    default:
      return node;
  }
}

const isComparison = (operator: Operator) => ['=', '<>', '<', '<=', '>', '>='].includes(operator);

class Auditor {
  /** Each after what it is made of. */
  private readonly told: Place[] = [];
  /** By the key of its cell. */
  private readonly places = new Map<string, Place>();

  constructor(private readonly explainer: Explainer) {}

  audit(ref: Ref): Audit {
    this.toldAt(ref, true);
    const used = this.used();
    const facts = groupedBy(
      used.filter(({ write }) => !write),
      ({ explained: { sheet, origin } }) => `${sheet} ${origin}`,
    ).flatMap((sheet) => groupedBy(sheet, ({ of }) => of.key).flat());
    const steps = inRows(used.filter(({ write }) => write));
    const numbers = new Map([...facts, ...steps].map((place, i) => [place, i + 1]));
    const no = (place: Place) => numbers.get(place) ?? 0;
    const factOf = (place: Place): AuditFact => {
      const { explained, number, of, name } = place;
      return { explained, number, of, name, no: no(place) };
    };
    return {
      facts: facts.map(factOf),
      steps: steps.map((place) => ({
        ...factOf(place),
        calculation: place.write?.((one) => `[${no(one)}]`) ?? '',
        way: wayOf(this.explainer, place.ref),
      })),
    };
  }

  /** What the last one rests on, and itself, each after what it is made of. */
  private used(): Place[] {
    const last = this.told.at(-1);
    const found = new Set<Place>(last && [last]);
    for (const place of [...this.told].reverse())
      if (found.has(place)) for (const one of partsOf(place)) found.add(one);
    return this.told.filter((place) => found.has(place));
  }

  /** Where a cell's number is told; told now, after what it is made of, where it was not yet. */
  private toldAt(ref: Ref, isLast = false): Place {
    const known = this.places.get(keyOf(ref));
    if (known) return known;
    const place = this.tell(ref, isLast);
    this.places.set(keyOf(ref), place);
    return place;
  }

  private tell(ref: Ref, isLast: boolean): Place {
    const applied = this.explainer.applied(ref);
    if (!applied) return this.fact(ref);
    const node = simplified(applied.node);
    const { inputs } = applied;
    const only = node.type === 'name' ? inputs[Number(node.name)] : undefined;
    if (!isLast && only?.kind === 'cell' && typeof only.value === 'number')
      return this.toldAt(only.ref);
    try {
      const write = this.written(node, inputOf(applied), 0);
      const place = { ...this.explained(ref), write };
      const parts = partsOf(place);
      // Days worked out from days, such as months from two days, are no steps of a calculator.
      if (!isLast && parts.length > 0 && parts.every(isWorkedOut)) return this.fact(ref);
      return this.add(place);
    } catch (error) {
      if (!(error instanceof NoCalculationError)) throw error;
      return this.fact(ref);
    }
  }

  private fact = (ref: Ref): Place => this.add(this.explained(ref));

  private add(place: Place): Place {
    this.told.push(place);
    return place;
  }

  private explained(ref: Ref): Place {
    const { described } = this.explainer;
    const explained = this.explainer.explain(ref);
    const isCell = ref.kind === 'cell';
    return {
      ...{ ref, explained, number: numberOf(explained) },
      name: isCell ? described.columnTitle(ref.table, ref.column).column : explained.title,
      of: {
        key: isCell ? `${ref.table} ${ref.row}` : explained.sheet,
        title: isCell ? described.rowTitle(ref.table, ref.row) : '',
      },
    };
  }

  /** @throws NoCalculationError for what no calculator does: days, texts, comparisons, look-ups */
  private written(node: Node, input: InputOf, outer: number): Write {
    switch (node.type) {
      case 'literal':
        if (typeof node.value !== 'number') throw new NoCalculationError();
        return () => calculatorNumber(node.value as number);
      case 'name':
        return this.input(input(node.name));
      case 'negate': {
        const operand = this.written(node.operand, input, 9);
        return (refer) => `(−${operand(refer)})`;
      }
      case 'binary': {
        const level = levels[node.operator];
        if (level === undefined) throw new NoCalculationError();
        const left = this.written(node.left, input, level);
        const right = this.written(node.right, input, level + 1);
        const bracket = (text: string) => (level < outer ? `(${text})` : text);
        return (refer) => bracket(`${left(refer)} ${signs[node.operator]} ${right(refer)}`);
      }
      case 'call':
        return this.call(node, input, outer);
      default:
        throw new NoCalculationError();
    }
  }

  private call(node: Node & { type: 'call' }, input: InputOf, outer: number): Write {
    const [first] = node.args;
    const rows =
      first?.type === 'column' && first.table === rowsTable ? input(first.column) : undefined;
    if (rows?.kind === 'rows') return this.rows(node.function, rows, outer);
    const args = node.args.map((arg) => this.written(arg, input, 0));
    if (node.function === 'SUM') {
      const parts = node.args.map((arg) => this.written(arg, input, 1));
      return (refer) => `(${parts.map((part) => part(refer)).join(' + ')})`;
    }
    const name = functions[node.function];
    if (!name) throw new NoCalculationError();
    return (refer) => `${name}(${args.map((arg) => arg(refer)).join('; ')})`;
  }

  private rows(name: string, { rows }: Extract<Input, { kind: 'rows' }>, outer: number): Write {
    if (name === 'COUNT') return () => String(rows.length);
    if (name !== 'SUM' && name !== 'MIN' && name !== 'MAX') throw new NoCalculationError();
    const parts = rows.map(({ value, refs, each }): Write => {
      if (typeof value !== 'number') throw new NoCalculationError();
      if (each && refs.length > 0) return this.inRow(each, name === 'SUM' ? 1 : 0);
      const [only] = refs;
      const isCell = refs.length === 1 && only && this.explainer.read(only) === value;
      if (!isCell) return () => calculatorNumber(value);
      const place = this.toldAt(only);
      return (refer) => refer(place);
    });
    if (name !== 'SUM')
      return (refer) =>
        `${name === 'MIN' ? 'min' : 'max'}(${parts.map((part) => part(refer)).join('; ')})`;
    return (refer) => {
      const sum = parts.map((part) => part(refer)).join(' + ');
      return parts.length > 1 && outer > 1 ? `(${sum})` : sum;
    };
  }

  /** What is worked out in a row; a comparison counts 1 where it holds, and 0 where it does not. */
  private inRow({ of, cells }: NonNullable<Row['each']>, outer: number): Write {
    const input: InputOf = (name) => {
      const ref = cells[Number(name)] as Ref;
      return { kind: 'cell', ref, value: this.explainer.read(ref) };
    };
    const number = (value: number): Node => ({ type: 'literal', value });
    const is = (node: Node, value: number) => node.type === 'literal' && node.value === value;
    const settled = (node: Node): Node => {
      if (node.type !== 'binary') return node;
      if (isComparison(node.operator)) {
        const scope = { field: () => null, column: () => [] };
        const holds = evaluate(node, { ...scope, name: (name) => readIn(name) });
        return number(holds === true ? 1 : 0);
      }
      const [left, right] = [settled(node.left), settled(node.right)];
      if (node.operator === '*') {
        if (is(left, 0) || is(right, 0)) return number(0);
        if (is(left, 1)) return right;
        if (is(right, 1)) return left;
      }
      if (node.operator === '+' && is(left, 0)) return right;
      return { ...node, left, right };
    };
    const readIn = (name: string) => this.explainer.read(cells[Number(name)] as Ref);
    const node = settled(of);
    return this.written(simplified(node), input, outer);
  }

  private input(input: Input): Write {
    if (input.kind === 'rows' || typeof input.value !== 'number') {
      if (input.kind === 'cell' && input.value === null) return () => '0';
      throw new NoCalculationError();
    }
    const { value } = input;
    if (input.kind === 'found') return () => calculatorNumber(value);
    const place = this.toldAt(input.ref);
    return (refer) => refer(place);
  }
}

type InputOf = (name: string) => Input;
const inputOf =
  ({ inputs }: Applied): InputOf =>
  (name) =>
    inputs[Number(name)] as Input;

/** A fact, or a step with its calculation. */
interface Place extends Omit<AuditFact, 'no'> {
  ref: Ref;
  write?: Write;
}
type Write = (refer: (place: Place) => string) => string;

/** Those of one key together, in the order in which the keys come first. */
function groupedBy(places: readonly Place[], key: (place: Place) => string): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) groups.set(key(place), [...(groups.get(key(place)) ?? []), place]);
  return [...groups.values()];
}

/** Steps of one row after each other as far as what they are made of allows; the last stays last. */
function inRows(steps: readonly Place[]): Place[] {
  const waiting = new Set(steps);
  const done: Place[] = [];
  const isReady = (step: Place) => partsOf(step).every((part) => !waiting.has(part));
  const next = () => {
    const row = done.at(-1)?.of.key;
    let first: Place | undefined;
    for (const step of waiting) {
      if (!isReady(step)) continue;
      if (step.of.key === row) return step;
      first ??= step;
    }
    return first;
  };
  for (let step = next(); step; step = next()) {
    waiting.delete(step);
    done.push(step);
  }
  return done;
}

function partsOf({ write }: Place): Place[] {
  const parts: Place[] = [];
  write?.((part) => {
    parts.push(part);
    return '';
  });
  return parts;
}

/** A fact that the workbook works out from days, or looks up. */
const isWorkedOut = ({ explained, write }: Place): boolean =>
  !write && explained.origin === 'formula';

const numberOf = ({ value, shown }: Told): string =>
  typeof value === 'number' ? calculatorNumber(value) : shown;
