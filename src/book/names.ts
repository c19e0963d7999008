import type { Book, DefinedName, Sheet } from './book';
import { quoteSheet } from './address';
import { formulaFromFile, formulaToFile } from './formula';
import { decodeText, encodeAttributeText, encodeText } from './text';
import { type Node, el, escapeText, flag, numeric } from './xml';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Defined names, print areas and titles among them. */
export function namesXml(book: Book): string {
  const printed = book.sheets.flatMap((sheet, localSheetId) => {
    const { printArea, titleRows } = sheet.pageLayout;
    const builtIn = (name: string, ref: string | undefined) =>
      ref ? [el('definedName', { name, localSheetId }, escapeText(onSheet(sheet, ref)))] : [];
    return [...builtIn(PRINT_AREA, printArea), ...builtIn(PRINT_TITLES, titleRows)];
  });
  const named = book.names.map(({ name, formula, visible, comment, scope }) => {
    const index = book.sheets.findIndex((sheet) => sheet.id === scope);
    return el(
      'definedName',
      {
        name,
        comment: comment ? encodeAttributeText(comment) : undefined,
        localSheetId: index < 0 ? undefined : index,
        hidden: visible ? undefined : true,
      },
      escapeText(encodeText(formulaToFile(formula))),
    );
  });
  const all = [...printed, ...named];
  return all.length === 0 ? '' : el('definedNames', {}, all.join(''));
}

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
