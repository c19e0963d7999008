import { join } from 'node:path';
import { small } from '../rules/value/cases';
import { Desk, engagementOf } from '../support/desk';
import { expectGolden } from '../support/golden';
import { looksOf } from '../support/looks';

test('a workbook looks as it did (UPDATE_GOLDEN=1 renews)', async () => {
  const desk = new Desk();
  desk.catalogs.push(small);
  const engagement = engagementOf();
  engagement.catalogs.push({ id: small.id });
  await desk.layOut(engagement, { lang: 'en' });
  expectGolden(join(__dirname, 'golden', 'looks.txt'), looksOf(desk.host.book));
});
