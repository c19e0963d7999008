/**
 * What people type, checked where it stands: a text, an error, a number outside its range or a day
 * far from the engagement is a fault, and what rests on it gives the reason instead of a number.
 * A blank is no fault: it is "not known".
 */
import {
  add,
  and,
  atLeast,
  atMost,
  edate,
  equal,
  ifError,
  index,
  int,
  isNumber,
  join,
  literal,
  match,
  numName,
  nums,
  rowNumber,
  txts,
  when,
  type Bool,
  type Expression,
  type Num,
  type Txt,
} from '../expression';
import { numberIf, numberOr } from './known';

/** What a typed cell may hold; without limits, any number. */
export interface Fit {
  min?: Num | number;
  max?: Num | number;
  whole?: true;
}

/** 1 for a cell that cannot be used as it stands, else 0. */
export function faultOf(cell: Num, { min, max, whole }: Fit): Num {
  const limits: Bool[] = [
    // Between two limits lie only numbers: a text is above all of them.
    ...(min === undefined || max === undefined ? [isNumber(cell)] : []),
    ...(min === undefined ? [] : [atLeast(cell, min as Num)]),
    ...(max === undefined ? [] : [atMost(cell, max as Num)]),
    ...(whole ? [equal(cell, int(cell))] : []),
  ];
  const fits = limits.length > 1 ? and(...limits) : (limits[0] as Bool);
  const blank = equal(cell as Expression as Txt, '');
  return numberOr(numberIf(blank, 0, numberIf(fits, 0, 1)), 1);
}

export const total = (parts: Num[]): Num => {
  const [first, ...rest] = parts;
  return first ? add(first, ...rest) : literal(0);
};

/** How many cells of a row are at fault. */
export const faultCount = (cells: { cell: Num; fit: Fit }[]): Num =>
  total(cells.map(({ cell, fit }) => faultOf(cell, fit)));

/** A row without a name is told by its number on the sheet. */
const nameOr = (name: Expression, row: string): Txt => {
  const numbered = join(`${row} `, rowNumber());
  return ifError(when(equal(name as Txt, ''), numbered, name), numbered) as Txt;
};

/** The headers of the cells at fault, one after another. */
export const faultHeaders = (cells: { cell: Num; fit: Fit; header: string }[]): Txt => {
  const [first, ...rest] = cells.map(({ cell, fit, header }) =>
    numberIf(equal(faultOf(cell, fit), 1), ` · ${header}`),
  );
  return join(first ?? '', ...rest);
};

/** A row at fault by its name and the headers of its cells; "" for one that is sound. */
export const faultNames = (faults: Num, name: Expression, row: string, headers: Txt[]): Txt =>
  when(equal(faults, 0), '', join(nameOr(name, row), ...headers)) as Txt;

/** The first fault that the contract, or the return, rests on: sheet, row and header; "" without one. */
export const faultBelow = (result: 'contract' | 'return'): Txt =>
  ifError(
    index(txts('InputChecks', 'first'), match(1, nums('InputChecks', result))) as Txt,
    '',
  ) as Txt;

/** Days that a workbook can hold as such, and how far from its start an engagement may reach. */
export const anyDay: Fit = { min: 32_874, max: 109_575 };
const reach = 120;
export const nearDay: Fit = {
  min: numName('Engagement.FirstDay'),
  max: numName('Engagement.LastDay'),
};

/** The first or the last day that an input may name. */
export const dayAround = (start: Num, side: 'first' | 'last'): Num => {
  const limit = (side === 'first' ? anyDay.min : anyDay.max) as number;
  return numberIf(
    equal(faultOf(start, anyDay), 0),
    numberIf(isNumber(start), edate(start, side === 'first' ? -reach : reach), limit),
    limit,
  );
};

/** The first doubt of a table's rows; "" without one. */
export const doubtIn = (table: 'Terms' | 'Monetisation'): Txt =>
  ifError(index(txts(table, 'doubt'), match(1, nums(table, 'doubted'))) as Txt, '') as Txt;
export const readDoubt = (): Txt =>
  ifError(
    index(txts('Monetisation', 'readDoubt'), match(1, nums('Monetisation', 'readDoubted'))) as Txt,
    '',
  ) as Txt;

/** An amount, or the reason why it cannot be given. */
export const sound = (reason: Txt, amount: Num): Num => numberIf(equal(reason, ''), amount, reason);
