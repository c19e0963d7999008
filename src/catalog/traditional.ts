import terms from './taiwan-terms.json';
import type { Catalog, Text } from './schema';

type Convert = (text: string) => string;

let converter: Promise<Convert> | undefined;

/** Simplified to Taiwan's Traditional Chinese, phrases included; its dictionary (1 MB) loads on first use. */
export function traditionalConverter(): Promise<Convert> {
  converter ??= import('opencc-js/cn2t').then(({ Converter, CustomConverter }) => {
    const general = Converter({ from: 'cn', to: 'twp' });
    const ours = CustomConverter(terms as [string, string][]);
    return (text) => ours(general(text));
  });
  return converter;
}

/** The text with zh-TW: the one written by hand, or else the one derived from zh-CN. */
export function deriveText(text: Text, convert: Convert): Text {
  return text['zh-TW'] === undefined ? { ...text, 'zh-TW': convert(text['zh-CN']) } : text;
}

/** The catalog with zh-TW in every text. */
export async function withTraditional(catalog: Catalog): Promise<Catalog> {
  const convert = await traditionalConverter();
  const derive = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(derive);
    if (typeof value !== 'object' || value === null) return value;
    if ('zh-CN' in value) return deriveText(value as Text, convert);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, derive(inner)]));
  };
  return derive(catalog) as Catalog;
}
