import type { Catalog } from '../../catalog/schema';
import type { CellValue, ValueKind } from '../../workbook';
import type { Edition } from '../carried';
import type { Rests } from '../rests';

/** What a newer catalog brings to a workbook that was laid out from an earlier one. */
export interface Upgrade {
  catalogs: { id: string; from: Edition; to: Edition }[];
  changes: UpgradeChange[];
  /** Links between items: which item calls for which, or moves which metric. */
  links: { added: number; removed: number };
  /** What it comes to: net present value, the amount due, and how far each metric is that is bet on. */
  figures: Figure[];
  /** Signatures and terms that rest on what changes. */
  affected: { signatures: number[]; terms: string[] };
}

/** An amount before the upgrade and after it; a word where there is no number. */
export interface Figure {
  id: 'npv' | 'due' | 'attainment';
  /** The metric's name. */
  of?: string;
  label: string;
  kind: ValueKind;
  before: CellValue;
  after: CellValue;
  /** With every redefinition taken that is still open; absent where none is. */
  taken?: CellValue;
}

export interface UpgradeChange {
  kind: 'added' | 'reworded' | 'moved' | 'retired' | 'redefined';
  /** Id of the table: ask, plan, pain, function, innovation, metrics, drivers; nodes of the value tree; or catalog, as a whole. */
  table: string;
  id: string;
  /** The item's text: as it will be, or as it is where it goes. */
  text: string;
  /** Which columns or fields change, in words; of an item that comes or goes, none. */
  columns: { id: string; header: string; from: string; to: string }[];
  /**
   * comes: a new row · renewed: the new takes the place of the old · kept: someone has changed the text,
   * theirs stays · stays: answered, so the row stays and says that it is retired · goes: nobody has
   * answered · follows: another item takes its answers over · open: waits for a decision, and until then
   * all stays as it was
   */
  outcome: 'comes' | 'renewed' | 'kept' | 'stays' | 'goes' | 'follows' | 'open';
  /** What the client has picked there: "yes", "maybe", "no"; null when nothing. */
  pick: string | null;
  /** What rests on it, so that it is taken on a decision alone. */
  rests: Rests | null;
  /** Retired: the items that take its answers over, or may. */
  into?: { id: string; text: string }[];
}

/** What somebody has decided about a newer edition. */
export interface Decisions {
  /** Editions that workbooks were made from which carry none. */
  former?: readonly Catalog[];
  /**
   * Ids of redefined items whose new definition is taken although something rests on them; or of every one. The id of a catalog takes its new
   * edition as a whole, where the workbook carries none.
   */
  take?: readonly string[] | 'all';
  /** Retired item → the item that takes its answers, readings and terms over. */
  into?: Readonly<Record<string, string>>;
}

/** A decision that is about nothing which the upgrade has asked: the id of its item. */
export function strayDecision(
  { changes }: Upgrade,
  { take = [], into = {} }: Decisions,
): string | undefined {
  const asked = changes.flatMap(({ kind, rests, id }) =>
    kind === 'redefined' && rests ? [id] : [],
  );
  const follows = ([from, to]: [string, string]) =>
    changes.some(
      ({ id, outcome, into: by }) =>
        id === from && outcome === 'follows' && by?.some((one) => one.id === to),
    );
  return (
    (take === 'all' ? [] : take).find((id) => !asked.includes(id)) ??
    Object.entries(into).find((one) => !follows(one))?.[0]
  );
}
