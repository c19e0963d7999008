/** Days in the words of people and systems, brought to figures: what is no such word stays as it is. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const named = [
  /^(?<day>\d{1,2})[-. ]+(?<month>[A-Za-z]{3,9}|\d{1,2}月)[-., ]+(?<year>\d{4}|\d{2})(?<rest>[T ].*)?$/,
  /^(?<month>[A-Za-z]{3,9})[. ]+(?<day>\d{1,2})[, ]+(?<year>\d{4})(?<rest>[T ].*)?$/,
];

/** 5-MAR-26, 05-3月 -2026, Mar 5, 2026: as 2026-3-5. */
function withoutMonths(text: string): string {
  for (const pattern of named) {
    const { day, month = '', year = '', rest = '' } = pattern.exec(text)?.groups ?? {};
    const no = Number.parseInt(month) || months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    if (day !== undefined && no > 0)
      return `${year.length === 2 ? `20${year}` : year}-${no}-${day}${rest}`;
  }
  return text;
}

const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? +|\s*\(?(?:星期|[週周]|[礼禮]拜)[一二三四五六日天]\)?(?=\s|$)/i;

const digits = '〇一二三四五六七八九';
const valueOf = (sign: string): number => Math.max(0, digits.indexOf(sign));

/** 二〇二六, 十二, 三十一. */
function ofChinese(number: string): string {
  const [tens = '', ones] = number.split('十');
  if (ones === undefined) return [...number].map(valueOf).join('');
  return String((tens === '' ? 1 : valueOf(tens)) * 10 + (ones === '' ? 0 : valueOf(ones)));
}

/** A year of the Republic of China: the only ones of three digits. */
const minguo = /^(?:民[国國]\s*(\d{1,3})|(1\d{2}))(?=[-/.年])/;
const minguoCompact = /^(1\d{2})(\d{2})(\d{2})$/;
const years = 1911;

/** 20260305, 20260305140700. */
const compact = /^((?:19|2\d)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

/** A day and its time with figures alone, in an order that is still to be found out. */
export function inFigures(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const plain = text
    .replace(weekday, '')
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日])/g, ofChinese)
    .replace(minguo, (_, said?: string, short?: string) => String(Number(said ?? short) + years))
    .replace(
      minguoCompact,
      (_, y: string, m: string, d: string) => `${Number(y) + years}-${m}-${d}`,
    )
    .replace(compact, (_, y: string, m: string, d: string, h?: string, min = '', sec = '00') =>
      [`${y}-${m}-${d}`, ...(h === undefined ? [] : [`${h}:${min}:${sec}`])].join(' '),
    )
    .replace(/\s*(\d{1,2})\s*[时時点點]\s*(\d{1,2})\s*分(?:\s*(\d{1,2})\s*秒)?/, ' $1:$2:$3')
    .replace(/:$/, '')
    .replace(
      /\s*(上午|下午)\s*([\d:]+)/,
      (_, half: string, clock: string) => ` ${clock} ${half === '上午' ? 'AM' : 'PM'}`,
    );
  return withoutMonths(plain.trim());
}
