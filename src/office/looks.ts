import type { Lang } from '../messages';
import type { Look, TabColor, ValueKind } from '../workbook';

/** How a range looks; what is absent is left as it is. */
export interface Format {
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
  size?: number;
  border?: string;
}

const ink = '#1F2933';
const teal = '#0F5561';
const blue = '#1F3FBF';
const quiet = '#6B7785';
const line = '#D5DBE1';
const faint = '#A3ACB6';

export const fonts: Record<Lang, string> = {
  'zh-CN': 'Microsoft YaHei',
  'zh-TW': 'Microsoft JhengHei',
  en: 'Segoe UI',
};
export const bodySize = 10;

export const formats: Record<Look, Format> = {
  title: { color: teal, bold: true, size: 18 },
  subtitle: { color: quiet },
  heading: { color: teal, bold: true, size: 13 },
  header: { fill: teal, color: '#FFFFFF', bold: true, border: teal },
  text: { color: ink },
  strong: { color: ink, bold: true },
  muted: { color: quiet },
  link: { color: '#0B6E99', underline: true },
  // Blue for what people enter, black for formulas: the convention of financial models.
  input: { fill: '#FFF8DB', color: blue, border: line },
  calc: { fill: '#F1F3F5', color: ink, border: line },
  content: { fill: '#FFFFFF', color: ink, border: line },
  output: { fill: '#E3F4E8', color: '#14532D', bold: true, border: '#B7DFC3' },
  step: { color: teal, bold: true },
  // A fill alone tells: a colour of the text as well would be two actions more a highlight.
  attention: { fill: '#FFE3C2' },
  missing: { fill: '#FBD5D5' },
  picked: { fill: '#DDF3E4' },
  rejected: { color: '#8A94A0', strikethrough: true },
  quiet: { color: faint },
  done: { fill: '#DDF3E4' },
  problem: { fill: '#FBD5D5' },
};

/** What a look adds to a table's column. */
export const additions = {
  strong: { bold: true },
  muted: { color: quiet },
  link: { color: formats.link.color, underline: true },
} as const satisfies Record<string, Format>;

/** A column of intermediate results that stands under a visible one and so cannot be hidden. */
export const helperFormat = { color: faint, size: 8 } as const satisfies Format;
/** What stands for "no limit" in a formula is not a figure to read. */
export const helperNumbers = '[>=1E+14]"–";General';

export const numberFormats: Record<ValueKind, string> = {
  text: 'General',
  integer: '0',
  number: '#,##0.0#',
  money: '#,##0',
  /** Money to the minor unit, for what both sides sign. */
  amount: '#,##0.00',
  ratio: '0.0%',
  /** A metric in its own unit: small figures with decimals, large ones without. */
  measure: '[<10]#,##0.00##;[<1000]#,##0.0#;#,##0',
  /** What was counted or given, as many decimals as it has. */
  quantity: '[<1000]General;#,##0',
  /** A metric that is a share; a row that has come to hold an amount still shows one. */
  rate: '[<10]0.0#%;#,##0.00',
  percent: '0%',
  date: 'yyyy-mm-dd',
  hours: '0.0',
  // A score of nothing is left empty, so that the others stand out.
  score: '0;-0;;@',
};

export const tabColors: Record<TabColor, string> = {
  guide: '#6B7785',
  step: teal,
  plan: '#C8741A',
  value: '#2E7D4F',
  hidden: '#B0B7BF',
};

export const barColor = '#B9DCE3';
export const chartColors = ['#0F5561', '#F0A04B', '#A3ACB6', '#5BAE7A'];
