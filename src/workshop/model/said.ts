import type { CellValue } from '../../workbook';
import { saidColumns, type Scope, type ScopeItem } from './scope';

/**
 * One thing said on the map; the same shapes as the workbook's edits take. `order` puts the rows of
 * own items in another order among the places that they have.
 */
export type Saying =
  | { table: string; row: string; cells: Record<string, CellValue> }
  | { table: string; add: Record<string, CellValue>; id?: string }
  | { table: string; clear: string }
  | { table: string; order: string[] };

/** The scope as it will be once the workbook has been read again. */
export function withSaid(scope: Scope, sayings: readonly Saying[]): Scope {
  let items = scope.items;
  for (const saying of sayings) {
    if ('cells' in saying)
      items = items.map((item) =>
        item.id === saying.row && item.step === saying.table ? changed(item, saying.cells) : item,
      );
    else if ('clear' in saying) items = items.filter(({ id }) => id !== saying.clear);
    else if ('order' in saying) items = reordered(items, saying.order);
    else items = [...items, added(saying)];
  }
  return { ...scope, items };
}

function changed(item: ScopeItem, cells: Record<string, CellValue>): ScopeItem {
  const said = { ...item.said };
  const next = { ...item, said };
  for (const [column, value] of Object.entries(cells)) {
    if (isSaid(column)) {
      if (value === null) delete said[column];
      else said[column] = value;
    } else if (column === 'item' || column === 'dimension' || column === 'module')
      next[column] = value === null ? '' : String(value);
  }
  if (item.cells)
    next.cells = Object.fromEntries(
      Object.entries({ ...item.cells, ...cells }).filter(([, value]) => value !== null),
    );
  return next;
}

const isSaid = (column: string): column is (typeof saidColumns)[number] =>
  (saidColumns as readonly string[]).includes(column);

function added(saying: Extract<Saying, { add: unknown }>): ScopeItem {
  const blank: ScopeItem = {
    // Until the workbook has given it one.
    id: saying.id ?? `custom.${saying.table}.new`,
    step: saying.table as ScopeItem['step'],
    item: '',
    explanation: '',
    dimension: '',
    module: '',
    said: {},
    own: true,
    retired: false,
    effort: '',
    moves: [],
    cells: {},
  };
  return changed(blank, saying.add);
}

function reordered(items: readonly ScopeItem[], order: readonly string[]): ScopeItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const next = order.flatMap((id) => byId.get(id) ?? []);
  const moved = new Set(next.map(({ id }) => id));
  return items.map((item) => (moved.has(item.id) ? (next.shift() as ScopeItem) : item));
}
