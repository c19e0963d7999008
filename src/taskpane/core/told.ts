import { choicesIn, columnIn, fieldIn, rowsIn, type Change, type Study } from '../../office';
import { grouped, isoOf } from '../../rules';
import type { CellValue } from '../../workbook';
import type { What } from './history';

const longest = 40;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What changes say, in the words of the workbook: which thing, which column, what it is now. */
export function whatOf(study: Study, changes: readonly Change[]): What | undefined {
  const [first, ...more] = changes;
  const what = first && told(study, first);
  return what && (more.length === 0 ? what : { ...what, more: more.length });
}

function told(study: Study, change: Change): What | undefined {
  if ('back' in change) return undefined;
  if ('name' in change) {
    const { label, list, kind } = fieldIn(study, change.name);
    return set(label, valueOf(study, { list, kind }, change.value));
  }
  const { table } = change;
  if ('order' in change) return { text: 'pane.done.moved', params: {} };
  if ('add' in change) return { text: 'pane.done.added', params: { item: nameOf(change.add) } };
  const id = 'clear' in change ? change.clear : change.row;
  const cells = rowsIn(study, table).find((row) => row.id === id)?.cells ?? {};
  const item = nameOf(cells);
  if ('clear' in change) return { text: 'pane.done.removed', params: { item } };
  const [[column, value = null] = ['', null]] = Object.entries(change.cells);
  if (column === '') return undefined;
  const spec = columnIn(study, table, column);
  const kind = spec.kind === 'measure' && cells.unit === 'ratio' ? 'ratio' : spec.kind;
  return set(
    [item, spec.header].filter(Boolean).join(' · '),
    valueOf(study, { list: spec.list, kind }, value),
  );
}

const set = (place: string, value: string): What =>
  value === ''
    ? { text: 'pane.done.emptied', params: { place } }
    : { text: 'pane.done.set', params: { place, value } };

function valueOf(
  study: Study,
  { list, kind }: { list?: string | undefined; kind: string },
  value: CellValue,
): string {
  if (value === null) return '';
  const word = list && choicesIn(study, list).find(({ id }) => id === value)?.label;
  if (word) return word;
  if (typeof value !== 'number') return short(String(value));
  if (kind === 'date') return isoOf(value);
  if (kind === 'ratio' || kind === 'percent') return `${grouped(value * 100, 0, 4)}%`;
  return kind === 'money' || kind === 'amount' ? grouped(value, 0, 2) : String(value);
}

/** What a row is called by whoever reads it. */
function nameOf(cells: Readonly<Record<string, CellValue>>): string {
  const name = ['wording', 'item', 'code', 'step', 'criterion', 'date']
    .map((column) => cells[column])
    .find((value) => value !== null && value !== undefined && value !== '');
  return short(String(name ?? ''));
}
