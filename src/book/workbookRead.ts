import { emptySheet } from './empty';
import type { Book, Sheet, Visibility } from './book';
import { Allowance, broken } from './errors';
import { type StringItem, readStringItem } from './cellsRead';
import { readCustomXml } from './customXml';
import { readNames } from './names';
import { PackageReader, type Relation } from './package';
import { readProperties } from './properties';
import { readSheet } from './sheetRead';
import { type Slices, atOnce } from './slices';
import { type OpenedStyles, readStyles } from './stylesRead';
import { readWebExtensions } from './webExtension';
import { type Node, at, child, childrenOf, flag, numeric, parsing, relationId } from './xml';
import type { Parts } from './zip';

const VISIBILITY: Record<string, Visibility> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** Beyond any workbook that people leaf through. */
const MAX_SHEETS = 1_000;
/** As many cells as any file may hold, and for each of its bytes: a cell takes some ten. */
const FREE_CELLS = 200_000;
const CELLS_PER_BYTE = 1;
/** Characters of all texts. Excel holds 32,767 in a cell. */
const MAX_TEXT = 50_000_000;

/** A book, and where its package has what. */
export interface OpenedWorkbook {
  book: Book;
  /** The workbook's part. */
  part: string;
  /** Each worksheet's part, by the sheet's id. */
  sheets: Map<string, string>;
  /** Every tab in order; undefined for one that is no worksheet. */
  tabs: (Sheet | undefined)[];
  styles: OpenedStyles;
  /** What tells these styles from those of other files. */
  stylesMark: string;
  date1904: boolean;
}

/**
 * The book a package holds.
 * @param size of the file, in bytes
 */
export function openWorkbook(unpacked: Parts, size: number): OpenedWorkbook {
  const { parts, part, workbook, styles, stylesMark, cells, sheets, listed } = atOnce(
    beginning(new PackageReader(unpacked), {
      cells: FREE_CELLS + CELLS_PER_BYTE * size,
      text: MAX_TEXT,
    }),
  );
  let made = 0;
  const newId = () => hostId(3, ++made);
  for (const { sheet, target } of sheets)
    readSheet(sheet, { parts, part: target, styles, cells, newId });
  separateIds(sheets.map(({ sheet }) => sheet));
  const activeTab = numeric(at(workbook, 'bookViews', 'workbookView'), 'activeTab') ?? 0;
  const first = sheets.find(({ sheet }) => sheet.visibility === 'Visible') ?? sheets[0];
  if (!first) throw broken('it has no sheet');
  const book: Book = {
    sheets: sheets.map(({ sheet }) => sheet),
    activeSheet: (listed[activeTab] ?? first.sheet).id,
    names: [],
    settings: new Map(),
    styles: styles.named,
    customXml: [],
    properties: readProperties(parts.xml(parts.related('', 'core-properties'))),
    nextId: 1,
  };
  readNames(childrenOf(child(workbook, 'definedNames'), 'definedName'), book, listed);
  readCustomXml(parts, part, book);
  readWebExtensions(parts, book);
  book.nextId = nextId(book);
  return {
    book,
    part,
    sheets: new Map(sheets.map(({ sheet, target }) => [sheet.id, target])),
    tabs: listed,
    styles,
    stylesMark,
    date1904: cells.date1904,
  };
}

/**
 * What comes before the sheets: their list, and what their cells refer to.
 * @param most cells and characters of text that the sheets may have
 */
export function* beginning(parts: PackageReader, most: { cells: number; text: number }) {
  const part = parts.workbook();
  const workbook = parts.xml(part)!;
  const stylesPart = parts.related(part, 'styles');
  const stylesMark = markOf(parts.bytes(stylesPart ?? ''));
  const styles = readStyles(
    parts.xml(stylesPart),
    parts.xml(parts.related(part, 'theme')),
    stylesMark,
  );
  const cells = {
    strings: yield* readStrings(parts, parts.related(part, 'sharedStrings') ?? ''),
    looks: styles.looks,
    allowance: new Allowance(most.cells, 'cells'),
    text: new Allowance(most.text, 'text'),
    date1904: flag(child(workbook, 'workbookPr'), 'date1904'),
  };
  const list = readSheetList(child(workbook, 'sheets'), parts.relations(part));
  return { parts, part, workbook, styles, stylesMark, cells, ...list };
}

/** Tells one content from another (FNV-1a). */
function markOf(bytes: Uint8Array | undefined): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes ?? []) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

interface Listed {
  sheet: Sheet;
  /** Its part. */
  target: string;
}

/** Worksheets in tab order; `listed` also counts tabs that are no worksheets. */
function readSheetList(list: Node | undefined, relations: Relation[]) {
  const sheets: Listed[] = [];
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const nodes = childrenOf(list, 'sheet');
  new Allowance(MAX_SHEETS, 'sheets').spend(nodes.length);
  const listed = nodes.map((node, index): Sheet | undefined => {
    const relation = byId.get(relationId(node) ?? '');
    if (relation?.type !== 'worksheet') return undefined;
    const sheet = emptySheet(hostId(1, index + 1), node.attributes['name'] ?? `Sheet${index + 1}`);
    sheet.visibility = VISIBILITY[node.attributes['state'] ?? ''] ?? 'Visible';
    sheets.push({ sheet, target: relation.target });
    return sheet;
  });
  return { sheets, listed };
}

const hostId = (kind: number, number: number) =>
  `{00000000-000${kind}-0000-0000-${String(number).padStart(12, '0')}}`;

/** Copied sheets may share an identity in the file; scopes and settings need it unique. */
function separateIds(sheets: Sheet[]): void {
  const taken = new Set<string>();
  for (const sheet of sheets) {
    for (let number = 1; taken.has(sheet.id); number++) sheet.id = hostId(1, number);
    taken.add(sheet.id);
  }
}

/** Above every number the book's ids use. */
function nextId(book: Book): number {
  const tables = book.sheets.flatMap((sheet) => sheet.tables);
  const charts = book.sheets.flatMap((sheet) => sheet.charts);
  const ids = [...book.sheets, ...book.customXml, ...charts].map(({ id }) =>
    Number(/^\{0{8}-\d{4}-\d{4}-(\d{4})-/.exec(id)?.[1] ?? 0),
  );
  return Math.max(0, ...ids, ...tables.map(({ id }) => id)) + 1;
}

function* readStrings(parts: PackageReader, part: string): Slices<StringItem[]> {
  const strings: StringItem[] = [];
  const bytes = parts.bytes(part);
  const count = new Allowance(2_000_000, 'texts');
  const text = new Allowance(MAX_TEXT, 'text');
  const take = (node: Node) => {
    const string = readStringItem(node);
    count.spend(1);
    text.spend(string.text.length);
    strings.push(string);
  };
  if (bytes) yield* parsing(bytes, { si: take }, parts.elements);
  return strings;
}
