import { strFromU8, unzipSync } from 'fflate';
import { message, type Lang } from '../messages';
import { InputError } from './io';

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

/** Things that parts of ours may hold beside what is carried over. */
const inside = [
  ['shapes', /^xl\/drawings\/[^/]+\.xml$/, /<(?:\w+:)?(?:sp|grpSp|cxnSp)\b/],
  ['sparklines', /^xl\/worksheets\/[^/]+\.xml$/, /<(?:\w+:)?sparklineGroup\b/],
] as const;

type LostKind = (typeof kinds)[number][0] | (typeof inside)[number][0];

/** Parts that are carried over, or that say nothing which a person could miss. */
const carried = [
  /^\[Content_Types\]\.xml$/,
  /(^|\/)_rels\/[^/]*\.rels$/,
  /^docProps\//,
  /^xl\/(workbook|styles|sharedStrings|calcChain|metadata)\.xml$/,
  /^xl\/(worksheets|tables|theme|charts|drawings|persons|printerSettings|webextensions)\//,
  /^xl\/customProperty\d*\.bin$/,
  /^xl\/customProperties\//,
  /^customXml\//,
];
/** Newer kinds of charts lie among the others. */
const notCarried = [/^xl\/charts\/chartEx/];

/** What a workbook file holds that saving it here would drop: kinds, and names of unknown parts. */
function lostParts(bytes: Uint8Array): { kinds: LostKind[]; parts: string[] } {
  const names: string[] = [];
  const read = unzipSync(bytes, {
    filter: ({ name }) => {
      if (!name.endsWith('/')) names.push(name);
      return inside.some(([, part]) => part.test(name));
    },
  });
  const lost: LostKind[] = kinds
    .filter(([, part]) => names.some((name) => part.test(name)))
    .map(([kind]) => kind);
  const texts = Object.entries(read).map(([name, part]) => [name, strFromU8(part)] as const);
  const held = inside.filter(([, part, mark]) =>
    texts.some(([name, text]) => part.test(name) && mark.test(text)),
  );
  const isKnown = (name: string) =>
    kinds.some(([, part]) => part.test(name)) ||
    (carried.some((part) => part.test(name)) && !notCarried.some((part) => part.test(name)));
  return {
    kinds: [...lost, ...held.map(([kind]) => kind)],
    parts: names.filter((name) => !isKnown(name)),
  };
}

/** @throws InputError, worded by `key`, where saving the file here would lose something: it is named */
export function refuseLoss(
  lang: Lang,
  key: 'cli.lay.loses' | 'cli.sign.loses' | 'cli.merge.loses',
  file: string,
  bytes: Uint8Array,
): void {
  const lost = lostParts(bytes);
  const named = [
    ...lost.kinds.map((kind) => message(lang, `cli.lost.${kind}`)),
    ...lost.parts.map((part) => message(lang, 'cli.lost.part', { part })),
  ];
  if (named.length > 0) throw new InputError(message(lang, key, { file, what: named.join(' · ') }));
}
