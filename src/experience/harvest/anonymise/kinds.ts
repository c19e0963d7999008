const words = {
  client: ['甲方', 'client'],
  vendor: ['乙方', 'vendor'],
  person: ['某人', 'person'],
  project: ['项目', 'project'],
  place: ['某地', 'place'],
  product: ['产品', 'product'],
  company: ['某公司', 'company'],
  contact: ['联系方式', 'contact'],
  code: ['号码', 'code'],
  withheld: ['隐去', 'withheld'],
  money: ['金额', 'amount'],
  number: ['数', 'n'],
} as const;

/** What was taken out of a text, so that a reviewer knows to look. */
export type Kind = keyof typeof words;

/** What stands in a text where something was taken out. */
export const placeholderOf = (kind: Kind, isChinese: boolean): string =>
  isChinese ? `〔${words[kind][0]}〕` : `[${words[kind][1]}]`;

/** Any of them. */
export const placeholder = new RegExp(
  Object.values(words)
    .map(([chinese, english]) => `〔${chinese}〕|\\[${english}\\]`)
    .join('|'),
  'gu',
);
