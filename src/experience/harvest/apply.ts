import { checkCatalog } from '../../catalog/integrity';
import { LISTS } from '../../catalog/overlay';
import { parseCatalog } from '../../catalog/parse';
import { error, warning, type Problem } from '../../catalog/problem';
import type { Catalog, Text } from '../../catalog/schema';
import type { ItemProposal, Review, Texts } from './review';

/** Who accepts, and when. */
export interface Acceptance {
  by: string;
  /** ISO day. */
  on: string;
}

export interface Harvest {
  /** Absent when a problem is an error. */
  catalog?: Catalog;
  /** Ids of what the new version brings. */
  added: string[];
  reworded: string[];
  observed: string[];
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
 * history. Nothing of the review's texts is changed; what a new item still lacks is an error.
 */
export function harvest(catalog: Catalog, review: Review, { by, on }: Acceptance): Harvest {
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

  for (const proposal of review.items) {
    if (proposal.accept !== 'yes') continue;
    const { engagement, id, into, newId } = proposal;
    if (into !== undefined) {
      const thing = need(into, id);
      if (thing) note(thing, 'harvested', { engagement, on, by });
      continue;
    }
    problems.push(...leftovers(proposal.id, proposal.text), ...untranslated(id, proposal.text));
    const thing = { ...itemOf(proposal), harvested: [{ engagement, on, by }] };
    if (things.has(newId)) problems.push(error('duplicate-id', newId, { count: 2 }));
    else things.set(newId, thing);
    (next[listOf[proposal.step]] as Thing[]).push(thing);
    added.add(newId);
    for (const answer of proposal.answeredBy) {
      const calledBy = need(answer, id)?.calledBy as Record<string, number> | undefined;
      if (calledBy) calledBy[newId] = 2;
    }
  }
  for (const { accept, id, item, field, text, engagement } of review.wordings) {
    if (accept !== 'yes') continue;
    const thing = need(item, id);
    if (!thing) continue;
    problems.push(...leftovers(id, text));
    const said = Object.entries(text).filter(([, words]) => words !== undefined && words !== '');
    thing[field] = { ...(thing[field] as Text), ...Object.fromEntries(said) };
    // Whoever wrote it before, the wording is the firm's own now.
    if (field === 'text' && 'status' in thing) thing.status = 'house';
    note(thing, 'harvested', { engagement, on, by });
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
    if (accept !== 'yes') continue;
    const thing = need(item, id);
    if (!thing) continue;
    note(thing, 'observed', { engagement, on, by, currency, value, baseline, target, actual });
    observed.add(item);
  }

  const brought = { added: [...added], reworded: [...reworded], observed: [...observed] };
  const lists = Object.fromEntries(Object.entries(brought).filter(([, ids]) => ids.length > 0));
  next.version = minorAfter(catalog.version);
  next.history = { ...catalog.history, [next.version]: { on, by, ...lists } };
  const parsed = parseCatalog(next);
  problems.push(
    ...parsed.problems,
    ...(parsed.catalog ? newProblems(parsed.catalog, catalog) : []),
  );
  const isSound = problems.every(({ severity }) => severity !== 'error');
  return { ...(parsed.catalog && isSound && { catalog: parsed.catalog }), ...brought, problems };
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

/** In every language that a catalog needs; one that nobody filled in reads like the other. */
const whole = (texts: Texts | undefined): Partial<Text> | undefined => {
  if (!texts) return undefined;
  const { 'zh-CN': simplified, 'zh-TW': traditional, en } = texts;
  const chinese = simplified || traditional || en;
  const english = en || simplified || traditional;
  if (!chinese || !english) return undefined;
  return { 'zh-CN': chinese, en: english, ...(traditional && { 'zh-TW': traditional }) };
};

const untranslated = (where: string, { 'zh-CN': simplified, 'zh-TW': traditional, en }: Texts) =>
  (simplified || traditional) && en ? [] : [warning('untranslated', where)];

/** A placeholder for a name or a figure that the reviewer let stand. */
const placeholder = /〔[^〕]{1,4}〕|\[(?:client|vendor|person|project|amount|n)\]/u;

const leftovers = (where: string, texts: Texts): Problem[] =>
  Object.values(texts).some((text) => text !== undefined && placeholder.test(text))
    ? [warning('placeholder-left', where)]
    : [];

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
