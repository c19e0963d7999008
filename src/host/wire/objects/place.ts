import type { Area, Sheet } from '../../../book';
import { insideSheet } from '../area';
import type { Engine } from '../engine';
import { instance, type Instance } from '../kind';
import type { Areas } from '../look';
import { requirePlace } from '../lookup';
import { invalidArgument } from '../refusal';

export interface RangeState {
  sheet: Sheet;
  area: Area;
}

export const rangeOf = (sheet: Sheet, area: Area): Instance<RangeState> =>
  instance('Range', { sheet, area: insideSheet(area) });

export const areasOf = (sheet: Sheet, areas: readonly Area[]): Instance<Areas> =>
  instance<Areas>('RangeAreas', { sheet, areas: areas.map(insideSheet) });

export const worksheetOf = (sheet: Sheet): Instance<Sheet> => instance('Worksheet', sheet);

/** The range an argument means: a Range object or an address text. */
export function rangeGiven(argument: unknown, sheet: Sheet, engine: Engine): RangeState {
  if (typeof argument === 'string') {
    const place = requirePlace(engine.book, argument, sheet);
    return { sheet: place.sheet, area: place.area };
  }
  const state = (argument as Instance<RangeState> | null)?.state;
  if (!state?.area) throw invalidArgument('A range or an address is needed.');
  return state;
}
