import { messages as en } from './en/all';
import type { Lang } from './lang';
import { messages as zhCN } from './zh-CN/all';
import { messages as zhTW } from './zh-TW/all';

export type MessageKey = keyof typeof zhCN;

/**
 * Every message by language and key. zh-CN and en are written by hand, one file per section;
 * zh-TW is derived from zh-CN by `node tools/messages.mjs`. Pages have `textsOfPage` in its place.
 */
export const MESSAGES: Record<Lang, Record<MessageKey, string>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
};

/** The texts of these languages are here, or of all. */
export const loadMessages = (..._langs: Lang[]): Promise<void> => Promise.resolve();
