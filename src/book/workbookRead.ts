import { emptySheet } from './empty';
import type { Book, Sheet, Visibility } from './book';
import { Allowance, broken } from './errors';
import { stringItem } from './cellsRead';
import { readCustomXml } from './customXml';
import { readNames } from './names';
import { PackageReader, type Relation } from './package';
import { readProperties } from './properties';
import { readSheet } from './sheetRead';
import { readStyles } from './stylesRead';
import { readWebExtensions } from './webExtension';
import { type Node, at, child, childrenOf, flag, numeric, parseXml, relationId } from './xml';
import type { Parts } from './zip';

const VISIBILITY: Record<string, Visibility> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** The book a package holds. */
export function readWorkbook(unpacked: Parts): Book {
  const parts = new PackageReader(unpacked);
  const part = parts.workbook();
  const workbook = parts.xml(part)!;
  const relations = parts.relations(part);
  const styles = readStyles(
    parts.xml(parts.related(part, 'styles')),
    parts.xml(parts.related(part, 'theme')),
  );
  const cells = {
    strings: readStrings(parts.bytes(parts.related(part, 'sharedStrings') ?? '')),
    looks: styles.looks,
    allowance: new Allowance(5_000_000, 'cells'),
    date1904: flag(child(workbook, 'workbookPr'), 'date1904'),
  };
  const { sheets, listed } = readSheetList(child(workbook, 'sheets'), relations);
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
  return book;
}

interface Listed {
  sheet: Sheet;
  /** Its part. */
  target: string;
}

/** Worksheets in tab order; `listed` also counts tabs that are no worksheets. */
function readSheetList(list: Node | undefined, relations: Relation[]) {
  const sheets: Listed[] = [];
  const listed = childrenOf(list, 'sheet').map((node, index): Sheet | undefined => {
    const relation = relations.find(({ id }) => id === relationId(node));
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

function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  const allowance = new Allowance(5_000_000, 'texts');
  const take = (node: Node) => {
    allowance.spend(1);
    strings.push(stringItem(node));
  };
  if (bytes) parseXml(bytes, { si: take });
  return strings;
}
