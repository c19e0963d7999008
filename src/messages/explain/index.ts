import { filled, type Lang, type MessageParams } from '..';
import { explain as en } from '../en/explain';
import { explain as zhCN } from '../zh-CN/explain';
import { explain as zhTW } from '../zh-TW/explain';

export type ExplainKey = keyof typeof zhCN;

/** What only explanations say: it comes with them, so that the pane begins without it. */
export const EXPLAIN_MESSAGES: Record<Lang, Record<ExplainKey, string>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
};

export const explainMessage = (lang: Lang, key: ExplainKey, params?: MessageParams): string =>
  filled(EXPLAIN_MESSAGES[lang][key], params);
