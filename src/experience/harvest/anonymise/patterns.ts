import type { Folded } from './fold';
import type { Kind } from './kinds';
import {
  chinesePlaces,
  isLatinPlace,
  isOrdinary,
  latinPlacesOfTwo,
  particles,
  surnames,
  titles,
  titleSource,
  type Vocabulary,
} from './lexicon';
import { beginsSentence, type Found, type Recogniser } from './names';
import { standsAlone } from './edges';

const notInWord = String.raw`(?<![\p{Script=Latin}\d])`;
const notBeforeWord = String.raw`(?![\p{Script=Latin}\d])`;

const sureOf =
  (
    kind: Kind,
    pattern: RegExp,
    accepts: (match: RegExpExecArray) => boolean = () => true,
  ): Recogniser =>
  (text) =>
    [...text.text.matchAll(pattern)]
      .filter((match) => accepts(match))
      .map((match) => ({ from: match.index, to: match.index + match[0].length, kind, sure: true }));

const countDigits = (text: string) => text.replaceAll(/\D/g, '').length;

/** How somebody is reached: e-mail, pages, telephones, accounts of messengers. */
const contacts: Recogniser[] = [
  sureOf(
    'contact',
    /[\p{Script=Latin}\d._%+-]+\s?@\s?[\p{Script=Latin}\d-]+(?:\.[\p{Script=Latin}\d-]+)+/gu,
  ),
  sureOf('contact', /(?:https?:\/\/|www\.)[\p{Script=Latin}\d._~:/?#[\]@!$&'*+=%-]+/giu),
  sureOf(
    'contact',
    /(?<![\p{Script=Latin}\d.@-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|cn|net|org|io|co|de|fr|uk|jp|hk|tw|sg|eu|biz|info|tech|cloud|ai|app|shop|top)(?:\.[a-z]{2})?(?:\/[\p{Script=Latin}\d._~/?#&=%-]*)?(?![\p{Script=Latin}\d])/giu,
  ),
  sureOf(
    'contact',
    /(?:微信号?|薇信|v信|wechat|weixin|\bwx|\bvx|\bqq|line|whatsapp|telegram|skype|钉钉号?|企业微信)\s*(?:id|号|账号|帐号|no\.?)?\s*(?:[:：=]|是|为|加)?\s*@?(?=[a-z\d_-]*[\d_-])[a-z\d][a-z\d_-]{4,24}/giu,
  ),
  sureOf(
    'contact',
    /(?:wechat|weixin|微信号?|薇信|v信|\bwx|\bvx)\s*(?:id|号|账号|帐号)?\s*[:：=]\s*[a-z][a-z\d_-]{4,24}/giu,
  ),
  // Mobile and fixed lines of China, numbers with a country before them, those of North America.
  sureOf(
    'contact',
    new RegExp(String.raw`(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)`, 'gu'),
  ),
  sureOf(
    'contact',
    /(?<![\d.])\(?0\d{2,3}\)?[\s-]?\d{3,4}[\s-]?\d{4}(?:[\s-]?(?:转|ext\.?)\s?\d{1,6})?(?!\d)/giu,
  ),
  sureOf('contact', /(?<![\d.])(?:400|800)[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)/gu),
  sureOf(
    'contact',
    /\+\d{1,3}(?:[\s.()-]{0,2}\d{1,4}){2,6}(?!\d)/gu,
    ([match]) => countDigits(match) >= 8,
  ),
  sureOf('contact', /(?<![\d.])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/gu),
];

/** Numbers that stand for a firm, a person or an account. */
const codes: Recogniser[] = [
  sureOf(
    'code',
    new RegExp(
      String.raw`${notInWord}[\dA-HJ-NP-RTUWXY]{2}\d{6}[\dA-HJ-NP-RTUWXY]{10}${notBeforeWord}`,
      'gu',
    ),
  ),
  sureOf('code', new RegExp(String.raw`${notInWord}\d{17}[\dXx]${notBeforeWord}`, 'gu')),
  sureOf(
    'code',
    /(?<![\d.])\d{4}(?:[\s-]?\d{4}){2,3}(?:[\s-]?\d{1,4})?(?![\d.])/gu,
    ([match]) => countDigits(match) >= 12,
  ),
  sureOf(
    'code',
    new RegExp(
      String.raw`${notInWord}[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,3})?${notBeforeWord}`,
      'gu',
    ),
  ),
  sureOf(
    'code',
    new RegExp(
      String.raw`${notInWord}(?:[A-Z]{2})(?=[A-Z\d]*\d{7})[A-Z\d]{8,12}${notBeforeWord}`,
      'gu',
    ),
  ),
  sureOf('code', /(?<![\d-])\d{2}-\d{7}(?![\d-])/gu),
  sureOf(
    'code',
    /(?:税号|纳税人识别号|信用代码|账号|帐号|卡号|合同号|合同编号|订单号|工单号|序列号|身份证号?|护照号?|发票号|tax (?:id|no)|vat(?: id| no)?|account(?: no| number)?|iban|swift(?: code)?|bic|passport(?: no)?|contract no|po no|serial no|order no|ticket no)\.?\s*[:：#=]?\s*(?=[A-Z\d./-]*\d{2})[A-Z\d][A-Z\d./-]{4,30}/giu,
  ),
];

const sign = String.raw`[一二两三四五六七八九零〇壹贰叁肆伍陆柒捌玖]`;
const about = String.raw`(?:几|数|好几|近|约|超|逾|上|达|过|半|多)`;
const han = `(?:(?:${sign}[十百千拾佰仟]?)+[多余几]?|${sign}?[十拾](?:${sign})?[多余几]?|${about}[十百千])`;
const units = String.raw`(?:个?(?:十|百|千|[万亿])+)`;
const noted = String.raw`(?:人民币|美元|美金|欧元|英镑|日元|日币|港元|港币|新台币|台币|元整?|圆整?|块钱|万元|亿元)`;
const digits = String.raw`\d(?:[\d,，. ]*\d)?`;
const scale = String.raw`(?:k|m|mn|mm|mio|bn|b|million|billion|thousand|hundred thousand|lakh|crore)`;
const codesOf = String.raw`(?:CNY|RMB|USD|EUR|GBP|HKD|TWD|NTD|JPY|SGD|AUD|CAD|CHF|INR|KRW)`;
const spoken = String.raw`(?:yuan|renminbi|dollars?|euros?|pounds?|sterling|yen|francs?|rupees?|bucks|cents)`;
const ones = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|quarter|third|dozen|a|several|few)`;
const said = String.raw`(?:${ones}(?:(?:[\s-]|\s(?:and|point|of)\s|\sa\s)+(?:${ones}|hundred|thousand|million|billion))*)`;

/** Amounts of money in figures and in words, of any script and unit. */
const amounts: Recogniser[] = [
  sureOf(
    'money',
    new RegExp(
      String.raw`(?:(?:US|HK|NT|A|C|S|R)?[¥$€£₩₹]|${notInWord}${codesOf}|人民币|美金|美元)\s*${digits}(?:\s*(?:${units}|${scale}(?![\p{Script=Latin}])))?(?:\s*(?:${noted}|${codesOf}))?` +
        String.raw`|${notInWord}${digits}\s*(?:[多余几来]\s*)?(?:${units})?(?:\s*${scale})?\s*[多余]?(?:${noted}|[¥$€£]|(?:${codesOf}|${spoken})(?![\p{Script=Latin}]))` +
        String.raw`|${notInWord}${digits}\s*[多余几来]?\s*[十百千]*[万亿]+[多余]?` +
        String.raw`|${notInWord}${digits}\s?(?:k|m|mn|bn|mio|million|billion|thousand|lakh|crore)(?![\p{Script=Latin}])`,
      'giu',
    ),
  ),
  sureOf(
    'money',
    new RegExp(
      `(?:${noted})?(?:${han}|${about})(?:[十百千拾佰仟]*[万亿萬億])+(?:${han})?[多余]?(?:${noted}|级)?|(?:人民币|[新]?台币|港币|美金)?${han}[百千]?[多余]?${noted}(?![化素宵旦])`,
      'gu',
    ),
    // 千万 and 万一 are no amounts, and a 单元 is none either.
    ([match]) =>
      /[万亿萬億]|元|圆|块钱|美金|镑|币/u.test(match) && !/^[十百千万]?万?$/u.test(match),
  ),
  sureOf('money', /(?:[上近数几超约逾达过])?(?:百万|千万|上亿|亿)(?:级|元|美元|美金|欧元)/gu),
  sureOf(
    'money',
    new RegExp(
      String.raw`${notInWord}(?:${said}[\s-](?:hundred|thousand|million|billion)(?:[\s-](?:${ones}|hundred|thousand|million|and))*(?:\s(?:US\s)?${spoken})?|${said}\s(?:US\s)?${spoken})(?![\p{Script=Latin}])`,
      'giu',
    ),
    ([match]) => !/^(?:a|several|few)\s(?:pounds?|cents|bucks)$/i.test(match),
  ),
];

/** Numbers, percentages and dates; not those of a name such as "CRM3.0", "4S" or "Q1". */
const numbers: Recogniser[] = [
  sureOf(
    'number',
    /(?<![\p{Script=Latin}\d.])\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}(?![\p{Script=Latin}\d])/gu,
  ),
  sureOf('number', /(?<![\p{Script=Latin}\d.])(?:\d[\d,，.]*\d|\d)(?![\p{Script=Latin}\d])/gu),
  sureOf('number', new RegExp(`百分之(?!百)${han}(?:点${sign}+)?`, 'gu')),
];

const titlePattern = new RegExp(titles.map(titleSource).join('|'), 'uy');

/** 王总, whoever that is: a surname that is a word of its own, at most two signs, and a title. */
const titledIn =
  (vocabulary: Vocabulary): Recogniser =>
  (seen) =>
    seen.words.flatMap(({ from, word }, i): Found[] => {
      if (!surnames.has(word) || mostlyWords.has(word)) return [];
      const before = seen.words[i - 1]?.word ?? '';
      // 一方总 is a side of two.
      if (word === '方' && before.length === 1 && !particles.has(before)) return [];
      const next = seen.words[i + 1]?.word ?? '';
      for (const given of [0, 2, 1]) {
        const at = from + word.length + given;
        titlePattern.lastIndex = at;
        const title = titlePattern.exec(seen.text)?.[0];
        if (title === undefined) continue;
        const to = at + title.length;
        if (given > 0 && !isGiven(seen.text.slice(from + word.length, at), next, vocabulary))
          continue;
        const rest = seen.words.find((one) => one.from >= to)?.word ?? '';
        const cutsWord = !seen.edges.has(to) && !particles.has(seen.text.charAt(to));
        if (cutsWord || (title.length === 1 && /^(?:部|司)/u.test(rest))) continue;
        return [{ from, to, kind: 'person', sure: true }];
      }
      return [];
    });
/** 向总经理汇报 is said of nobody called 向. */
const mostlyWords = new Set('向和从由同时全应连成关解单'.split(''));
/** 各部门经理 has a title and is nobody: a given name is a word by itself, or single signs. */
const isGiven = (given: string, next: string, vocabulary: Vocabulary) =>
  /^\p{Script=Han}+$/u.test(given) &&
  (next.length === 1 || next === given) &&
  !vocabulary.has(given) &&
  !/[的与和部门区域项目总副客户服务销售技术产品运营财务质量生产采购市场大小新老前原现任各每位名个]/u.test(
    given,
  );

const people = (vocabulary: Vocabulary): Recogniser[] => [
  titledIn(vocabulary),
  sureOf(
    'person',
    /(?<![\p{Script=Latin}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Frau|Monsieur|Madame|Mme)\.?\s+(?:\p{Lu}\.?\s+)?\p{Lu}[\p{Script=Latin}'’-]*(?:\s+\p{Lu}[\p{Ll}'’-]+)?/gu,
  ),
];

const legal = String.raw`(?:Co\.?,?\s*Ltd|Ltd|Limited|Inc|LLC|GmbH(?:\s*&\s*Co\.?\s*KG)?|AG|KG|PLC|plc|Pty|Pte|S\.A|SA|SAS|SARL|S\.r\.l|Srl|S\.p\.A|SpA|B\.V|BV|N\.V|NV|AB|Oy|A\/S|ApS|Corp|Corporation|KK)`;

const firmName = new RegExp(
  String.raw`(?<![\p{Script=Latin}])(?:\p{Lu}[\p{Script=Latin}\d&'’-]*\s+(?:(?:&|and|of|de)\s+)?){1,4}${legal}\.?(?![\p{Script=Latin}])`,
  'gu',
);

/** Firms that nobody told us of, by their legal form; “Ask” before one is no part of it. */
const firms = (vocabulary: Vocabulary): Recogniser[] => [
  ({ text }) =>
    [...text.matchAll(firmName)].map(({ index, 0: match }): Found => {
      const [first = '', ...others] = match.split(/\s+/);
      const begins =
        others.length > 1 && beginsSentence(text, index) && isOrdinary(vocabulary, first);
      const from = begins ? index + match.indexOf(others[0] as string, first.length) : index;
      return { from, to: index + match.length, kind: 'company', sure: true };
    }),
  ({ text, words }) =>
    [...text.matchAll(/(?:股份有限公司|有限责任公司|有限公司)/gu)].map(({ index, 0: end }) => ({
      from: firmStart(words, index),
      to: index + end.length,
      kind: 'company' as const,
      sure: true,
    })),
];

/** Back to where the name of a firm begins: not beyond a particle or a sign. */
function firmStart(words: Folded['words'], end: number): number {
  let start = end;
  for (const { from, word } of [...words].reverse()) {
    if (from >= end) continue;
    if (!/^\p{Script=Han}+$/u.test(word) && !/^[()]$/u.test(word)) break;
    if (end - from > 16 || boundary.test(word)) break;
    start = from;
  }
  return start;
}
const boundary =
  /^(?:和|与|跟|由|被|把|向|给|对|在|从|到|是|的|了|让|请|及|或|如|用|为|替|于|以及|关于|通过|比如|例如|已经|要求|导致|因为|需要)$/u;

/** A sign that may be part of an address. */
const addressed = String.raw`(?:(?![和与跟在到从于由往去是的及或至])\p{Script=Han})`;

const places: Recogniser[] = [
  (text) =>
    [...text.text.matchAll(chinesePattern)].flatMap(({ index, 0: match }): Found[] =>
      standsAlone(text, index, index + match.length) || /[省市]$/u.test(match)
        ? [{ from: index, to: index + match.length, kind: 'place', sure: true }]
        : [],
    ),
  sureOf(
    'place',
    /(?<![\p{Script=Latin}])\p{Lu}\p{Script=Latin}+(?![\p{Script=Latin}])/gu,
    ([word]) => isLatinPlace(word),
  ),
  sureOf(
    'place',
    new RegExp(
      String.raw`(?<![\p{Script=Latin}])(?:${latinPlacesOfTwo})(?![\p{Script=Latin}])`,
      'gu',
    ),
  ),
  // Where something stands: a street with its number.
  sureOf(
    'place',
    new RegExp(
      String.raw`(?:${addressed}{2,3}(?:省|自治区))?(?:${addressed}{2,4}市)?(?:${addressed}{2,5}[区县镇])?${addressed}{2,5}(?:路|街|大道|巷|弄|胡同)(?:[东西南北中一二三四五六七八九]段)?\s?(?:\d+|[一二三四五六七八九十百]+)\s?(?:号|弄)(?:\s?\d+\s?(?:号楼|栋|幢|座|室|楼|层)){0,3}`,
      'gu',
    ),
  ),
  sureOf(
    'place',
    /(?<![\p{Script=Latin}\d])\d{1,5}[A-Za-z]?,?\s+(?:\p{Lu}[\p{Script=Latin}'’.-]*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Sq|Way|Court|Ct|Place|Pl|Highway|Hwy|Parkway|Quay|Crescent)\b\.?/gu,
  ),
  sureOf(
    'place',
    /(?<![\p{Script=Latin}])\p{Lu}[\p{Script=Latin}-]*(?:strasse|straße|str\.|platz|weg|gasse)\s+\d{1,4}[a-z]?(?![\p{Script=Latin}\d])/gu,
  ),
];
const chinesePattern = new RegExp(
  `(?:${[...chinesePlaces].sort((a, b) => b.length - a.length).join('|')})[省市]?`,
  'gu',
);

/** What tells whose a text is wherever it stands; figures are apart, because a firm may keep them. */
export const identifying = (vocabulary: Vocabulary): readonly Recogniser[] => [
  ...contacts,
  ...codes,
  ...people(vocabulary),
  ...firms(vocabulary),
];
export const located: readonly Recogniser[] = places;
export const figures: readonly Recogniser[] = [...amounts, ...numbers];
