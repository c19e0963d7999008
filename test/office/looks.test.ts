import { join } from 'node:path';
import { laidOut } from '../support/desk';
import { expectGolden } from '../support/golden';
import { looksOf } from '../support/looks';

test('a workbook looks as it did (UPDATE_GOLDEN=1 renews)', async () => {
  const { book } = (await laidOut()).host;
  expectGolden(join(__dirname, 'golden', 'looks.txt'), looksOf(book));
});
