import type { ColumnType, Part, Query, Span } from '../../../../catalog/query';
import type { Mapping } from '../../../../readings';

/** What the form of a query says; headers as the file has them. */
export interface FormPart {
  aggregate: 'count' | 'sum' | 'mean' | 'distinct';
  column: string;
  /** Beside the numbers of the column, if anything. */
  unit: string;
  filter: FormFilter;
}
export interface FormFilter {
  column: string;
  is: 'equal' | 'unequal' | 'known' | 'blank';
  value: string;
}
export interface QueryForm {
  metric: string;
  date: string;
  span: Span;
  /** Rows are states: only those of the latest day in the span count. */
  snapshot: boolean;
  filter: FormFilter;
  /** The value, or the numerator. */
  first: FormPart;
  denominator: FormPart;
  /** How the file writes days and numbers; absent: as the mapping has it of this file. */
  dates?: Written['dates'];
  decimal?: Written['decimal'];
  /** The header of what tells one row from another; '': nothing does. */
  key?: string;
}
type Written = Pick<Mapping['tables'][string], 'dates' | 'decimal'> & { key: string };

const noFilter: FormFilter = { column: '', is: 'equal', value: '' };
const noPart: FormPart = { aggregate: 'count', column: '', unit: '', filter: noFilter };
export const emptyForm: QueryForm = {
  ...{ metric: '', date: '', span: 'month', snapshot: false },
  ...{ filter: noFilter, first: noPart, denominator: noPart },
};

/** Whether the form says all that a query needs. */
export const isWhole = (form: QueryForm, isRatio: boolean): boolean =>
  form.metric !== '' &&
  form.date !== '' &&
  [form.first, ...(isRatio ? [form.denominator] : [])].every(
    ({ aggregate, column }) => aggregate === 'count' || column !== '',
  );

/** A name that takes in next month's file as well: digits may differ. */
const patternOf = (file: string): string =>
  file.replace(/\d+/g, '*').replace(/\*(?:[-_. ]?\*)+/g, '*');

const tableOf = (mapping: Mapping | undefined, file: string) =>
  Object.entries(mapping?.tables ?? {}).find(([, { files }]) => files === patternOf(file));

/** How a file writes days and numbers and tells its rows apart, as the mapping has it. */
export const writtenIn = (mapping: Mapping | undefined, file: string): Written => {
  const { dates = 'ymd', decimal = '.', key, columns } = tableOf(mapping, file)?.[1] ?? {};
  const column = columns?.[key?.[0] ?? ''];
  return { dates, decimal, key: (typeof column === 'string' ? column : column?.from) ?? '' };
};

/**
 * The mapping with what a form says added to it: a table of the files chosen, and the metric's query.
 * Another query over files of the same name goes to the same table.
 */
export function withForm(
  mapping: Mapping | undefined,
  form: QueryForm,
  { isRatio, file }: { isRatio: boolean; file: string },
): Mapping {
  const before = mapping ?? {
    ...{ format: 'appfi-mapping/1' as const, yearStart: 1, tables: {}, readings: {} },
  };
  const known = tableOf(mapping, file);
  const name = known?.[0] ?? freeName(before.tables);
  const columns = { ...known?.[1].columns };
  const take = (header: string, type: ColumnType, said = ''): string => {
    const unit = said.trim();
    const there = Object.entries(columns).find(
      ([, own]) =>
        typeof own !== 'string' &&
        own.from === header &&
        own.type === type &&
        (own.unit ?? '') === unit,
    );
    if (there) return there[0];
    const column = `c${Object.keys(columns).length + 1}`;
    columns[column] = { from: header, type, ...(unit !== '' && { unit }) };
    return column;
  };
  const where = ({ column, is, value }: FormFilter) =>
    column === ''
      ? {}
      : {
          where: [
            {
              column: take(column, 'text'),
              is,
              ...((is === 'equal' || is === 'unequal') && { value: valuesOf(value) }),
            },
          ],
        };
  const part = ({ aggregate, column, unit, filter }: FormPart): Part => ({
    aggregate,
    ...where(filter),
    ...(aggregate !== 'count' && {
      column: aggregate === 'distinct' ? take(column, 'text') : take(column, 'number', unit),
    }),
  });
  const query: Query = {
    table: name,
    date: take(form.date, 'date'),
    span: form.span,
    ...(form.snapshot && { snapshot: true }),
    ...where(form.filter),
    ...(isRatio
      ? { numerator: part(form.first), denominator: part(form.denominator) }
      : { value: part(form.first) }),
  };
  const { dates, decimal, key } = { ...writtenIn(mapping, file), ...form };
  const keyed = form.key === undefined ? {} : { key: key === '' ? [] : [take(key, 'text')] };
  return {
    ...before,
    tables: {
      ...before.tables,
      [name]: { files: patternOf(file), ...known?.[1], dates, decimal, ...keyed, columns },
    },
    readings: { ...before.readings, [form.metric]: { query } },
  };
}

/** Several words, of which one holds, are parted by commas. */
function valuesOf(text: string): string | string[] {
  const words = text
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter(Boolean);
  return words.length > 1 ? words : (words[0] ?? '');
}

function freeName(tables: Mapping['tables']): string {
  let no = 1;
  while (Object.hasOwn(tables, `rows_${no}`)) no += 1;
  return `rows_${no}`;
}
