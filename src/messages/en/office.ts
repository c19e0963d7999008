import type { office as base } from '../zh-CN/office';

export const office: Record<keyof typeof base, string> = {
  'finding.table-missing':
    'Table {table} is gone from sheet “{sheet}”. Repair the workbook to put it back.',
  'finding.sheet-missing': 'Sheet “{sheet}” is gone. Repair the workbook to put it back.',
  'finding.table-renamed':
    'Table {expected} on sheet “{sheet}” is now called {found}. It was followed; nothing to do.',
  'finding.sheet-renamed':
    'Sheet “{expected}” is now called “{found}”. It was followed; nothing to do.',
  'finding.column-missing':
    'Table {table} on sheet “{sheet}” has lost its column “{expected}”. Repair the workbook to put it back.',
  'finding.header-renamed':
    'In table {table} on sheet “{sheet}” the header “{expected}” is now “{found}”. It was followed; nothing to do.',
  'finding.row-deleted':
    'Row {row} of table {table} on sheet “{sheet}” was deleted and stays away when refreshing. Repair to get it back.',
  'finding.row-unknown':
    'Row {row} of table {table} on sheet “{sheet}” is in no catalog; what it says is kept. Check its id, or delete the row.',
  'finding.row-duplicated':
    'Row {row} stands twice in table {table} on sheet “{sheet}”; the second counts as a row of its own. Repair to give it a new id.',
  'finding.rows-displaced':
    'Table {table} on sheet “{sheet}” has rows beside the hidden ids of others, as after sorting without that column. They are read by their words; lay out again to put the ids right.',
  'finding.rows-crossed':
    'Table {table} on sheet “{sheet}” has rows with the words of other rows, as after pasting a block elsewhere; what else they say may be about either: {found}. Undo that, or put the words back beside their answers.',
  'finding.entry-changed':
    'In list {table} on sheet “{sheet}” the entry “{expected}” is now “{found}”, but formulas compare with the original word. Repair to put it back.',
  'finding.formula-overwritten':
    'The formula in {place} was overwritten (now “{found}”), so results cannot be relied on. Repair to renew it.',
  'finding.name-missing':
    'The name {expected} ({found}) is gone. Repair the workbook to put it back.',
  'finding.value-unknown':
    'The value “{found}” in {place} is not one of those offered. Choose one from the drop-down.',
  'finding.sign-unseen':
    'The text “{found}” in {place} holds a tab or another sign that nobody sees. Maps and papers show a space or nothing there; type it again without.',
  'finding.name-taken':
    'The workbook already has a sheet, table or name called “{found}”. Rename it first, then lay out.',
  'finding.catalog-differs':
    'Catalog {row} is another edition than the one laid out (workbook {found}, now {expected}). Refresh to bring the workbook up to date.',
  'finding.catalog-offered':
    'Catalog {row} {expected} is here; this workbook stands on {found} and is read by it. See what it would change with “Newer version of a model” or appfi upgrade --dry-run.',
  'finding.item-retired':
    '“{row}” is retired since version {expected} of its catalog. It stays with what was said of it.',
  'finding.definition-kept':
    '“{row}” keeps its definition of version {found}, because a contract or a signature rests on it. Decide about the newer one with “Newer version of a model” or appfi upgrade --take.',
  'finding.layout-earlier':
    'The workbook was laid out by version {found}, and its figures are by the rules of that version. Refresh it; what was typed and what was signed stays.',
  'finding.measure-missing':
    'What a reading of “{found}” is has not been said. Choose it in column “{column}” of sheet “{sheet}”; until then no reading of it counts and nothing can be signed for it.',
  'finding.place.cell': 'row {row}, column “{column}” of table {table} on sheet “{sheet}”',
  'finding.place.column': 'column “{column}” of table {table} on sheet “{sheet}”',
  'finding.place.sheet': 'a text on sheet “{sheet}”',
  'finding.place.name': 'name {name}',
  'value.observed': 'Own engagements, low–median–high: {figures}',
  'value.observed.baseline': 'before',
  'value.observed.actual': 'after',
  'amounts.rule.measure':
    'A reading counts by its measure: yearly and rolling figures are never added, flows are put on a year, ratios are sums over sums',
  'amounts.rule.limit': 'Exactly at a limit is at it, and nothing is rounded before it is compared',
  'amounts.rule.cutoff':
    'A period’s value is measured up to its date, over what readings cover, and never shared twice',
  'amounts.rule.due':
    'Nothing is due before it falls due; floor and cap take effect on a period’s date',
  'amounts.rule.return':
    'The return counts what the vendor is paid, and each benefit by its own start and ramp',
  'amounts.rule.missing': 'A measure whose inputs are missing says which, in the place of a number',
  'amounts.rule.catalog': 'The catalog says otherwise how it is measured',
  'amounts.why': '{rule} (docs/from-0.1.md#{id})',
};
