import type { Book, DefinedName, Sheet } from './book';
import { quoteSheet } from './address';
import { formulaFromFile, formulaToFile } from './formula';
import { decodeText, encodeAttributeText, encodeText } from './text';
import { type Node, el, escapeText, flag, numeric } from './xml';

export const PRINT_AREA = '_xlnm.Print_Area';
export const PRINT_TITLES = '_xlnm.Print_Titles';

/** Defined names, print areas and titles among them. */
export function namesXml(book: Book): string {
  const all = [
    ...book.sheets.flatMap((sheet, tab) => [areaNameXml(sheet, tab), titlesNameXml(sheet, tab)]),
    ...book.names.map((name) =>
      nameXml(
        name,
        book.sheets.findIndex((sheet) => sheet.id === name.scope),
      ),
    ),
  ].join('');
  return all && el('definedNames', {}, all);
}

const printed = (sheet: Sheet, name: string, localSheetId: number, ref: string | undefined) =>
  ref ? el('definedName', { name, localSheetId }, escapeText(onSheet(sheet, ref))) : '';

/** @param tab the sheet's place among all tabs */
export const areaNameXml = (sheet: Sheet, tab: number) =>
  printed(sheet, PRINT_AREA, tab, sheet.pageLayout.printArea);

export const titlesNameXml = (sheet: Sheet, tab: number) =>
  printed(sheet, PRINT_TITLES, tab, sheet.pageLayout.titleRows);

/** @param tab of the sheet it is for; negative for the whole workbook */
export const nameXml = ({ name, formula, visible, comment }: DefinedName, tab: number) =>
  el(
    'definedName',
    {
      name,
      comment: comment ? encodeAttributeText(comment) : undefined,
      localSheetId: tab < 0 ? undefined : tab,
      hidden: visible ? undefined : true,
    },
    escapeText(encodeText(formulaToFile(formula))),
  );

/** `A1:B9,D1` → `'Sheet'!$A$1:$B$9,'Sheet'!$D$1` */
const onSheet = (sheet: Sheet, ref: string) =>
  ref
    .split(',')
    .map((part) => `${quoteSheet(sheet.name)}!${part.trim().replace(/\$?([A-Z]+|\d+)/gi, '$$$1')}`)
    .join(',');

const withoutSheet = (ref: string) =>
  ref
    .replace(/'(?:[^']|'')*'!/g, '')
    .split(',')
    .map((part) => part.slice(part.lastIndexOf('!') + 1));

/** Puts names, print areas and print titles into the book; `sheets` are those of all tabs. */
export function readNames(nodes: Node[], book: Book, sheets: (Sheet | undefined)[]): void {
  for (const node of nodes) {
    const name = node.attributes['name'];
    const scope = sheets[numeric(node, 'localSheetId') ?? -1];
    const text = decodeText(node.text).trim();
    if (!name || text === '') continue;
    if (name === PRINT_AREA && scope) scope.pageLayout.printArea = withoutSheet(text).join(',');
    else if (name === PRINT_TITLES && scope) {
      const rows = withoutSheet(text).find((part) => /^\$?\d+:\$?\d+$/.test(part));
      if (rows) scope.pageLayout.titleRows = rows;
    } else if (!name.startsWith('_xlnm.')) book.names.push(readName(node, name, text, scope));
  }
}

function readName(node: Node, name: string, text: string, scope: Sheet | undefined): DefinedName {
  const defined: DefinedName = {
    name,
    formula: formulaFromFile(text),
    visible: !flag(node, 'hidden'),
    comment: decodeText(node.attributes['comment'] ?? ''),
  };
  if (scope) defined.scope = scope.id;
  return defined;
}
