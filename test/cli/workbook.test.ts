import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { createHost, openHost, type Host } from '../../src/host';
import type { ReadResult } from '../../src/office';
import type { Finding } from '../../src/office/findings';
import { available, recalculate } from '../support/libreoffice';
import { appfi, appfiIn, ownFolder, soundCatalog } from './run';

const file = ownFolder();
const catalog = file('small.json');
const engagement = file('engagement.json');
const laidOut = file('laid-out.xlsx');

interface Said {
  $schema?: string;
  catalogs: { id: string }[];
  [part: string]: unknown;
}

interface Report {
  engagement: Said;
  results: ReadResult['results'];
  findings: Finding[];
}

interface Checked {
  ok: boolean;
  findings: Finding[];
  errorValues: object[];
}

const json = <T = unknown>(text: string) => JSON.parse(text) as T;
const readReport = (text: string) => json<Report>(text);

/** What an engagement says, without what a workbook adds: editions of the catalogs, empty parts. */
const said = ({ $schema: _, catalogs, ...rest }: Said) => ({
  ...Object.fromEntries(
    Object.entries(rest).filter(([, part]) => Object.keys(part as object).length > 0),
  ),
  catalogs: catalogs.map(({ id }) => id),
});

const ours = {
  format: 'appfi-engagement/1',
  lang: 'en',
  catalogs: [{ id: 'small' }],
  settings: {
    project: '=1+1',
    client: '0012',
    fee: 100_000.5,
    startDate: '2026-03-02',
    asOf: '2026-06-30',
  },
  ask: {
    's.ask.1': {
      pick: 'yes',
      priority: 'high',
      owner: 'Ada',
      wording: 'Our own words\nin two lines',
    },
    's.ask.2': { pick: 'no', comment: '@mention' },
    'custom.ask.1': { pick: 'maybe', item: 'Something of ours', dimension: 's.question.1' },
  },
  pain: { 's.pain.1': { pick: 'yes' } },
  microSteps: { 'micro.1': { hours: 9, status: 'done' }, 'micro.2': { hours: null } },
  metrics: { 's.metric.2': { baseline: 10, target: 12 } },
  holidays: { 'holiday.1': { date: '2026-03-04', name: 'Founders’ day' } },
  budget: { 'budget.software': { before: 10, after: 5 } },
  process: { 'process.design': { start: '2026-04-01', end: 'soon', status: 'open' } },
  removed: { plan: ['s.plan.2'] },
  edits: { ask: { 's.ask.1': { item: 'Driver one, reworded' } } },
};

beforeAll(async () => {
  writeFileSync(catalog, JSON.stringify(soundCatalog()));
  writeFileSync(engagement, JSON.stringify(ours));
  const made = await appfi(
    ...['new', '--catalog', catalog, '--engagement', engagement, '--out', laidOut],
  );
  expect(made).toEqual({ code: 0, out: `Wrote ${laidOut}\n`, err: '' });
}, 60_000);

/** A copy of the workbook with something done to it. */
async function changed(name: string, change?: (host: Host) => Promise<void>): Promise<string> {
  const path = file(name);
  const host = await openHost(readFileSync(laidOut));
  await change?.(host);
  writeFileSync(path, change ? await host.save() : readFileSync(laidOut));
  return path;
}

const read = async (path: string) =>
  readReport((await appfi('read', path, '--catalog', catalog)).out);
const check = (path: string, ...more: string[]) =>
  appfi('check', path, '--catalog', catalog, ...more);

test('a new workbook brings the pane of this add-in along', () => {
  const manifest = readFileSync('manifest.xml', 'utf8');
  const [, id = '?'] = /<Id>(.*?)<\/Id>/.exec(manifest) ?? [];
  const [, version = '?'] = /<Version>(.*?)<\/Version>/.exec(manifest) ?? [];
  const part = unzipSync(readFileSync(laidOut))['xl/webextensions/webextension1.xml'];
  const extension = strFromU8(part ?? new Uint8Array());
  for (const where of [
    'store="EXCatalog" storeType="EXCatalog"',
    'store="developer" storeType="Registry"',
  ])
    expect(extension).toContain(`<we:reference id="${id}" version="${version}" ${where}/>`);
  expect(extension).toContain('name="Office.AutoShowTaskpaneWithDocument" value="true"');
});

