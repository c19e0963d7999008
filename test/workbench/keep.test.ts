import { createHost } from '../../src/host';
import { planFiles } from '../../src/workbench/keep/files';
import { Keeper, type Keeping } from '../../src/workbench/keep/keeper';
import { sortKept, type Kept, type Shelf } from '../../src/workbench/keep/shelf';

const kept = (id: string, at: number, unsaved: boolean): Kept => ({ id, name: id, at, unsaved });

describe('what is offered again', () => {
  test('work that was not downloaded, and the last that was when nothing is later', () => {
    const all = [kept('d', 4, false), kept('c', 3, true), kept('b', 2, false), kept('a', 1, true)];
    const { offered, spent } = sortKept(all, new Set());
    expect([offered.map(({ id }) => id), spent]).toEqual([['d', 'c', 'a'], ['b']]);
  });

  test('not what another window has open', () => {
    const { offered, spent } = sortKept([kept('b', 2, true), kept('a', 1, true)], new Set(['b']));
    expect([offered.map(({ id }) => id), spent]).toEqual([['a'], []]);
  });
});

test.each([
  [
    'answers before workbooks',
    ['t1', 'w1', 't2', 'x1'],
    { answers: ['t1', 't2'], further: ['w1'], unreadable: ['x1'] },
  ],
  [
    'the first workbook',
    ['x1', 'w1', 'w2'],
    { answers: [], open: 'w1', further: ['w2'], unreadable: ['x1'] },
  ],
])('of files that come together: %s', (_, files, plan) => {
  const kinds = { t: 'template', w: 'workbook', x: 'unreadable' } as const;
  const sorted = files.map((file) => ({ file, kind: kinds[file[0] as 't'] }));
  expect(planFiles(sorted)).toEqual(plan);
});

describe('work is kept', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** A new workbook whose keeper puts it on a shelf, or is refused. */
  function keeping(refuse = false) {
    const host = createHost();
    const told: Keeping[] = [];
    const puts: Kept[] = [];
    const labels: Kept[] = [];
    const shelf = {
      put: async (label: Kept) => {
        if (refuse) throw new Error('QuotaExceededError');
        puts.push(label);
      },
      label: async (label: Kept) => void labels.push(label),
    } as unknown as Shelf;
    const keeper = new Keeper(host, shelf, kept('own', 0, false), (state) => told.push(state));
    return { host, keeper, told, puts, labels };
  }

  test('a while after the last of several changes, or when the page is left', async () => {
    const { host, keeper, told, puts } = keeping();
    host.edit('Sheet1', 'A1', 1);
    await jest.advanceTimersByTimeAsync(900);
    host.edit('Sheet1', 'A1', 2);
    await jest.advanceTimersByTimeAsync(900);
    expect(puts).toEqual([]);
    await keeper.flush();
    expect(puts).toMatchObject([{ id: 'own', unsaved: true }]);
    expect(told).toEqual([
      { name: 'own', unsaved: true, kept: false, refused: false },
      { name: 'own', unsaved: true, kept: true, refused: false },
    ]);
  });

  test('though somebody never stops', async () => {
    const { host, puts } = keeping();
    for (let i = 0; i < 30; i += 1) {
      host.edit('Sheet1', 'A1', i);
      await jest.advanceTimersByTimeAsync(500);
    }
    expect(puts.length).toBe(1);
  });

  test('and is no longer unsaved once it is downloaded', async () => {
    const { host, keeper, labels } = keeping();
    host.edit('Sheet1', 'A1', 1);
    await keeper.download(() => undefined);
    expect(keeper.keeping).toMatchObject({ unsaved: false, kept: true, refused: false });
    expect(labels).toMatchObject([{ id: 'own', unsaved: false }]);
  });

  test('but stays unsaved where something was changed while the file was made', async () => {
    const { host, keeper, puts } = keeping();
    host.edit('Sheet1', 'A1', 1);
    const files: Uint8Array[] = [];
    const downloading = keeper.download((_, file) => files.push(file));
    host.edit('Sheet1', 'A1', 2);
    await downloading;
    expect(files).toHaveLength(1);
    expect(keeper.keeping).toMatchObject({ unsaved: true });
    expect(puts.at(-1)).toMatchObject({ unsaved: true });
  });

  test('also what is changed while another workbook takes its place', async () => {
    const { host, keeper, puts } = keeping();
    host.edit('Sheet1', 'A1', 1);
    const leaving = keeper.dispose();
    host.edit('Sheet1', 'A1', 2);
    await leaving;
    expect(puts).toHaveLength(2);
    host.edit('Sheet1', 'A1', 3);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(puts).toHaveLength(2);
  });

  test('under the name that it is downloaded as: its client’s, where it came of no file', async () => {
    const host = createHost();
    host.book.names.push({
      ...{ name: 'Engagement.Client', formula: "='Sheet1'!$A$1" },
      ...{ visible: true, comment: '' },
    });
    const own: Kept = { ...kept('own', 0, false), followsClient: true };
    const keeper = new Keeper(host, undefined, own, () => undefined);
    expect(keeper.keeping.name).toBe('APPFI.xlsx');
    host.edit('Sheet1', 'A1', 'Hart / Söhne');
    expect([keeper.keeping.name, keeper.kept.name]).toEqual(Array(2).fill('APPFI Hart Söhne.xlsx'));
    const names: string[] = [];
    await keeper.download((name) => names.push(name));
    expect(names).toEqual(['APPFI Hart Söhne.xlsx']);
  });

  test('or said not to be', async () => {
    const { host, keeper } = keeping(true);
    host.edit('Sheet1', 'A1', 1);
    await keeper.flush();
    expect(keeper.keeping).toMatchObject({ unsaved: true, kept: false, refused: true });
  });

  test('not because somebody looks at it', async () => {
    const { host, keeper, told } = keeping();
    await host.run(async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
    });
    host.activate('Sheet1');
    await keeper.dispose();
    host.edit('Sheet1', 'A1', 1);
    expect(told).toEqual([]);
  });
});
