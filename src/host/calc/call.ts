import type { CellError, Scalar } from '../../book';
import { toBoolean, toNumber, toText } from './coerce';
import { kindAt, type FunctionDefinition, type Kind } from './functions/registry';
import { elementwise, intersect, isBlock } from './operators';
import type { Place } from './ref';
import { Areas, CALC, Lambda, NUM, VALUE, isError, type Operand } from './values';

type Argument = Operand | undefined;

function convert(value: Scalar, kind: Kind): Scalar | CellError {
  switch (kind) {
    case 'n':
      return toNumber(value);
    case 'x':
      return typeof value === 'boolean' ? VALUE : toNumber(value);
    case 't':
      return toText(value);
    case 'b':
      return toBoolean(value);
    default:
      return value;
  }
}

const isWhole = (kind: Kind | undefined) =>
  kind === 'r' || kind === 'a' || kind === 'u' || kind === 'f';

function invoke(of: FunctionDefinition, at: Place, values: Argument[]): Operand {
  const call = of.call as (...args: unknown[]) => Operand;
  const result = of.placed ? call(at, ...values) : call(...values);
  return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
}

/** Calls a function with its arguments converted to their kinds. */
export function callScalar(of: FunctionDefinition, at: Place, given: Operand[]): Operand {
  const values = given.some((value) => value instanceof Areas) ? spreadAreas(of, given) : given;
  const converted: Argument[] = [];
  for (let i = 0; i < values.length; i++) {
    const kind = kindAt(of, i)!;
    const value = values[i]!;
    if (isWhole(kind)) {
      if (value instanceof Areas && kind !== 'u') return VALUE;
      if (value instanceof Lambda && kind !== 'f') return CALC;
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
export function callElementwise(of: FunctionDefinition, at: Place, values: Operand[]): Operand {
  const spread = values
    .map((_, position) => position)
    .filter((position) => !isWhole(kindAt(of, position)));
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

/** Where any number of ranges is taken, each area of several counts as one. */
function spreadAreas(of: FunctionDefinition, values: Operand[]): Operand[] {
  const takesMore = (position: number) => of.repeats === 1 && position >= of.kinds.length - 1;
  return values.flatMap((value, position): Operand[] =>
    value instanceof Areas && takesMore(position) ? value.parts : [value],
  );
}