describe('new and read', () => {
  test('an engagement comes back as it was said', async () => {
    const report = await read(laidOut);
    expect(said(report.engagement)).toEqual(said(ours));
    expect(report.findings.filter((one) => one.severity !== 'note')).toEqual([]);
    expect(report.results.tables.progress?.['progress.ask']).toMatchObject({
      offered: 4,
      picked: 1,
    });
    expect(report.results.names['Budget.Share']).toBeCloseTo(1 / 3);
  });

  (available() ? test : test.skip)(
    '… also after LibreOffice has saved it',
    async () => {
      const path = file('libreoffice.xlsx');
      writeFileSync(path, await recalculate(readFileSync(laidOut)));
      expect(said((await read(path)).engagement)).toEqual(said(ours));
      expect((await check(path)).code).toBe(0);
    },
    120_000,
  );

  test('what read wrote can be laid out again, in another language', async () => {
    const report = file('report.json');
    const wrote = await appfi('read', laidOut, '--catalog', catalog, '--out', report);
    expect(wrote).toEqual({ code: 0, out: `Wrote ${report}\n`, err: '' });
    const again = file('again.xlsx');
    const args = ['new', '--engagement', report, '--catalog', catalog, '--lang', 'zh-CN'];
    const made = await appfi(...args, '--out', again, '--json');
    expect(json(made.out)).toMatchObject({ file: again, models: ['small'], lang: 'zh-CN' });
    expect(said((await read(again)).engagement)).toEqual({ ...said(ours), lang: 'zh-CN' });
  }, 30_000);

  test.each(['after-sales', 'key-account'])(
    'examples/%s.json comes back as it was said',
    async (model) => {
      const path = file(`${model}.xlsx`);
      const example = `examples/${model}.json`;
      expect((await appfi('new', '--engagement', example, '--out', path)).code).toBe(0);
      const report = readReport((await appfi('read', path)).out);
      expect(said(report.engagement)).toEqual(said(json<Said>(readFileSync(example, 'utf8'))));
      expect(report.findings).toEqual([]);
    },
    60_000,
  );

  test('a file of changes changes the model it names', async () => {
    const changes = file('changes.json');
    const text = { 'zh-CN': '让每次停机少停一小时', en: 'One hour less of every stop' };
    writeFileSync(changes, JSON.stringify({ id: 'small', asks: [{ id: 's.ask.3', text }] }));
    const path = file('changed.xlsx');
    const made = await appfi('new', '--catalog', catalog, changes, '--lang', 'en', '--out', path);
    expect(made.code).toBe(0);
    const host = await openHost(readFileSync(path));
    const items = await host.run(async (context) => {
      const range = context.workbook.tables.getItem('Asks').getDataBodyRange().load('values');
      await context.sync();
      return range.values.flat();
    });
    expect(items).toContain(text.en);
    expect((await appfi('check', path, '--catalog', catalog, changes)).out).toContain('passed');
    expect((await check(path)).out).toMatch(
      /Note: Catalog small 1\.0\.0 \(\w{6}\) is here; this workbook stands on 1\.0\.0 \(\w{6}\) and is read by it/,
    );
  }, 30_000);

  test('a terminal is shown progress, which is gone at the end', async () => {
    const path = file('terminal.xlsx');
    const args = ['new', '--catalog', catalog, '--out', path];
    const made = await appfiIn({ LANG: 'zh_TW.UTF-8' }, args, true);
    expect(made.out).toBe(`已寫出 ${path}\n`);
    expect(made.err).toMatch(/佈置|布置/);
    expect(made.err.endsWith('\r\u001b[K')).toBe(true);
    expect((await read(path)).engagement.lang).toBe('zh-TW');
  }, 30_000);
});

