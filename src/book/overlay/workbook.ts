import type { Book, Sheet, Visibility } from '../book';
import type { CellContext } from '../cellsWrite';
import { type References } from './references';
import { type SheetContext, writeSheet } from '../sheetWrite';
import type { SaveOptions } from '../saveOptions';
import type { Source } from '../source';
import { type OpenedWorkbook, openWorkbook } from '../workbookRead';
import { StyleSheet } from '../stylesWrite';
import { writeWebExtension } from '../webExtension';
import { el } from '../xml';
import type { Packed, Parts } from '../zip';
import { editChildren } from './insert';
import { editCustomXml, editProperties, editSettings } from './documents';
import { editNames } from './names';
import { PackageEdit } from './package';
import { attributesOf, childrenIn, patched, rootOf, textOf, withAttributes } from './scan';
import { opened } from './sections';
import { editSheet, isAsOpened } from './sheet';
import { KeptStrings } from './strings';
import { KeptStyles } from './styles';
import { editTitles } from './titles';

const ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups',
  'externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches',
  'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst',
]; // prettier-ignore

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const STATE: Record<Visibility, string | undefined> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/**
 * Every part of the file that the book was opened from, with what the book says now: a part that says the
 * same keeps its bytes, in others what the book does not model stays.
 */
export function saveOver(
  book: Book,
  source: Source,
  { cachedValues = true, addIn, savedAt }: SaveOptions,
): Map<string, string | Uint8Array | Packed> {
  if (book.sheets.length === 0)
    throw new RangeError('A workbook needs a sheet. Add one before saving.');
  const original = source.parts();
  const was = source.opened;
  const parts = withMoves(original, source.moved);
  const moved = parts === original ? was : openWorkbook(parts, source.size);
  const edit = new PackageEdit(parts);
  const { part } = was;
  const textOfRelated = (type: string) => {
    const name = edit.reader.related(part, type);
    return name !== undefined && edit.reader.bytes(name) ? edit.text(name) : undefined;
  };
  const strings = new KeptStrings(textOfRelated('sharedStrings'));
  const stylesText = textOfRelated('styles');
  const styles =
    stylesText === undefined
      ? new StyleSheet(book.styles)
      : new KeptStyles(stylesText, moved.styles, was.stylesMark, book.styles);
  const context: SheetContext & CellContext = {
    parts: edit,
    styles,
    strings,
    cachedValues,
    date1904: was.date1904,
    next: {
      table: edit.highest('tables/table') + 1,
      drawing: edit.highest('drawings/drawing') + 1,
      chart: edit.highest('charts/chart') + 1,
      property: edit.highest('customProperty') + 1,
      rule: 1,
    },
    tableId: (table) => table.id,
  };
  const added = editSheets(edit, book, { was, moved }, context);
  editTabs(edit, book, was, moved, added);
  editCustomXml(edit, book, was.book, part);
  editSettings(edit, book, was.book, part);
  editTitles(edit, book, was.book);
  if (addIn && !edit.reader.related('', 'webextensiontaskpanes'))
    writeWebExtension(book, addIn, edit, edit.relations(''));
  for (const [type, xml] of [
    ['sharedStrings', strings.xml()],
    ['styles', styles.xml()],
  ] as const) {
    const name = edit.reader.related(part, type);
    if (xml === undefined) continue;
    if (name !== undefined) edit.set(name, xml);
    else {
      edit.add(`xl/${type}.xml`, xml, `${SPREADSHEET}.${type}+xml`);
      edit.relations(part).add(type, `/xl/${type}.xml`);
    }
  }
  const isChanged = edit.isChanged || parts !== original;
  editProperties(edit, book, was.book, { savedAt, isChanged });
  // A signature is over bytes that are others now.
  for (const { id, type } of edit.reader.relations(''))
    if (type === 'origin') edit.relations('').remove(id);
  // Excel makes the order of calculation anew.
  for (const { id, type, target } of edit.reader.relations(part))
    if (type === 'calcChain') {
      edit.relations(part).remove(id);
      edit.remove(target);
    }
  return edit.finish();
}

/** The parts with references to cells that have moved as they are now. */
function withMoves(parts: Parts, references: References | undefined): Parts {
  const patches = references?.patches();
  if (!patches || patches.size === 0) return parts;
  const edit = new PackageEdit(parts);
  const next = new Map([...parts.keys()].map((name) => [name, parts.get(name)!]));
  for (const [part, list] of patches)
    next.set(edit.nameOf(part), new TextEncoder().encode(asUtf8(patched(edit.text(part), list))));
  return next;
}

