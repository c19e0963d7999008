import { engagementOf, laidOut, type Desk } from '../support/desk';
import { onLine } from '../support/line';

const said = engagementOf({ ask: { 's.ask.1': { owner: 'Li' }, 's.ask.3': { pick: 'yes' } } });

const others: Record<string, (desk: Desk) => Promise<void>> = {
  'sort a table': (desk) =>
    desk.act(({ workbook }) =>
      workbook.tables.getItem('Asks').sort.apply([{ key: 0, ascending: false }]),
    ),
  'put a row into it': (desk) =>
    desk.act(({ workbook }) => {
      workbook.tables.getItem('Asks').getDataBodyRange().getRow(1).insert('Down');
    }),
  'put a column into it': (desk) =>
    desk.act(
      ({ workbook }) => void workbook.tables.getItem('Asks').columns.add(3, undefined, 'New'),
    ),
};

test.each(Object.entries(others))(
  'a workbook reads as a whole also when others %s between two requests',
  async (_, act) => {
    const seen = await laidOut(said);
    let requests = 0;
    onLine(seen.host, (at) => void (requests = at));
    await seen.read();
    for (let request = 2; request <= requests; request += 1) {
      const desk = await laidOut(said);
      const before = () => act(desk);
      onLine(desk.host, (at) => (at === request ? { before } : undefined));
      const { engagement, findings } = await desk.read();
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(engagement.ask).toEqual(said.ask);
    }
  },
);

const zh = { lang: 'zh-CN' as const };
const rules = (desk: Desk) =>
  desk.table('Asks').sheet.conditionalFormats.map(({ rule }) => JSON.stringify(rule));
const putRowAbove = (desk: Desk) =>
  desk.act(({ workbook }) => {
    workbook.tables.getItem('Asks').getRange().getRow(0).getEntireRow().insert('Down');
  });

/** The request that says highlights in another language, of how many. */
async function saying(): Promise<{ at: number; of: number }> {
  const seen = await laidOut(said);
  const known = rules(seen).join();
  const requests = { at: 0, of: 0 };
  onLine(seen.host, (request) => {
    if (rules(seen).join() === known) requests.at = request;
    requests.of = request;
    return undefined;
  });
  await seen.refresh(zh);
  return requests;
}

test('a highlight is of its own row also when its table has moved just before it is said in another language', async () => {
  const { at } = await saying();
  const desk = await laidOut(said);
  const before = () => putRowAbove(desk);
  onLine(desk.host, (request) => (request === at ? { before } : undefined));
  await desk.refresh(zh);

  const calm = await laidOut(said);
  await calm.refresh(zh);
  await putRowAbove(calm);
  expect(rules(desk)).toEqual(rules(calm));
});

test('a highlight is of its own row also when its table has moved since, and what was said is taken back', async () => {
  const { at, of } = await saying();
  expect(of).toBeGreaterThan(at + 1);
  const desk = await laidOut(said);
  const before = () => putRowAbove(desk);
  onLine(desk.host, (request) =>
    request === at + 1 ? { before, refused: 'AccessDenied' } : undefined,
  );
  await expect(desk.refresh(zh)).rejects.toThrow();

  const calm = await laidOut(said);
  await putRowAbove(calm);
  expect(rules(desk)).toEqual(rules(calm));
});
