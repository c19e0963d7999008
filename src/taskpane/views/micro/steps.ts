import { type Study, rowsIn } from '../../../office';
import type { CellValue } from '../../../workbook';

/** One of the eleven steps of a micro-consulting. */
export interface MicroStep {
  id: string;
  no: number;
  text: string;
  lead: 'vendor' | 'client';
  mode: CellValue;
  hours: CellValue;
  /** Serial days; null without a start date. */
  start: number | null;
  end: number | null;
  owner: CellValue;
  status: 'open' | 'doing' | 'done';
}

export const microSteps = (study: Study): MicroStep[] =>
  rowsIn(study, 'microSteps').map(({ id, cells }) => ({
    id,
    no: Number(cells.no ?? 0),
    text: String(cells.step ?? ''),
    lead: cells.lead === 'client' ? 'client' : 'vendor',
    mode: cells.mode ?? null,
    hours: cells.hours ?? null,
    start: typeof cells.start === 'number' ? cells.start : null,
    end: typeof cells.end === 'number' ? cells.end : null,
    owner: cells.owner ?? null,
    status: cells.status === 'done' || cells.status === 'doing' ? cells.status : 'open',
  }));

/** What to do now: the step under way, else the first that is not done; undefined when all are. */
export const stepNow = (steps: readonly MicroStep[]): MicroStep | undefined =>
  steps.find(({ status }) => status === 'doing') ?? steps.find(({ status }) => status !== 'done');

/** Late: its last day has passed and it is not done. @param today serial day */
export const isLate = ({ status, end }: MicroStep, today: number): boolean =>
  status !== 'done' && end !== null && end < today;
