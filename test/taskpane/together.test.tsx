/** @jest-environment ./test/taskpane/environment.ts */
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { loadClient } from '../../src/host/client/node';
import { useWorkbook } from '../../src/taskpane/core/useWorkbook';
import { type Desk, engagementOf, laidOut } from '../support/desk';
import { errorCodes } from '../support/errorCodes';
import { onLine, type Fate } from '../support/line';
import { thoroughness } from '../support/thoroughness';

jest.setTimeout(120_000 * thoroughness);
afterEach(cleanup);

const said = engagementOf({ ask: { 'custom.ask.1': { item: 'Own' } } });
const rows = ['s.ask.1', 's.ask.2', 's.ask.3', 'custom.ask.1'];
const words = ['one', 'two', 'three', '=1+1', '00123'];
/** Each has columns of their own, so that what was said last is known whatever comes first. */
const columns = { first: 'owner', second: 'comment', person: 'Pick' } as const;
type Who = keyof typeof columns;

type Pane = ReturnType<typeof useWorkbook>;

interface Real {
  desk: Desk;
  panes: Record<'first' | 'second', () => Pane>;
  pending: Promise<unknown>[];
  fates: Fate[];
}

/** What cells may hold, by what was said and how it ended; the last one first. */
type Model = { may: Map<string, Set<unknown>> };
const keyOf = (who: Who, row: string) => `${row} ${columns[who]}`;

class Says implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: 'first' | 'second',
    readonly row: string,
    readonly word: string,
  ) {}
  check = () => true;
  async run(model: Model, { panes, pending }: Real) {
    const key = keyOf(this.who, this.row);
    const change = { table: 'ask', row: this.row, cells: { [columns[this.who]]: this.word } };
    pending.push(
      panes[this.who]()
        .edit([change])
        .then((edited) => {
          // What failed may have been written before its answer was lost.
          const before = edited ? [] : (model.may.get(key) ?? [null]);
          model.may.set(key, new Set([...before, this.word]));
        }),
    );
    await Promise.resolve();
  }
  toString = () => `${this.who} says ${this.word} of ${this.row}`;
}

class Types implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly row: string,
    readonly pick: string,
  ) {}
  check = () => true;
  async run(model: Model, { desk }: Real) {
    desk.type('Asks', this.row, 'Pick', this.pick);
    model.may.set(keyOf('person', this.row), new Set([this.pick]));
    await Promise.resolve();
  }
  toString = () => `types ${this.pick} of ${this.row}`;
}

class Moves implements fc.AsyncCommand<Model, Real> {
  constructor(readonly how: 'up' | 'down' | 'below') {}
  check = () => true;
  run = (_: Model, { desk, fates }: Real) => {
    // The person's own doing is not on the line.
    fates.unshift({}, {});
    return desk.act(({ workbook }) => {
      const table = workbook.tables.getItem('Asks');
      if (this.how === 'below') table.getRange().getRow(0).getEntireRow().insert('Down');
      else table.sort.apply([{ key: 0, ascending: this.how === 'up' }]);
    });
  };
  toString = () => `moves ${this.how}`;
}

class Waits implements fc.AsyncCommand<Model, Real> {
  constructor(readonly ms: number) {}
  check = () => true;
  run = () => new Promise<void>((done) => setTimeout(done, this.ms));
  toString = () => `waits ${this.ms}`;
}

class Refreshes implements fc.AsyncCommand<Model, Real> {
  constructor(readonly who: 'first' | 'second') {}
  check = () => true;
  async run(_: Model, { panes, pending }: Real) {
    pending.push(panes[this.who]().perform('refresh'));
    await Promise.resolve();
  }
  toString = () => `${this.who} refreshes`;
}

const who = fc.constantFrom('first' as const, 'second' as const);
const row = fc.constantFrom(...rows);
const commands = fc.commands(
  [
    fc.tuple(who, row, fc.constantFrom(...words)).map((one) => new Says(...one)),
    fc.tuple(row, fc.constantFrom('Yes', 'No', 'Maybe')).map((one) => new Types(...one)),
    fc.constantFrom('up' as const, 'down' as const, 'below' as const).map((how) => new Moves(how)),
    fc.nat(30).map((ms) => new Waits(ms)),
    who.map((one) => new Refreshes(one)),
  ],
  { maxCommands: 12 },
);

const code = fc.constantFrom(...errorCodes);
const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 12, arbitrary: fc.nat(12).map((delay) => ({ delay })) },
  { weight: 1, arbitrary: code.map((refused) => ({ refused })) },
  { weight: 1, arbitrary: code.map((lost) => ({ lost })) },
);

test('two panes and a person at one workbook: what was accepted stands, and both panes show it', async () => {
  Object.assign(globalThis, loadClient());
  await fc.assert(
    fc.asyncProperty(commands, fc.array(fate, { maxLength: 40 }), async (steps, befalls) => {
      const desk = await laidOut(said);
      const fates = [...befalls];
      let isOn = false;
      onLine(desk.host, () => (isOn ? fates.shift() : undefined));
      const { run } = desk.host;
      const pane = () => renderHook(() => useWorkbook(run, desk.catalogs)).result;
      const [first, second] = [pane(), pane()];
      const panes = { first: () => first.current, second: () => second.current };
      const isRead = () => Object.values(panes).every((one) => one().view.status === 'ours');
      await waitFor(() => expect(isRead()).toBe(true), { timeout: 30_000 });
      const pending: Promise<unknown>[] = [];
      const model: Model = { may: new Map() };
      isOn = true;
      await act(async () => {
        await fc.asyncModelRun(
          () => ({ model, real: { desk, panes, pending, fates } }),
          steps as Iterable<fc.AsyncCommand<Model, Real, boolean>>,
        );
        await Promise.all(pending);
        isOn = false;
        // What could not be read is read again once the line is good.
        await Promise.all(Object.values(panes).map((one) => one().look()));
      });
      await act(() => new Promise((quiet) => setTimeout(quiet, 700)));
      const now = await desk.read();
      for (const [key, may] of model.may) {
        const [id = '', column = ''] = key.split(' ');
        const stands = now.engagement.ask[id]?.[column.toLowerCase() as 'owner'] ?? null;
        expect([...may].map(asRead)).toContain(stands);
      }
      for (const one of Object.values(panes)) {
        const { view } = one();
        expect(view.status === 'ours' && view.study.read.engagement).toEqual(now.engagement);
      }
      cleanup();
    }),
    { numRuns: 5 * thoroughness },
  );
});

/** Picks by their ids. */
const asRead = (value: unknown) =>
  ['Yes', 'No', 'Maybe'].includes(String(value)) ? String(value).toLowerCase() : value;
