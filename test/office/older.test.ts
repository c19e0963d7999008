import { edit, study, tablesOf } from '../../src/office';
import { layoutVersion } from '../../src/workbook';
import { type Desk, kindsOf, laidOut } from '../support/desk';

/** What the present layout has brought is taken out of the workbook again. */
async function asLaidBefore(desk: Desk): Promise<void> {
  const { sheets } = await desk.spec();
  const brought = tablesOf(sheets).flatMap(({ name, columns }) =>
    columns.filter(({ since }) => since === layoutVersion).map(({ header }) => ({ name, header })),
  );
  expect(brought.length).toBeGreaterThan(5);
  await desk.act((context) => {
    for (const { name, header } of brought)
      context.workbook.tables.getItem(name).columns.getItem(header).delete();
    for (const name of ['Contract.Missing', 'Contract.Misfit'])
      context.workbook.names.getItem(name).delete();
  });
  desk.type('Provenance', 0, 'Value', layoutVersion - 1);
}

test('a workbook of the layout before is told as one, and refreshed without a loss', async () => {
  const desk = await laidOut();
  const whole = desk.content();
  await asLaidBefore(desk);
  // A column of one's own stands where the present layout has one that is still to come.
  await desk.act((context) => {
    const terms = context.workbook.tables.getItem('Terms');
    const at = desk.table('Terms').headers.indexOf('Problem') + 1;
    terms.columns.add(at, [['Mine'], ...desk.ids('Terms').map((_, i) => [`note ${i}`])]);
    context.workbook.tables.getItem('Costs').columns.getItem('Owner').name = 'In charge';
  });
  expect(kindsOf((await desk.read()).findings)).toEqual(['layout-earlier', 'header-renamed']);

  const { findings } = await desk.refresh();
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(desk.value('Terms', 0, 'Mine')).toBe('note 0');
  expect((await desk.read()).findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect((await desk.refresh()).cells).toBe(0);

  const formulas = (of: ReturnType<Desk['content']>) =>
    Object.values(of).flatMap((cells) =>
      Object.values(cells).filter((cell) => String(cell).startsWith('=')),
    );
  expect(new Set(formulas(desk.content()))).toEqual(new Set(formulas(whole)));
});

test('what a workbook of an earlier layout does not have yet is not gone: it is told to refresh', async () => {
  const desk = await laidOut();
  await asLaidBefore(desk);
  const say = () =>
    desk.host.run(async (context) => {
      const seen = await study(context, { catalogs: desk.catalogs });
      return edit(context, seen, [{ name: 'Contract.Missing', value: 1 }]);
    });
  const error: unknown = await say().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'earlier-layout' });
  desk.type('Provenance', 0, 'Value', layoutVersion);
  await expect(say()).rejects.toMatchObject({ code: 'gone' });
});
