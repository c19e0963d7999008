import { checkCatalog } from '../../catalog/integrity';
import { LISTS } from '../../catalog/overlay';
import { parseCatalog } from '../../catalog/parse';
import { error, warning, type Problem } from '../../catalog/problem';
import type { Catalog, Metric, Text } from '../../catalog/schema';
import { placeholder } from './anonymise';
import { ownRanges } from './ownRanges';
import { conflicts, namesLeft } from './withhold';
import { figuresKey } from './decided';
import type { ItemProposal, Review, Texts } from './review';

/** Who accepts, and when; and a firm's words that never leave. */
export interface Acceptance {
  by: string;
  /** ISO day. */
  on: string;
  withheld?: readonly string[];
  /** Further catalogs whose words are nobody's. */
  ordinary?: readonly Catalog[];
}

export interface Harvest {
  /** Absent when a problem is an error. */
  catalog?: Catalog;
  /** Ids of what the new version brings. */
  added: string[];
  reworded: string[];
  observed: string[];
  /** How many proposals were refused for good. */
  refused: number;
  problems: Problem[];
}

type Thing = { id: string } & Record<string, unknown>;

const listOf = {
  ask: 'asks',
  plan: 'plans',
  pain: 'pains',
  function: 'functions',
  innovation: 'innovations',
} as const;

/**
 * The catalog with what a reviewer has accepted, as its next minor version with an entry in its
 * history; what was refused is remembered, by itself as the next patch. Nothing of the review's texts is
 * changed; what a new item still lacks, and what may still be somebody's name, is an error.
 */
export function harvest(
  catalog: Catalog,
  review: Review,
  { by, on, withheld = [], ordinary = [] }: Acceptance,
): Harvest {
  const next = structuredClone(catalog);
  const things = new Map<string, Thing>(
    LISTS.flatMap((list) => next[list] as Thing[]).map((thing) => [thing.id, thing]),
  );
  const problems: Problem[] = [];
  const [added, reworded, observed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const note = (thing: Thing, field: 'harvested' | 'observed', entry: object) => {
    thing[field] = [...((thing[field] as object[] | undefined) ?? []), entry];
  };
  const need = (id: string, from: string): Thing | undefined => {
    const thing = things.get(id);
    if (!thing) problems.push(error('unknown-id', from, { field: 'item', to: id }));
    return thing;
  };

  const decided: NonNullable<Catalog['decided']> = { ...catalog.decided };
  const remember = (accept: 'yes' | 'no', keys: readonly string[]) => {
    for (const key of keys) decided[key] = { accept, on, by };
  };
  const names = namesLeft([catalog, ...ordinary], withheld);
  problems.push(...conflicts(review.wordings));

  for (const proposal of review.items) {
    if (proposal.accept === undefined) continue;
    remember(proposal.accept, proposal.variants);
    if (proposal.accept !== 'yes') continue;
    const { engagements, id, into, newId } = proposal;
    const origin = engagements.map((engagement) => ({ engagement, on, by }));
    if (into !== undefined) {
      const thing = need(into, id);
      if (thing) for (const one of origin) note(thing, 'harvested', one);
      continue;
    }
    problems.push(...names(proposal));
    problems.push(...leftovers(proposal.id, proposal.text), ...untranslated(id, proposal.text));
    const thing = { ...itemOf(proposal), harvested: origin };
    setStale(thing, 'text', ['zh-CN', 'en'], spokenIn(proposal.text));
    if (things.has(newId)) problems.push(error('duplicate-id', newId, { count: 2 }));
    else things.set(newId, thing);
    (next[listOf[proposal.step]] as Thing[]).push(thing);
    added.add(newId);
    for (const answer of proposal.answeredBy) {
      const calledBy = need(answer, id)?.calledBy as Record<string, number> | undefined;
      if (calledBy) calledBy[newId] = 2;
    }
  }
  // Wordings of two languages may be two proposals.
  const spoken = new Map<string, Set<string>>();
  for (const { accept, item, field, text } of review.wordings)
    for (const [lang, words] of Object.entries(text))
      if (accept === 'yes' && words)
        spoken.set(`${item} ${field}`, (spoken.get(`${item} ${field}`) ?? new Set()).add(lang));
  for (const proposal of review.wordings) {
    const { accept, id, item, field, text, engagements } = proposal;
    if (accept === undefined) continue;
    remember(accept, proposal.variants);
    if (accept !== 'yes') continue;
    const thing = need(item, id);
    if (!thing) continue;
    problems.push(...names(proposal), ...leftovers(id, text));
    const before = thing[field] as Text;
    const said = Object.entries(text).filter(([, words]) => words !== undefined && words !== '');
    thing[field] = { ...before, ...Object.fromEntries(said) };
    setStale(thing, field, Object.keys(before), spoken.get(`${item} ${field}`) ?? new Set());
    // Whoever wrote it before, the wording is the firm's own now.
    if (field === 'text' && 'status' in thing) thing.status = 'house';
    for (const engagement of engagements) note(thing, 'harvested', { engagement, on, by });
    reworded.add(item);
  }
  for (const {
    accept,
    id,
    item,
    engagement,
    currency,
    value,
    baseline,
    target,
    actual,
  } of review.figures) {
    if (accept !== undefined) remember(accept, [figuresKey(item, engagement)]);
    if (accept !== 'yes') continue;
    const thing = need(item, id);
    if (!thing) continue;
    note(thing, 'observed', { engagement, on, by, currency, value, baseline, target, actual });
    const own = ownRanges(thing.observed as NonNullable<Metric['observed']>);
    if (own.length > 0) thing.own = own;
    else delete thing.own;
    observed.add(item);
  }

  const brought = { added: [...added], reworded: [...reworded], observed: [...observed] };
  const lists = Object.fromEntries(Object.entries(brought).filter(([, ids]) => ids.length > 0));
  const isNews = Object.keys(lists).length > 0;
  next.version = isNews ? minorAfter(catalog.version) : patchAfter(catalog.version);
  next.history = { ...catalog.history, [next.version]: { on, by, ...lists } };
  if (Object.keys(decided).length > 0) next.decided = decided;
  const parsed = parseCatalog(next);
  problems.push(
    ...parsed.problems,
    ...(parsed.catalog ? newProblems(parsed.catalog, catalog) : []),
  );
  const isSound = problems.every(({ severity }) => severity !== 'error');
  const refused = [...review.items, ...review.wordings, ...review.figures].filter(
    ({ accept }) => accept === 'no',
  ).length;
  const result = { ...brought, refused, problems };
  return parsed.catalog && isSound ? { ...result, catalog: parsed.catalog } : result;
}

/** What the catalog had before is not the harvest's doing. */
function newProblems(catalog: Catalog, before: Catalog): Problem[] {
  const had = new Set(checkCatalog(before).map((problem) => JSON.stringify(problem)));
  return checkCatalog(catalog).filter((problem) => !had.has(JSON.stringify(problem)));
}

const minorAfter = (version: string): string => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
};

