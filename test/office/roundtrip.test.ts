import fc from 'fast-check';
import { thoroughness } from '../support/thoroughness';
import { Desk, laidOut } from '../support/desk';
import { bare, engagement } from '../support/arbitraryEngagement';

test(
  'what an engagement says is read back from the workbook laid out from it',
  async () => {
    await fc.assert(
      fc.asyncProperty(engagement, async (said) => {
        const desk = new Desk();
        await desk.layOut(said, { lang: 'en' });
        const read = await desk.read();
        expect(bare(read.engagement)).toEqual(bare(said));
        expect((await desk.refresh()).cells).toBe(0);
        expect(desk.host.counters.syncs).toBeLessThanOrEqual(desk.requestsAllowed());
      }),
      { numRuns: 3 * thoroughness },
    );
  },
  60_000 * thoroughness,
);

test(
  'what an engagement says over an empty workbook is read back, in every language',
  async () => {
    await fc.assert(
      fc.asyncProperty(engagement, async (all) => {
        const said = { ...all, removed: {} };
        const desk = await laidOut();
        await desk.layOut(said);
        expect(bare((await desk.read()).engagement)).toEqual(bare(said));
        await desk.refresh({ lang: 'zh-CN' });
        expect(bare((await desk.read()).engagement)).toEqual(bare({ ...said, lang: 'zh-CN' }));
        expect((await desk.refresh()).cells).toBe(0);
      }),
      { numRuns: 3 * thoroughness },
    );
  },
  60_000 * thoroughness,
);
