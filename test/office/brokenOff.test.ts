import type { Book } from '../../src/book';
import { createHost } from '../../src/host';
import { recover, underwayIn } from '../../src/office';
import { journalName } from '../../src/office/journal';
import { Desk } from '../support/desk';
import { onLine } from '../support/line';
import { thoroughness } from '../support/thoroughness';
import { wholeOf } from '../support/wholeWorkbook';
import { changes, type Change } from './changes';

/** A change that nothing befalls: how it begins and ends, and what stands while it is under way. */
async function undisturbed({ start, act }: Change) {
  const desk = await start();
  const before = desk.copy();
  const broken: Book[] = [];
  const look = () => {
    const { book } = desk.host;
    if (book.names.some(({ name }) => name === journalName)) broken.push(structuredClone(book));
  };
  onLine(desk.host, () => ({ before: look }));
  await act(desk, { signal: new AbortController().signal, batchBytes: 30_000 });
  return { before, broken, after: desk };
}

/** So many of all, the last among them. */
const spread = <T>(all: readonly T[], count: number): T[] => {
  const places = Array.from({ length: count }, (_, i) => Math.ceil(((i + 1) * all.length) / count));
  return [...new Set(places)].map((place) => all[place - 1] as T);
};

test.each(Object.keys(changes))(
  '%s that is broken off after any request is taken back, or ended, by whoever opens the workbook next',
  async (name) => {
    const { before, broken, after } = await undisturbed(changes[name] as Change);
    const ends = [before, after].map(wholeOf);
    expect(broken.length).toBeGreaterThan(0);
    for (const book of spread(broken, 2 * thoroughness)) {
      const desk = new Desk(createHost(book));
      // What formulas give follows from what they are.
      await desk.act(({ application }) => void (application.calculationMode = 'Manual'));
      await desk.host.run(async (context) => {
        const underway = await underwayIn(context);
        if (underway) await recover(context, underway);
      });
      const whole = wholeOf(desk);
      if (!ends.includes(whole)) expect(JSON.parse(whole)).toEqual(JSON.parse(ends[0] ?? ''));
    }
  },
  300_000,
);
