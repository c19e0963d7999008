import { useMemo } from 'react';
import { type Study, choicesIn } from '../../../office';
import type { CellValue } from '../../../workbook';
import { useBook } from '../../core/book';
import { useFormat, type Format } from '../../words/format';
import { useSay, type Say } from '../../words/say';

export type Measure = ReturnType<typeof measureOf>;

/** Amounts in the unit of a metric or driver, in the pane's language. */
export function useMeasure(): Measure {
  const { study } = useBook();
  const format = useFormat();
  const say = useSay();
  return useMemo(() => measureOf(study, format, say), [study, format, say]);
}

/** Units that are said with the number. */
const said = ['days', 'hours', 'minutes', 'months'];
const short = 10_000;

export function measureOf(study: Study, format: Format, say: Say) {
  const currency = study.read.engagement.settings.currency ?? null;
  const units = choicesIn(study, 'unit');
  const counted = (value: number, unit: string, digits: number) => {
    const number = format.number(value, digits);
    const word = said.includes(unit) && units.find(({ id }) => id === unit)?.label;
    return word ? say('pane.value.amount', { number, unit: word }) : number;
  };
  const money = (value: CellValue, exact = false) =>
    value === null ? '–' : exact ? format.money(value, currency) : brief(value);
  const brief = (value: CellValue) =>
    typeof value === 'number' && Math.abs(value) < short
      ? format.money(value, currency)
      : format.compact(value, currency);
  /** For rows and pictures: at most a few figures. */
  const shortly = (value: number | null, unit: string): string => {
    if (value === null) return '–';
    if (unit === 'ratio') return format.percent(value, 1);
    if (unit === 'money') return brief(value);
    return Math.abs(value) < short ? counted(value, unit, 1) : format.compact(value);
  };
  const fully = (value: number | null, unit: string): string => {
    if (value === null) return '–';
    if (unit === 'ratio') return format.percent(value, 2);
    if (unit === 'money') return format.money(value, currency);
    return counted(value, unit, 2);
  };
  /** A difference of two shares is in points. */
  const difference = (value: number | null, unit: string): string =>
    unit === 'ratio' && value !== null
      ? say('pane.value.points', { number: format.number(value * 100) })
      : fully(value, unit);
  return { currency, money, shortly, fully, difference };
}
