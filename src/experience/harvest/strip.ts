import type { Settings } from '../../engagement/schema';

/** What was taken out of a text, so that a reviewer knows to look. */
export type Stripped = 'client' | 'vendor' | 'person' | 'project' | 'money' | 'number';

/** What a firm wants to keep on purpose. */
export interface Keeping {
  names?: boolean;
  figures?: boolean;
}

export type Strip = (text: string) => { text: string; stripped: Stripped[] };

const placeholders: Record<'zh' | 'en', Record<Stripped, string>> = {
  zh: {
    client: '〔甲方〕',
    vendor: '〔乙方〕',
    person: '〔某人〕',
    project: '〔项目〕',
    money: '〔金额〕',
    number: '〔数〕',
  },
  en: {
    client: '[client]',
    vendor: '[vendor]',
    person: '[person]',
    project: '[project]',
    money: '[amount]',
    number: '[n]',
  },
};

/** What many firms' names begin or end with, which tells nothing about whose it is. */
const begins = new RegExp(
  `^(?:${[
    '中国|中國|北京|上海|天津|重庆|重慶|河北|山西|辽宁|遼寧|吉林|黑龙江|黑龍江|江苏|江蘇|浙江|安徽|福建|江西|山东|山東',
    '河南|湖北|湖南|广东|廣東|海南|四川|贵州|貴州|云南|雲南|陕西|陝西|甘肃|甘肅|青海|台湾|台灣|臺灣',
    '内蒙古|广西|廣西|西藏|宁夏|寧夏|新疆|香港|澳门|澳門|深圳|广州|廣州|南京|杭州|苏州|蘇州|成都|武汉|武漢',
  ].join('|')})[省市]?`,
  'u',
);
const ends = new RegExp(
  `(?:${[
    '股份有限公司|有限责任公司|有限公司|集团公司|分公司|公司|集團|集团|股份|控股|企业|企業',
    '服务|服務|科技|技术|技術|实业|實業|贸易|貿易|咨询|諮詢|信息|工程|发展|發展|管理|制造|製造|设备|設備',
  ].join('|')}|${[
    String.raw`,?\s+(?:co\.?,?\s*ltd|ltd|inc|llc|gmbh|ag|corp|corporation|company|group|holdings?|plc|limited)`,
    String.raw`\s+(?:consulting|services?|technolog(?:y|ies)|solutions|systems|industries|international)`,
  ].join('|')})[.]?$`,
  'iu',
);

/** A name and its short forms, the longest first: what people write instead of it. */
function aliases(name: string): string[] {
  // Texts keep full-width brackets and letters, or have been typed without them.
  const spelled = [name.normalize('NFC').trim(), name.normalize('NFKC').trim()];
  const found = new Set(spelled.flatMap((one) => [one, one.replaceAll(/[(（)）]/g, '')]));
  let core = (spelled[1] ?? name).replaceAll(/\([^)]*\)/g, '').trim();
  if (core.length >= 2) found.add(core);
  for (const [from, to] of [
    [begins, ''],
    [ends, ''],
    [ends, ''],
    [ends, ''],
    [ends, ''],
  ] as const) {
    const shorter = core.replace(from, to).trim();
    if (shorter.length < 2) break;
    core = shorter;
    found.add(core);
  }
  // 澜川暖通 is 澜川 to those who work there.
  if (/^\p{Script=Han}{4,}$/u.test(core)) found.add(core.slice(0, 2));
  return [...found].sort((a, b) => b.length - a.length);
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const digits = String.raw`\d[\d,，.]*\d|\d`;
const units = String.raw`(?:[十百千万亿萬億]+|k|m|bn|million|billion|thousand)`;
const currencies = String.raw`(?:元|块|圆|人民币|美元|欧元|港元|台币|CNY|RMB|USD|EUR|HKD|TWD|yuan|dollars?|euros?)`;
const money = new RegExp(
  String.raw`(?:[¥￥$€£]|\b(?:CNY|RMB|USD|EUR|HKD|TWD)|人民币)\s*(?:${digits})(?:\s*${units})?(?:\s*${currencies})?` +
    String.raw`|(?:${digits})(?:\s*${units})?\s*${currencies}` +
    String.raw`|(?:${digits})\s*[万亿萬億]+`,
  'giu',
);
/** A number of its own, not part of a name such as "CRM3.0", "4S" or "Q1". */
const number = new RegExp(
  String.raw`(?<![\p{Script=Latin}\d.])(?:${digits})(?![\p{Script=Latin}\d])`,
  'gu',
);

/**
 * Takes out of texts what tells whose engagement it was: names of client, vendor, people and project
 * with their usual short forms, amounts of money and other numbers. A placeholder stands instead.
 * @param people further names, such as those of owners
 */
export function stripper(
  settings: Settings,
  keeping: Keeping = {},
  people: readonly string[] = [],
): Strip {
  const names: [Stripped, unknown][] = [
    ['client', settings.client],
    ['vendor', settings.vendor],
    ['person', settings.consultant],
    ['person', settings.businessLead],
    ['person', settings.itLead],
    ['project', settings.project],
    ...people.map((name): [Stripped, unknown] => ['person', name]),
  ];
  const patterns = names.flatMap(([kind, name]): [Stripped, RegExp][] =>
    typeof name !== 'string' || keeping.names
      ? []
      : (kind === 'person' || kind === 'project' ? [name.trim()] : aliases(name))
          .filter((alias) => alias.length >= 2)
          .map((alias) => {
            const latin = /^[\p{Script=Latin}\d]/u.test(alias);
            const edges = latin
              ? ['(?<![\\p{Script=Latin}])', '(?![\\p{Script=Latin}])']
              : ['', ''];
            return [kind, new RegExp(`${edges[0]}${escaped(alias)}${edges[1]}`, 'giu')];
          }),
  );
  if (!keeping.figures) patterns.push(['money', money], ['number', number]);
  return (given) => {
    const words = placeholders[/\p{Script=Han}/u.test(given) ? 'zh' : 'en'];
    const stripped = new Set<Stripped>();
    const text = patterns.reduce(
      (rest, [kind, pattern]) =>
        rest.replace(pattern, () => {
          stripped.add(kind);
          return words[kind];
        }),
      given.normalize('NFC'),
    );
    return { text, stripped: [...stripped] };
  };
}
