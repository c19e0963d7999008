import { type Study, rowsIn } from '../../../office';
import { known, names, type Metric } from './metrics';

/** How a metric's improvement becomes a year's money. */
export interface Money {
  id: string;
  drivers: { id: string; name: string; unit: string; value: number | null }[];
  divisor: number | null;
  unitValue: number | null;
  group: string;
  savesTime: boolean;
  priced: boolean;
  /** What keeps it from being priced, in the workbook's words. */
  status: string;
  gross: number | null;
  net: number | null;
  grossActual: number | null;
  netActual: number | null;
  attribution: number | null;
  confidence: number | null;
  recapture: number | null;
  share: number | null;
}

const slots = ['driver1', 'driver2', 'driver3', 'driver4'];

export function moneyOf(study: Study, metric: Pick<Metric, 'id' | 'name'>): Money[] {
  const drivers = rowsIn(study, 'drivers').map(({ id, cells }) => ({
    id,
    name: String(cells.item ?? ''),
    unit: String(cells.unit ?? ''),
    value: known(cells.value),
  }));
  return rowsIn(study, 'monetisation')
    .filter(({ cells }) => names(cells.metric, metric))
    .map(({ id, cells }) => {
      const number = (column: string) => known(cells[column]);
      return {
        id,
        drivers: slots.flatMap((slot) => drivers.find((one) => names(cells[slot], one)) ?? []),
        divisor: number('divisor'),
        unitValue: number('unitValue'),
        group: String(cells.group ?? ''),
        savesTime: cells.savesTime === 1,
        priced: cells.counted === 1,
        status: String(cells.status ?? ''),
        gross: number('gross'),
        net: number('net'),
        grossActual: number('grossActual'),
        netActual: number('netActual'),
        attribution: number('attribution'),
        confidence: number('confidence'),
        recapture: number('recapture'),
        share: number('share'),
      };
    });
}
