import { explainMessage } from '../messages/explain';
import {
  isError,
  referencesOf,
  type CellValue,
  type Expression,
  type Node,
  type Value,
} from '../rules';
import type { ValueKind, WorkbookSpec } from '../workbook';
import { apply, rowsTable, type Applied, type Condition, type Input } from './applied';
import type { Cells } from './ruleCells';
import { Described } from './described';
import { onlySaysKnown } from './known';
import { evidenceOf, originOf, type Origin } from './origin';
import type { Reader } from './reader';
import type { Ref } from './ref';
import { speak, speakCondition, speakRows, type Names } from './speech';

/** Something with a value, as people call it. */
export interface Told {
  title: string;
  value: CellValue;
  /** The value as its kind of cell shows it. */
  shown: string;
  /** Where it stands, where that is one cell. */
  ref?: Ref;
  /** Where its value comes from; "formula": it can be explained further. */
  origin?: Origin | 'formula';
}

export interface ToldInput extends Told {
  /** It only decides which part of the rule holds. */
  deciding: boolean;
  /** Of a list of rows those that count most, the largest first. */
  rows?: Told[];
  /** How many more count. */
  more?: number;
}

/** A value explained by one step: its rule in a sentence, and what the rule took in. */
export interface Explained extends Told {
  origin: Origin | 'formula';
  /** The name of its sheet, and its address there, while the workbook has it. */
  sheet: string;
  cell?: string;
  /** What of the rule gave the value, in names and in figures. */
  says?: string;
  figures?: string;
  because: string[];
  /** The whole rule. */
  rule?: string;
  inputs: ToldInput[];
  /** What a typed value rests on: texts beside it. */
  evidence: { name: string; text: string }[];
}

const mostRows = 5;
/** Of so few rows the values themselves are said. */
const fewRows = 6;

const plain = (value: Value): CellValue => (isError(value) ? value.code : value);

/** Explains the cells of a described workbook from the rules that make their formulas. */
export class Explainer {
  readonly described: Described;
  private readonly whole = new Map<string, readonly Value[]>();

  constructor(
    spec: WorkbookSpec,
    private readonly reader: Reader,
  ) {
    this.described = new Described(spec, reader);
  }

  read = (ref: Ref): Value => {
    switch (ref.kind) {
      case 'cell':
        return this.reader.cell(ref.table, ref.row, ref.column);
      case 'name':
        return this.reader.name(ref.name);
      case 'text': {
        const cell = this.described.textCell(ref.block, ref.row, ref.column);
        return cell ? this.reader.text(cell) : null;
      }
    }
  };

  /** The rule that gives a cell's value; undefined where people or the layout do. */
  ruleOf(ref: Ref): Expression | undefined {
    switch (ref.kind) {
      case 'cell':
        return this.described.column(ref.table, ref.column).formula;
      case 'name':
        return this.described.field(ref.name)?.field.formula;
      case 'text':
        return this.described.textCell(ref.block, ref.row, ref.column)?.formula;
    }
  }

  /** What of the rule took part; undefined for a cell without one. */
  applied(ref: Ref): Applied | undefined {
    const rule = this.ruleOf(ref);
    return rule && apply(rule.node, this.cellsFor(ref), ref.kind === 'cell' ? ref : undefined);
  }

  told(ref: Ref, from?: Ref): Told & { ref: Ref; origin: Origin | 'formula' } {
    const value = this.read(ref);
    return {
      title: this.title(ref, from),
      value: plain(value),
      shown: this.described.shown(this.described.kindOf(ref), value),
      ref,
      origin: this.ruleOf(ref) ? 'formula' : originOf(this.described, ref, value),
    };
  }

  explain(ref: Ref): Explained {
    const rule = this.ruleOf(ref);
    const place = this.reader.place?.(ref);
    const head = {
      ...this.told(ref),
      sheet: place?.sheet ?? this.described.sheetOf(ref)?.name ?? '',
      ...(place && { cell: place.cell }),
    };
    const applied = this.applied(ref);
    if (!rule || !applied)
      return {
        ...head,
        because: [],
        inputs: [],
        evidence: evidenceOf(this.described, this.read, ref),
      };
    const names = this.inputNames(applied, ref);
    return {
      ...head,
      says: this.says(applied, names),
      ...this.figuresOf(applied, ref),
      because: this.because(applied, names),
      rule: speak(this.described.lang, rule.node, this.wholeNames(ref)),
      inputs: this.inputsOf(applied, ref),
      evidence: [],
    };
  }

