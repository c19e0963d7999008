import { outlineOf, type Outline } from '../../src/deliver';
import type { Engagement } from '../../src/engagement/schema';
import { study } from '../../src/office/agreement';
import { engagementOf, laidOut } from '../support/desk';
import { smallCatalog } from '../support/smallCatalog';

/** What deliverables are drawn from, for an engagement on the small catalog. */
export async function storyOf(said: Partial<Engagement> = {}): Promise<Outline> {
  const desk = await laidOut(engagementOf(said));
  const studied = await desk.host.run((context) => study(context, { catalogs: desk.catalogs }));
  return outlineOf(studied.spec, studied.read.results, smallCatalog());
}
