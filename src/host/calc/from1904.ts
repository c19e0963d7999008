import { isDateFormat } from 'numfmt';
import { DAYS_FROM_1904 } from '../../book';
import { plainName } from './functions/excel-functions';
import type { SheetGraph } from './graph';
import type { Node } from './parse';
import { Ref, type Place } from './ref';
import type { Operand } from './values';

/**
 * Days in workbooks that count them from 1904. A book has them as days from 1900 where a cell is formatted as one;
 * any other number is as Excel has it. Where it is not plain which of both a number is, nothing is computed.
 */

/** Functions that read days, by which of their arguments: from one, up to another. */
const reads = new Map(
  (
    [
      ['YEAR MONTH DAY WEEKDAY WEEKNUM ISOWEEKNUM EDATE EOMONTH WORKDAY WORKDAY.INTL TEXT', 0, 1],
      ['NETWORKDAYS NETWORKDAYS.INTL DAYS DAYS360 YEARFRAC DATEDIF PRICE YIELD DURATION MDURATION ACCRINTM DISC INTRATE RECEIVED PRICEDISC YIELDDISC TBILLPRICE TBILLYIELD TBILLEQ COUPPCD COUPNCD COUPNUM COUPDAYS COUPDAYBS COUPDAYSNC', 0, 2],
      ['PRICEMAT YIELDMAT ACCRINT ODDLPRICE ODDLYIELD', 0, 3],
      ['ODDFPRICE ODDFYIELD', 0, 4],
      ['AMORLINC AMORDEGRC', 1, 3],
    ] as const
  ).flatMap(([names, from, until]) => names.split(' ').map((name) => [name, { from, until }] as const)),
); // prettier-ignore
const gives = new Set(
  'DATE DATEVALUE TODAY NOW EDATE EOMONTH WORKDAY WORKDAY.INTL COUPPCD COUPNCD'.split(' '),
);

const nameOf = (node: Node | null | undefined) =>
  node?.type === 'CallExpression' && node.callee.type === 'Identifier'
    ? plainName(node.callee.name)
    : '';

/** Whether what an expression gives may be a day that it has made. */
export function givesDay(node: Node | null | undefined): boolean {
  if (node?.type === 'BinaryExpression') {
    const [left, right] = node.arguments.map(givesDay);
    if (node.operator === '-') return left !== right;
    return node.operator === '+' && (left === true || right === true);
  }
  if (node?.type === 'UnaryExpression') return node.arguments.some(givesDay);
  if (node?.type !== 'CallExpression') return false;
  const name = nameOf(node);
  return gives.has(name) || (!reads.has(name) && node.arguments.some(givesDay));
}

const isDayCell = ({ source, row, column }: Place) =>
  isDateFormat(source.lookAt(row, column)?.numberFormat ?? '');

/** What makes a day is computed where its cell is formatted as one. */
export const onlyInDayCells =
  <T>(run: (at: Place) => T, instead: (at: Place) => T) =>
  (at: Place): T =>
    isDayCell(at) ? run(at) : instead(at);

/** A call whose arguments that are days count from 1900, undefined where all of a function's numbers stay. */
export function withDays(
  name: string,
  nodes: readonly (Node | null | undefined)[],
  call: (at: Place, values: Operand[]) => Operand,
): ((at: Place, values: Operand[]) => Operand) | undefined {
  const read = reads.get(name);
  if (!read) return undefined;
  return (at, values) => {
    if (name === 'TEXT') {
      const [value, format] = values.map((one) => (one instanceof Ref ? one.at(0, 0) : one));
      const isElapsed = typeof format === 'string' && /\[(h+|m+|s+)\]/i.test(format);
      if (isElapsed && typeof value === 'number' && value < 0)
        return `-${String(call(at, [-value, format]))}`;
      if (isElapsed || typeof format !== 'string' || !isDateFormat(format)) return call(at, values);
    }
    const days = values.map((value, i) =>
      i >= read.from && i < read.until ? dayOf(value, nodes[i]) : value,
    );
    return days.includes(undefined) ? at.source.miss() : call(at, days as Operand[]);
  };
}

/** A day as from 1900, undefined where it is not plain which one a number is. */
function dayOf(value: Operand, node: Node | null | undefined): Operand | undefined {
  if (givesDay(node) || typeof value === 'string') return value;
  if (typeof value === 'number')
    return node?.type === 'Literal' ? value + DAYS_FROM_1904 : undefined;
  if (!(value instanceof Ref) || value.rows * value.columns > 1) return undefined;
  const { source, top: row, left: column } = value;
  const cell = (source as SheetGraph).cell(row, column);
  const number = value.at(0, 0);
  if (isDayCell({ source, row, column, rowShift: 0, columnShift: 0 })) return value;
  if (typeof number !== 'number' && number !== null) return value;
  return cell?.formula === undefined ? (number ?? 0) + DAYS_FROM_1904 : undefined;
}
