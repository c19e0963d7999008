import { applyToWorkbook, merge, readFilled } from '../../src/exchange';
import { createHost } from '../../src/host';
import { failureText } from '../../src/messages';
import { layOut, readWorkbook, study } from '../../src/office';
import { catalogs, Paper, project, sendOut } from './paper';

test('nothing is merged into a sheet whose words have left their rows, and it is said which', async () => {
  const engagement = project();
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { lang: 'en', catalogs }));
  const paper = await Paper.of(await sendOut(engagement));
  const filled = readFilled(paper.type('3 PainPoints', 'Pain 1', 'Pick *', 'Yes').book);
  const merging = host.run(async (context) => {
    const column = context.workbook.tables.getItem('PainPoints').columns.getItem('Pain point');
    const words = column.getDataBodyRange().getResizedRange(0, 0).getRow(0).getResizedRange(3, 0);
    words.load('values');
    await context.sync();
    words.values = [...words.values].reverse();
    await context.sync();
    const seen = await study(context, { catalogs });
    const before = { engagement: seen.read.engagement, spec: seen.spec };
    const outcome = merge(before, [{ file: 'li.xlsx', filled }], { on: '2026-04-01' });
    expect(outcome.changes).toHaveLength(1);
    await applyToWorkbook(context, seen, outcome, { catalogs });
  });
  const { text } = failureText('en', await merging.catch((error: unknown) => error));
  expect(text).toContain('Pain 4 (← Pain 1)');
  const { engagement: after } = await host.run((context) => readWorkbook(context, { catalogs }));
  expect(after.pain).toEqual({});
});
