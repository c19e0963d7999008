import { unzipSync } from 'fflate';

const kinds = [
  ['pictures', /^xl\/media\//],
  ['comments', /^xl\/(comments|threadedComments)/],
  ['pivot tables', /^xl\/pivot/],
  ['macros', /vbaProject\.bin$/],
  ['slicers', /^xl\/(slicers|timelines)/],
  ['queries', /^xl\/(queryTables|connections\.xml)/],
  ['links to other files', /^xl\/externalLinks\//],
  ['controls', /^xl\/(activeX|ctrlProps|embeddings)\//],
] as const;

export type LostKind = (typeof kinds)[number][0];

/** What a workbook file holds that saving it here would drop. */
export function lostParts(bytes: Uint8Array): LostKind[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return kinds.filter(([, part]) => names.some((name) => part.test(name))).map(([kind]) => kind);
}
