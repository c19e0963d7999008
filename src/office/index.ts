export {
  CancelledError,
  UnderwayError,
  GoneError,
  NewerLayoutError,
  NotOursError,
  NotUpgradableError,
} from './errors';
export { describeFinding, type Finding } from './findings';
export { type AmountChange, type ChangedRule } from './amounts';
export { layOutNew, type LaidOut } from './layOut';
export type { ReadResult } from './interpret';
export { describe } from './describe';
export { layOut, layOutSpec, readWorkbook, type LayOutOptions } from './workbook';
export type { UnknownEdition } from './unknownEdition';
export { asOfDay } from './asOf';
export { agreement, compare, study, type Agreement, type Study } from './agreement';
export { crossedIn } from './crossed';
export { restudy } from './restudy';
export { lackedBy } from './told';
export { type Touched } from './affected';
export { edit, type Back, type Change, type Edited } from './edit';
export { showClientView, showEverything } from './clientView';
export { removable, removeLayout } from './remove';
export { goTo, placeOf, type Place } from './goTo';
export { readerOf, type CellFinder } from './reader';
export { locate, located, type CellPlace, type Located } from './locate';
export { dueAudit, StudyExplainer } from './explained';
export { choicesIn, columnIn, fieldIn, kindIn, resultIn, rowsIn, type StudiedRow } from './tables';
export { payoff, payoffOf, type Draws, type Outcomes, type Payoff } from './payoff';
export { returnOf, returnOnInvestment, type Return, type ReturnOnInvestment } from './return';
export { settle, settlementOf, type Settled, type Settlement } from './settle';
export { previewSigning, type SigningPreview } from './signing';
export { describeUnusual, NotSignableError, type Refusal } from './notSignable';
export { previewOf, sign, type Signed, type SignOptions } from './sign';
export {
  describeFailing,
  describeFault,
  describeLedgerProblem,
  describeOutcome,
  examine,
  lacksRows,
  verdictOf,
  type Verdict,
} from './verdict';
export {
  previewUpgrade,
  strayDecision,
  upgrade,
  type Decisions,
  type Upgrade,
  type UpgradeChange,
} from './upgrade';
export { plannedFrom, type PlannedEdition } from './carried';
export { sheetValues } from './sheetValues';
export { contractTables, planPreset, type PresetPlan } from './preset';
export { namingOf, tablesOf } from './naming';
export { addIn } from './addIn';
export { addInVersion } from './version';
export { outline } from './inspect';
export type { MatchedTable } from './match';
export { layoutSheet } from './positions';
export { addSheetsOf } from './restore';
export { carryBack, recover, transact, underwayIn, type Work } from './transact';
export type { Undo } from './undo';
export type { Task, Underway } from './journal';
export { formats } from './looks';
