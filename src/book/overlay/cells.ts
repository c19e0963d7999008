import { dequal } from 'dequal';
import { CellError, type Cell, type Scalar, type Sheet } from '../book';
import { cellName, parseCell } from '../address';
import { type CellContext, cellXml, rowAttributes, usedRows } from '../cellsWrite';
import { formulaToFile } from '../formula';
import { enclosingTable } from '../tables';
import { el } from '../xml';
import { type Span, attributeOf, childrenIn, contentOf, textOf, withAttributes } from './scan';

/** A row of the file and its cells by column. */
interface KeptRow {
  span: Span;
  numbered: boolean;
  cells: Map<number, Span>;
}

/**
 * The rows of a sheet: what says the same as in the file is the file's own text, so that what the book
 * does not model of a cell stays with it.
 * @param was the sheet as the file has it
 */
export function editRows(
  text: string,
  data: Span,
  was: Sheet,
  now: Sheet,
  context: CellContext,
): string {
  const kept = keptRows(text, data);
  const compare = comparison(was, now, context);
  const loose = brokenGroups(text, kept, compare);
  const tableNow = enclosingTable(now);
  const rows = [...new Set([...kept.keys(), ...usedRows(now)])].sort((a, b) => a - b);
  const out: string[] = [];
  for (const row of rows) {
    const keptRow = kept.get(row);
    const sameLook = keptRow !== undefined && sameRow(was, now, row);
    const columns = new Set([...(keptRow?.cells.keys() ?? [])]);
    now.cells[row]?.forEach((cell, column) => cell && columns.add(column));
    let touched = false;
    const cells = [...columns]
      .sort((a, b) => a - b)
      .map((column) => {
        const span = keptRow?.cells.get(column);
        if (span && !loose.has(span) && compare(row, column)) {
          const raw = textOf(text, span);
          return attributeOf(text, span, 'r') === undefined
            ? { raw, numbered: withAttributes(raw, { r: `${cellName(row, column)}` }) }
            : { raw, numbered: raw };
        }
        const cell = now.cells[row]?.[column];
        const says = cell && (cell.value !== null || cell.formula !== undefined || cell.style);
        if (span || says) touched = true;
        const xml =
          cell && (says || span)
            ? cellXml(now, cell, row, column, tableNow(row, column), context)
            : '';
        return { raw: xml, numbered: xml };
      });
    if (keptRow && sameLook && !touched && keptRow.numbered) {
      out.push(textOf(text, keptRow.span));
      continue;
    }
    const content = cells.map(({ numbered }) => numbered).join('');
    if (keptRow && sameLook) {
      const open = text.slice(keptRow.span.start, keptRow.span.open).replace(/\/>$/, '>');
      const tag = `${open}</${keptRow.span.tag}>`;
      const changed = withAttributes(tag, { r: row + 1, spans: undefined });
      out.push(changed.replace(/(<\/[^>]*>)$/, () => `${content}</${keptRow.span.tag}>`));
      continue;
    }
    const attributes = rowAttributes(now, row, context);
    if (content !== '' || Object.values(attributes).filter((v) => v !== undefined).length > 1)
      out.push(el('row', attributes, content));
  }
  const tag = text.slice(data.start, data.open).replace(/\/>$/, '>');
  return `${tag}${out.join('')}</${data.tag}>`;
}

/** Whether the book says of some cell what the file does not. */
export function cellsDiffer(was: Sheet, now: Sheet, context: CellContext): boolean {
  const compare = comparison(was, now, context);
  const rows = new Set([...usedRows(was), ...usedRows(now)]);
  for (const row of rows) {
    if (!sameRow(was, now, row)) return true;
    const width = Math.max(was.cells[row]?.length ?? 0, now.cells[row]?.length ?? 0);
    for (let column = 0; column < width; column++) if (!compare(row, column)) return true;
  }
  return false;
}

export const linksDiffer = (was: Sheet, now: Sheet): boolean => !dequal(links(was), links(now));

