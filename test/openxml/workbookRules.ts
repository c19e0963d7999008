import { cellName, parseAreas, parseCell } from '../../src/book/address';
import type { Area } from '../../src/book';
import { decodeText } from '../../src/book/text';
import {
  type Node,
  child,
  childrenOf,
  descendants,
  parseXml,
  relationId,
} from '../../src/book/xml';
import { formulaProblems, type Known } from './formulaRules';
import type { Package } from './packageRules';

/** What makes Excel repair a workbook, or say that a formula is wrong, and the SDK's validator does not see. */

const textsOf = (node: Node): string =>
  decodeText([...descendants(node, 't')].map(({ text }) => text).join(''));
const count = (node: Node | undefined): number => node?.children.length ?? 0;
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));
const errors = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

interface TableFound {
  name: string;
  area: Area;
  columns: string[];
  calculated: string[];
}

interface SheetFound {
  name: string;
  tree: Node;
  cells: Map<string, string>;
  tables: TableFound[];
}

/** Every breach that is found, in words. */
export function workbookProblems(file: Package): string[] {
  const problems: string[] = [];
  const tree = (part: string | undefined) => parseXml(file.parts[part ?? ''] as Uint8Array);
  const book = tree('xl/workbook.xml');
  const to = (part: string, node: Node) =>
    file.relations.get(part)?.get(relationId(node) ?? '') ?? '';
  const entries = childrenOf(child(book, 'sheets'), 'sheet');
  const shared = file.parts['xl/sharedStrings.xml']
    ? childrenOf(tree('xl/sharedStrings.xml'), 'si').map(textsOf)
    : [];
  const styles = file.parts['xl/styles.xml'] ? tree('xl/styles.xml') : undefined;
  const looks = { cells: count(child(styles, 'cellXfs')), dxfs: count(child(styles, 'dxfs')) };
  const sheets = entries.map((entry): SheetFound => {
    const part = to('xl/workbook.xml', entry);
    const name = entry.attributes.name ?? '';
    const say = (what: string) => problems.push(`${name}: ${what}`);
    const sheet = tree(part);
    const cells = cellsOf(sheet, shared, looks.cells, say);
    const tables = descendants(child(sheet, 'tableParts'), 'tablePart').map((one) =>
      tableOf(tree(to(part, one)), cells, say),
    );
    layProblems(sheet, tables, looks.dxfs, say);
    return { name, tree: sheet, cells, tables };
  });
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const names = childrenOf(child(book, 'definedNames'), 'definedName');
  problems.push(...bookProblems(book, entries, tables, names, sheets));
  const known: Known = {
    tables: new Map(tables.map(({ name, columns }) => [name.toLowerCase(), columns])),
    sheets: new Set(sheets.map(({ name }) => name.toLowerCase())),
  };
  const seen = new Set<string>();
  for (const [place, formula, kind] of formulasOf(sheets, names)) {
    if (seen.has(`${kind} ${formula}`)) continue;
    seen.add(`${kind} ${formula}`);
    problems.push(...formulaProblems(formula, known, kind).map((what) => `${place}: ${what}`));
  }
  return problems;
}

function bookProblems(
  book: Node,
  entries: readonly Node[],
  tables: readonly TableFound[],
  names: readonly Node[],
  sheets: readonly SheetFound[],
): string[] {
  const problems: string[] = [];
  const once = (what: string, all: readonly string[]) =>
    problems.push(
      ...all.filter((one, i) => all.indexOf(one) !== i).map((one) => `${what} ${one} is twice`),
    );
  const global = names.filter(({ attributes }) => attributes.localSheetId === undefined);
  once(
    'the sheet',
    sheets.map(({ name }) => name.toLowerCase()),
  );
  once('the name', [
    ...global.map(({ attributes }) => (attributes.name ?? '').toLowerCase()),
    ...tables.map(({ name }) => name.toLowerCase()),
  ]);
  for (const name of sheets.map((sheet) => sheet.name))
    if (!/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/.test(name)) problems.push(`a sheet is called ${name}`);
  const active = descendants(book, 'workbookView')[0]?.attributes.activeTab ?? '0';
  if ((entries[Number(active)]?.attributes.state ?? 'visible') !== 'visible')
    problems.push('the sheet shown first is hidden');
  const targets = new Set([
    ...global.map(({ attributes }) => attributes.name?.toLowerCase()),
    ...tables.map(({ name }) => name.toLowerCase()),
  ]);
  for (const { name, tree } of sheets)
    for (const { attributes } of descendants(tree, 'hyperlink')) {
      const place = attributes.location;
      if (place !== undefined && !place.includes('!') && !targets.has(place.toLowerCase()))
        problems.push(`${name}: a link leads to ${place}, which is not there`);
    }
  return problems;
}

