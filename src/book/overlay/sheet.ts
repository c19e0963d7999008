import { dequal } from 'dequal';
import { type Sheet, type Table } from '../book';
import { cellName } from '../address';
import { type CellContext, usedRows } from '../cellsWrite';
import { customPropertiesXml } from '../customProperties';
import { protectionXml } from '../protection';
import { type SheetContext, columnsXml, mergesXml } from '../sheetWrite';
import type { OpenedStyles } from '../stylesRead';
import { tableXml } from '../tables';
import { MAIN } from '../vocabulary';
import { el } from '../xml';
import { cellsDiffer, editRows, linksDiffer } from './cells';
import { editCharts } from './charts';
import { editChildren } from './insert';
import type { PackageEdit } from './package';
import { editConditionals, editValidations, pruned, sectionsOf, withExtension } from './rules';
import {
  type Patch,
  attributesOf,
  patched,
  rootOf,
  textOf,
  withAttributes,
  withRootAttributes,
} from './scan';
import {
  formatSection,
  linksSection,
  opened,
  pageSections,
  propertiesSection,
  viewsSection,
} from './sections';
import { editTable } from './tables';

const ORDER = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection',
  'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells',
  'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins',
  'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors',
  'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls',
  'webPublishItems', 'tableParts', 'extLst',
]; // prettier-ignore

const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** One sheet three times: as the file has it, with what has moved in the file's own parts, as it is now. */
export interface SheetVersions {
  part: string;
  was: Sheet;
  moved: Sheet;
  now: Sheet;
  active: { was: boolean; now: boolean };
}

/** Whether the book says of a sheet what the file says. */
export function isAsOpened(
  { was, moved, now, active }: SheetVersions,
  context: CellContext,
): boolean {
  const besideCells = (sheet: Sheet) => ({ ...sheet, cells: undefined });
  return (
    was === moved &&
    active.was === active.now &&
    dequal(besideCells(was), besideCells(now)) &&
    !cellsDiffer(was, now, context) &&
    !linksDiffer(was, now)
  );
}

/** Writes into a sheet's part what the book says of it now; a sheet that says the same keeps its bytes. */
export function editSheet(
  edit: PackageEdit,
  { part, was, moved, now, active }: SheetVersions,
  context: SheetContext,
  styles: OpenedStyles,
  newIds: () => string,
): void {
  const text = edit.text(part);
  const changes = new Map<string, string>();
  const set = (name: string, xml: string | undefined) => {
    if (xml !== undefined) changes.set(name, xml);
  };
  const sections = sectionsOf(text);
  const section = (name: string) => sections.find((one) => one.name === name);
  const kept = (name: string) => {
    const span = section(name);
    return span ? textOf(text, span) : '';
  };

  set('sheetPr', propertiesSection(moved, now, kept('sheetPr')));
  set('sheetViews', viewsSection(moved, now, kept('sheetViews'), active));
  set('sheetFormatPr', formatSection(moved, now, kept('sheetFormatPr')));
  const columns = columnsXml(now, context);
  if (columnsXml(was, context) !== columns) set('cols', columns);
  const data = section('sheetData');
  if (cellsDiffer(was, now, context)) {
    set('sheetData', editRows(text, data ?? emptySpan(text), was, now, context));
    const dimension = kept('dimension');
    if (dimension) set('dimension', withAttributes(dimension, { ref: extent(now) }));
  }
  const protection = protectionXml(now.protection);
  if (protectionXml(moved.protection) !== protection) set('sheetProtection', protection);
  const merges = mergesXml(now);
  if (mergesXml(moved) !== merges) set('mergeCells', merges);
  for (const [name, xml] of pageSections(moved, now, kept)) set(name, xml);
  const targets = edit.reader.relations(part);
  set(
    'hyperlinks',
    linksSection(
      text,
      section('hyperlinks'),
      now,
      () => edit.relations(part),
      (id) => targets.find((relation) => relation.id === id)?.target,
    ),
  );
  if (!sameMap(moved.customProperties, now.customProperties)) {
    for (const { id, type } of targets)
      if (type === 'customProperty') edit.relations(part).remove(id);
    set(
      'customProperties',
      customPropertiesXml(now, edit, edit.relations(part), () => context.next.property++),
    );
  }
  set('tableParts', editTables(edit, part, moved, now, context, kept('tableParts')));
  const drawing = targets.find(({ type }) => type === 'drawing')?.target;
  const charts = { was: was.charts, moved: moved.charts };
  set('drawing', editCharts(edit, part, drawing, charts, now, context) || undefined);

  const formats = editConditionals(text, now.conditionalFormats, styles, newIds, context.styles);
  const validations = editValidations(text, now);
  const patches = [...formats.patches, ...validations.patches];
  if (
    changes.size === 0 &&
    patches.length === 0 &&
    !formats.main &&
    !formats.extension &&
    !validations.main
  )
    return;
  edit.set(part, withNamespaces(finished(text, changes, patches, formats, validations.main), edit));
}

