import { HostRefusal, accessDenied } from './refusal';

/** What people do around an add-in, whatever it asks: the host then refuses what Excel refuses. */
export interface Circumstances {
  /** Somebody is typing into a cell. */
  cellEdit?: boolean;
  /** The workbook is open for reading only: view mode, Protected View, marked as final. */
  readOnly?: boolean;
  /** Another workbook is in front (office-js #771). */
  behind?: boolean;
  /** Days are counted from 1904, an option of a workbook that old Macs set. */
  from1904?: boolean;
  /** Windows' regional settings; Excel reads what is typed, or written as text, by them. */
  region?: 'de' | 'fr';
  /** Others have the workbook open too: rows that are added come apart ("recent changes might be lost"). */
  coauthors?: boolean;
}

/** Members that go by the window in front. */
const byWindow =
  /^(WorksheetCollection\.add|Worksheet\.(delete|activate|gridlines|headings)|WorksheetFreezePanes\..*|Range\.select)$/;
/** Methods that change nothing in the workbook. */
const harmless =
  /^Functions\.|\.(_|get|load|suspend|calculate|activate|select|register|unregister)/i;

/** @param isSet whether a property is set, not a method called */
export function assertPossible(
  { cellEdit, readOnly, behind, coauthors }: Circumstances,
  member: string,
  isSet: boolean,
): void {
  if (cellEdit)
    throw new HostRefusal(
      'InvalidOperationInCellEditMode',
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    );
  if (readOnly && (isSet || !harmless.test(member))) throw accessDenied();
  if (behind && byWindow.test(member))
    throw new HostRefusal(
      'GeneralException',
      'There was an internal error while processing the request.',
    );
  if (coauthors && member === 'TableRowCollection.add')
    throw new HostRefusal('Conflict', 'Request could not be processed because of a conflict.');
}

const thousands = { de: /\./g, fr: /[ \u00a0\u202f]/g };
const shortDate = {
  de: /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$/,
  fr: /^(\d{1,2})\/(\d{1,2})\/?(\d{4})?$/,
};

/** Text as an English Excel would want it typed: 1.234,5 is 1,234.5 there, and 3.5. the third of May. */
export function inEnglish(text: string, region: Circumstances['region']): string {
  if (region === undefined || /^[=']/.test(text)) return text;
  const [, day, month, year] = shortDate[region].exec(text) ?? [];
  if (day !== undefined) return [month, day, ...(year === undefined ? [] : [year])].join('/');
  if (!/^[+-]?\d[\d.,\s\u00a0\u202f]*%?$/.test(text)) return text;
  const english = text.replace(thousands[region], '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?%?$/.test(english) ? english : `'${text}`;
}
