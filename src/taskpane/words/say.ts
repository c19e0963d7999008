import { createContext, useCallback, useContext } from 'react';
import { message, type Lang, type MessageKey, type MessageParams } from '../../messages';

/** The language of the pane itself. */
export const LangContext = createContext<Lang>('zh-CN');

export type Say = (key: MessageKey, params?: MessageParams) => string;

/** The pane's words in its language, with counts as the language writes them. */
export function useSay(): Say {
  const lang = useContext(LangContext);
  return useCallback((key, params = {}) => message(lang, key, written(lang, params)), [lang]);
}

function written(lang: Lang, params: MessageParams): MessageParams {
  const write = new Intl.NumberFormat(lang);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? write.format(value) : value,
    ]),
  );
}

export const useLang = () => useContext(LangContext);
