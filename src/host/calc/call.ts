import type { CellError, Scalar } from '../../book';
import { toBoolean, toNumber, toText } from './coerce';
import { kindAt, type FunctionDefinition, type Kind } from './functions/registry';
import { elementwise, intersect } from './operators';
import { Ref, type Place } from './ref';
import { Matrix, NUM, isError, type Value } from './values';

type Argument = Value | undefined;

function convert(value: Scalar, kind: Kind): Scalar | CellError {
  switch (kind) {
    case 'n':
      return toNumber(value);
    case 't':
      return toText(value);
    case 'b':
      return toBoolean(value);
    default:
      return value;
  }
}

const isWhole = (kind: Kind | undefined) => kind === 'r' || kind === 'a';

function invoke(of: FunctionDefinition, at: Place, values: Argument[]): Value {
  const call = of.call as (...args: unknown[]) => Value;
  const result = of.placed ? call(at, ...values) : call(...values);
  return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
}

/** Calls a function with its arguments converted to their kinds. */
export function callScalar(of: FunctionDefinition, at: Place, values: Value[]): Value {
  const converted: Argument[] = [];
  for (let i = 0; i < values.length; i++) {
    const kind = kindAt(of, i)!;
    const value = values[i]!;
    if (isWhole(kind)) {
      converted.push(value ?? null);
      continue;
    }
    const scalar = convert(intersect(value ?? null, at), kind);
    if (isError(scalar) && kind !== 'e') return scalar;
    converted.push(scalar);
  }
  return invoke(of, at, converted);
}

/** The same where arrays are computed: single-value arguments given blocks yield a block. */
export function callElementwise(of: FunctionDefinition, at: Place, values: Value[]): Value {
  const spread = values
    .map((_, position) => position)
    .filter((position) => !isWhole(kindAt(of, position)));
  const isBlock = (value: Value | undefined) => value instanceof Matrix || value instanceof Ref;
  if (!spread.some((position) => isBlock(values[position]))) return callScalar(of, at, values);
  return elementwise(
    spread.map((position) => values[position] ?? null),
    (...scalars) => {
      const filled = [...values];
      spread.forEach((position, i) => (filled[position] = scalars[i] ?? null));
      return intersect(callScalar(of, at, filled), at);
    },
  );
}
