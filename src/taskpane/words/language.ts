import type { Lang } from '../../messages';

/** Each language by its own name, the same for every reader. */
export const autonyms: Record<Lang, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

/** The language of ours nearest to a locale such as "zh-HK" or "de-DE". */
export function langOf(locale: string): Lang {
  const [language, ...rest] = locale.toLowerCase().split('-');
  if (language !== 'zh') return 'en';
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
}
