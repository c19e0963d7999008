import type { Engagement } from '../../src/engagement/schema';
import { emptyEngagement } from '../../src/engagement/project';
import { withIntersections } from '../../src/host/calc';
import {
  edit,
  layOut,
  outline,
  removeLayout,
  restudy,
  sign,
  study,
  upgrade,
  type LayOutOptions,
  type Study,
} from '../../src/office';
import type { Run } from '../../src/taskpane/core/excel';
import { smallCatalog } from '../support/smallCatalog';

/** The life of a workbook, one scene after the other, on whatever answers `run`: Excel, or the host. */

export interface Scene {
  name: string;
  play(stage: Stage): Promise<void>;
}

const said: Engagement = {
  ...emptyEngagement([{ id: 'small' }], 'en'),
  settings: { client: 'Northwind', startDate: '2026-01-05', fee: 1_000_000, asOf: '2026-06-30' },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' } },
  pain: { 's.pain.2': { pick: 'yes', comment: '1.5' } },
  function: { 's.fn.1': { pick: 'yes' } },
  metrics: { 's.metric.1': { use: 'yes', baseline: 100, target: 200, measure: 'level' } },
  readings: { 'reading.1': { metric: 's.metric.1', date: '2026-06-30', value: 180 } },
  instalments: {
    'instalment.1': { date: '2026-01-15', share: 0.7, kind: 'fixed' },
    'instalment.2': { share: 0.3, kind: 'held' },
  },
  periods: { 'period.1': { item: 'Half', date: '2026-06-30', share: 1 } },
  terms: {
    'term.1': {
      ...{ code: 'T1', item: 'T1', kind: 'quantitative', metric: 's.metric.1', weight: 1 },
      ...{ curve: 'from-threshold', longStop: '2027-06-30', evidenceOwner: 'CFO' },
    },
  },
};

/** 1.1.0 has one pain less, one more, and another one in other words. */
const newer = () =>
  smallCatalog((json) => {
    json.version = '1.1.0';
    json.pains = json.pains.filter(({ id }) => id !== 's.pain.4');
    json.pains[0]!.text = { en: 'Pain 1 anew', 'zh-CN': '新' };
    json.pains.push({ ...json.pains[0]!, id: 's.pain.9', text: { en: 'Pain 9', 'zh-CN': '九' } });
  });

/** Where the scenes are played: a workbook, and the catalogs that are open. */
export class Stage {
  catalogs = [smallCatalog()];

  constructor(readonly run: Run) {}

  layOut = (engagement?: Engagement, options: LayOutOptions = {}) =>
    this.run((context) => layOut(context, engagement, { catalogs: this.catalogs, ...options }));

  study = (): Promise<Study> => this.run((context) => study(context, { catalogs: this.catalogs }));

  sheets = (): Promise<string[]> => this.run(async (context) => (await outline(context)).sheets);
}

