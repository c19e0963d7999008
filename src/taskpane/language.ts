import type { Lang } from '../messages';

/** The language of ours nearest to a locale such as "zh-HK" or "de-DE". */
export function langOf(locale: string): Lang {
  const [language, ...rest] = locale.toLowerCase().split('-');
  if (language !== 'zh') return 'en';
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
}
