import type { catalog as base } from '../zh-CN/catalog';

export const catalog: Record<keyof typeof base, string> = {
  'catalog.not-json':
    'The file is not valid JSON: {detail}. Check it in a JSON editor and load it again.',
};
