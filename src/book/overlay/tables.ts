import type { Table } from '../book';
import { tableXml } from '../tables';
import { el } from '../xml';
import { type Span, attributeOf, attributesOf, childrenIn, rootOf, textOf } from './scan';

/** What a table's part and its columns say of them, so that the rest is another's. */
const TABLE = [
  'id',
  'name',
  'displayName',
  'ref',
  'headerRowCount',
  'totalsRowCount',
  'totalsRowShown',
];
const COLUMN = ['id', 'name', 'totalsRowLabel', 'totalsRowFunction'];
const COLUMN_PARTS = ['calculatedColumnFormula', 'totalsRowFormula'];

const attributeMap = (text: string, span: Span) =>
  Object.fromEntries(attributesOf(text, span).map(({ name, value }) => [name, value]));

const without = (attributes: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));

/**
 * A table's part once the table has changed, with what the book does not model of it: formats of its
 * parts, sorting, where its columns come from.
 * @param was the table as `kept` has it
 */
export function editTable(kept: string, was: Table, now: Table): string {
  const fresh = tableXml(now, now.id);
  const root = rootOf(kept);
  const freshRoot = rootOf(fresh);
  const parts = new Map(childrenIn(kept, root).map((span) => [span.name, span]));
  const freshParts = new Map(childrenIn(fresh, freshRoot).map((span) => [span.name, span]));
  const raw = (name: string) => {
    const span = parts.get(name);
    return span ? textOf(kept, span) : '';
  };
  const written = (name: string) => {
    const span = freshParts.get(name);
    return span ? textOf(fresh, span) : '';
  };
  const filterOf = (table: Table) => JSON.stringify([
    table.area, table.showFilterButton, table.showHeaders, table.showTotals,
    table.columns.map(({ id, filter }) => [id, filter]),
  ]); // prettier-ignore
  const filter = filterOf(was) === filterOf(now) ? raw('autoFilter') : written('autoFilter');
  const style = raw('tableStyleInfo') && styleOf(was) === styleOf(now) ? raw : written;
  const columns = columnsXml(
    kept,
    parts.get('tableColumns'),
    fresh,
    freshParts.get('tableColumns')!,
  );
  return (
    kept.slice(0, root.start) +
    el(
      root.tag,
      { ...without(attributeMap(kept, root), TABLE), ...attributeMap(fresh, freshRoot) },
      filter + raw('sortState') + columns + style('tableStyleInfo') + raw('extLst'),
    )
  );
}

const styleOf = (table: Table) =>
  JSON.stringify([
    table.style,
    table.bandedRows,
    table.bandedColumns,
    table.firstColumn,
    table.lastColumn,
  ]);

function columnsXml(kept: string, list: Span | undefined, fresh: string, freshList: Span): string {
  const known = new Map(
    (list ? childrenIn(kept, list) : []).map((span) => [attributeOf(kept, span, 'id'), span]),
  );
  const columns = childrenIn(fresh, freshList).map((span) => {
    const before = known.get(attributeOf(fresh, span, 'id'));
    if (!before) return textOf(fresh, span);
    const others = childrenIn(kept, before).filter(({ name }) => !COLUMN_PARTS.includes(name));
    const content = childrenIn(fresh, span).map((one) => textOf(fresh, one));
    return el(
      'tableColumn',
      { ...without(attributeMap(kept, before), COLUMN), ...attributeMap(fresh, span) },
      [...content, ...others.map((one) => textOf(kept, one))].join(''),
    );
  });
  return el('tableColumns', { count: columns.length }, columns.join(''));
}
