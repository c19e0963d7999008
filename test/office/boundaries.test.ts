import fc from 'fast-check';
import { applyToWorkbook } from '../../src/exchange';
import {
  edit,
  layOut,
  recover,
  removeLayout,
  study,
  underwayIn,
  upgrade,
  type Task,
} from '../../src/office';
import { planPreset } from '../../src/office/preset';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { onLine, type Fate } from '../support/line';
import { smallCatalog } from '../support/smallCatalog';
import { thoroughness } from '../support/thoroughness';
import { stateOf } from '../support/workbookState';

/** Each long change, with something happening at each boundary between its requests. */

const said = engagementOf({
  settings: { client: 'Northwind', startDate: '2026-03-02', fee: 1000 },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' }, 'custom.ask.1': { item: 'Own' } },
  pain: { 's.pain.1': { pick: 'yes' } },
  function: { 's.fn.1': { pick: 'yes' } },
  terms: { 'term.1': { code: 'A', weight: 1 }, 'term.2': { code: 'B' } },
});

interface How {
  signal: AbortSignal;
  batchBytes: number;
}

interface Change {
  start(): Promise<Desk>;
  act(desk: Desk, how: How): Promise<unknown>;
}

const newer = () =>
  smallCatalog((json) => {
    json.version = '1.1.0';
    json.pains.splice(3, 1);
    json.pains[1]!.text = { en: 'Reworded', 'zh-CN': '改' };
    json.asks.push({ ...json.asks[0]!, id: 's.ask.9' });
    for (let i = 0; i < 9; i += 1) json.functions.push({ ...json.functions[0]!, id: `s.fn.9${i}` });
  });

const merging = { changes: [], open: [], edited: [] };
const answered = {
  responses: { 'response.1': { respondent: 'Wang', audience: 'client', file: 'a.xlsx', batch: 1 } },
  answers: {
    'response.1.1': { response: 'response.1', table: 'ask', row: 's.ask.2', column: 'pick' },
  },
  merged: {},
};
const change = { row: 's.ask.2', column: 'pick', before: null, after: 'yes', by: ['Wang'] };

const changes: Record<string, Change> = {
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
    act: (desk, how) => desk.refresh({ lang: 'zh-CN', ...how }),
  },
  'a repair': {
    start: async () => {
      const desk = await laidOut(said);
      await desk.act(({ workbook }) => {
        workbook.worksheets.getItem('Roi').delete();
        workbook.tables.getItem('Asks').columns.getItem('Owner').delete();
        workbook.tables.getItem('Budget').delete();
        workbook.tables.getItem('Plans').name = 'Planned';
      });
      desk.type('Functions', 's.fn.1', 'Origin', 'x');
      return desk;
    },
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
  'a merge': {
    start: () => laidOut(said),
    act: ({ host, catalogs }, how) =>
      host.run(async (context) => {
        const seen = await study(context, { catalogs });
        const outcome = { ...merging, changes: [{ table: 'ask', ...change }], state: answered };
        await applyToWorkbook(context, seen, outcome, { catalogs, ...how });
      }),
  },
  'a contract from a preset': {
    start: () => laidOut(said),
    act: ({ host, catalogs }, how) =>
      host.run(async (context) => {
        const seen = await study(context, { catalogs });
        const days = { start: '2026-03-02', end: '2026-03-31', bets: [] };
        const plan = planPreset(seen, 'micro-consulting', days);
        await edit(context, seen, plan.changes, { task: 'preset', ...how });
      }),
  },
};

/** Codes that Excel documents for a request that fails as a whole. */
const codes = [
  ...['GeneralException', 'AccessDenied', 'Conflict', 'ItemNotFound', 'InvalidArgument'],
  ...['ActivityLimitReached', 'RequestAborted', 'ServiceNotAvailable', 'ConnectionFailure'],
  ...['Unauthenticated', 'InvalidOperationInCellEditMode', 'InsertDeleteConflict', 'InternalError'],
] as const;

const befalls = ['cancelled', 'refused', 'lost', 'gone', 'typed', 'sorted', 'shared'] as const;
type Befalls = (typeof befalls)[number];

