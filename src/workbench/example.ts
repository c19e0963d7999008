import { openXlsx, type Book } from '../book';
import type { Host } from '../host';
import type { Lang } from '../messages';
import { layOut } from '../office';
import { exampleModels, fetchExample, fetchExampleFile } from '../taskpane/core/example';

export const examples = [...exampleModels, 'empty'] as const;
export type Example = (typeof examples)[number];

/** A workbook, or what is done in a new one to have it. */
export interface Filled {
  book?: Book;
  prepare?: (host: Host) => Promise<unknown>;
}

/** Whether the build has laid out the examples. */
const areLaidOut = () =>
  document.querySelector('meta[name="appfi-examples"][content="workbooks"]') !== null;

/** The worked example of a model, or a workbook in which nothing is laid out. */
export async function exampleOf(example: Example, lang: Lang): Promise<Filled> {
  if (example === 'empty') return {};
  if (areLaidOut()) return { book: await openXlsx(await fetchExampleFile(example, lang)) };
  const engagement = await fetchExample(example, lang);
  return { prepare: (host) => host.run((context) => layOut(context, engagement, { lang })) };
}
