import { Engagement } from '../engagement/schema';

export const examples = ['after-sales', 'key-account', 'empty'] as const;
export type Example = (typeof examples)[number];

/** The worked example of a model; undefined for a workbook in which nothing is laid out. */
export async function exampleOf(example: Example): Promise<Engagement | undefined> {
  if (example === 'empty') return undefined;
  const response = await fetch(`examples/${example}.json`);
  return Engagement.parse(await response.json());
}
