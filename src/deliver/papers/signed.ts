import { shown } from '../figures';
import { rowsOf, type Cells } from '../outline';
import type { PaperBlock } from './paper';
import type { Parts } from './parts';

const signedRows = ({ outline }: Parts) =>
  rowsOf(outline, 'ledger').filter(({ cells }) => cells.digest);

/** What was signed before, by its digest. */
export function ledger(parts: Parts): PaperBlock[] {
  const rows = signedRows(parts);
  if (rows.length === 0) return [];
  return [
    parts.heading('deliver.statement.ledger'),
    parts.table(
      'ledger',
      [
        ['no', 0.8],
        ['period', 0.9],
        ['signedOn', 1.5],
        ['vendor', 1.1],
        ['business', 1.1],
        ['it', 1.1],
        ['amount', 1.6],
        ['digest', 3.4],
      ],
      rows,
    ),
    ...corrections(parts),
  ];
}

/** Which signature was wrong, which one takes its place, when and why. */
export function corrections(parts: Parts): PaperBlock[] {
  const rows = signedRows(parts);
  const day = (cells: Cells) => shown(parts.outline, { kind: 'date' }, cells.signedOn);
  return rows.flatMap(({ cells }): PaperBlock[] => {
    const named = rows.find((one) => one.cells.no === cells.supersedes);
    if (!named) return [];
    const params = {
      ...{ no: String(cells.no), on: day(cells), because: String(cells.because ?? '') },
      ...{ of: String(named.cells.no), day: day(named.cells) },
    };
    return [{ kind: 'text', text: parts.say('bet.ledger.takesPlace', params) }];
  });
}
