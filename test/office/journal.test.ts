import { createHost } from '../../src/host';
import {
  askUnderway,
  begin,
  end,
  endWherever,
  homeOf,
  isFresh,
  isLost,
  journalName,
  linesOf,
  note,
  stepsOf,
  weightOf,
  type Underway,
} from '../../src/office/journal';
import type { Undo } from '../../src/office/undo';

const style = (name: string): Undo => ({ kind: 'style', style: name });
const at = '2026-11-30T10:00:00.000Z';

test('steps stand in cells of 30,000 signs, in which no character is cut in two', () => {
  expect(linesOf([])).toEqual([]);
  expect(linesOf([style('S')])).toEqual([['a[{"kind":"style","style":"S"}]']]);
  const frame = '[{"kind":"style","style":""}]'.length;
  const lengths = (name: string) => linesOf([style(name)]).map(([line = '']) => line.length);
  expect(lengths('x'.repeat(30_000 - frame))).toEqual([30_001]);
  expect(lengths('x'.repeat(30_001 - frame))).toEqual([30_001, 2]);
  expect(lengths('x'.repeat(60_001 - frame))).toEqual([30_001, 30_001, 2]);
  // The pair begins at the last sign of the first cell.
  const before = frame - '"}]'.length;
  expect(lengths(`${'x'.repeat(29_999 - before)}😀`)).toEqual([30_000, 1 + 2 + 3]);
  expect(lengths(`${'x'.repeat(29_998 - before)}😀`)).toEqual([30_001, 1 + 3]);
  expect([weightOf([]), weightOf([style('é')])]).toEqual([0, 50]);
});

/** A sheet on which something is under way. */
async function begun(steps: Undo[] = [style('A'), style('B'.repeat(40_000))]) {
  const host = createHost();
  const lines = linesOf(steps);
  const head: Underway = { owner: 'pane', task: 'refresh', at, lines: lines.length };
  await host.run(async ({ workbook }) => {
    begin(workbook, homeOf(workbook.worksheets.getItem('Sheet1')));
    note(workbook, head, 0, lines);
    await workbook.context.sync();
  });
  const asked = () =>
    host.run(async (context) => {
      const tell = askUnderway(context.workbook);
      await context.sync();
      return tell();
    });
  const steps_ = (underway: Underway) => host.run((context) => stepsOf(context, underway));
  const [sheet] = host.book.sheets;
  const cells = () =>
    (sheet?.cells ?? []).flatMap((row) => {
      const value = row?.[1000]?.value;
      return value === undefined || value === null || value === '' ? [] : [value];
    });
  return { host, head, asked, steps: steps_, cells, names: () => host.book.names };
}

test('what is under way is found by a hidden name, with its steps', async () => {
  const steps = [style('A'), style('B'.repeat(40_000))];
  const { host, head, asked, steps: kept, names, cells } = await begun(steps);
  expect(await asked()).toEqual(head);
  expect(await kept(head)).toEqual(steps);
  expect(await kept({ ...head, lines: 0 })).toEqual([]);
  expect(names().map(({ name, visible }) => [name, visible])).toEqual([[journalName, false]]);
  expect(cells()).toHaveLength(3);

  const more = linesOf([style('C')]);
  const next = { ...head, lines: 3 };
  await host.run(async ({ workbook }) => {
    note(workbook, next, 2, more);
    note(workbook, next, 3, []);
    await workbook.context.sync();
  });
  expect(await asked()).toEqual(next);
  expect(await kept(next)).toEqual([...steps, style('C')]);

  await host.run(async ({ workbook }) => {
    end(workbook, 3);
    await workbook.context.sync();
  });
  expect([names(), cells(), await asked()]).toEqual([[], [], undefined]);
});

test('one that is lost has but its name left, which goes', async () => {
  for (const spoil of ['nonsense', '']) {
    const { host, asked, names } = await begun();
    host.book.sheets[0]!.cells[0]![1000]!.value = spoil;
    const found = await asked();
    expect(found).toEqual({ owner: '', task: 'layOut', at: '1970-01-01T00:00:00.000Z', lines: 0 });
    expect(isLost(found!)).toBe(true);
    await host.run((context) => endWherever(context, 2));
    expect(names()).toEqual([]);
  }
  const gone = await begun();
  await gone.host.run(async ({ workbook }) => {
    workbook.worksheets.add('Other');
    workbook.worksheets.getItem('Sheet1').delete();
    await workbook.context.sync();
  });
  expect(isLost((await gone.asked())!)).toBe(true);
  await gone.host.run((context) => endWherever(context, 2));
  expect(gone.names()).toEqual([]);
  await gone.host.run((context) => endWherever(context, 2));
});

test('what is taken back ends with its cells', async () => {
  const { host, head, cells, names } = await begun();
  expect(isLost(head)).toBe(false);
  await host.run((context) => endWherever(context, head.lines));
  expect([names(), cells()]).toEqual([[], []]);
});

test('who is silent for a minute and a half is gone', () => {
  const fresh = (ms: number) =>
    isFresh({ owner: 'pane', task: 'sign', at, lines: 0 }, Date.parse(at) + ms);
  expect([0, 89_999, 90_000, -89_999, -90_000].map(fresh)).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});
