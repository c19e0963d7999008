/** A table that a request asks for, as one can fill it. */
export interface Sample {
  name: string;
  columns: string[];
  /** A row made up, so that the form of each field is plain. */
  example: string[];
}

/** More columns than this do not stand side by side on a page. */
const mostColumns = 8;

/**
 * The tables that a request names with their fields: "orders (customer, date, amount); visits (…)".
 * What names no fields is no table.
 */
export const tablesIn = (request: string): Sample[] =>
  [...request.matchAll(/([^（()）；;。.]+)[（(]([^（()）]+)[）)]/gu)].flatMap(
    ([, before = '', inside = '']) => {
      const columns = inside
        .split(/[、，,]/u)
        .map((field) => field.trim())
        .filter(Boolean)
        .slice(0, mostColumns);
      const name = before.replace(/^[，,、及和与]+|^\s*(and|with)\s+/gu, '').trim();
      return columns.length < 2 || name === ''
        ? []
        : [{ name: capital(name), columns, example: columns.map(exampleOf) }];
    },
  );

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const forms: [RegExp, string][] = [
  [
    /日期|时间|到期|建单|到达|date|day|time|published|deadline|created|arrived|expiry/iu,
    '2026-03-31',
  ],
  [/率|占比|份额|share|rate|%/iu, '35%'],
  [/金额|毛利|费用|成本|价|额|amount|margin|cost|price|spend|value/iu, '128,000'],
  [/数|次|人天|台|小时|天|count|number|hours|units|days|quantity/iu, '12'],
];

const exampleOf = (field: string): string => forms.find(([form]) => form.test(field))?.[1] ?? '…';
