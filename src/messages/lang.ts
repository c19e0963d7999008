/** The languages of every text a user can read, the base language first. */
export const LANGS = ['zh-CN', 'zh-TW', 'en'] as const;

export type Lang = (typeof LANGS)[number];
