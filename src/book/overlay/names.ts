import type { Book, DefinedName, Sheet } from '../book';
import { PRINT_AREA, PRINT_TITLES, areaNameXml, nameXml, readNames, titlesNameXml } from '../names';
import { emptySheet } from '../empty';
import type { OpenedWorkbook } from '../workbookRead';
import { el, parseXml } from '../xml';
import { attributeOf, childrenIn, rootOf, textOf, withAttributes } from './scan';

interface Tab {
  sheet: Sheet | undefined;
  /** Its place in the file; negative for a new one. */
  index: number;
}

/** Defined names: those that say the same stay as the file has them, and so do Excel's own. */
export function editNames(
  list: string,
  book: Book,
  moved: OpenedWorkbook,
  tabs: readonly Tab[],
): string {
  const left = new Set<DefinedName>(book.names);
  const printed = new Set<string>();
  const kept = (list === '' ? [] : childrenIn(list, rootOf(list))).flatMap((span) => {
    const xml = textOf(list, span);
    const name = attributeOf(list, span, 'name') ?? '';
    const scope = attributeOf(list, span, 'localSheetId');
    const tab =
      scope === undefined ? undefined : tabs.findIndex(({ index }) => index === Number(scope));
    if (tab !== undefined && tab < 0) return [];
    const sheet = tab === undefined ? undefined : tabs[tab]!.sheet;
    if (!stays(xml, name, sheet, moved, left)) return [];
    if (sheet && (name === PRINT_AREA || name === PRINT_TITLES)) printed.add(`${name} ${sheet.id}`);
    return tab === undefined || tab === Number(scope)
      ? [xml]
      : [withAttributes(xml, { localSheetId: tab })];
  });
  const added = tabs.flatMap(({ sheet }, tab) =>
    sheet
      ? [
          printed.has(`${PRINT_AREA} ${sheet.id}`) ? '' : areaNameXml(sheet, tab),
          printed.has(`${PRINT_TITLES} ${sheet.id}`) ? '' : titlesNameXml(sheet, tab),
        ]
      : [],
  );
  const names = [...left].map((name) =>
    nameXml(
      name,
      name.scope === undefined ? -1 : tabs.findIndex(({ sheet }) => sheet?.id === name.scope),
    ),
  );
  const all = [...kept, ...added, ...names].join('');
  if (all === kept.join('') && kept.length === countOf(list) && !renumbered(list, kept))
    return list;
  return all && el('definedNames', {}, all);
}

const countOf = (list: string) => (list === '' ? 0 : childrenIn(list, rootOf(list)).length);

const renumbered = (list: string, kept: string[]) => kept.some((xml) => !list.includes(xml));

/** Whether a name of the file still says what the book does; the book's own is then used up. */
function stays(
  xml: string,
  name: string,
  sheet: Sheet | undefined,
  moved: OpenedWorkbook,
  left: Set<DefinedName>,
): boolean {
  const before = moved.book.sheets.find(({ id }) => id === sheet?.id);
  if (sheet && before && name === PRINT_AREA)
    return before.pageLayout.printArea === sheet.pageLayout.printArea;
  if (sheet && before && name === PRINT_TITLES)
    return before.pageLayout.titleRows === sheet.pageLayout.titleRows;
  const [said] = namesIn(xml, sheet);
  if (!said) return true;
  const same = [...left].find(
    (one) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(said)),
  );
  if (same) left.delete(same);
  return same !== undefined;
}

const sorted = ({ name, formula, visible, comment, scope }: DefinedName) => [
  name,
  formula,
  visible,
  comment,
  scope ?? '',
];

/** What the book makes of one element; nothing of what Excel keeps for itself. */
function namesIn(xml: string, sheet: Sheet | undefined): DefinedName[] {
  const node = parseXml(xml);
  if (node.attributes['localSheetId'] !== undefined) node.attributes['localSheetId'] = '0';
  const read: Pick<Book, 'names'> = { names: [] };
  const scope = sheet ?? emptySheet('', '');
  readNames([node], read as Book, [sheet ? { ...emptySheet(scope.id, scope.name) } : undefined]);
  return read.names;
}