function cellsOf(
  sheet: Node,
  shared: readonly string[],
  looks: number,
  say: (what: string) => void,
): Map<string, string> {
  const cells = new Map<string, string>();
  let [row, column] = [-1, -1];
  for (const one of descendants(child(sheet, 'sheetData'), 'c')) {
    const { r = '', t = 'n', s = '0' } = one.attributes;
    const value = child(one, 'v')?.text ?? '';
    const at = parseCell(r);
    if (at.row < row || (at.row === row && at.column <= column)) say(`${r} is out of order`);
    [row, column] = [at.row, at.column];
    if (Number(s) >= Math.max(1, looks)) say(`${r} has a look that is not there`);
    if (t === 's' && !/^\d+$/.test(value)) say(`${r} has no text`);
    if (t === 's' && Number(value) >= shared.length) say(`${r} has a text that is not there`);
    if (t === 'n' && value !== '' && !isNumber(value)) say(`${r} is ${value}, no number`);
    if (t === 'b' && !/^[01]$/.test(value)) say(`${r} is ${value}, neither true nor false`);
    if (t === 'e' && !errors.includes(value)) say(`${r} is ${value}, no error that files know`);
    const text = t === 's' ? shared[Number(value)] : t === 'inlineStr' ? textsOf(one) : value;
    if ((text ?? '').length > 32_767) say(`${r} has more than 32,767 characters`);
    cells.set(r, decodeText(text ?? ''));
  }
  return cells;
}

function tableOf(
  table: Node,
  cells: ReadonlyMap<string, string>,
  say: (what: string) => void,
): TableFound {
  const {
    displayName: name = '',
    ref = '',
    headerRowCount = '1',
    totalsRowCount = '0',
  } = table.attributes;
  const [area] = parseAreas(ref);
  if (!area) throw new Error(`A table without an area: ${name}`);
  const columns = descendants(child(table, 'tableColumns'), 'tableColumn');
  const headers = columns.map(({ attributes }) => decodeText(attributes.name ?? ''));
  if (headers.length !== area.columns) say(`${name} has ${headers.length} columns in ${ref}`);
  if (area.rows - Number(headerRowCount) - Number(totalsRowCount) < 1) say(`${name} has no rows`);
  headers.forEach((header, i) => {
    const place = `${name}[${header}]`;
    const cell = cells.get(cellName(area.row, area.column + i));
    if (headerRowCount !== '0' && cell !== header) say(`${place} stands under “${cell}”`);
    if (headers.findIndex((one) => one.toLowerCase() === header.toLowerCase()) !== i)
      say(`${place} is twice`);
    if (header === '' || header.length > 255) say(`${place} is no name for a column`);
  });
  const filter = child(table, 'autoFilter')?.attributes.ref;
  if (filter !== undefined && totalsRowCount === '0' && filter !== ref)
    say(`${name} is ${ref} and filters ${filter}`);
  const calculated = columns.flatMap((one) => child(one, 'calculatedColumnFormula')?.text ?? []);
  return { name, area, columns: headers, calculated };
}

/** What must not lie over something else, and texts that Excel cuts the file for. */
function layProblems(
  sheet: Node,
  tables: readonly TableFound[],
  dxfs: number,
  say: (what: string) => void,
): void {
  const merged = descendants(child(sheet, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) =>
    parseAreas(attributes.ref ?? ''),
  );
  const validations = descendants(child(sheet, 'dataValidations'), 'dataValidation');
  const validated = validations.flatMap(({ attributes }) => parseAreas(attributes.sqref ?? ''));
  const apart = (what: string, areas: readonly Area[]) =>
    areas.forEach((one, i) => {
      if (areas.slice(i + 1).some((other) => overlap(one, other))) say(`${what} overlap`);
    });
  apart('tables and merged cells', [...merged, ...tables.map(({ area }) => area)]);
  apart('validations', validated);
  const most = { errorTitle: 32, promptTitle: 32, error: 255, prompt: 255 };
  for (const one of validations) {
    for (const [key, length] of Object.entries(most))
      if (decodeText(one.attributes[key] ?? '').length > length)
        say(`${key} of ${one.attributes.sqref} is longer than ${length} characters`);
    for (const formula of ['formula1', 'formula2'].map((key) => child(one, key)?.text ?? ''))
      if (formula.length > 255)
        say(`a rule of ${one.attributes.sqref} is longer than 255 characters`);
  }
  const rules = descendants(sheet, 'cfRule').filter(({ attributes }) => attributes.priority);
  const priorities = rules.map(({ attributes }) => attributes.priority);
  if (new Set(priorities).size < priorities.length) say('two highlights have one priority');
  for (const { attributes } of rules)
    if (Number(attributes.dxfId ?? 0) > Math.max(0, dxfs - 1)) say('a highlight has no look');
  let last = 0;
  for (const { attributes } of descendants(child(sheet, 'cols'), 'col')) {
    if (Number(attributes.min) <= last) say('widths of columns overlap');
    last = Number(attributes.max);
  }
}

type Formula = [place: string, formula: string, kind: 'cell' | 'rule'];

function formulasOf(sheets: readonly SheetFound[], names: readonly Node[]): Formula[] {
  return [
    ...sheets.flatMap(({ name, tree, tables }): Formula[] => [
      ...descendants(child(tree, 'sheetData'), 'c').flatMap((cell): Formula[] => {
        const formula = child(cell, 'f')?.text;
        return formula ? [[`${name}!${cell.attributes.r}`, formula, 'cell']] : [];
      }),
      ...tables.flatMap((table) =>
        table.calculated.map((formula): Formula => [table.name, formula, 'cell']),
      ),
      ...['formula', 'formula1', 'formula2'].flatMap((tag) =>
        descendants(tree, tag).map(({ text }): Formula => [`${name}: a rule`, text, 'rule']),
      ),
    ]),
    ...names.map(({ attributes, text }): Formula => [`${attributes.name}`, text, 'rule']),
  ];
}
