import { CellError, type Scalar } from '../../../book';
import { compareNumbers, compareText, lookupKey, numberInText } from '../coerce';
import { errorOf } from '../values';
import { hasWildcard, wildcardPattern } from './wildcards';

/** What a cell must be to count. */
export interface Criterion {
  test: (value: Scalar) => boolean;
  /** The one key (see `keysOf`) of cells that pass, where the criterion is a plain equality. */
  key?: Key;
}

export type Key = string | number | boolean;

const errorCode = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

/** Reads a criterion as COUNTIF does: ">=3", "<>", "=x", "a*", a number, a logical, a blank (0). */
export function criterionOf(given: Scalar): Criterion {
  if (given === null) return equalTo(0);
  if (given instanceof CellError) return isErrorCode(given.code);
  if (typeof given !== 'string') return equalTo(given);
  const [operator] = /^(?:<=|>=|<>|<|>|=)?/.exec(given)!;
  const operand = given.slice(operator.length);
  if (operator === '' || operator === '=') return equality(operand, operator === '=');
  if (operator === '<>') {
    const { test, key } = equality(operand, true);
    // A text that reads as the number differs from it here, though it equals it.
    if (typeof key === 'number') return { test: (value) => value !== key };
    return { test: (value) => !test(value) };
  }
  return ordered(operator, operand);
}

/** The keys under which a cell is found by equality: text that reads as a number has two. */
export function keysOf(value: Scalar): Key[] {
  if (value === null || value instanceof CellError) return [];
  if (typeof value !== 'string') return [value];
  const number = numberInText(value);
  return number === undefined ? [lookupKey(value)] : [lookupKey(value), number];
}

function equality(operand: string, explicit: boolean): Criterion {
  if (operand === '') {
    return {
      test: explicit ? (value) => value === null : (value) => value === null || value === '',
    };
  }
  if (/^(true|false)$/i.test(operand)) return equalTo(operand.toLowerCase() === 'true');
  if (errorCode.test(operand.toUpperCase())) return isErrorCode(operand.toUpperCase());
  const number = numberInText(operand);
  if (number !== undefined) return equalTo(number);
  if (!hasWildcard(operand)) return equalTo(operand);
  const pattern = wildcardPattern(operand, true);
  return { test: (value) => typeof value === 'string' && pattern.test(value) };
}

function equalTo(wanted: Key): Criterion {
  const key = lookupKey(wanted);
  if (typeof key === 'number') return { key, test: (value) => numberOf(value) === key };
  if (typeof key === 'boolean') return { key, test: (value) => value === key };
  return { key, test: (value) => typeof value === 'string' && value.toLowerCase() === key };
}

function isErrorCode(code: string): Criterion {
  const wanted = errorOf(code as '#N/A').code;
  return { test: (value) => value instanceof CellError && value.code === wanted };
}

function ordered(operator: string, operand: string): Criterion {
  const holds = {
    '<': (order: number) => order < 0,
    '>': (order: number) => order > 0,
    '<=': (order: number) => order <= 0,
    '>=': (order: number) => order >= 0,
  }[operator]!;
  if (operand === '') return { test: () => false };
  const number = numberInText(operand);
  if (number !== undefined) {
    return { test: (value) => typeof value === 'number' && holds(compareNumbers(value, number)) };
  }
  return { test: (value) => typeof value === 'string' && holds(compareText(value, operand)) };
}

const numberOf = (value: Scalar) =>
  typeof value === 'string' ? numberInText(value) : typeof value === 'number' ? value : undefined;
