import type { Instance, Kind, NamedKind, Wire } from './kind';
import { range } from './objects/range';
import { rangeAreas } from './objects/range-areas';
import { worksheet } from './objects/worksheet';

const named: Record<NamedKind, Kind<Wire>> = {
  Range: range,
  RangeAreas: rangeAreas,
  Worksheet: worksheet,
};

/** The class of a live object. */
export const kindOf = <S>({ kind }: Instance<S>): Kind<S> =>
  typeof kind === 'string' ? named[kind] : kind;
