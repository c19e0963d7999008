import { readFileSync } from 'node:fs';
import type { bothModels } from '../../src/catalog/models';
import { parseEngagementText } from '../../src/engagement/parse';
import { openProject } from '../../src/engagement/project';
import type { Engagement } from '../../src/engagement/schema';
import { describeWorkbook } from '../../src/workbook';
import { compute, type Computed } from '../../src/workbook/compute';
import type { Worked } from '../../src/workbook/worked';

type ExampleId = (typeof bothModels)[number];

export const models: ExampleId[] = ['after-sales', 'key-account'];

export const readExample = (model: ExampleId | `${ExampleId}.en`): Engagement => {
  const { engagement, problems } = parseEngagementText(
    readFileSync(`examples/${model}.json`, 'utf8'),
  );
  expect(problems).toEqual([]);
  return engagement!;
};

/** The whole workbook of an engagement, described and computed by the rules alone. */
export async function worked(engagement: Engagement): Promise<Worked> {
  const ids = engagement.catalogs.map(({ id }) => id);
  const { catalog, catalogs } = await openProject(ids, 'zh-CN');
  const spec = describeWorkbook({
    lang: 'zh-CN',
    catalog,
    catalogs,
    engagement,
    addInVersion: '0',
  });
  return { spec, computed: compute(spec) };
}

export const bookOf = async (engagement: Engagement): Promise<Computed> =>
  (await worked(engagement)).computed;

/** Ids of the checks that fail, by their row in the sheet. */
export const failingChecks = (book: Computed): string[] =>
  Array.from({ length: book.rows('Checks') }, (_, row) => row)
    .filter((row) => book.cell('Checks', row, 'failing') !== 0)
    .map((row) => String(book.cell('Checks', row, 'id')).replace('check.', ''));
