/** Words that Office.js and the file have for the same things in conditional formats. */

export const STOP_TO_FILE: Record<string, string> = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Formula: 'formula',
};

export const stopFromFile = (type: string) =>
  Object.keys(STOP_TO_FILE).find((key) => STOP_TO_FILE[key] === type) ?? type;

type TextOperator = 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith';

/** Excel evaluates the formula; the text is what its dialog shows. */
export const TEXT_RULES: Record<
  TextOperator,
  { type: string; operator: string; formula: (text: string, cell: string) => string }
> = {
  Contains: {
    type: 'containsText',
    operator: 'containsText',
    formula: (text, cell) => `NOT(ISERROR(SEARCH(${text},${cell})))`,
  },
  NotContains: {
    type: 'notContainsText',
    operator: 'notContains',
    formula: (text, cell) => `ISERROR(SEARCH(${text},${cell}))`,
  },
  BeginsWith: {
    type: 'beginsWith',
    operator: 'beginsWith',
    formula: (text, cell) => `LEFT(${cell},LEN(${text}))=${text}`,
  },
  EndsWith: {
    type: 'endsWith',
    operator: 'endsWith',
    formula: (text, cell) => `RIGHT(${cell},LEN(${text}))=${text}`,
  },
};

const COUNTS: [string, string][] = [
  ['Three', '3'],
  ['Four', '4'],
  ['Five', '5'],
];

/** Icon sets that came with Excel 2010, which only an extension can hold. */
export const EXTENDED_ICON_SETS = new Set(['3Stars', '3Triangles', '5Boxes']);

/** `ThreeTrafficLights1` → `3TrafficLights1`, and back. */
export function iconSetToFile(set: string): string {
  const count = COUNTS.find(([word]) => set.startsWith(word));
  return count ? count[1] + set.slice(count[0].length) : set;
}

export function iconSetFromFile(set: string): string {
  const count = COUNTS.find(([, digit]) => set.startsWith(digit));
  return count ? count[0] + set.slice(1) : set;
}

/** The percentages at which Excel changes icons unless told otherwise. */
export function thresholds(fileSet: string): number[] {
  const count = Number(fileSet[0]);
  return Array.from({ length: count }, (_, i) => Math.round((100 * i) / count));
}
