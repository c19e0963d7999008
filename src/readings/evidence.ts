import { digestOf } from '../catalog/digest';
import { message, type Lang } from '../messages';

/** Where a reading comes from, as its evidence says it: people read it, and a later run reads it again. */
export interface Origin {
  files: { name: string; digest: string }[];
  /** Digest of the mapping; absent where it was computed elsewhere. */
  mapping?: string;
  query: string;
  rows?: number;
  /** Of the rows that counted. */
  digest: string;
}

const between = ' · ';

/** "orders.csv #3f2a9c1b7d04aa10 · query #… · 38200 rows #…" */
export function evidenceOf(lang: Lang, { files, mapping, query, rows, digest }: Origin): string {
  const [first] = files;
  const source =
    files.length === 1 && first
      ? `${first.name} #${first.digest}`
      : `${first?.name ?? '–'} +${files.length - 1} #${digestOf(files.map((one) => one.digest).sort())}`;
  const say = (key: 'mapping' | 'query') => message(lang, `readings.evidence.${key}`);
  return [
    source,
    ...(mapping === undefined ? [] : [`${say('mapping')} #${mapping}`]),
    `${say('query')} #${query}`,
    `${message(lang, 'readings.evidence.rows', { count: rows ?? '?' })} #${digest}`,
  ].join(between);
}

const mark = '#([0-9a-f]{16})';
const pattern = new RegExp(
  `(?:^|${between})[^·]* ${mark}(?:${between}[^·#]+ ${mark})?${between}[^·#]+ ${mark}${between}(\\d+|\\?)[^·#]*${mark}$`,
  'u',
);

/** What an evidence says of its origin; undefined where people wrote all of it. */
export function originIn(evidence: string) {
  const found = pattern.exec(evidence);
  if (!found) return undefined;
  const [, file = '', mapping, query = '', rows = '', digest = ''] = found;
  return {
    file,
    ...(mapping !== undefined && { mapping }),
    query,
    ...(rows !== '?' && { rows: Number(rows) }),
    digest,
  };
}

/** People's own words stay; what a run said before is said anew. */
export function withOrigin(evidence: string, origin: string): string {
  const own = evidence.replace(pattern, '').trim();
  return own === '' ? origin : `${own}${between}${origin}`;
}
