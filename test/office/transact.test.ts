import { createHost, type Host } from '../../src/host';
import type { Operation, RunOptions } from '../../src/office/batch';
import { carryBack, transact, trying, underwayIn, type Work } from '../../src/office/transact';
import type { Undo } from '../../src/office/undo';

/** A workbook of one table that can hold a journal. */
async function workbook(): Promise<Host> {
  const host = createHost();
  await host.run(async ({ workbook: { worksheets, tables } }) => {
    const sheet = worksheets.getItem('Sheet1');
    sheet.getRange('A1:A2').values = [['Key'], ['k']];
    tables.add('Sheet1!A1:A2', true).name = 'Provenance';
    await sheet.context.sync();
  });
  host.resetCounters();
  return host;
}

const style = (name: string): Undo => ({ kind: 'style', style: name });
/** Brings a style. */
const bring = (name: string): Operation => ({
  apply: ({ workbook: { styles } }) => void styles.add(name),
  undo: [style(name)],
});
const ours = ({ book }: Host) =>
  book.styles.flatMap(({ name }) => (/^[A-Z]$/.test(name) ? name : []));
const run = (host: Host, options: RunOptions, act: (work: Work) => Promise<unknown>) =>
  host.run((context) => transact(context, options, act));
const bringing =
  (...names: string[]) =>
  (work: Work) =>
    work.run(names.map(bring));

test('work is done as a whole, and what takes it back is told', async () => {
  const host = await workbook();
  const applied: Undo[] = [];
  const progress: [number, number][] = [];
  const onProgress = (done: number, of: number) => void progress.push([done, of]);
  await run(host, { task: 'refresh', applied, onProgress }, async (work) => {
    await work.run([bring('A'), bring('B')].map((one) => ({ ...one })));
    expect(work.made()).toEqual([style('A'), style('B')]);
  });
  expect(ours(host)).toEqual(['A', 'B']);
  expect(applied).toEqual([style('A'), style('B')]);
  expect(progress).toEqual([[1, 1]]);
  expect(host.book.names).toEqual([]);
});

test('in as many requests as the budget asks for', async () => {
  const host = await workbook();
  const progress: number[] = [];
  await run(host, { batchBytes: 1, onProgress: (done, of) => progress.push(done, of) }, bringing('A', 'B', 'C')); // prettier-ignore
  expect(progress).toEqual([1, 3, 2, 3, 3, 3]);
  expect(ours(host)).toEqual(['A', 'B', 'C']);
});

test('what is only told, or is nothing, is not begun', async () => {
  const host = await workbook();
  await run(host, { dry: true }, bringing('A'));
  await run(host, { task: 'sign' }, bringing());
  expect([ours(host), host.counters.cellsWritten, host.book.names]).toEqual([[], 0, []]);
});

test('what fails is taken back, and so is what was only tried', async () => {
  const host = await workbook();
  const failing = async (work: Work) => {
    await work.run([bring('A')]);
    throw new Error('No');
  };
  for (const task of [undefined, 'refresh'] as const)
    await expect(run(host, { ...(task && { task }) }, failing)).rejects.toThrow('No');
  expect(ours(host)).toEqual([]);
  await host.run((context) =>
    trying(context, { task: 'preview' }, async (work) => {
      await work.run([bring('A')]);
      expect(ours(host)).toEqual(['A']);
    }),
  );
  expect([ours(host), host.book.names]).toEqual([[], []]);
});

test('part of larger work is taken back by itself only where it is tried', async () => {
  const host = await workbook();
  await run(host, { task: 'refresh' }, async (work) => {
    await work.run([bring('A')]);
    await host.run((context) => trying(context, { work }, (same) => same.run([bring('B')])));
    expect([ours(host), work.made()]).toEqual([['A'], [style('A')]]);
    await host.run((context) => transact(context, { work }, (same) => same.run([bring('C')])));
  });
  expect(ours(host)).toEqual(['A', 'C']);
});

test('what is cancelled begins no request any more', async () => {
  const host = await workbook();
  const controller = new AbortController();
  const options = { signal: controller.signal, task: 'refresh' as const };
  await expect(
    run(host, options, async (work) => {
      await work.run([bring('A')]);
      controller.abort();
      await work.run([bring('B')]);
    }),
  ).rejects.toMatchObject({ code: 'cancelled' });
  expect(ours(host)).toEqual([]);
  host.resetCounters();
  await expect(run(host, options, bringing('A'))).rejects.toMatchObject({ code: 'cancelled' });
  await expect(run(host, options, (work) => work.addSheets(1))).rejects.toMatchObject({
    code: 'cancelled',
  });
  await expect(
    host.run((context) => carryBack(context, [style('A')], options)),
  ).rejects.toMatchObject({ code: 'cancelled' });
  expect(host.counters.syncs).toBe(0);
});

test('while it lasts it is told whose it is; nobody else begins then', async () => {
  const host = await workbook();
  await run(host, { task: 'refresh', owner: 'one' }, async (work) => {
    await work.run([bring('A')]);
    const underway = await host.run(underwayIn);
    expect(underway).toMatchObject({ owner: 'one', task: 'refresh', lines: 1 });
    expect(work.isOf(underway!)).toBe(true);
    expect(work.isOf({ ...underway!, owner: 'two' })).toBe(false);
    await expect(run(host, { task: 'sign', owner: 'two' }, bringing('B'))).rejects.toMatchObject({
      code: 'underway',
    });
    await expect(
      host.run((context) => carryBack(context, [style('A')], { owner: 'two' })),
    ).rejects.toMatchObject({ code: 'underway' });
  });
  expect(ours(host)).toEqual(['A']);
  expect(await host.run(underwayIn)).toBeUndefined();
});

test('what takes something back is carried out', async () => {
  const host = await workbook();
  await run(host, {}, bringing('A', 'B'));
  await host.run((context) => carryBack(context, [style('A')]));
  expect([ours(host), host.book.names]).toEqual([['B'], []]);
});

test('sheets are added under marks that nobody else gives, and go again when it fails', async () => {
  const host = await workbook();
  let named: string[] = [];
  const add = async (work: Work) => {
    const ids = await work.addSheets(2, [style('Z')], 'Blank');
    named = host.book.sheets.map(({ name }) => name);
    expect(ids).toEqual(host.book.sheets.slice(1).map(({ id }) => id));
    const [mark] = /^.{18}/.exec(named[1]!)!;
    expect(named).toEqual(['Sheet1', `${mark}-1`, `${mark}-2`]);
    expect(work.made()).toEqual([
      style('Z'),
      { kind: 'sheets', marks: [mark], ids: [], blank: 'Blank' },
      { kind: 'sheets', ids, blank: 'Blank' },
    ]);
    throw new Error('No');
  };
  await expect(run(host, { task: 'layOut' }, add)).rejects.toThrow('No');
  expect(host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
});
