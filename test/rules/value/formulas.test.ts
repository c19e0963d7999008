import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyEngagement } from '../../../src/engagement/project';
import { describe as describeWorkbook } from '../../../src/office';
import { structureOf } from '../../workbook/structure';

const golden = join(__dirname, '../../workbook/golden/key-account.en.json');

test('rules give the formulas that the workbook has had (test/workbook renews them)', async () => {
  const spec = await describeWorkbook(emptyEngagement([{ id: 'key-account' }], 'en'), 'en');
  const { sheets } = JSON.parse(readFileSync(golden, 'utf8')) as { sheets: unknown };
  expect(structureOf(spec).sheets).toEqual(sheets);
});
