import { readAs, readJson } from '../catalog/parse';
import { describeProblem, WHOLE, type Problem } from '../catalog/problem';
import { message, type Lang } from '../messages';
import { Engagement } from './schema';

export interface ParsedEngagement {
  /** Absent when there are problems. */
  engagement?: Engagement;
  problems: Problem[];
}

/** An engagement from JSON, its defaults filled in. Never throws. */
export function parseEngagement(json: unknown): ParsedEngagement {
  const { value, problems } = readAs(Engagement, json);
  return value ? { engagement: value, problems } : { problems };
}

/** An engagement from a file's text, at most 20 MB. Never throws. */
export function parseEngagementText(text: string): ParsedEngagement {
  const { json, problems } = readJson(text);
  return problems.length > 0 ? { problems } : parseEngagement(json);
}

/** The problem as a sentence that names the place and the cure. */
export function describeEngagementProblem(lang: Lang, problem: Problem): string {
  const { code, where, params } = problem;
  if (code === 'too-large') return message(lang, 'engagement.problem.too-large', params);
  if (code !== 'invalid') return describeProblem(lang, problem);
  const item = where === WHOLE ? message(lang, 'catalog.word.file') : where;
  const place = [item, params.field].filter(Boolean).join(' · ');
  return message(lang, 'engagement.problem.invalid', { place });
}
