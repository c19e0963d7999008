import { createContext, useCallback, useContext } from 'react';
import { message, type Lang, type MessageKey, type MessageParams } from '../messages';

/** The language of the pane itself. */
export const LangContext = createContext<Lang>('zh-CN');

export type Say = (key: MessageKey, params?: MessageParams) => string;

/** The pane's words in its language. */
export function useSay(): Say {
  const lang = useContext(LangContext);
  return useCallback((key, params) => message(lang, key, params), [lang]);
}

export const useLang = () => useContext(LangContext);
