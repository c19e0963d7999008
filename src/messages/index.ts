import { messages as en } from './en/all';
import { codeOf, Failure } from './failure';
import type { Lang } from './lang';
import { messages as zhCN } from './zh-CN/all';
import { messages as zhTW } from './zh-TW/all';

export { codeOf, Failure, type FailureCode } from './failure';
export { LANGS, type Lang } from './lang';

export type MessageKey = keyof typeof zhCN;
export type MessageParams = Record<string, string | number>;

/**
 * Every message by language and key. zh-CN and en are written by hand, one file per section;
 * zh-TW is derived from zh-CN by `node tools/messages.mjs`.
 */
export const MESSAGES: Record<Lang, Record<MessageKey, string>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
};

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
  return Object.hasOwn(zhCN, key)
    ? { code, text: message(lang, key as MessageKey, params) }
    : { code };
}
