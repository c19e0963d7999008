import {
  auditOf,
  Explainer,
  type Audit,
  type Explained,
  type Told,
  type ToldInput,
} from '../explain';
import { explainMessage } from '../messages/explain';
import { Failure } from '../messages';
import { columnLetters } from '../rules';
import type { CellValue } from '../workbook';
import type { Study } from './agreement';
import { located, type CellPlace, type Located } from './locate';
import { precedentsOf, type Precedent } from './precedents';
import { readerOf, type CellFinder } from './reader';

/** Explains a studied workbook's cells from what they show. */
export class StudyExplainer {
  readonly finder: CellFinder;
  readonly explainer: Explainer;

  constructor(private readonly study: Study) {
    this.finder = readerOf(study);
    this.explainer = new Explainer(study.spec, this.finder);
  }

  /**
   * A cell that is somebody's own: a typed value as it is, a formula by what it reads.
   * @throws Failure when there is no such sheet, or nothing in the cell
   */
  async explainOwn(context: Excel.RequestContext, place: CellPlace): Promise<Explained> {
    const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
    const range = sheet.getCell(place.row, place.column);
    sheet.load('name');
    range.load('values,formulas');
    await context.sync();
    if (sheet.isNullObject) throw new Failure('explain-no-sheet', { sheet: place.sheet });
    const cell = `${columnLetters(place.column)}${place.row + 1}`;
    const title = `${sheet.name}!${cell}`;
    const value = range.values[0]?.[0] as CellValue;
    const formula: unknown = range.formulas[0]?.[0];
    if (value === '' && formula === '') throw new Failure('explain-empty', { cell: title });
    const head = { title, value, shown: this.shown(value), sheet: sheet.name, cell };
    const rest = { because: [], evidence: [] };
    if (typeof formula !== 'string' || !formula.startsWith('='))
      return {
        ...head,
        ...rest,
        inputs: [],
        origin: typeof value === 'string' ? 'text' : 'typed',
      };
    const inputs = await this.inputsOf(context, precedentsOf(formula, place, this.study));
    const says = explainMessage(this.study.spec.lang, 'explain.foreign', { count: inputs.length });
    return { ...head, ...rest, inputs, origin: 'foreign', says };
  }

  private shown = (value: CellValue) =>
    this.explainer.described.shown('measure', value === '' ? null : value);

  private async inputsOf(
    context: Excel.RequestContext,
    precedents: Precedent[],
  ): Promise<ToldInput[]> {
    const asked = precedents.map((one) => {
      const { workbook } = context;
      const range =
        'name' in one
          ? workbook.names.getItemOrNullObject(one.name).getRangeOrNullObject()
          : workbook.worksheets
              .getItem(one.sheet)
              .getRangeByIndexes(one.area.row, one.area.column, one.area.rows, one.area.columns);
      range.load('values,rowIndex,columnIndex,worksheet/name');
      return { text: one.text, range };
    });
    await context.sync();
    return asked
      .filter(({ range }) => !range.isNullObject)
      .map(({ text, range }) => this.inputIn(text, range));
  }

  private inputIn(text: string, range: Excel.Range): ToldInput {
    const { values, rowIndex, columnIndex, worksheet } = range as unknown as {
      values: CellValue[][];
    } & Pick<Excel.Range, 'rowIndex' | 'columnIndex' | 'worksheet'>;
    const cells = values.flatMap((line, r) =>
      line.map((value, c) =>
        this.toldAt({ sheet: worksheet.name, row: rowIndex + r, column: columnIndex + c }, value),
      ),
    );
    const [only] = cells;
    if (cells.length === 1 && only) return { ...only, deciding: false };
    const filled = cells.filter(({ value }) => value !== '' && value !== null);
    const size = ({ value }: Told) => (typeof value === 'number' ? Math.abs(value) : 0);
    const rows = filled.sort((a, b) => size(b) - size(a)).slice(0, 5);
    const count = filled.length;
    const shown = explainMessage(this.study.spec.lang, 'explain.valuesOf', { count });
    return { title: text, value: count, shown, deciding: false, rows, more: count - rows.length };
  }

  private toldAt(place: CellPlace, value: CellValue): Told {
    const at: Located = located(this.finder, place);
    if ('ref' in at) return this.explainer.told(at.ref);
    const title = `${place.sheet}!${columnLetters(place.column)}${place.row + 1}`;
    return { title, value, shown: this.shown(value) };
  }
}

/** The amount due in a row of Statement, from 0, down to what it rests on. */
export const dueAudit =
  (study: Study) =>
  (row: number): Audit =>
    auditOf(new StudyExplainer(study).explainer, {
      ...{ kind: 'cell', table: 'Statement', row, column: 'due' },
    });
