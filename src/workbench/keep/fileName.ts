import type { Book } from '../../book';
import { resolvePlace } from '../../host/wire/lookup';

export const usualName = 'APPFI.xlsx';

/** What a workbook is downloaded as: its file's own name, or, where it came of no file, its client's. */
export function fileNameOf(book: Book, name: string): string {
  if (name !== usualName) return name;
  const place = resolvePlace(book, 'Engagement.Client');
  const client = place && place.sheet.cells[place.area.row]?.[place.area.column]?.value;
  const plain = String(client ?? '')
    .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
    .trim();
  return plain === '' ? name : `APPFI ${plain}.xlsx`;
}
