import { layOut, recover, underwayIn } from '../../src/office';
import type { Desk } from '../support/desk';
import { onLine, type Fate } from '../support/line';
import { wholeOf } from '../support/wholeWorkbook';
import { said, type Change } from './changes';

/** What can happen at a request to its client, or on the line. */
const mishaps = ['cancelled', 'refused', 'lost', 'stopped', 'gone'] as const;
type Mishap = (typeof mishaps)[number];
/** What others can do just before it. */
const others = ['typed', 'sorted', 'moved', 'added', 'shared'] as const;
type Other = (typeof others)[number];

export const befalls = [...mishaps, ...others];
export type Befalls = Mishap | Other;

const isOthers = (what: Befalls): what is Other => !mishaps.some((one) => one === what);

const note = 'Note of others';
const guides = ['Guide', 'Guide of Li'];

/**
 * What others do to a workbook that is laid out, or not.
 * @param comment position of the column in which they type
 */
const hands: Record<Other, (desk: Desk, comment: number) => unknown> = {
  typed: (desk, comment) => {
    if (!desk.hasTable('Asks')) return desk.host.edit('Sheet1', 'B7', note);
    // Its header may have been translated by now.
    return desk.type('Asks', 's.ask.3', desk.table('Asks').headers[comment] ?? '', note);
  },
  sorted: (desk) =>
    desk.act(({ workbook }) =>
      workbook.tables.getItem('Asks').sort.apply([{ key: 0, ascending: false }]),
    ),
  moved: (desk) =>
    desk.act(({ workbook }) => {
      workbook.tables.getItem('Asks').getRange().getRow(0).getEntireRow().insert('Down');
    }),
  added: (desk) =>
    desk.act(({ workbook }) => {
      const names = desk.host.book.sheets.map(({ name }) => name);
      const sheet = workbook.worksheets.add(guides.find((name) => !names.includes(name)));
      sheet.getCell(0, 0).values = [[note]];
    }),
  shared: ({ host, catalogs }) =>
    host.run((context) => layOut(context, said, { catalogs, lang: 'en' })).catch(() => undefined),
};

const how = (signal: AbortSignal) => ({ signal, batchBytes: 30_000 });

/** Makes a change on which something befalls at one of its requests, from 1; says how that ended. */
export async function tried(change: Change, what: Befalls, request: number, code: string) {
  const desk = await change.start();
  const controller = new AbortController();
  const isLaidOut = desk.hasTable('Asks');
  const comment = isLaidOut ? desk.table('Asks').headers.indexOf('Comment') : -1;
  let isOn = true;
  let isDone = false;
  const act = async () => {
    const isThere = desk.hasTable('Asks');
    // While a layout comes or goes, others have no table of ours to work in.
    if (!isOthers(what) || (what !== 'added' && what !== 'shared' && isThere !== isLaidOut)) return;
    if (!isThere && (what === 'sorted' || what === 'moved')) return;
    await hands[what](desk, comment);
    isDone = true;
  };
  const fates: Partial<Record<Befalls, Fate>> = {
    ...{ refused: { refused: code }, stopped: { stopped: 9 } },
    ...{ lost: { lost: code }, gone: { lost: code } },
  };
  onLine(desk.host, (at) => {
    if (!isOn || at < request) return undefined;
    if (at > request) return what === 'gone' ? { refused: code } : undefined;
    if (what === 'cancelled') controller.abort();
    return fates[what] ?? { before: act };
  });
  const error: unknown = await change.act(desk, how(controller.signal)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  isOn = false;
  // Whoever opens it next puts in order what was broken off.
  await desk.host.run(async (context) => {
    const underway = await underwayIn(context);
    if (underway) await recover(context, underway);
  });
  return { desk, error, isDone };
}

/** A change that nothing befalls: how it begins and ends, and of how many requests it is. */
export async function undisturbed(change: Change) {
  const desk = await change.start();
  const before = desk.copy();
  let requests = 0;
  onLine(desk.host, (at) => void (requests = at));
  await change.act(desk, how(new AbortController().signal));
  return { before, after: desk.copy(), requests };
}

/** Whether what others have written is still there. */
export const hasNote = (desk: Desk): boolean =>
  Object.values(desk.content()).some((cells) => Object.values(cells).includes(note));

/**
 * A workbook as it would be without what others did to it, or, where that cannot be told, with it.
 * @param isDone whether they have done it
 */
export async function without(what: Befalls, desk: Desk, isDone = false): Promise<string> {
  if (!isOthers(what)) return wholeOf(desk);
  const settled = desk.copy();
  // What formulas give follows from what they are.
  await settled.act(({ application }) => void (application.calculationMode = 'Manual'));
  const noted = Object.entries(settled.content()).flatMap(([sheet, cells]) =>
    Object.keys(cells).flatMap((address) => (cells[address] === note ? [{ sheet, address }] : [])),
  );
  if (what === 'typed')
    for (const { sheet, address } of noted) settled.host.edit(sheet, address, '');
  if (what === 'added' && isDone)
    await settled.act(({ workbook }) => {
      for (const { sheet } of noted) workbook.worksheets.getItem(sheet).delete();
    });
  const isAgain = what === 'sorted' || (what === 'moved' && !isDone);
  if (isAgain && settled.hasTable('Asks')) await hands[what](settled, -1);
  return wholeOf(settled);
}
