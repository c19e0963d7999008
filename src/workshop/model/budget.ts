import { pickOf, type Scope } from './scope';

/** What is picked for a phase, in person-days, beside the days that there are; null where nobody said. */
export interface PhaseLoad {
  /** "" for what has no phase yet. */
  phase: string;
  label: string;
  functions: number;
  days: number;
  room: number | null;
}

/** The scope as it stands while people pick; the workbook's own figures follow by its formulas. */
export function loadOf({ items, choices, capacity }: Scope): PhaseLoad[] {
  const picked = items.filter((item) => item.step === 'function' && pickOf(item) === 'yes');
  const phases = [...choices.phase, { id: '', label: '' }];
  return phases.flatMap(({ id, label }) => {
    const own = picked.filter(({ said }) => String(said.phase ?? '') === id);
    const room = capacity.room[id] ?? null;
    if (own.length === 0 && room === null) return [];
    const days = own.reduce((sum, { effort }) => sum + (capacity.days[effort] ?? 0), 0);
    return [{ phase: id, label, functions: own.length, days, room }];
  });
}