function same(found: unknown, wanted: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one}, not ${other}`);
}

const cured = ({ read }: Study) =>
  read.findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ kind, table }) => [kind, table]);

export const scenes: Scene[] = [
  {
    name: 'a layout that is cancelled leaves nothing behind',
    async play(stage) {
      const before = await stage.sheets();
      const stop = new AbortController();
      const laid = stage.layOut(said, {
        ...{ lang: 'en', signal: stop.signal, batchBytes: 100_000 },
        onProgress: () => stop.abort(),
      });
      const code = await laid.then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      same(code, 'cancelled', 'The layout');
      same(await stage.sheets(), before, 'Sheets');
    },
  },
  {
    name: 'an engagement is laid out',
    async play(stage) {
      const { findings } = await stage.layOut(said, { lang: 'en' });
      same(findings, [], 'Findings');
    },
  },
  {
    name: 'what was said is read back, and nothing is found wrong',
    async play(stage) {
      const seen = await stage.study();
      same(cured(seen), [], 'Findings');
      for (const part of ['ask', 'pain', 'function', 'readings', 'periods', 'terms'] as const)
        same(seen.read.engagement[part], said[part], part);
      same(seen.read.results.names['Contract.Problem'] ?? null, null, 'The contract');
    },
  },
  {
    name: 'laying it out again writes nothing',
    async play(stage) {
      same((await stage.layOut()).cells, 0, 'Cells written');
    },
  },
  {
    name: 'after a pick, what was changed is read as all of it would be',
    async play(stage) {
      const before = await stage.study();
      const changes = [{ table: 'function', row: 's.fn.3', cells: { pick: 'yes' } }];
      const { touched } = await stage.run((context) => edit(context, before, changes));
      const now = await stage.run((context) =>
        restudy(context, before, touched, { catalogs: stage.catalogs }),
      );
      const whole = await stage.study();
      for (const table of now.unread) delete whole.read.results.tables[table];
      same(now.read, whole.read, 'What was read');
    },
  },
  {
    name: 'formulas in the dialect of an Excel with dynamic arrays are ours',
    async play(stage) {
      const { read } = await stage.study();
      const columns = [...read.matching.tables.values()].flatMap(({ block, snapshot, positions }) =>
        block.columns.flatMap(({ id, formula }) => {
          const position = positions.get(id);
          const found = position === undefined ? '' : String(snapshot.formulas[0]?.[position]);
          const shown = formula ? withIntersections(found) : found;
          return shown === found ? [] : { table: snapshot.name, position, shown };
        }),
      );
      if (columns.length === 0) throw new Error('No formula is shown in another way');
      await stage.run(async (context) => {
        for (const { table, position, shown } of columns.slice(0, 5)) {
          const body = context.workbook.tables.getItem(table).getDataBodyRange();
          const range = body.getColumn(position ?? 0);
          range.formulas = shown as unknown as string[][];
        }
        await context.sync();
      });
      same(cured(await stage.study()), [], 'Findings');
    },
  },
  {
    name: 'rows are added to a table that is filtered',
    async play(stage) {
      await stage.run(async (context) => {
        const table = context.workbook.tables.getItem('PainPoints');
        table.columns.getItem('Pick').filter.applyValuesFilter(['Yes']);
        await context.sync();
      });
      const items = Array.from({ length: 12 }, (_, i) => `Own ${i + 1}`);
      const seen = await stage.study();
      const changes = items.map((item) => ({ table: 'pain', add: { item, pick: 'yes' } }));
      await stage.run((context) => edit(context, seen, changes));
      const { read } = await stage.study();
      const found = Object.values(read.engagement.pain).flatMap(({ item }) => item ?? []);
      same(found, items, 'Own pains');
    },
  },
  {
    name: 'an upgrade takes out a row that was retired, and brings a new one',
    async play(stage) {
      stage.catalogs = [newer()];
      await stage.run((context) => upgrade(context, { catalogs: stage.catalogs }));
      const seen = await stage.study();
      const ids = (seen.read.order.get('pain') ?? []).filter((id) => id?.startsWith('s.'));
      same(ids, ['s.pain.1', 's.pain.2', 's.pain.3', 's.pain.9'], 'Pains');
      same(cured(seen), [], 'Findings');
    },
  },
  {
    name: 'a refresh in another language keeps what was said',
    async play(stage) {
      const before = await stage.study();
      await stage.layOut(undefined, { lang: 'zh-CN' });
      const { read } = await stage.study();
      same(read.engagement.pain, before.read.engagement.pain, 'Pains');
      same(read.results.names['Statement.Due'], before.read.results.names['Statement.Due'], 'Due');
    },
  },
  {
    name: 'a period is signed once, and the ledger holds',
    async play(stage) {
      const signing = () =>
        stage.run((context) =>
          sign(context, {
            ...{ period: 1, signedOn: '2026-07-01', today: '2026-07-01' },
            ...{ vendor: 'V', business: 'B', it: 'I', catalogs: stage.catalogs },
          }),
        );
      same((await signing()).no, 1, 'The signature');
      const again = await signing().then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      same(again, 'unsigned-signed', 'Signing again');
    },
  },
  {
    name: 'what was generated is removed, and the user’s own sheet stays',
    async play(stage) {
      await stage.run(async (context) => {
        context.workbook.worksheets.add('Mine').getRange('A1').values = [['mine']];
        await context.sync();
      });
      const seen = await stage.study();
      await stage.run((context) => removeLayout(context, seen));
      same(await stage.sheets(), ['Mine'], 'Sheets');
    },
  },
];