  /** What a cell is called, seen from the one that it helps to explain. */
  title(ref: Ref, from?: Ref): string {
    const { described } = this;
    if (ref.kind === 'name') return described.field(ref.name)?.field.label ?? ref.name;
    if (ref.kind === 'text') return described.sheetOf(ref)?.name ?? '';
    const column = described.column(ref.table, ref.column).header;
    const isOwn = from?.kind === 'cell' && from.table === ref.table && from.row === ref.row;
    const row = isOwn ? '' : described.rowTitle(ref.table, ref.row);
    return row === '' ? column : explainMessage(described.lang, 'explain.of', { column, row });
  }

  /** What of the rule gave the value. */
  says({ node }: Applied, names: Names): string {
    const { lang } = this.described;
    const a = speak(lang, node, names);
    if (node.type === 'literal') return explainMessage(lang, 'explain.shows', { a });
    return node.type === 'name' ? explainMessage(lang, 'explain.same', { a }) : a;
  }

  /** The same with values instead of names, where there is something to work out. */
  private figuresOf(applied: Applied, ref: Ref): { figures?: string } {
    const { node, inputs } = applied;
    if (node.type === 'literal' || node.type === 'name') return {};
    const { lang } = this.described;
    const kindOf = (i: string): Input => inputs[Number(i)] as Input;
    const figures = speak(lang, node, {
      ...this.wholeNames(ref),
      name: (i) => this.shownInput(kindOf(i)),
      column: (_, i) => {
        const input = kindOf(i);
        if (input.kind !== 'rows') return '';
        const { rows } = input;
        const comma = explainMessage(lang, 'explain.list.comma');
        return rows.length <= fewRows
          ? rows.map((row) => this.shownRow(row)).join(comma)
          : explainMessage(lang, 'explain.valuesOf', { count: rows.length });
      },
    });
    return { figures };
  }

  /** Conditions that tell a reader something: not that all is there, and not that nothing objects. */
  private telling({ conditions, inputs }: Applied): Condition[] {
    const isObjection = (node: Node): boolean => {
      const input = node.type === 'name' ? inputs[Number(node.name)] : undefined;
      return input?.kind === 'cell' && this.ruleOf(input.ref) !== undefined;
    };
    return conditions.filter(({ applied, holds }) => {
      if (applied.type === 'literal' || onlySaysKnown(applied, holds)) return false;
      if (applied.type !== 'binary' || applied.operator !== '=' || !holds) return true;
      const { left, right } = applied;
      return !(right.type === 'literal' && right.value === '' && isObjection(left));
    });
  }

  /** What decided that this part of the rule holds. */
  because(applied: Applied, names: Names): string[] {
    const said = this.telling(applied).map(({ applied: of, holds }) =>
      speakCondition(this.described.lang, of, holds, names),
    );
    return [...new Set(said)];
  }

  private inputsOf(applied: Applied, ref: Ref): ToldInput[] {
    const telling = new Set(
      this.telling(applied).flatMap(({ applied: of }) => {
        const { names, columns } = referencesOf(of);
        return [...names, ...columns.map(({ column }) => column)];
      }),
    );
    return applied.inputs.flatMap((input, i) => {
      const deciding = applied.deciding.has(i);
      return deciding && !telling.has(String(i)) ? [] : this.toldInput(input, deciding, ref);
    });
  }

