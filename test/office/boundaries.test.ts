import fc from 'fast-check';
import type { Desk } from '../support/desk';
import { errorCodes } from '../support/errorCodes';
import { thoroughness } from '../support/thoroughness';
import { befalls, hasNote, tried, undisturbed, without, type Befalls } from './befalls';
import { changes, type Change } from './changes';

/** Each long change, with something happening at each boundary between its requests. */

const errorsIn = async (desk: Desk) =>
  (await desk.read()).findings.filter(({ severity }) => severity === 'error');

/** Everything that can befall a change of so many requests, in an order that the seed gives. */
function casesOf(requests: number) {
  const all = Array.from({ length: requests }, (_, at) =>
    befalls.map((what, i) => ({
      what,
      request: at + 1,
      code: errorCodes[(at * befalls.length + i) % errorCodes.length]!,
    })),
  ).flat();
  const order = fc.shuffledSubarray(all, { minLength: all.length });
  return fc.sample(order, { numRuns: 1, seed: fc.readConfigureGlobal()?.seed ?? Date.now() })[0]!;
}

test.each(Object.entries(changes))(
  'whatever befalls %s, the workbook is as before or as wanted, and has what others did',
  async (_, change: Change) => {
    const { before, after, requests } = await undisturbed(change);
    const known = new Map<Befalls, Promise<string[]>>();
    const endsOf = (what: Befalls) => {
      const ends = known.get(what) ?? Promise.all([after, before].map((end) => without(what, end)));
      known.set(what, ends);
      return ends;
    };
    for (const one of casesOf(requests).slice(0, thoroughness)) {
      const { what, request, code } = one;
      const { desk, error, isDone } = await tried(change, what, request, code);
      const names = desk.host.book.sheets.map(({ name }) => name).join();
      expect({ one, names }).not.toEqual({ one, names: expect.stringMatching(/[0-9a-f]{8}-/) });
      const isKept = what === 'added' || (what === 'typed' && !change.ends);
      if (isDone && isKept) expect({ one, has: hasNote(desk) }).toEqual({ one, has: true });
      if (what === 'shared') {
        // Another pane's own layout may be what stands in the end: it is whole.
        if (desk.hasTable('Asks'))
          expect({ one, errors: await errorsIn(desk) }).toEqual({ one, errors: [] });
        continue;
      }
      // A line that is down hides how it ended; a sheet of a wanted name is told, and stops a new layout.
      const isOpen = what === 'gone' || what === 'added' || change.ends;
      const [whole, none] = await endsOf(what);
      const allowed = isOpen ? [whole, none] : [error === undefined ? whole : none];
      const found = await without(what, desk, isDone);
      const told = (end = '') => ({ one, error, workbook: JSON.parse(end) });
      if (!allowed.includes(found)) expect(told(found)).toEqual(told(allowed[0]));
    }
  },
  60_000 * (1 + thoroughness),
);
