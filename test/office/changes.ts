import { applyToWorkbook, undo } from '../../src/exchange';
import { edit, removeLayout, sign, study, upgrade } from '../../src/office';
import { planPreset } from '../../src/office/preset';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { smallCatalog } from '../support/smallCatalog';

/** Each kind of long change, on one small workbook. */
export interface Change {
  start(): Promise<Desk>;
  act(desk: Desk, how: How): Promise<unknown>;
  /** What others type into our sheets goes with them, and once begun it is brought to its end. */
  ends?: true;
}

interface How {
  signal: AbortSignal;
  batchBytes: number;
}

export const said = engagementOf({
  settings: { client: 'Northwind', startDate: '2026-03-02', fee: 1000, asOf: '2026-06-30' },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' }, 'custom.ask.1': { item: 'Own' } },
  pain: { 's.pain.1': { pick: 'yes' } },
  function: { 's.fn.1': { pick: 'yes' } },
  instalments: {
    'instalment.1': { date: '2026-03-15', share: 0.7, kind: 'fixed' },
    'instalment.2': { share: 0.3, kind: 'held' },
  },
  periods: { 'period.1': { item: 'Final', date: '2026-06-30', share: 1 } },
  terms: {
    'term.1': {
      ...{ code: 'A', item: 'A', kind: 'qualitative', rule: 'all', weight: 1 },
      ...{ longStop: '2027-06-30', evidenceOwner: 'CFO' },
    },
  },
  criteria: {
    'criterion.1': { term: 'A', period: 1, criterion: 'a', business: 4, it: 4, pass: 3 },
  },
});

const newer = () =>
  smallCatalog((json) => {
    json.version = '1.1.0';
    json.pains.splice(3, 1);
    json.pains[1]!.text = { en: 'Reworded', 'zh-CN': '改' };
    json.asks.push({ ...json.asks[0]!, id: 's.ask.9' });
    for (let i = 0; i < 9; i += 1) json.functions.push({ ...json.functions[0]!, id: `s.fn.9${i}` });
  });

const cell = { table: 'ask', row: 's.ask.2', column: 'pick' };
const outcome = {
  changes: [{ ...cell, before: null, after: 'yes', by: ['Wang'] }],
  open: [],
  edited: [],
  state: {
    responses: { 'response.1': { respondent: 'Wang', audience: 'client', file: 'a.xlsx', batch: 1 } },
    answers: { 'response.1.1': { response: 'response.1', ...cell, sent: null, said: 'yes' } },
    merged: {
      'ask s.ask.2 pick': { before: null, after: 'yes', how: 'unanimous', by: 'Wang', files: 'a.xlsx' },
    },
  },
}; // prettier-ignore

const seenBy = ({ host, catalogs }: Desk) => host.run((context) => study(context, { catalogs }));

const merge = ({ host, catalogs }: Desk, how?: How) =>
  host.run(async (context) => {
    const seen = await study(context, { catalogs });
    await applyToWorkbook(context, seen, outcome, { catalogs, ...how });
  });

/** A fresh copy, each time, of a desk that is made ready once. */
function copiesOf(make: () => Promise<Desk>): () => Promise<Desk> {
  let made: Promise<Desk> | undefined;
  return async () => (await (made ??= make())).copy();
}

export const changes: Record<string, Change> = {
  'a new layout': {
    start: async () => {
      const desk = new Desk();
      desk.host.edit('Sheet1', 'A1', 'mine');
      return desk;
    },
    act: (desk, how) => desk.layOut(said, { lang: 'en', ...how, batchBytes: 120_000 }),
  },
  'another language': {
    start: () => laidOut(said),
    // It writes every cell: small requests would be some eighty.
    act: (desk, how) => desk.refresh({ lang: 'zh-CN', ...how, batchBytes: 120_000 }),
  },
  'a repair': {
    start: copiesOf(async () => {
      const desk = await laidOut(said);
      await desk.act(({ workbook }) => {
        workbook.worksheets.getItem('Roi').delete();
        workbook.tables.getItem('Asks').columns.getItem('Owner').delete();
        workbook.tables.getItem('Budget').delete();
        workbook.tables.getItem('Plans').name = 'Planned';
      });
      desk.type('Functions', 's.fn.1', 'Origin', 'x');
      return desk;
    }),
    act: (desk, how) => desk.repair(how),
  },
  'an upgrade': {
    start: async () => {
      const desk = await laidOut(said);
      desk.catalogs = [newer()];
      return desk;
    },
    act: ({ host, catalogs }, how) => host.run((context) => upgrade(context, { catalogs, ...how })),
  },
  'a merge': { start: () => laidOut(said), act: merge },
  'a merge taken back': {
    start: copiesOf(async () => {
      const desk = await laidOut(said);
      await merge(desk);
      return desk;
    }),
    act: async (desk, how) => {
      const { host, catalogs } = desk;
      const seen = await seenBy(desk);
      const back = undo({ engagement: seen.read.engagement, spec: seen.spec }, { on: '2026-07-01' });
      if (!back) throw new Error('nothing to take back');
      const options = { catalogs, ...how, task: 'undo' as const };
      return host.run((context) => applyToWorkbook(context, seen, back, options));
    },
  }, // prettier-ignore
  'a contract from a preset': {
    start: () => laidOut(said),
    act: async (desk, how) => {
      const seen = await seenBy(desk);
      const days = { start: '2026-03-02', end: '2026-03-31', bets: [] };
      const plan = planPreset(seen, 'micro-consulting', days);
      const options = { task: 'preset' as const, ...how };
      return desk.host.run((context) => edit(context, seen, plan.changes, options));
    },
  },
  'a signature': {
    start: () => laidOut(said),
    act: ({ host, catalogs }, { signal }) =>
      host.run((context) =>
        sign(context, {
          ...{ catalogs, signal, period: 1, asOf: '2026-07-01', vendor: 'Lin' },
          ...{ signedOn: '2026-07-02', today: '2026-07-03' },
        }),
      ),
  },
  'a removal': {
    ends: true,
    start: copiesOf(async () => {
      const desk = await laidOut(said);
      await desk.act(({ workbook }) => void workbook.worksheets.add('Mine'));
      return desk;
    }),
    act: async (desk, { signal }) => {
      const seen = await seenBy(desk);
      return desk.host.run((context) => removeLayout(context, seen, { signal }));
    },
  },
};
