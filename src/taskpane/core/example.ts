import { Engagement } from '../../engagement/schema';
import type { Lang } from '../../messages';

/** The models that come with a worked example: a year of readings, a contract, two settlements. */
export const exampleModels = ['key-account', 'after-sales'] as const;
export type ExampleModel = (typeof exampleModels)[number];

/** A model's worked example, from the folder that the page came from; its people speak English or Chinese. */
export async function fetchExample(model: ExampleModel, lang: Lang): Promise<Engagement> {
  const file = `examples/${model}${lang === 'en' ? '.en' : ''}.json`;
  try {
    const response = await fetch(file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return Engagement.parse(await response.json());
  } catch (cause) {
    throw new ExampleError(cause);
  }
}

class ExampleError extends Error {
  override name = 'ExampleError';

  constructor(cause: unknown) {
    super('The example could not be loaded', { cause });
  }
}
