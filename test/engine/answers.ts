import fc from 'fast-check';
import type { Catalog } from '../../src/catalog/schema';
import { Engagement } from '../../src/engagement/schema';
import { emptyEngagement } from '../../src/engagement/project';
import type { Lang } from '../../src/messages';
import { describe as describeWorkbook } from '../../src/office';
import type { CellValue, ColumnSpec, TableBlock, WorkbookSpec } from '../../src/workbook';

/** Words that a spreadsheet could take for something else. */
const words = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('张总', 'Ms Li', '改为：先试点', '= not a formula', '1/2'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('007', '2026-03-02', "'quoted", 'a\\nb', '🙂', 'TRUE', '@x'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
);

const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));

function cell(
  spec: WorkbookSpec,
  column: Pick<ColumnSpec, 'kind' | 'list'>,
): fc.Arbitrary<CellValue> {
  const list = spec.lists.find(({ id }) => id === column.list);
  if (list && list.entries.length > 0) return fc.constantFrom(...list.entries.map(({ id }) => id));
  switch (column.kind) {
    case 'text':
      return words.map((text) => text.trim() || 'x');
    case 'date':
      return day;
    case 'percent':
      return fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    case 'integer':
    case 'hours':
    case 'score':
      return fc.integer({ min: 1, max: 60 });
    default:
      return fc.integer({ min: 0, max: 9_000_000 }).map((cents) => cents / 4);
  }
}

type Rows = Record<string, Record<string, CellValue>>;

/** Answers in some of a table's rows, and a few rows of someone's own. */
function rows(spec: WorkbookSpec, block: TableBlock): fc.Arbitrary<Rows> {
  const of = (role: ColumnSpec['role']) =>
    Object.fromEntries(
      block.columns
        .filter((column) => column.role === role)
        .map((column) => [column.id, cell(spec, column)]),
    );
  const answers = fc.record(of('input'), { requiredKeys: [] });
  const ids = block.rows.map(({ id }) => id);
  const answered =
    ids.length === 0
      ? fc.constant<Rows>({})
      : fc.dictionary(fc.constantFrom(...ids), answers, { maxKeys: 40, size: 'max' });
  if (block.customPrefix === undefined) return answered as fc.Arbitrary<Rows>;
  const own = fc.array(fc.record({ ...of('content'), ...of('input') }), { maxLength: 3 });
  return fc.tuple(answered, own).map(([some, more]) => ({
    ...some,
    ...Object.fromEntries(more.map((cells, i) => [`${block.customPrefix}${i + 1}`, cells])),
  })) as fc.Arbitrary<Rows>;
}

/** Any engagement that people could have with this catalog; the description says what they can fill in. */
export async function engagements(catalog: Catalog, lang: Lang): Promise<fc.Arbitrary<Engagement>> {
  const empty = emptyEngagement([{ id: catalog.id }], lang);
  const spec = await describeWorkbook(empty, lang, { catalogs: [catalog] });
  const blocks = spec.sheets.flatMap((sheet) => sheet.blocks);
  const stores = blocks.flatMap((block) =>
    block.kind === 'table' && block.store !== undefined
      ? [[block.store, rows(spec, block)] as const]
      : [],
  );
  const fields = blocks.flatMap((block) =>
    block.kind === 'fields' ? block.fields.filter(({ stored }) => stored) : [],
  );
  const settings = fc.record(
    Object.fromEntries(fields.map((field) => [field.id, cell(spec, field)])),
    { requiredKeys: [] },
  );
  return fc
    .record({ settings, ...Object.fromEntries(stores) })
    .map((answers) => Engagement.parse({ ...empty, ...answers }));
}
