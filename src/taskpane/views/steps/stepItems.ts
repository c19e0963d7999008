import { steps, type Step } from '../../../catalog/steps';
import { markedParts } from './markedParts';
import { type Study, choicesIn, columnIn, rowsIn } from '../../../office';
import type { CellValue } from '../../../workbook';

export type Pick = 'yes' | 'maybe' | 'no';

/** One item that a client can pick. */
export interface StepItem {
  id: string;
  text: string;
  explanation: string;
  dimension: string;
  /** Functions only. */
  module: string;
  pick: Pick | null;
  priority: CellValue;
  owner: CellValue;
  /** How strongly earlier picks call for it; 0 when none does. */
  suggested: number;
  custom: boolean;
}

export function stepItems(study: Study, step: Step): StepItem[] {
  const words = (list: string) =>
    new Map(choicesIn(study, list).map(({ id, label }) => [id, label]));
  const dimensions = words(`dimension.${step}`);
  const modules = step === 'function' ? words('module') : new Map<string, string>();
  const word = (map: Map<string, string>, id: CellValue | undefined) =>
    map.get(String(id)) ?? String(id ?? '');
  return rowsIn(study, step)
    .filter(({ cells }) => cells.item !== null && cells.item !== undefined)
    .map(({ id, cells }) => ({
      id,
      text: String(cells.wording ?? cells.item),
      explanation: String(cells.explanation ?? ''),
      dimension: word(dimensions, cells.dimension),
      module: word(modules, cells.module),
      pick:
        cells.pick === 'yes' || cells.pick === 'maybe' || cells.pick === 'no' ? cells.pick : null,
      priority: cells.priority ?? null,
      owner: cells.owner ?? null,
      suggested: typeof cells.suggested === 'number' ? cells.suggested : 0,
      custom: id.startsWith('custom.'),
    }));
}

/** What is shown of a step. */
export interface Filter {
  /** Every word of it occurs in the item. */
  search: string;
  show: 'all' | 'suggested' | 'picked' | 'open';
}

export function matching(items: readonly StepItem[], { search, show }: Filter): StepItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (show === 'suggested' && item.suggested === 0) return false;
    if (show === 'picked' && item.pick !== 'yes') return false;
    if (show === 'open' && item.pick !== null) return false;
    const text = `${item.text} ${item.explanation} ${item.dimension} ${item.module}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export interface Group {
  /** A dimension, or a module within one. */
  name: string;
  items: StepItem[];
  modules: { name: string; items: StepItem[] }[];
}

/** By dimension and module in the order of the sheet; within them what is suggested most comes first. */
export function grouped(items: readonly StepItem[]): Group[] {
  const groups = new Map<string, StepItem[]>();
  for (const item of items) {
    groups.set(item.dimension, [...(groups.get(item.dimension) ?? []), item]);
  }
  return [...groups].map(([name, own]) => {
    const modules = new Map<string, StepItem[]>();
    for (const item of own) modules.set(item.module, [...(modules.get(item.module) ?? []), item]);
    const ranked = [...modules].map(([module, all]) => ({ name: module, items: byCall(all) }));
    const plain = ranked.length === 1 && ranked[0]?.name === '';
    return plain
      ? { name, items: ranked[0]?.items ?? [], modules: [] }
      : { name, items: own, modules: ranked };
  });
}

const byCall = (items: readonly StepItem[]) => [...items].sort((a, b) => b.suggested - a.suggested);

/** As many as one can speak about in an hour. */
const few = 5;

/** The items nobody has answered that earlier picks call for most; none where none does. */
export const strongestOf = (items: readonly StepItem[]): StepItem[] =>
  byCall(items.filter(({ suggested, pick }) => suggested > 0 && pick === null)).slice(0, few);

/** Why an item is suggested: a pick that calls for it. */
export interface Reason {
  step: Step | 'maturity' | 'page';
  id: string;
  text: string;
  strength: number;
}

/** For every item the picks that call for it, the strongest first. */
export function reasons(study: Study): Map<string, Reason[]> {
  const found = new Map<string, Reason[]>();
  for (const step of steps.slice(0, 4)) {
    const picked = new Map(
      stepItems(study, step)
        .filter(({ pick }) => pick === 'yes')
        .map(({ id, text }) => [id, text]),
    );
    for (const { cells } of rowsIn(study, `links.${step}`)) {
      const [from, to] = [String(cells.from), String(cells.to)];
      const text = picked.get(from);
      if (text === undefined || typeof cells.strength !== 'number') continue;
      const reason = { step, id: from, text, strength: cells.strength };
      found.set(to, [...(found.get(to) ?? []), reason]);
    }
  }
  const pulled = new Map(
    rowsIn(study, 'maturity').flatMap(({ id, cells }) =>
      typeof cells.pull === 'number' && cells.pull > 0
        ? [[String(cells.module), { id, strength: cells.pull }] as const]
        : [],
    ),
  );
  const names = new Map(choicesIn(study, 'module').map(({ id, label }) => [id, label]));
  for (const { id, cells } of rowsIn(study, 'function')) {
    const module = String(cells.module ?? '');
    const gap = pulled.get(module);
    if (!gap) continue;
    const reason = { step: 'maturity' as const, text: names.get(module) ?? module, ...gap };
    found.set(id, [...(found.get(id) ?? []), reason]);
  }
  const marked = markedParts(study);
  for (const { cells } of rowsIn(study, 'links.page')) {
    const [from, to] = [String(cells.from), String(cells.to)];
    const text = marked.get(from);
    if (text === undefined || typeof cells.strength !== 'number') continue;
    const reason = { step: 'page' as const, id: from, text, strength: cells.strength };
    found.set(to, [...(found.get(to) ?? []), reason]);
  }
  for (const list of found.values()) list.sort((a, b) => b.strength - a.strength);
  return found;
}

/** Columns of a step that describe an item and that people read. */
export const detailColumns = (study: Study, step: Step): { id: string; header: string }[] =>
  ['symptom', 'cost', 'effort', 'needs', 'technology', 'data', 'maturity', 'trial'].flatMap(
    (id) => {
      try {
        return [{ id, header: columnIn(study, step, id).header }];
      } catch {
        return [];
      }
    },
  );
