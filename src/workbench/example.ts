import type { Engagement } from '../engagement/schema';
import type { Lang } from '../messages';
import { exampleModels, fetchExample } from '../taskpane/core/example';

export const examples = [...exampleModels, 'empty'] as const;
export type Example = (typeof examples)[number];

/** The worked example of a model; undefined for a workbook in which nothing is laid out. */
export const exampleOf = async (example: Example, lang: Lang): Promise<Engagement | undefined> =>
  example === 'empty' ? undefined : fetchExample(example, lang);
