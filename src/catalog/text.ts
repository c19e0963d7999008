import type { Lang } from '../messages';
import type { Text } from './schema';

/** The text in the language; zh-TW reads zh-CN until it is derived (see traditional.ts). */
export function textOf(text: Text, lang: Lang): string {
  return text[lang] ?? text['zh-CN'];
}
