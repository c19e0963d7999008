import { message, type Lang, type MessageKey } from '../messages';
import type { Catalog } from './schema';

type CodeOf<Key> = Key extends `catalog.problem.${infer Code}` ? Code : never;
export type ProblemCode = CodeOf<MessageKey>;

/** The place of a problem that concerns the file as a whole. */
export const WHOLE = '$';

/** What is wrong with a catalog and where; its message says what to do about it. */
export interface Problem {
  severity: 'error' | 'warning';
  code: ProblemCode;
  /** Id of the item, the JSON path where there is no id, or WHOLE. */
  where: string;
  params: Record<string, string | number>;
}

/** The catalog, absent when a problem is an error. */
export interface ParsedCatalog {
  catalog?: Catalog;
  problems: Problem[];
}

export const error = (
  code: ProblemCode,
  where: string,
  params: Problem['params'] = {},
): Problem => ({ severity: 'error', code, where, params });

export const warning = (
  code: ProblemCode,
  where: string,
  params: Problem['params'] = {},
): Problem => ({ severity: 'warning', code, where, params });

/** What an id can name; a message's `kind`, `kinds` and `type` parameters are lists of words. */
type Word = MessageKey extends infer Key
  ? Key extends `catalog.word.${infer Name}`
    ? Name
    : never
  : never;

export const words = (...names: Word[]): string => names.join(' ');

const translated = new Set(['kind', 'kinds', 'type']);

/** The problem as a sentence that names the item and the cure. */
export function describeProblem(lang: Lang, { code, where, params }: Problem): string {
  const separator = lang === 'en' ? ' or ' : '或';
  const spoken = Object.entries(params).map(([name, value]) => [
    name,
    translated.has(name)
      ? String(value)
          .split(' ')
          .map((word) => message(lang, `catalog.word.${word as Word}`))
          .join(separator)
      : value,
  ]);
  const item = where === WHOLE ? message(lang, 'catalog.word.file') : where;
  const place = [item, params.field].filter(Boolean).join(' · ');
  return message(lang, `catalog.problem.${code}`, {
    where: item,
    place,
    ...Object.fromEntries(spoken),
  });
}
