import type { Step } from '../../catalog/steps';
import type { CellValue } from '../../workbook';

/**
 * All that the map shows, as plain data that can be sent to a dialog: what the workbook says, in the
 * words of the workbook. Money and figures are those that its formulas computed.
 */
export interface Scope {
  title: string;
  /** ISO 4217 code. */
  currency: string | null;
  branches: ScopeBranch[];
  items: ScopeItem[];
  calls: Call[];
  metrics: ScopeMetric[];
  /** Entries of the drop-downs of an item. */
  choices: Record<ChoiceList, Choice[]>;
  /** Headers of an item's columns, in the workbook's words. */
  headers: Record<SaidColumn | 'dimension' | 'module' | 'item' | 'explanation', string>;
  meeting: Meeting | undefined;
  capacity: Capacity;
}

/** What a client says of any item. */
export const saidColumns = ['pick', 'priority', 'phase', 'owner', 'wording', 'comment'] as const;
export type SaidColumn = (typeof saidColumns)[number];
export type ChoiceList = 'pick' | 'priority' | 'phase';

export interface Choice {
  id: string;
  label: string;
}

export interface ScopeBranch {
  step: Step;
  name: string;
  /** What the step settles. */
  dimensions: Choice[];
  modules: Choice[];
}

export type Pick = 'yes' | 'maybe' | 'no';

export interface ScopeItem {
  id: string;
  step: Step;
  /** As the catalog, or whoever added it, words it. */
  item: string;
  explanation: string;
  /** Entry of the step's dimensions, or words of somebody's own. */
  dimension: string;
  /** Functions only; "" elsewhere. */
  module: string;
  said: Partial<Record<SaidColumn, CellValue>>;
  /** Added by the client. */
  own: boolean;
  /** The catalog no longer has it. */
  retired: boolean;
  /** "S", "M" … of functions; "" elsewhere. */
  effort: string;
  /** Metrics that it moves, by id. */
  moves: string[];
  /** Every cell that people fill, of an own item: so that it can be put back. */
  cells?: Record<string, CellValue>;
}

/** The item `from`, once picked, calls for the item `to`. */
export interface Call {
  from: string;
  to: string;
  strength: number;
}

export interface ScopeMetric {
  id: string;
  name: string;
  /** Net value of a year, where it is priced. */
  net: number | null;
}

/** The step of the micro-consulting that is under way. */
export interface Meeting {
  no: number;
  name: string;
  minutes: number | null;
}

/** What the scope of this phase costs beside what there is. */
export interface Capacity {
  /** Days of work that a class of effort stands for. */
  days: Record<string, number>;
  /** Days that there are, by phase; a phase that nobody planned is missing. */
  room: Record<string, number>;
}

/** As the client words it. */
export const textOf = ({ item, said }: ScopeItem): string => String(said.wording ?? item);

export const pickOf = ({ said: { pick } }: ScopeItem): Pick | null =>
  pick === 'yes' || pick === 'maybe' || pick === 'no' ? pick : null;
