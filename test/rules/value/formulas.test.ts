import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyEngagement } from '../../../src/engagement/project';
import { describe as describeWorkbook } from '../../../src/office';
import { structureOf } from '../../workbook/structure';

const golden = join(__dirname, '../../workbook/golden/key-account.en.json');

test('rules give the formulas that the workbook has had (test/workbook renews them)', async () => {
  const spec = await describeWorkbook(emptyEngagement([{ id: 'key-account' }], 'en'), 'en');
  expect(structureOf(spec)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});
