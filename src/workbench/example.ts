import { emptyEngagement } from '../engagement/project';
import { Engagement } from '../engagement/schema';
import type { Lang } from '../messages';

export const models = ['after-sales', 'key-account'] as const;
export type Model = (typeof models)[number];

/** The example engagement of a model; an empty one where none is served. */
export async function exampleOf(model: Model, lang: Lang): Promise<Engagement> {
  const response = await fetch(`examples/${model}.json`);
  if (!response.ok) return emptyEngagement([{ id: model }], lang);
  return Engagement.parse(await response.json());
}