const asUtf8 = (text: string) =>
  text.replace(/^(\uFEFF?<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2');

interface Versions {
  was: OpenedWorkbook;
  moved: OpenedWorkbook;
}

/** Writes every sheet; answers the relationships of those that the file does not have. */
function editSheets(
  edit: PackageEdit,
  book: Book,
  { was, moved }: Versions,
  context: SheetContext,
): Map<string, string> {
  const added = new Map<string, string>();
  const byId = ({ book: { sheets } }: OpenedWorkbook) =>
    new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const before = byId(was);
  const after = byId(moved);
  let number = edit.highest('worksheets/sheet');
  for (const now of book.sheets) {
    const part = was.sheets.get(now.id);
    const active = {
      was: was.book.activeSheet === now.id,
      now: book.activeSheet === now.id,
    };
    const old = before.get(now.id);
    const spliced = after.get(now.id);
    if (part === undefined || !old || !spliced) {
      writeSheet(now, ++number, active.now, context);
      const relation = edit
        .relations(was.part)
        .add('worksheet', `/xl/worksheets/sheet${number}.xml`);
      added.set(now.id, relation);
    } else {
      const versions = { part, was: old, moved: spliced, now, active };
      if (isAsOpened(versions, context)) continue;
      let next = 0;
      const newId = () => spliced.conditionalFormats[next++]?.id ?? '';
      editSheet(edit, versions, context, moved.styles, newId);
    }
  }
  const stays = new Set(book.sheets.map(({ id }) => id));
  for (const { id, target } of edit.reader.relations(was.part)) {
    const sheet = [...was.sheets].find(([, part]) => part === target)?.[0];
    if (sheet === undefined || stays.has(sheet)) continue;
    edit.relations(was.part).remove(id);
    edit.remove(target);
  }
  return added;
}

interface Tab {
  sheet: Sheet | undefined;
  /** Its place in the file. */
  index: number;
  xml: string;
}

/** The workbook's own part: tabs, names, the active sheet, how it is calculated. */
function editTabs(
  edit: PackageEdit,
  book: Book,
  was: OpenedWorkbook,
  moved: OpenedWorkbook,
  added: ReadonlyMap<string, string>,
): void {
  const text = edit.text(was.part);
  const root = rootOf(text);
  const sections = childrenIn(text, root);
  const kept = (name: string) => {
    const span = sections.find((one) => one.name === name);
    return span ? textOf(text, span) : '';
  };
  const changes = new Map<string, string>();
  const set = (name: string, xml: string) => {
    if (xml !== kept(name)) changes.set(name, xml);
  };
  const list = kept('sheets');
  const tabs = arranged(list, book, was, added);
  set('sheets', rebuilt(list, tabs));
  if (book.activeSheet !== was.book.activeSheet) {
    const activeTab = tabs.findIndex(({ sheet }) => sheet?.id === book.activeSheet);
    set('bookViews', withActiveTab(kept('bookViews'), activeTab));
  }
  set('definedNames', editNames(kept('definedNames'), book, moved, tabs));
  set('calcPr', withAttributes(kept('calcPr') || el('calcPr'), { fullCalcOnLoad: true }));
  const whole = editChildren(text, ORDER, changes);
  edit.set(was.part, whole);
}

/** Tabs as they are to stand; those that are no worksheets stay after the one they followed. */
function arranged(
  list: string,
  book: Book,
  was: OpenedWorkbook,
  added: ReadonlyMap<string, string>,
): Tab[] {
  const spans =
    list === '' ? [] : childrenIn(list, rootOf(list)).filter(({ name }) => name === 'sheet');
  const nodes = spans.map((span, index) => ({
    xml: textOf(list, span),
    index,
    sheet: was.tabs[index],
  }));
  const numbers = spans.map((span) =>
    Number(attributesOf(list, span).find(({ name }) => name === 'sheetId')?.value ?? 0),
  );
  let last = Math.max(0, ...numbers);
  const tabs = book.sheets.map((sheet): Tab => {
    const node = nodes.find((one) => one.sheet?.id === sheet.id);
    const state = STATE[sheet.visibility];
    if (!node) {
      const xml = el('sheet', {
        name: sheet.name,
        sheetId: ++last,
        state,
        'r:id': added.get(sheet.id),
      });
      return { sheet, index: -1, xml };
    }
    const isSame = node.sheet!.name === sheet.name && node.sheet!.visibility === sheet.visibility;
    const xml = isSame ? node.xml : withAttributes(node.xml, { name: sheet.name, state });
    return { sheet, index: node.index, xml };
  });
  for (const node of nodes) {
    if (node.sheet) continue;
    const before = nodes.slice(0, node.index).reverse();
    const place = before
      .map(({ index }) => tabs.findIndex((tab) => tab.index === index))
      .find((at) => at >= 0);
    tabs.splice((place ?? -1) + 1, 0, { ...node, sheet: undefined });
  }
  return tabs;
}

function rebuilt(list: string, tabs: Tab[]): string {
  const whole = opened(list, 'sheets');
  const root = rootOf(whole);
  const content = tabs.map(({ xml }) => xml).join('');
  const standing = childrenIn(whole, root)
    .map((span) => textOf(whole, span))
    .join('');
  if (standing === content) return list;
  return patched(whole, [{ start: root.open, end: root.close, text: content }]);
}

function withActiveTab(views: string, activeTab: number): string {
  const whole = opened(views, 'bookViews');
  const [first] = childrenIn(whole, rootOf(whole));
  const attributes = { activeTab: activeTab > 0 ? activeTab : undefined };
  if (!first) return el('bookViews', {}, el('workbookView', attributes));
  const view = withAttributes(textOf(whole, first), attributes);
  return patched(whole, [{ start: first.start, end: first.end, text: view }]);
}