describe('check', () => {
  test('shows progress by step and passes what is as generated', async () => {
    const { code, out, err } = await check(laidOut);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Step +Offered +Suggested +Picked/);
    expect(out).toMatch(/^1 Ask +4 +0 +1 +0 +1 +3 +1$/m);
    expect(out).toMatch(/All checks passed\.\n$/);
  });

  test('fails overwritten formulas and error values; lay --repair mends the former', async () => {
    const path = await changed('broken.xlsx', (host) =>
      host.run(async (context) => {
        const cells = (table: string, column: string) =>
          context.workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange();
        cells('Functions', 'Suggested').getCell(0, 0).values = [[7]];
        cells('Functions', 'Suggested').getCell(1, 0).values = [[8]];
        cells('Budget', 'Before go live').getCell(0, 0).formulas = [['=1/0']];
        await context.sync();
      }),
    );
    const checked = await check(path);
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/^Error: The formula in .* was overwritten .*and 1 more like it/m);
    expect(checked.out).toMatch(/^Error: Budget\.Before comes out as #DIV\/0!\. Check the inputs/m);
    expect(checked.out).toMatch(/Checks failed\. Do as said above, or run appfi lay --repair\.\n$/);
    const report = json<Checked>((await check(path, '--json')).out);
    expect(report.ok).toBe(false);
    const overwritten = { kind: 'formula-overwritten', table: 'Functions' };
    expect(report.findings).toMatchObject([{ kind: 'row-deleted' }, overwritten, overwritten]);
    expect(report.errorValues).toContainEqual({ place: 'Budget.Before', value: '#DIV/0!' });

    const mended = file('mended.xlsx');
    const args = ['lay', path, '--catalog', catalog, '--repair', '--out', mended];
    expect((await appfi(...args)).code).toBe(0);
    expect(json((await check(mended, '--json')).out)).toMatchObject({ findings: [] });
  }, 30_000);
});

describe('lay', () => {
  test('over its own workbook changes nothing and keeps the file readable', async () => {
    const path = await changed('same.xlsx');
    const laid = await appfi('lay', path, '--catalog', catalog, '--json');
    expect(json(laid.out)).toMatchObject({ file: path, cells: 0 });
    expect(said((await read(path)).engagement)).toEqual(said(ours));
  }, 30_000);

  test('in another language keeps what was said', async () => {
    const out = file('chinese.xlsx');
    const args = ['lay', laidOut, '--catalog', catalog, '--lang', 'zh-CN', '--out', out];
    expect((await appfi(...args)).code).toBe(0);
    expect(said((await read(out)).engagement)).toEqual({ ...said(ours), lang: 'zh-CN' });
  }, 30_000);

  const ownWorkbook = async (name: string, sheet: string) => {
    const host = createHost();
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['mine']];
      context.workbook.worksheets.add(sheet).getRange('B2').values = [['mine too']];
      await context.sync();
    });
    writeFileSync(file(name), await host.save());
    return file(name);
  };

  test('into a user’s own workbook leaves its sheets alone', async () => {
    const path = await ownWorkbook('mine.xlsx', 'Notes');
    const out = file('mine-laid.xlsx');
    const laid = await appfi('lay', path, '--catalog', catalog, '--model', 'small', '--out', out);
    expect(laid.code).toBe(0);
    const host = await openHost(readFileSync(out));
    const value = await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Notes').getRange('B2').load('values');
      await context.sync();
      return range.values;
    });
    expect(value).toEqual([['mine too']]);
    expect((await check(out)).code).toBe(0);
  }, 30_000);

  test('stops before anything is written where a name is taken', async () => {
    const path = await ownWorkbook('taken.xlsx', 'Guide');
    const out = file('taken-laid.xlsx');
    const laid = await appfi('lay', path, '--catalog', catalog, '--lang', 'en', '--out', out);
    expect(laid.code).toBe(1);
    expect(laid.out).toContain(
      'Error: The workbook already has a sheet, table or name called “Guide”.',
    );
    expect(laid.out).toContain('is unchanged: rename as said above first.');
    expect(existsSync(out)).toBe(false);
  });
});
