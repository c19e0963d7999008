import type { Book } from '../../book';
import { resolvePlace } from '../../host/wire/lookup';

/** What a workbook that came of no file is called: after its client, where it has one. */
export function clientsName(book: Book): string {
  const place = resolvePlace(book, 'Engagement.Client');
  const client = place && place.sheet.cells[place.area.row]?.[place.area.column]?.value;
  const plain = String(client ?? '')
    .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
    .trim();
  return plain === '' ? 'APPFI.xlsx' : `APPFI ${plain}.xlsx`;
}