const links = ({ cells }: Sheet) =>
  cells.flatMap((row, number) =>
    row.flatMap((cell, column) => (cell?.hyperlink ? [{ number, column, ...cell.hyperlink }] : [])),
  );

function keptRows(text: string, data: Span): Map<number, KeptRow> {
  const rows = new Map<number, KeptRow>();
  let next = 0;
  for (const span of childrenIn(text, data, ['row'])) {
    if (span.name !== 'row') continue;
    const given = Number(attributeOf(text, span, 'r') ?? NaN);
    const row = given > 0 ? given - 1 : next;
    next = row + 1;
    const cells = new Map<number, Span>();
    let column = 0;
    for (const cell of childrenIn(text, span, ['c'])) {
      if (cell.name !== 'c') continue;
      const reference = attributeOf(text, cell, 'r');
      if (reference !== undefined) ({ column } = parseCell(reference));
      cells.set(column, cell);
      column++;
    }
    rows.set(row, { span, numbered: given > 0, cells });
  }
  return rows;
}

type Compare = (row: number, column: number) => boolean;

/** Answers whether the cell at a place says the same in both. */
function comparison(was: Sheet, now: Sheet, { cachedValues }: CellContext): Compare {
  const tableWas = enclosingTable(was);
  const tableNow = enclosingTable(now);
  const sameFormula = (a: Cell, b: Cell, row: number, column: number) => {
    if (a.formula === undefined || b.formula === undefined) return a.formula === b.formula;
    const before = tableWas(row, column);
    const after = tableNow(row, column);
    if (a.formula === b.formula && before === after) return true;
    return formulaToFile(a.formula, before) === formulaToFile(b.formula, after);
  };
  return (row, column) => {
    const a = was.cells[row]?.[column];
    const b = now.cells[row]?.[column];
    if (!a || !b) return isNothing(a) && isNothing(b);
    return (
      sameValue(a.value, b.value) &&
      a.style === b.style &&
      sameFormula(a, b, row, column) &&
      (b.formula === undefined || cachedValues) &&
      a.array?.rows === b.array?.rows &&
      a.array?.columns === b.array?.columns
    );
  };
}

/** A cell that is there for its link alone has nothing in the rows. */
const isNothing = (cell: Cell | undefined) =>
  !cell || (cell.value === null && cell.formula === undefined && !cell.style);

const sameValue = (a: Scalar, b: Scalar) =>
  a === b || (a instanceof CellError && b instanceof CellError && a.code === b.code);

function sameRow(was: Sheet, now: Sheet, row: number): boolean {
  const marks = (sheet: Sheet) => JSON.stringify(sheet.rowMarks?.get(row) ?? {});
  return (
    was.rowHeights.get(row) === now.rowHeights.get(row) &&
    was.hiddenRows.has(row) === now.hiddenRows.has(row) &&
    was.rowStyles?.get(row) === now.rowStyles?.get(row) &&
    marks(was) === marks(now)
  );
}

/** Cells that took their formula from one that is written anew: they get a formula of their own. */
function brokenGroups(text: string, rows: Map<number, KeptRow>, compare: Compare): Set<Span> {
  interface Group {
    members: Span[];
    broken: boolean;
  }
  const all = new Set<Group>();
  const groups = new Map<string, Group>();
  for (const [row, { span, cells }] of rows) {
    if (!contentOf(text, span).includes('shared')) continue;
    for (const [column, cell] of cells) {
      const [formula] = childrenIn(text, cell).filter(({ name }) => name === 'f');
      if (!formula || attributeOf(text, formula, 't') !== 'shared') continue;
      const index = attributeOf(text, formula, 'si') ?? '';
      const isFirst = contentOf(text, formula) !== '';
      let group = groups.get(index);
      if (!group || isFirst) groups.set(index, (group = { members: [], broken: false }));
      all.add(group);
      if (isFirst) group.broken = !compare(row, column);
      else group.members.push(cell);
    }
  }
  return new Set([...all].filter(({ broken }) => broken).flatMap(({ members }) => members));
}
