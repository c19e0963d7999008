import fc from 'fast-check';
import { thoroughness } from '../support/thoroughness';
import { action } from '../support/actions';
import { type Desk, engagementOf, laidOut } from '../support/desk';
import { bare } from '../support/arbitraryEngagement';

const start = engagementOf({
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' } },
  pain: { 's.pain.1': { pick: 'yes' }, 'custom.pain.1': { item: 'Own', pick: 'maybe' } },
  function: { 's.fn.1': { pick: 'yes' }, 's.fn.4': { pick: 'yes' } },
});

/** Results that do not depend on the order in which rows stand. */
const orderless = ({ tables: computed, names }: Awaited<ReturnType<Desk['read']>>['results']) => ({
  names,
  tables: Object.fromEntries(
    Object.entries(computed)
      .filter(([id]) => id !== 'trace')
      .map(([id, rows]) => [
        id,
        Object.fromEntries(
          Object.entries(rows).map(([row, { order: _order, ...cells }]) => [row, cells]),
        ),
      ]),
  ),
});

test(
  'whatever a person does, refreshing loses nothing and repairing makes the workbook whole',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 7 }), async (actions) => {
        const desk = await laidOut(start);
        for (const [, act] of actions) await act(desk);

        const before = await desk.read();
        await desk.refresh();
        const after = await desk.read();
        expect(bare(after.engagement)).toEqual(bare(before.engagement));
        expect((await desk.refresh()).cells).toBe(0);

        await desk.repair();
        const whole = await desk.read();
        expect(whole.findings.filter(({ repairable }) => repairable)).toEqual([]);
        expect((await desk.repair()).cells).toBe(0);
        const anew = await laidOut(whole.engagement);
        expect(orderless(whole.results)).toEqual(orderless((await anew.read()).results));
      }),
      { numRuns: 6 * thoroughness },
    );
  },
  60_000 * thoroughness,
);
