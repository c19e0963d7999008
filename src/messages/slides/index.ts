import { filled, MESSAGES, type Lang, type MessageKey, type MessageParams } from '..';
import { slides as en } from '../en/slides';
import { slides as zhCN } from '../zh-CN/slides';
import { slides as zhTW } from '../zh-TW/slides';

export type SlideKey = keyof typeof zhCN;

/** What only slides say: it comes with them, so that the pane begins without it. */
export const SLIDE_MESSAGES: Record<Lang, Record<SlideKey, string>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
};

const isSlides = (key: string): key is SlideKey => Object.hasOwn(zhCN, key);

/** Like `message`, of the slides' texts and all others. */
export const slideMessage = (
  lang: Lang,
  key: SlideKey | MessageKey,
  params?: MessageParams,
): string => filled(isSlides(key) ? SLIDE_MESSAGES[lang][key] : MESSAGES[lang][key], params);
