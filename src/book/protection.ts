import type { Protection } from './book';
import { type Node, el, flag } from './xml';

/** Office.js option → the file's attribute, which says "locked", and whether files lock it unasked. */
const OPTIONS: [option: string, attribute: string, lockedByDefault: boolean][] = [
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowSort', 'sort', true],
  ['allowAutoFilter', 'autoFilter', true],
  ['allowPivotTables', 'pivotTables', true],
];

/** Without a password, whose hash would cost a quarter of a second a sheet. */
export function protectionXml(protection: Protection | undefined): string {
  if (!protection) return '';
  const { options } = protection;
  const locks = OPTIONS.map(
    ([option, attribute, lockedByDefault]): [string, boolean | undefined] => {
      const locked = options[option] !== true;
      return [attribute, locked === lockedByDefault ? undefined : locked];
    },
  );
  const mode = options['selectionMode'];
  return el('sheetProtection', {
    sheet: true,
    ...Object.fromEntries(locks),
    selectLockedCells: mode === 'Unlocked' || mode === 'None' ? true : undefined,
    selectUnlockedCells: mode === 'None' ? true : undefined,
  });
}

/** Every option, as Office.js answers them. */
export function readProtection(node: Node | undefined): Protection | undefined {
  if (!flag(node, 'sheet')) return undefined;
  const options: Protection['options'] = Object.fromEntries(
    OPTIONS.map(([option, attribute, lockedByDefault]) => [
      option,
      !flag(node, attribute, lockedByDefault),
    ]),
  );
  options['selectionMode'] = flag(node, 'selectUnlockedCells')
    ? 'None'
    : flag(node, 'selectLockedCells')
      ? 'Unlocked'
      : 'Normal';
  return { options };
}
