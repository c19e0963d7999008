import { LANGS, type Lang } from './lang';
import type * as texts from './texts';

type Texts = Record<texts.MessageKey, string>;

/** Empty until loaded: a page begins with the one language that it is shown in. */
export const MESSAGES: typeof texts.MESSAGES = {
  'zh-CN': {} as Texts,
  'zh-TW': {} as Texts,
  en: {} as Texts,
};

const files: Record<Lang, () => Promise<{ messages: Texts }>> = {
  'zh-CN': () => import(/* webpackChunkName: 'texts-zh-CN' */ './zh-CN/all'),
  'zh-TW': () => import(/* webpackChunkName: 'texts-zh-TW' */ './zh-TW/all'),
  en: () => import(/* webpackChunkName: 'texts-en' */ './en/all'),
};

/** Brings the texts of these languages, or of all. @throws where the page's server does not answer */
export const loadMessages: typeof texts.loadMessages = async (...langs) => {
  await Promise.all(
    (langs.length > 0 ? langs : LANGS).map(async (lang) =>
      Object.assign(MESSAGES[lang], (await files[lang]()).messages),
    ),
  );
};
