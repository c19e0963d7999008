import { codeOf, Failure } from './failure';
import type { Lang } from './lang';
import { MESSAGES, type MessageKey } from './texts';

export { codeOf, Failure, type FailureCode } from './failure';
export { LANGS, type Lang } from './lang';
export { loadMessages, MESSAGES, type MessageKey } from './texts';

export type MessageParams = Record<string, string | number>;

const placeholder = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * The message in the language, each `{name}` replaced by its parameter; one not given stays visible.
 * `{name|one|many}` says one of the two words, by whether the parameter is 1.
 */
export const message = (lang: Lang, key: MessageKey, params?: MessageParams): string =>
  filled(MESSAGES[lang][key], params);

/** A message's text with its parameters put in. */
export function filled(text: string, params: MessageParams = {}): string {
  return text.replace(placeholder, (whole, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(params, name)) return whole;
    if (one === undefined) return String(params[name]);
    return String(Number(params[name]) === 1 ? one : many);
  });
}

/** What a person can do about an error, in one sentence; else only its code. */
export function failureText(lang: Lang, error: unknown): { code: string; text?: string } {
  const code = codeOf(error);
  const params = error instanceof Failure ? error.paramsIn(lang) : {};
  const key = `failure.${code}`;
  return Object.hasOwn(MESSAGES[lang], key)
    ? { code, text: message(lang, key as MessageKey, params) }
    : { code };
}
