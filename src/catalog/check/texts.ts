import { itemKinds, type Item, type ItemKind } from '../items';
import { error, warning, type Problem } from '../problem';
import type { Registry } from '../registry';
import type { Catalog } from '../schema';
import { normalise, similarPairs } from './similar';

type Written = 'zh-CN' | 'en';
type Range = { least: number; most: number };

const SENTENCE: Record<Written, Range> = {
  'zh-CN': { least: 12, most: 60 },
  en: { least: 25, most: 220 },
};
const NAME: Record<Written, Range> = {
  'zh-CN': { least: 2, most: 30 },
  en: { least: 3, most: 80 },
};
const SCRIPT: Record<Written, Range> = {
  'zh-CN': { least: 6, most: 160 },
  en: { least: 12, most: 500 },
};
const ALIKE = 0.8;

function checkLength(item: Item, lang: Written): Problem[] {
  const range = (item.step === 'metric' ? NAME : SENTENCE)[lang];
  const length = [...item.text[lang]].length;
  if (length < range.least) return [warning('short-text', item.id, { lang, length, ...range })];
  if (length > range.most) return [warning('long-text', item.id, { lang, length, ...range })];
  return [];
}

const asked = ['question', 'good', 'followUp', 'data'] as const;

/** What an interviewer reads out is short, and the same words are not put to two answers. */
function checkScripts(items: readonly Item[]): Problem[] {
  const firstWith = new Map<string, string>();
  return items.flatMap((item) => {
    const script = 'script' in item ? item.script : undefined;
    if (!script) return [];
    const length = asked.flatMap((part) =>
      (['zh-CN', 'en'] as const).flatMap((lang) => {
        const { least, most } = SCRIPT[lang];
        const count = [...script[part][lang]].length;
        return count < least || count > most
          ? [warning('script-length', item.id, { part, lang, length: count, least, most })]
          : [];
      }),
    );
    const key = normalise(script.question['zh-CN']);
    const other = firstWith.get(key);
    firstWith.set(key, other ?? item.id);
    return other === undefined ? length : [...length, warning('same-script', item.id, { other })];
  });
}

/** Evidence of a level that also stands for another one tells nothing. */
export const checkMaturity = ({ modules }: Catalog): Problem[] =>
  modules.flatMap(({ id, maturity = [] }) =>
    (['zh-CN', 'en'] as const).some(
      (lang) => new Set(maturity.map((text) => normalise(text[lang]))).size < maturity.length,
    )
      ? [error('same-level', id)]
      : [],
  );

const hanIn = (text: string) => /\p{Script=Han}/u.test(text);

/** Each text is in its own language; a catalog without any Chinese has none to miss. */
function checkLanguages(items: readonly Item[]): Problem[] {
  const isChinese = items.some(({ text }) => hanIn(text['zh-CN']));
  return items.flatMap(({ id, text, explanation }) =>
    [text, explanation].flatMap((one) => [
      ...(hanIn(one.en) ? [warning('other-language', id, { lang: 'en' })] : []),
      ...(isChinese && !hanIn(one['zh-CN'])
        ? [warning('other-language', id, { lang: 'zh-CN' })]
        : []),
    ]),
  );
}

/** Items of a step are told apart by their text, and each text has the length its kind needs. */
export function checkTexts({ items }: Registry): Problem[] {
  const problems: Problem[] = [];
  const firstWith = new Map<string, string>();
  const distinct = new Map<ItemKind, { id: string; text: string }[]>(
    itemKinds.map((step) => [step, []]),
  );
  for (const item of items) {
    if (item.stale && item.stale.length > 0)
      problems.push(warning('stale-text', item.id, { texts: item.stale.join(', ') }));
    for (const lang of ['zh-CN', 'en'] as const) {
      problems.push(...checkLength(item, lang));
      const text = normalise(item.text[lang]);
      const key = `${item.step} ${lang} ${text}`;
      const other = firstWith.get(key);
      if (other !== undefined) problems.push(warning('same-text', item.id, { lang, other }));
      else {
        firstWith.set(key, item.id);
        if (lang === 'zh-CN') distinct.get(item.step)?.push({ id: item.id, text });
      }
    }
  }
  for (const texts of distinct.values())
    for (const { id, other, similarity } of similarPairs(texts, ALIKE))
      problems.push(warning('similar-text', id, { other, percent: Math.round(similarity * 100) }));
  return [...problems, ...checkScripts(items), ...checkLanguages(items)];
}
