import { explainMessage, type ExplainKey } from '../messages/explain';
import type { Lang, MessageParams } from '../messages';
import type { Node, Operator } from '../rules';

/** How ids are called by people. */
export interface Names {
  /** A cell of the own row. */
  field(column: string): string;
  /** A whole column. */
  column(table: string, column: string): string;
  name(id: string): string;
  /** A table whose rows are counted. */
  rows(table: string): string;
  /** What a criterion asks of a column, where that is said otherwise than elsewhere. */
  wanted?(of: Node): Pick<Names, 'field' | 'name'>;
}

/** Of arithmetic, as people write them. */
export const signs: Partial<Record<Operator, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '^': '^',
};
const levels: Partial<Record<Operator, number>> = { '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };
/** Of what binds: nothing less than a name. */
const atom = 9;

const comparisons: Partial<Record<Operator, ExplainKey>> = {
  '=': 'explain.is',
  '<>': 'explain.isNot',
  '<': 'explain.less',
  '<=': 'explain.atMost',
  '>': 'explain.more',
  '>=': 'explain.atLeast',
};
const opposite: Partial<Record<Operator, Operator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** What stands for "no limit" where a smaller or larger of two is taken. */
const unlimited = 1e15;
/** A limit counts as reached this part of itself below. */
const hairParts = 1_000_000_000;

/** The hair by which a limit may be missed. */
const isHair = (node: Node): boolean =>
  node.type === 'binary' &&
  node.operator === '/' &&
  node.right.type === 'literal' &&
  node.right.value === hairParts;

const isCall = (node: Node, name: string): node is Node & { type: 'call' } =>
  node.type === 'call' && node.function === name;

/** Functions of one or two values, each a phrase of its own. */
const phrases: Record<string, ExplainKey> = {
  ABS: 'explain.fn.abs',
  INT: 'explain.fn.int',
  SIGN: 'explain.fn.sign',
  COUNT: 'explain.fn.count',
  SMALL: 'explain.fn.small',
  ROW: 'explain.fn.row',
  EDATE: 'explain.fn.edate',
  WORKDAY: 'explain.fn.workday',
  IRR: 'explain.fn.irr',
  NPV: 'explain.fn.npv',
  FIND: 'explain.fn.find',
  LEFT: 'explain.fn.left',
  RIGHT: 'explain.fn.right',
  MATCH: 'explain.fn.match',
  INDEX: 'explain.fn.index',
  ISERROR: 'explain.fn.failed',
};

/** A rule as people say it: names and signs of arithmetic as they are, functions as phrases. */
export function speak(lang: Lang, node: Node, names: Names): string {
  return new Speaker(lang, names).text(node, 0);
}

/** That a condition holds, or that it does not. */
export function speakCondition(lang: Lang, node: Node, holds: boolean, names: Names): string {
  return new Speaker(lang, names).condition(node, holds);
}

class Speaker {
  constructor(
    private readonly lang: Lang,
    private readonly names: Names,
  ) {}

  private say = (key: ExplainKey, params?: MessageParams) => explainMessage(this.lang, key, params);
  private bracketed = (text: string) => this.say('explain.bracketed', { text });
  private word = (text: string) => this.say('explain.quoted', { text });

  /** @param outer what the text must bind to be put between others without brackets */
  text(node: Node, outer: number): string {
    switch (node.type) {
      case 'literal':
        return this.literal(node.value);
      case 'field':
        return this.names.field(node.column);
      case 'name':
        return this.names.name(node.name);
      case 'column':
        return this.names.column(node.table, node.column);
      case 'negate':
        return this.within(`−${this.text(node.operand, atom)}`, 5, outer);
      case 'range':
        return this.part(node);
      case 'binary':
        return this.binary(node, outer);
      case 'call':
        return this.within(this.call(node), 0, outer);
    }
  }

  condition(node: Node, holds: boolean): string {
    if (node.type === 'binary' && comparisons[node.operator]) {
      const operator = holds ? node.operator : (opposite[node.operator] as Operator);
      return this.comparison({ ...node, operator });
    }
    if (node.type === 'call') {
      const [first] = node.args as [Node];
      switch (node.function) {
        case 'NOT':
          return this.condition(first, !holds);
        case 'AND':
        case 'OR': {
          // Not both of two is either not.
          const joined = (node.function === 'AND') === holds ? 'and' : 'or';
          return this.listed(
            node.args.map((arg) => this.condition(arg, holds)),
            joined,
          );
        }
        case 'ISNUMBER':
          return this.say(holds ? 'explain.known' : 'explain.unknown', { a: this.text(first, 3) });
        case 'ISBLANK':
          return this.say(holds ? 'explain.empty' : 'explain.filled', { a: this.text(first, 3) });
        case 'ISERROR':
          return this.say('explain.fn.failed', { a: this.text(first, 3) });
        case 'IF':
          return this.say(holds ? 'explain.holds' : 'explain.holdsNot', { a: this.text(node, 3) });
      }
    }
    return this.say(holds ? 'explain.holds' : 'explain.holdsNot', { a: this.text(node, 3) });
  }

  private within = (text: string, level: number, outer: number) =>
    level < outer ? this.bracketed(text) : text;

  private literal(value: number | string | boolean): string {
    if (typeof value === 'string')
      return value === '' ? this.say('explain.nothing') : this.word(value);
    if (typeof value === 'boolean') return this.say(value ? 'explain.true' : 'explain.false');
    return String(value).replace('-', '−');
  }

  private binary(node: Node & { type: 'binary' }, outer: number): string {
    const { operator, left, right } = node;
    const level = levels[operator];
    // What makes a number of a blank, or gives way to rounding, is no step of its own.
    if (operator === '+' && right.type === 'literal' && right.value === 0)
      return this.text(left, outer);
    if (operator === '-' && isHair(right)) return this.text(left, outer);
    if (level !== undefined) {
      const body = `${this.text(left, level)} ${signs[operator]} ${this.text(right, level + 1)}`;
      return this.within(body, level, outer);
    }
    if (operator === '&') {
      const parts = this.joined(node);
      if (parts.length === 0) return this.say('explain.nothing');
      return this.within(
        parts.length === 1 ? (parts[0] as string) : this.listed(parts, 'and'),
        parts.length === 1 ? atom : 0,
        outer,
      );
    }
    return this.within(this.comparison(node), 0, outer);
  }

  /** What a text is put together from; nothing that is added makes no difference. */
  private joined(node: Node): string[] {
    if (node.type === 'binary' && node.operator === '&')
      return [...this.joined(node.left), ...this.joined(node.right)];
    if (node.type === 'literal' && String(node.value).trim() === '') return [];
    return [this.text(node, 3)];
  }

  private comparison({ operator, left, right }: Node & { type: 'binary' }): string {
    if (isHair(right) && isCall(left, 'ABS') && left.args[0]?.type === 'binary') {
      const [difference] = left.args;
      const key = operator === '<=' ? 'explain.is' : 'explain.isNot';
      return this.say(key, { a: this.text(difference.left, 3), b: this.text(difference.right, 3) });
    }
    const a = this.text(left, 3);
    if (right.type === 'literal' && right.value === '') {
      if (operator === '=') return this.say('explain.empty', { a });
      if (operator === '<>') return this.say('explain.filled', { a });
    }
    if (right.type === 'literal' && typeof right.value === 'boolean' && operator === '=')
      return this.condition(left, right.value);
    return this.say(comparisons[operator] as ExplainKey, { a, b: this.text(right, 3) });
  }

  private listed(parts: string[], by: 'and' | 'or'): string {
    const last = parts.at(-1) ?? '';
    if (parts.length < 2) return last;
    const list = parts.slice(0, -1).join(this.say('explain.list.comma'));
    return this.say(`explain.list.${by}`, { list, last });
  }

  private call(node: Node & { type: 'call' }): string {
    const { function: name, args } = node;
    const text = (i: number, level = 3) => {
      const arg = args[i];
      return arg ? this.text(arg, level) : '';
    };
    switch (name) {
      case 'IF':
        return this.say('explain.fn.if', {
          a: this.condition(args[0] as Node, true),
          b: text(1),
          c: args[2] ? text(2, 0) : this.say('explain.false'),
        });
      case 'IFERROR':
        return this.say('explain.fn.ifError', { a: text(0), b: text(1) });
      case 'AND':
      case 'OR':
      case 'NOT':
      case 'ISNUMBER':
      case 'ISBLANK':
        return this.condition(node, true);
      case 'SUM':
      case 'MIN':
      case 'MAX': {
        const id = name.toLowerCase() as 'sum' | 'min' | 'max';
        if (args.length === 1) return this.say(`explain.fn.${id}`, { a: text(0) });
        const limiting = args.filter(
          (arg) => !(arg.type === 'literal' && Math.abs(Number(arg.value)) >= unlimited),
        );
        if (limiting.length === 1) return this.text(limiting[0] as Node, 3);
        const list = this.listed(
          limiting.map((arg) => this.text(arg, 3)),
          'and',
        );
        return this.say(`explain.fn.${id}Of`, { list });
      }
      case 'ROUND': {
        // Rounded first to a few digits more, so that a tie is a tie: the same to a reader.
        const [first, digits] = args as [Node, Node];
        const inner = isCall(first, 'ROUND') ? (first.args[0] as Node) : first;
        return this.say('explain.fn.round', { a: this.text(inner, 3), b: this.text(digits, 3) });
      }
      case 'CHOOSE':
        return this.say('explain.fn.choose', {
          a: text(0),
          list: this.listed(
            args.slice(1).map((_, i) => text(i + 1)),
            'or',
          ),
        });
      case 'SUMIFS':
      case 'AVERAGEIFS':
        return this.say(name === 'SUMIFS' ? 'explain.fn.sum' : 'explain.fn.mean', {
          a: this.where(args[0] as Node, args.slice(1)),
        });
      case 'COUNTIFS':
        return this.say('explain.fn.count', { a: this.where(undefined, args) });
      case 'SUMPRODUCT':
        return this.say('explain.fn.sum', { a: this.inEachRow(args) });
    }
    const key = phrases[name];
    if (!key) throw new Error(`${name} has no phrase`);
    return this.say(key, { a: text(0), b: text(1), c: text(2) });
  }

  /** The cells of a column, or the rows of its table, that meet the criteria. */
  where(column: Node | undefined, pairs: Node[]): string {
    const criteria: string[] = [];
    for (let i = 0; i + 1 < pairs.length; i += 2)
      criteria.push(this.criterion(pairs[i] as Node, pairs[i + 1] as Node));
    const [first] = pairs;
    const rows = first?.type === 'column' ? this.names.rows(first.table) : '';
    return this.say('explain.where', {
      a: column ? this.text(column, 3) : rows,
      b: this.listed(criteria, 'and'),
    });
  }

  /** Criteria are values, or texts that begin with a comparison. */
  private criterion(column: Node, given: Node): string {
    const a = this.text(column, 3);
    const [operator, value] = comparisonIn(given);
    if (value.type === 'literal' && value.value === '')
      return this.say(operator === '<>' ? 'explain.filled' : 'explain.empty', { a });
    const asked = new Speaker(this.lang, { ...this.names, ...this.names.wanted?.(column) });
    return this.say(comparisons[operator] as ExplainKey, { a, b: asked.text(value, 3) });
  }

  /** What is worked out in each row. */
  inEachRow(args: Node[]): string {
    const level = args.length > 1 ? 4 : 0;
    return this.say('explain.eachRow', {
      a: args.map((arg) => this.text(arg, level)).join(' × '),
    });
  }

  private part({ from, to }: Node & { type: 'range' }): string {
    const [column, first] = from.type === 'call' ? from.args : [];
    const last = to.type === 'call' ? to.args[1] : undefined;
    const text = (node: Node | undefined) => (node ? this.text(node, 3) : '');
    return this.say('explain.part', { a: text(column), b: text(first), c: text(last) });
  }
}

function comparisonIn(given: Node): [Operator, Node] {
  if (given.type === 'literal' && typeof given.value === 'string') {
    const [, operator = '=', rest = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(given.value) ?? [];
    return [operator as Operator, { type: 'literal', value: rest }];
  }
  if (given.type !== 'binary' || given.operator !== '&') return ['=', given];
  const { left, right } = given;
  if (left.type === 'literal' && typeof left.value === 'string' && left.value in comparisons)
    return [left.value as Operator, right];
  return ['=', given];
}

/** The rows that count, as `applied` names them: what of a rule they were cut out by. */
export function speakRows(lang: Lang, of: Node, names: Names): string {
  const speaker = new Speaker(lang, names);
  if (of.type === 'call') {
    const { args } = of;
    switch (of.function) {
      case 'SUMIFS':
      case 'AVERAGEIFS':
        return speaker.where(args[0], args.slice(1));
      case 'COUNTIFS':
        return speaker.where(undefined, args);
      case 'SUMPRODUCT':
        return speaker.inEachRow(args);
      default:
        if (args[0]) return speaker.text(args[0], 3);
    }
  }
  return speaker.text(of, 3);
}
