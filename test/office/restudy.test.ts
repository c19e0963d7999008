import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Engagement } from '../../src/engagement/schema';
import { edit, restudy, study, type Study, type Touched } from '../../src/office';
import type { TableBlock } from '../../src/workbook';
import { action } from '../support/actions';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { thoroughness } from '../support/thoroughness';

const studyOf = (desk: Desk): Promise<Study> =>
  desk.host.run((context) => study(context, { catalogs: desk.catalogs }));

const again = (desk: Desk, before: Study, touched: readonly Touched[]): Promise<Study> =>
  desk.host.run((context) => restudy(context, before, touched, { catalogs: desk.catalogs }));

/** What a pane shows of a study, without the tables that it leaves unread. */
const shown = ({ read, spec }: Study, unread: ReadonlySet<string>) => ({
  engagement: read.engagement,
  findings: read.findings,
  names: read.results.names,
  tables: Object.fromEntries(
    Object.entries(read.results.tables).filter(([table]) => !unread.has(table)),
  ),
  lists: spec.lists,
});

/** The cells that change while something is done, as Excel's event tells them. */
async function touchedBy(desk: Desk, act: () => Promise<void> | void): Promise<Touched[]> {
  const touched: Touched[] = [];
  const stop = await desk.host.run(async (context) => {
    const handle = context.workbook.worksheets.onChanged.add(async ({ worksheetId, address }) => {
      touched.push({ sheet: worksheetId, address });
    });
    await context.sync();
    return handle;
  });
  await act();
  await new Promise((resolve) => setTimeout(resolve));
  stop.remove();
  await stop.context.sync();
  return touched;
}

const start = engagementOf({
  settings: { startDate: '2026-03-02', fee: 1000 },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' } },
  pain: { 's.pain.1': { pick: 'yes' }, 'custom.pain.1': { item: 'Own', pick: 'maybe' } },
  function: { 's.fn.1': { pick: 'yes' }, 's.fn.4': { pick: 'yes' } },
});

test(
  'whatever a person does, what was changed is studied again as if all of it were',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 4 }), async (actions) => {
        const desk = await laidOut(start);
        let seen = await studyOf(desk);
        for (const [, act] of actions) {
          const touched = await touchedBy(desk, () => act(desk));
          if (touched.length === 0) continue;
          seen = await again(desk, seen, touched);
          expect(shown(seen, seen.unread)).toEqual(shown(await studyOf(desk), seen.unread));
        }
      }),
      { numRuns: 3 * thoroughness },
    );
  },
  60_000 * thoroughness,
);

test('a formula of the user’s own is read again whatever was changed', async () => {
  const desk = await laidOut(start);
  await desk.act((context) => {
    context.workbook.worksheets.add('Mine').getRange('A1').values = [[7]];
  });
  desk.typeNamed('Engagement.Fee', '=Mine!A1');
  const before = await studyOf(desk);
  const touched = await touchedBy(desk, () => desk.host.edit('Mine', 'A1', 8));
  const seen = await again(desk, before, touched);
  expect(seen.read.engagement.settings.fee).toBe(8);
  expect(seen.read.results.names).toEqual((await studyOf(desk)).read.results.names);
});

test('rows that changed places without a word of it are seen by their ids', async () => {
  const desk = await laidOut(start);
  const before = await studyOf(desk);
  await desk.act((context) =>
    context.workbook.tables.getItem('PainPoints').sort.apply([{ key: 2, ascending: false }]),
  );
  const touched = await touchedBy(desk, () => desk.type('Asks', 's.ask.2', 'Pick', 'Yes'));
  const seen = await again(desk, before, touched);
  expect(shown(seen, seen.unread)).toEqual(shown(await studyOf(desk), seen.unread));
});

describe.each(['en', 'zh-CN'] as const)('in the after-sales example in %s', (lang) => {
  const model = lang === 'en' ? 'after-sales.en' : 'after-sales';
  const desk = new Desk();
  let before: Study;

  beforeAll(async () => {
    const file = readFileSync(join(__dirname, `../../examples/${model}.json`), 'utf8');
    await desk.layOut(Engagement.parse(JSON.parse(file)), { lang });
    before = await studyOf(desk);
  }, 120_000);

  test.each(['ask', 'plan', 'pain', 'function', 'innovation'])(
    'a pick in %s takes at most 330 KB on the wire',
    async (step) => {
      const { rows } = before.spec.sheets
        .flatMap(({ blocks }) => blocks)
        .find((block): block is TableBlock => block.id === step) as TableBlock;
      const row = rows.find(({ cells }) => cells.pick === 'yes')?.id ?? '';
      const changes = [{ table: step, row, cells: { pick: 'no' } }];
      const { touched } = await desk.host.run((context) => edit(context, before, changes));
      desk.host.resetCounters();
      const seen = await again(desk, before, touched);
      const { requestBytes, responseBytes } = desk.host.counters;
      expect(requestBytes + responseBytes).toBeLessThan(330_000);
      expect(seen.read.engagement[step as 'ask']).toMatchObject({ [row]: { pick: 'no' } });
      before = seen;
    },
    60_000,
  );

  test('nothing of it differs from what reading everything finds', async () => {
    const whole = await studyOf(desk);
    expect(before.unread).toEqual(new Set(['payoffTerms', 'payoffPeriods']));
    expect(shown(before, before.unread)).toEqual(shown(whole, before.unread));
  }, 60_000);
});
