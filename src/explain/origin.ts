import type { Value } from '../rules';
import type { Described } from './described';
import type { Ref } from './ref';

/** Where a value comes from that no rule gives. */
export type Origin =
  'reading' | 'contract' | 'catalog' | 'typed' | 'layout' | 'signed' | 'text' | 'empty' | 'foreign';

const contractSheets: ReadonlySet<string> = new Set(['contract', 'terms', 'curves', 'criteria']);
const signedTables: ReadonlySet<string> = new Set(['Ledger', 'SignedTerms']);

export function originOf(described: Described, ref: Ref, value: Value): Origin {
  if (ref.kind === 'text') return 'text';
  if (value === null || value === '') return 'empty';
  const sheet = described.sheetOf(ref)?.id ?? '';
  if (ref.kind === 'name') return contractSheets.has(sheet) ? 'contract' : 'typed';
  if (signedTables.has(ref.table)) return 'signed';
  if (ref.table === 'Readings') return 'reading';
  const { role } = described.column(ref.table, ref.column);
  if (role === 'fixed' || role === 'key') return 'layout';
  if (role === 'content' && isAsDescribed(described, ref)) return 'catalog';
  return contractSheets.has(sheet) ? 'contract' : 'typed';
}

/** Nobody changed what the catalog said. */
function isAsDescribed(described: Described, ref: Extract<Ref, { kind: 'cell' }>): boolean {
  const row = described.row(ref);
  const { defaults } = row ?? {};
  return defaults !== undefined && defaults[ref.column] === row?.cells[ref.column];
}

/** What a row says of where its values come from. */
const witnesses = ['evidence', 'source', 'who', 'entered', 'reason', 'digest'];

/** The evidence of a typed value: what stands beside it in its row, as header and text. */
export function evidenceOf(
  described: Described,
  read: (ref: Ref) => Value,
  ref: Ref,
): { name: string; text: string }[] {
  if (ref.kind !== 'cell') return [];
  const { columns } = described.table(ref.table);
  return witnesses.flatMap((id) => {
    const column = columns.get(id);
    if (!column || id === ref.column) return [];
    const value = read({ ...ref, column: id });
    if (value === null || value === '') return [];
    return [{ name: column.header, text: described.shown(column.kind, value) }];
  });
}
