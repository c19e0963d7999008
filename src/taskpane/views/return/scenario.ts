import type { Return } from '../../../office';
import type { CellValue } from '../../../workbook';
import type { Format } from '../../words/format';
import type { Say } from '../../words/say';

/** A scenario's measures as they are read: numbers in words, edge cases in the workbook's own. */
export interface Scenario {
  id: string;
  /** As the workbook numbers it, from 1. */
  no: number;
  label: string;
  chosen: boolean;
  npv: CellValue;
  /** Years; null where it is not within the horizon. */
  payback: number | null;
  paybackInWords: string;
  roi: string;
  irr: string;
  bcr: string;
  breakEven: string;
}

export function scenariosOf(
  { scenarios }: Return,
  labels: readonly { id: string; label: string }[],
  format: Format,
  say: Say,
): Scenario[] {
  const read = (value: CellValue, write: (value: CellValue) => string) =>
    value === null ? '–' : write(value);
  return scenarios.map((one, i) => ({
    id: one.scenario,
    no: i + 1,
    label: labels.find(({ id }) => id === one.scenario)?.label ?? one.scenario,
    chosen: one.chosen,
    npv: one.npv,
    payback: typeof one.payback === 'number' ? one.payback : null,
    paybackInWords: read(one.payback, (value) =>
      typeof value === 'number'
        ? say('pane.return.payback.years', { years: format.number(value, 1) })
        : String(value),
    ),
    roi: read(one.roi, (value) => format.percent(value)),
    irr: read(one.irr, (value) => format.percent(value, 1)),
    bcr: read(one.bcr, (value) => format.number(value)),
    breakEven: read(one.breakEven, (value) => format.percent(value)),
  }));
}
