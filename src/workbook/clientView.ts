import { years } from '../engagement/register';
import type { SheetSpec } from './spec';

/** What of a sheet is for a client's eyes and for paper; the rest is how it was worked out. */
export interface ClientSheet {
  /** All of it on one page. */
  onePage?: boolean;
  /** The first block of the workings, which stand below all else. */
  workings?: string;
  /** Of the sheet's only table: the columns that are shown. */
  columns?: readonly string[];
  /** Of the sheet's first table: the column that says whether a row counts; without it any answer does. */
  counts?: string;
  /** The same of other tables, by their ids. */
  countsOf?: Readonly<Record<string, string>>;
  /** Of the sheet's first table: the columns that are not shown where nothing stands in them, in any table. */
  optional?: readonly string[];
}

const selected = ['no', 'dimension', 'item', 'pick', 'priority', 'phase', 'owner', 'wording'];

const sheets: Record<string, ClientSheet> = {
  guide: { onePage: true },
  lifecycle: { onePage: true },
  dashboard: { onePage: true },
  statement: { onePage: true },
  benefits: { counts: 'item' },
  ask: { columns: selected, counts: 'pick' },
  plan: { columns: selected, counts: 'pick' },
  pain: { columns: [...selected, 'symptom'], counts: 'pick' },
  function: { columns: [...selected, 'effort'], counts: 'pick' },
  innovation: { columns: [...selected, 'maturity', 'trial'], counts: 'pick' },
  trace: { counts: 'function' },
  metrics: {
    columns: [
      ...['no', 'dimension', 'item', 'unit', 'direction', 'baseline', 'target', 'actual'],
      ...['attainment', 'status', 'guardStatus', 'owner'],
    ],
    counts: 'inScope',
  },
  readings: {
    columns: [
      'metric',
      'date',
      'value',
      'numerator',
      'denominator',
      'amount',
      'status',
      'evidence',
    ],
    counts: 'metric',
  },
  drivers: {
    columns: ['no', 'item', 'unit', 'low', 'likely', 'high', 'value', 'source', 'owner'],
    counts: 'used',
  },
  monetisation: {
    columns: [
      ...['no', 'metric', 'unitValue', 'benefit', 'attribution', 'confidence', 'recapture'],
      ...['share', 'gross', 'net', 'expected', 'status'],
    ],
    counts: 'counted',
  },
  maturity: { onePage: true, counts: 'asIs' },
  interview: { counts: 'chosen' },
  requests: { counts: 'chosen' },
  costs: { optional: years.map((year) => `y${year}`) },
  roi: { workings: 'roi.inForce', countsOf: { 'roi.years': 'inside' } },
  realised: { workings: 'realised' },
  terms: {
    columns: [
      ...['code', 'item', 'kind', 'metric', 'weight', 'curve', 'target', 'window', 'longStop'],
      ...['gateLevel', 'guardAction', 'evidenceOwner', 'dataSource'],
    ],
    counts: 'item',
  },
  criteria: { counts: 'criterion' },
  payoff: { onePage: true, workings: 'payoffPeriods', counts: 'grid' },
  ledger: { counts: 'period' },
};

/** Sheets that show how figures come about, or serve other sheets. */
const working = new Set(['realised', 'curves', 'settlement', 'checks', 'progress', 'lists']);

export const isWorking = ({ id }: SheetSpec): boolean => working.has(id);

/** Sheets on which people type nothing, so that no table of theirs has to grow. */
export const isComputed = ({ blocks }: SheetSpec): boolean => {
  const roles = blocks.flatMap((block): string[] => {
    if (block.kind === 'fields') return block.fields.map(({ role }) => role);
    return block.kind === 'table' ? block.columns.map(({ role }) => role) : [];
  });
  return roles.includes('calc') && !roles.includes('input') && !roles.includes('content');
};

export const clientSheet = ({ id }: SheetSpec): ClientSheet => sheets[id] ?? {};
