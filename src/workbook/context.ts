import type { Catalog, Text } from '../catalog/schema';
import type { Engagement } from '../engagement/schema';
import { message, type Lang, type MessageKey, type MessageParams } from '../messages';

/** What every sheet is described from. */
export interface Context {
  lang: Lang;
  catalog: Catalog;
  engagement: Engagement;
  /** The catalogs used: content hashes, and the texts that the workbook carries of each. */
  catalogs: { id: string; version: string; hash: string; carried: string[] }[];
  addInVersion: string;
  /** The workbook has the sheets of collected answers, even where no answer is left. */
  collected?: boolean;
  /** The workbook has the sheet of the readings' mapping, even where it holds none. */
  mapped?: boolean;
}

export const say = (context: Context, key: MessageKey, params?: MessageParams) =>
  message(context.lang, key, params);

/** zh-TW falls back to zh-CN until it has been derived. */
export const read = (context: Context, text: Text) =>
  (context.lang === 'zh-TW' ? text['zh-TW'] : text[context.lang]) ?? text['zh-CN'];