const patchAfter = (version: string): string => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return `${major}.${minor}.${patch + 1}`;
};

/** In every language that a catalog needs; one that nobody filled in reads like the other. */
const whole = (texts: Texts | undefined): Partial<Text> | undefined => {
  if (!texts) return undefined;
  const { 'zh-CN': simplified, 'zh-TW': traditional, en } = texts;
  const chinese = simplified || traditional || en;
  const english = en || simplified || traditional;
  if (!chinese || !english) return undefined;
  return { 'zh-CN': chinese, en: english, ...(traditional && { 'zh-TW': traditional }) };
};

/** Traditional Chinese says what Simplified does. */
const spokenIn = ({ 'zh-CN': simplified, 'zh-TW': traditional, en }: Texts): Set<string> =>
  new Set([...(simplified || traditional ? ['zh-CN'] : []), ...(en ? ['en'] : [])]);

const untranslated = (where: string, { 'zh-CN': simplified, 'zh-TW': traditional, en }: Texts) =>
  (simplified || traditional) && en ? [] : [warning('untranslated', where)];

const leftovers = (where: string, texts: Texts): Problem[] =>
  Object.values(texts).some((text) => text !== undefined && text.search(placeholder) >= 0)
    ? [warning('placeholder-left', where)]
    : [];

/** Texts in languages that nobody gave are older than the wording now. */
function setStale(
  thing: Thing,
  field: string,
  languages: readonly string[],
  said: ReadonlySet<string>,
): void {
  const stale = new Set(thing.stale as string[] | undefined);
  for (const lang of said) stale.delete(`${field}.${lang}`);
  for (const lang of languages) if (!said.has(lang)) stale.add(`${field}.${lang}`);
  if (stale.size > 0) thing.stale = [...stale].sort();
  else delete thing.stale;
}

/** The fields that an item of the step has; what is not there is left to the schema to find. */
function itemOf(proposal: ItemProposal): Thing {
  const { step, calledBy, moves, module, effort, maturity } = proposal;
  const base = {
    id: proposal.newId,
    dimension: proposal.dimension,
    text: whole(proposal.text),
    explanation: whole(proposal.explanation),
    status: 'house',
  };
  switch (step) {
    case 'ask':
      return { ...base, moves };
    case 'plan':
      return { ...base, calledBy };
    case 'pain':
      return { ...base, calledBy, symptom: whole(proposal.symptom), cost: whole(proposal.cost) };
    case 'function':
      return { ...base, calledBy, moves, module, effort };
    case 'innovation':
      return {
        ...base,
        calledBy,
        moves,
        technology: whole(proposal.technology),
        data: whole(proposal.data),
        trial: whole(proposal.trial),
        maturity,
      };
  }
}