interface Added {
  main: string;
  extension: string;
}

/** Rules are cut and added beside others of their kind, so they come before whole sections are. */
function finished(
  text: string,
  changes: Map<string, string>,
  patches: Patch[],
  formats: Added,
  validations: string,
): string {
  const cut = patched(text, patches);
  const sections = sectionsOf(cut);
  const extension = sections.find(({ name }) => name === 'extLst');
  if (patches.length > 0 || formats.extension) {
    const list = extension ? pruned(textOf(cut, extension)) : '';
    changes.set('extLst', withExtension(list && opened(list, 'extLst'), formats.extension));
  }
  if (validations) changes.set('dataValidations', validations);
  const whole = editChildren(cut, ORDER, changes, ['sheetData']);
  if (formats.main === '') return whole;
  const blocks = sectionsOf(whole).filter(({ name }) => name === 'conditionalFormatting');
  const last = blocks[blocks.length - 1];
  return last
    ? patched(whole, [{ start: last.end, end: last.end, text: formats.main }])
    : editChildren(whole, ORDER, new Map([['conditionalFormatting', formats.main]]), ['sheetData']);
}

/** What is added has no prefix for the sheet's own elements and `r` for relationships. */
function withNamespaces(text: string, edit: PackageEdit): string {
  const root = rootOf(text);
  const named = new Map(attributesOf(text, root).map(({ name, value }) => [name, value]));
  const prefix = root.tag.includes(':') ? root.tag.slice(0, root.tag.indexOf(':')) : undefined;
  const added: Record<string, string> = {};
  if (!named.has('xmlns')) added['xmlns'] = (prefix && named.get(`xmlns:${prefix}`)) || MAIN;
  if (!named.has('xmlns:r')) added['xmlns:r'] = edit.office;
  return Object.keys(added).length === 0 ? text : withRootAttributes(text, added);
}

const emptySpan = (text: string) => {
  const { close } = rootOf(text);
  return { name: 'sheetData', tag: 'sheetData', start: close, open: close, close, end: close };
};

/** The smallest area around everything in the rows. */
function extent(sheet: Sheet): string {
  let top = Infinity;
  let left = Infinity;
  let bottom = 0;
  let right = 0;
  for (const row of usedRows(sheet))
    sheet.cells[row]?.forEach((cell, column) => {
      if (!cell) return;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  if (top === Infinity) return 'A1';
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

const sameMap = (a: Map<string, string>, b: Map<string, string>) =>
  JSON.stringify([...a]) === JSON.stringify([...b]);

/** Parts of tables; answers the sheet's list of them where it changes. */
function editTables(
  edit: PackageEdit,
  part: string,
  moved: Sheet,
  now: Sheet,
  context: SheetContext,
  list: string,
): string | undefined {
  const standing = new Map<number, { part: string; relation: string }>();
  for (const { id, type, target } of edit.reader.relations(part)) {
    if (type !== 'table') continue;
    const number = Number(edit.reader.xml(target)?.attributes['id']);
    if (Number.isFinite(number)) standing.set(number, { part: target, relation: id });
  }
  const before = new Map(moved.tables.map((table) => [table.id, table]));
  const isSame = (a: Table | undefined, b: Table) => JSON.stringify(a) === JSON.stringify(b);
  for (const table of now.tables) {
    const old = before.get(table.id);
    const place = standing.get(table.id);
    if (old && place && !isSame(old, table))
      edit.set(place.part, editTable(edit.text(place.part), old, table));
  }
  const gone = moved.tables.filter(({ id }) => !now.tables.some((table) => table.id === id));
  const added = now.tables.filter(({ id }) => !before.has(id));
  if (gone.length === 0 && added.length === 0) return undefined;
  const relations = edit.relations(part);
  const relationsKept = now.tables.flatMap(({ id }) => standing.get(id)?.relation ?? []);
  for (const { id } of gone) {
    const place = standing.get(id);
    if (!place) continue;
    relations.remove(place.relation);
    edit.remove(place.part);
  }
  const relationsAdded = added.map((table) => {
    const name = `tables/table${context.next.table++}.xml`;
    edit.add(`xl/${name}`, tableXml(table, context.tableId(table)), TABLE_TYPE);
    return relations.add('table', `/xl/${name}`);
  });
  const all = [...relationsKept, ...relationsAdded];
  if (all.length === 0) return list && '';
  return el(
    'tableParts',
    { count: all.length },
    all.map((id) => el('tablePart', { 'r:id': id })).join(''),
  );
}
