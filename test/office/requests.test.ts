import fc from 'fast-check';
import { createHost } from '../../src/host';
import { layOutSpec } from '../../src/office';
import { Scale } from '../../src/office/scale';
import { targetOf, type Target } from '../../src/office/target';
import type { WorkbookSpec } from '../../src/workbook';
import { Desk, engagementOf } from '../support/desk';

/** What a request weighs before it is sent, and what is sent. */
async function weighed(work: (target: Target) => void): Promise<[number, number]> {
  const scale = new Scale();
  work(scale.target);
  const host = createHost();
  await host.run(async (context) => {
    work(targetOf(context.workbook));
    await context.sync();
  });
  return [scale.bytes, host.counters.largestRequest];
}

const area = { row: 1, column: 1, rows: 20, columns: 3 };

/** A bit of everything that a layout does. */
const work = (texts: readonly string[]) => (target: Target) => {
  const { workbook } = target;
  target.addSheet('S');
  const cells = texts.map((text) => [text, `'${text}`, 1.5]);
  const written = { ...area, rows: cells.length };
  target.range('S', written).values = cells;
  target.range('S', { ...area, row: 9_000, rows: 2_000 }).values = Array.from(
    { length: 2_000 },
    () => ['x', 2, ''],
  );
  const table = target.sheet('S').tables.add('H1:I4', true);
  table.name = 'Things';
  table.showBandedRows = false;
  workbook.names.add('Here', "='S'!$A$1").visible = false;
  workbook.styles.add('Ours');
  const style = workbook.styles.getItem('Ours');
  style.font.name = 'Segoe UI';
  style.borders.getItem('EdgeTop').color = '#D5DBE1';
  for (const part of target.areas('S', [area, { ...area, row: 40 }])) {
    part.style = 'Ours';
    part.format.rowHeight = 20;
    part.dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
    const highlight = part.conditionalFormats.add('Custom').custom;
    highlight.rule.formula = '=$B2>5';
    highlight.format.fill.color = '#FFE3C2';
  }
  workbook.tables.getItem('Things').getDataBodyRange().getRow(0).values = [texts.slice(0, 2)];
};

test('what a request weighs is within 5 % of what is sent, in any writing', async () => {
  const writing = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('指标一', 'Plain "words"'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(writing, { minLength: 2, maxLength: 40 }), async (texts) => {
      const plain = texts.map((text) => `a${text}`);
      const [estimate, sent] = await weighed(work(plain));
      expect(Math.abs(estimate / sent - 1)).toBeLessThan(0.05);
    }),
    { numRuns: 20 },
  );
});

test.each(['en', 'zh-CN'] as const)(
  'a layout in %s goes in requests of the size asked for',
  async (lang) => {
    const desk = new Desk();
    await desk.layOut(engagementOf(), { lang, batchBytes: 200_000 });
    const { largestRequest, requestBytes, syncs } = desk.host.counters;
    expect(largestRequest).toBeLessThan(210_000);
    expect(requestBytes / syncs).toBeGreaterThan(120_000);
  },
);

/** A table of so many rows, of which each second is shown otherwise, has a name, and a height of its own. */
const long = (rows: number): WorkbookSpec => ({
  lang: 'zh-CN',
  title: 'Long',
  lists: [],
  sheets: [
    {
      id: 'long',
      name: 'Long',
      tab: 'value',
      visibility: 'Visible',
      flow: 'down',
      page: { orientation: 'Portrait' },
      blocks: [
        {
          kind: 'table',
          id: 'long',
          name: 'Metrics',
          filter: true,
          spare: 0,
          cellNames: { prefix: 'Long', column: 'value' },
          columns: [
            { id: 'id', header: 'ID', role: 'key', kind: 'text', width: 8, hidden: true },
            { id: 'item', header: 'Item', role: 'content', kind: 'text', width: 20 },
            { id: 'value', header: 'Value', role: 'input', kind: 'measure', width: 12 },
          ],
          rows: Array.from({ length: rows }, (_, i) => ({
            id: `row.${i}`,
            cells: { item: '每个指标一行。'.repeat(1 + (i % 4)), value: i },
            ...(i % 2 === 0 && { kinds: { value: 'rate' as const } }),
          })),
        },
      ],
    },
  ],
});

test('a long table is laid out in requests that are taken', async () => {
  const limits = { requestBytes: 420_000 };
  const host = createHost(undefined, { limits });
  await host.run((context) => layOutSpec(context, long(3_000), { batchBytes: 400_000 }));
  const [sheet] = host.book.sheets;
  expect(sheet!.tables[0]!.area.rows).toBe(3_001);
  const formats = [1, 2, 3].map((row) => sheet!.cells[row]![2]!.style?.numberFormat);
  expect(formats[0]).not.toBe(formats[1]);
  expect(formats[0]).toBe(formats[2]);
  expect(host.counters.largestRequest).toBeLessThan(limits.requestBytes);
});