/** What somebody else does meanwhile; a cell of theirs that has to be there at the end. */
const meanwhile = (desk: Desk, what: Befalls, started: boolean) => async () => {
  const other = 'Note of others';
  if (what === 'shared') {
    await desk.host
      .run((context) => layOut(context, said, { catalogs: desk.catalogs, lang: 'en' }))
      .catch(() => undefined);
  } else if (!started) desk.host.edit('Sheet1', 'B7', other);
  else if (what === 'typed') {
    desk.type('Asks', 's.ask.3', 'Comment', other);
  } else
    await desk.act(({ workbook }) =>
      workbook.tables.getItem('Asks').sort.apply([{ key: 0, ascending: false }]),
    );
};

/** Makes a change on which something befalls at one of its requests; says how that ended. */
async function tried(name: string, what: Befalls, request: number, code: string) {
  const { start, act } = changes[name] as Change;
  const desk = await start();
  const before = stateOf(desk);
  const isLaidOut = desk.hasTable('Asks');
  const controller = new AbortController();
  let isOn = true;
  let count = 0;
  const fates: Record<Befalls, () => Fate | undefined> = {
    cancelled: () => {
      controller.abort();
      return undefined;
    },
    refused: () => ({ refused: code }),
    lost: () => ({ lost: code }),
    gone: () => ({ lost: code }),
    typed: () => ({ before: meanwhile(desk, what, isLaidOut) }),
    sorted: () => ({ before: meanwhile(desk, what, isLaidOut) }),
    shared: () => ({ before: meanwhile(desk, what, isLaidOut) }),
  };
  onLine(desk.host, (at) => {
    if (!isOn) return undefined;
    count = at;
    if (at === request) return fates[what]();
    return what === 'gone' && at > request ? { refused: code } : undefined;
  });
  const error: unknown = await act(desk, { signal: controller.signal, batchBytes: 30_000 }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  isOn = false;
  const recovered = await desk.host.run(async (context): Promise<Task | undefined> => {
    const underway = await underwayIn(context);
    return underway && recover(context, underway);
  });
  return { desk, before, error, recovered, count };
}

const requests = new Map<string, Promise<number>>();
const requestsOf = (name: string): Promise<number> => {
  const known = requests.get(name) ?? tried(name, 'refused', Infinity, '').then((one) => one.count);
  requests.set(name, known);
  return known;
};

const isFinal = async (desk: Desk) => {
  const findings = (await desk.read()).findings.filter(({ severity }) => severity === 'error');
  return findings.length === 0;
};

test(
  'whatever befalls a long change, the workbook is as before or as wanted, and has what others did',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(changes)),
        fc.constantFrom(...befalls),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...codes),
        async (name, what, where, code) => {
          const request = 1 + Math.floor(where * ((await requestsOf(name)) - 1));
          const { desk, before, error } = await tried(name, what, request, code);
          const names = desk.host.book.sheets.map((sheet) => sheet.name).join();
          expect(names).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
          const isTyped = JSON.stringify(desk.content()).includes('Note of others');
          if (what === 'typed') expect(isTyped).toBe(true);
          if (error === undefined) expect(await isFinal(desk)).toBe(true);
          else if (['cancelled', 'refused', 'lost', 'gone'].includes(what))
            expect(stateOf(desk)).toEqual(before);
        },
      ),
      { numRuns: 8 * thoroughness },
    );
  },
  300_000 * thoroughness,
);

test('a removal that was broken off is brought to its end', async () => {
  for (const request of [4, 5, 6]) {
    const desk = await laidOut(said);
    const seen = await desk.host.run((context) => study(context, { catalogs: desk.catalogs }));
    let isOn = true;
    onLine(desk.host, (at) =>
      isOn && at >= request ? { refused: 'ConnectionFailure' } : undefined,
    );
    await desk.host.run((context) => removeLayout(context, seen)).catch(() => undefined);
    isOn = false;
    const underway = await desk.host.run(underwayIn);
    if (underway) await desk.host.run((context) => recover(context, underway));
    expect(desk.host.book.sheets.length === 1 || desk.hasTable('Provenance')).toBe(true);
    expect(desk.host.book.names.length === 0 || desk.hasTable('Provenance')).toBe(true);
  }
});
