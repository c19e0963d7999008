import { messages as en } from './en';
import type { Lang } from './lang';
import { messages as zhCN } from './zh-CN';
import { messages as zhTW } from './zh-TW';

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

/** The message in the language, each `{name}` replaced by its parameter; one not given stays visible. */
export function message(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  return MESSAGES[lang][key].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );
}
