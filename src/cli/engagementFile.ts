import { readJson } from '../catalog/parse';
import type { Problem } from '../catalog/problem';
import {
  describeEngagementProblem,
  parseEngagement,
  type ParsedEngagement,
} from '../engagement/parse';
import type { Engagement } from '../engagement/schema';
import { message, type Lang } from '../messages';
import { readText } from './files';
import { InputError } from './io';

/** An engagement file, or what `appfi read` wrote, of which it takes the engagement. */
export async function examineEngagement(lang: Lang, file: string): Promise<ParsedEngagement> {
  const { json, problems } = readJson(await readText(lang, file));
  if (problems.length > 0) return { problems };
  return parseEngagement(inner(json));
}

function inner(json: unknown): unknown {
  const isReport = typeof json === 'object' && json !== null && !('format' in json);
  return isReport && 'engagement' in json ? json.engagement : json;
}

/** @throws InputError */
export async function loadEngagement(lang: Lang, file: string): Promise<Engagement> {
  const { engagement, problems } = await examineEngagement(lang, file);
  if (engagement) return engagement;
  throw badEngagement(
    lang,
    file,
    problems.map((one) => sentence(lang, one)),
  );
}

const sentence = (lang: Lang, problem: Problem) => describeEngagementProblem(lang, problem);

/** The first problem in full, the others by number. */
export function badEngagement(lang: Lang, file: string, problems: readonly string[]): InputError {
  const key = problems.length > 1 ? 'cli.engagement.badMany' : 'cli.engagement.bad';
  const params = { file, problem: problems[0] ?? '', more: problems.length - 1 };
  return new InputError(message(lang, key, params));
}