  private toldInput(input: Input, deciding: boolean, from: Ref): ToldInput[] {
    const names = this.rowNames(from);
    const { lang } = this.described;
    switch (input.kind) {
      case 'cell':
        return [{ ...this.told(input.ref, from), deciding }];
      case 'found': {
        const value = plain(input.value);
        const shown = this.shownInput(input);
        return [{ title: speak(lang, input.of, names), value, shown, deciding }];
      }
      case 'rows': {
        const told = input.rows.map((row): Told & { size: number } => {
          const [first] = row.refs;
          return {
            title: first ? this.title(first, from) : '',
            value: plain(row.value),
            shown: this.shownRow(row),
            ...(first && { ref: first, origin: this.told(first).origin }),
            size: typeof row.value === 'number' ? Math.abs(row.value) : 0,
          };
        });
        const rows = told
          .sort((a, b) => b.size - a.size)
          .slice(0, mostRows)
          .map(({ size: _, ...row }) => row);
        const title = speakRows(lang, input.of, names);
        const count = input.rows.length;
        return [
          {
            title,
            value: count,
            shown: explainMessage(lang, 'explain.valuesOf', { count }),
            deciding,
            rows,
            more: count - rows.length,
          },
        ];
      }
    }
  }

  private shownInput(input: Input): string {
    if (input.kind === 'rows') return '';
    const kind: ValueKind | undefined =
      input.kind === 'cell' ? this.described.kindOf(input.ref) : 'number';
    const shown = this.described.shown(kind, input.value);
    return typeof input.value === 'string' && input.value !== ''
      ? explainMessage(this.described.lang, 'explain.quoted', { text: shown })
      : shown;
  }

  private shownRow({ value, refs }: Extract<Input, { kind: 'rows' }>['rows'][number]): string {
    const [first] = refs;
    const isOwn = refs.length === 1 && first && this.read(first) === value;
    return this.described.shown(isOwn ? this.described.kindOf(first) : 'number', value);
  }

  /** The inputs of an applied rule by their numbers. */
  private inputNames({ inputs }: Applied, from: Ref): Names {
    const names = this.rowNames(from);
    const { lang } = this.described;
    const called = (i: string) => {
      const input = inputs[Number(i)] as Input;
      if (input.kind === 'cell') return this.title(input.ref, from);
      return input.kind === 'rows'
        ? speakRows(lang, input.of, names)
        : speak(lang, input.of, names);
    };
    return {
      ...names,
      name: called,
      column: (table, i) => (table === rowsTable ? called(i) : names.column(table, i)),
    };
  }

  /** The same where rows were cut out: by which values. */
  private rowNames(from: Ref): Names {
    return {
      ...this.wholeNames(from),
      wanted: (of) => {
        const kind =
          of.type === 'column' ? this.described.column(of.table, of.column).kind : undefined;
        const shown = (ref: Ref) => this.described.shown(kind, this.read(ref));
        return {
          field: (column) => (from.kind === 'cell' ? shown({ ...from, column }) : column),
          name: (name) => shown({ kind: 'name', name }),
        };
      },
    };
  }

  /** Columns and named cells as the whole rule names them. */
  wholeNames(from: Ref): Names {
    const { described } = this;
    const home = from.kind === 'cell' ? from.table : undefined;
    return {
      field: (column) => (home === undefined ? column : described.column(home, column).header),
      name: (name) => described.field(name)?.field.label ?? name,
      column: (table, id) => {
        const { column, sheet } = described.columnTitle(table, id);
        return table === home
          ? column
          : explainMessage(described.lang, 'explain.column', { column, table: sheet });
      },
      rows: (table) =>
        explainMessage(described.lang, 'explain.rows', {
          table: described.table(table).sheet.name,
        }),
      wanted: () => ({
        field: (column) =>
          explainMessage(described.lang, 'explain.own', {
            a: home === undefined ? column : described.column(home, column).header,
          }),
        name: (name) => described.field(name)?.field.label ?? name,
      }),
    };
  }

  private cellsFor(ref: Ref): Cells {
    const { reader } = this;
    return {
      cell: reader.cell,
      rows: reader.rows,
      name: reader.name,
      field: (column) => (ref.kind === 'cell' ? reader.cell(ref.table, ref.row, column) : null),
      column: (table, column) => {
        const key = `${table}|${column}`;
        let values = this.whole.get(key);
        if (!values) {
          values = Array.from({ length: reader.rows(table) }, (_, row) =>
            reader.cell(table, row, column),
          );
          this.whole.set(key, values);
        }
        return values;
      },
      ...(ref.kind === 'cell' && { row: reader.first(ref.table) + ref.row }),
    };
  }
}
