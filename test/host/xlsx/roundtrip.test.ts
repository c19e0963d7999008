import { openXlsx, saveXlsx } from '../../../src/host/xlsx';
import { sampleBook } from './sample';

test('a book that uses everything comes back as it was', async () => {
  const book = sampleBook();
  expect(await openXlsx(await saveXlsx(book))).toEqual(book);
});
