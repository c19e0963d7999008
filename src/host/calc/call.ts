import type { CellError, Scalar } from '../../book';
import { toBoolean, toNumber, toText } from './coerce';
import { kindAt, type FunctionDefinition, type Kind } from './functions/registry';
import { combined, intersect, isArray, isBlock, met } from './operators';
import { Ref, type Place } from './ref';
import { AreaList, Areas, CALC, Lambda, Matrix, NUM, VALUE, isError, type Operand } from './values';

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

const isWhole = (kind: Kind | undefined) => kind !== undefined && 'ruwaf'.includes(kind);

function invoke(of: FunctionDefinition, at: Place, values: Argument[]): Operand {
  const call = of.call as (...args: unknown[]) => Operand;
  const result = of.placed ? call(at, ...values) : call(...values);
  return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
}

/** Calls a function with its arguments converted to their kinds. */
function callScalar(of: FunctionDefinition, at: Place, given: Operand[]): Operand {
  const values = given.some((value) => value instanceof Areas) ? spreadAreas(of, given) : given;
  const converted: Argument[] = [];
  for (let i = 0; i < values.length; i++) {
    const kind = kindAt(of, i)!;
    const value = values[i]!;
    if (isWhole(kind)) {
      if (value instanceof Areas && kind !== 'u' && kind !== 'w') return VALUE;
      if (value instanceof AreaList) return at.source.miss();
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

/** Functions that give the first row or column of an area where no array is computed. */
const firstAlone = new Set(['ROW', 'COLUMN']);

/** Calls a function where single values are computed: areas meet the formula's place, arrays are gone through. */
export function callMet(of: FunctionDefinition, at: Place, values: Operand[]): Operand {
  for (const value of values)
    if (isArray(value)) {
      const single = (one: Operand, i: number) => (isWhole(kindAt(of, i)) ? one : met(one, at));
      return callElementwise(of, at, values.map(single));
    }
  const found = callScalar(of, at, values);
  return found instanceof Matrix && firstAlone.has(of.name) ? found.at(0, 0) : found;
}

/** Functions that give a block for a list of areas. */
const overAreas = new Set(
  'SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS COUNTBLANK SUBTOTAL N T'.split(
    ' ',
  ),
);

/** The same where arrays are computed: single-value arguments given blocks yield a block. */
export function callElementwise(of: FunctionDefinition, at: Place, values: Operand[]): Operand {
  const isList = (position: number) =>
    values[position] instanceof AreaList && overAreas.has(of.name);
  const spread = values
    .map((_, position) => position)
    .filter((position) => !isWhole(kindAt(of, position)) || isList(position));
  if (!spread.some((position) => isBlock(values[position]))) return callScalar(of, at, values);
  const { rows, columns, data } = combined(
    spread.map((position) => {
      const value = values[position] ?? null;
      return value instanceof AreaList && isWhole(kindAt(of, position)) ? numbered(value) : value;
    }),
    (...scalars) => {
      const filled = [...values];
      spread.forEach((position, i) => {
        const [value, scalar] = [values[position], scalars[i] ?? null];
        const isPart = value instanceof AreaList && isWhole(kindAt(of, position));
        filled[position] = isPart && typeof scalar === 'number' ? value.parts[scalar]! : scalar;
      });
      return callScalar(of, at, filled);
    },
  );
  if (of.name === 'OFFSET' && data.length > 1 && data.some((part) => part instanceof Ref))
    return new AreaList(rows, columns, data as (Ref | Scalar)[]);
  if (data.length === 1) return data[0]!;
  return new Matrix(
    rows,
    columns,
    data.map((one) => intersect(one, at)),
  );
}

/** The places of a list's parts, in the shape of the list. */
const numbered = ({ rows, columns, parts }: AreaList) =>
  new Matrix(
    rows,
    columns,
    parts.map((_, i) => i),
  );

/** Where any number of ranges is taken, each area of several counts as one. */
function spreadAreas(of: FunctionDefinition, values: Operand[]): Operand[] {
  const takesMore = (position: number) => of.repeats === 1 && position >= of.kinds.length - 1;
  return values.flatMap((value, position): Operand[] =>
    value instanceof Areas && takesMore(position) ? value.parts : [value],
  );
}
