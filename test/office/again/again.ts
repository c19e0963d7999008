import type { ReadResult } from '../../../src/office';
import { engagementOf, laidOut, type Desk } from '../../support/desk';

/** A plan in which every kind of thing is said. */
export const picked = engagementOf({
  settings: { client: 'Client', fee: 1000, startDate: '2026-03-02', stage: 'consulting' },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' }, 's.ask.2': { pick: 'no' } },
  pain: {
    's.pain.1': { pick: 'yes', priority: 'high', comment: 'seen' },
    'custom.pain.1': { item: 'Our own pain', dimension: 's.area', pick: 'yes' },
  },
  function: { 's.fn.1': { pick: 'yes' } },
  budget: { 'budget.software': { before: 100, after: 50 } },
});

/** Refreshing loses nothing, and a second refresh has nothing to do. */
export async function refreshed(desk: Desk): Promise<ReadResult> {
  const before = await desk.read();
  await desk.refresh();
  const after = await desk.read();
  expect(after.engagement).toEqual(before.engagement);
  expect((await desk.refresh()).cells).toBe(0);
  return after;
}

/** Repairing once leaves nothing to repair, and a second repair writes nothing. */
export async function repaired(desk: Desk): Promise<ReadResult> {
  await desk.repair();
  const after = await desk.read();
  expect(after.findings.filter(({ repairable }) => repairable)).toEqual([]);
  expect((await desk.repair()).cells).toBe(0);
  return after;
}

/** What a workbook with the same engagement computes when it is laid out anew. */
export async function computedAnew(desk: Desk, engagement: ReadResult['engagement']) {
  const anew = await laidOut(engagement, { lang: desk.lang });
  return (await anew.read()).results;
}
