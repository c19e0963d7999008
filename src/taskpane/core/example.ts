import { Engagement } from '../../engagement/schema';
import { engagementId } from '../../engagement/identity';
import type { Lang } from '../../messages';

/** The models that come with a worked example: a year of readings, a contract, two settlements. */
export const exampleModels = ['key-account', 'after-sales'] as const;
export type ExampleModel = (typeof exampleModels)[number];

/** A model's worked example, from the folder that the page came from, in the language of its people. */
export const fetchExample = (model: ExampleModel, lang: Lang): Promise<Engagement> =>
  fetched(model, lang, 'json', async (response) => Engagement.parse(await response.json()));

/** The same as a workbook, where the build has laid it out. */
export const fetchExampleFile = (model: ExampleModel, lang: Lang): Promise<Uint8Array> =>
  fetched(model, lang, 'xlsx', async (response) => new Uint8Array(await response.arrayBuffer()));

async function fetched<T>(
  model: ExampleModel,
  lang: Lang,
  ending: string,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const file = `examples/${model}${lang === 'zh-CN' ? '' : `.${lang}`}.${ending}`;
  try {
    const response = await fetch(file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return await read(response);
  } catch (cause) {
    throw new ExampleError(cause);
  }
}

/** The examples, in each of their languages, by the identity that their names give them. */
export const exampleIds: readonly string[] = [
  ...['0c9e9a9739832971', 'c389ace49779bec9', '737597d4554ac749'],
  ...['b7222ad412f76632', 'ea4ed00c2be2072d', '2ac04c05b275c065'],
];

/** Whether a workbook is still one of the examples; who puts in names of their own has made it theirs. */
export const isExample = ({ settings }: Engagement): boolean =>
  exampleIds.includes(engagementId(settings, ''));

class ExampleError extends Error {
  override name = 'ExampleError';

  constructor(cause: unknown) {
    super('The example could not be loaded', { cause });
  }
}
