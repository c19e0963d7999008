import { rowsIn, type Study } from '../../../office';

/** A part of a page: what this phase may be about, and the items that it calls for. */
export interface ModelPart {
  table: 'customerPage' | 'projectPage' | 'servicePage';
  id: string;
  text: string;
  explanation: string;
  isHouse: boolean;
  pick: string;
  picked: number;
  /** Ids, the strongest first. */
  items: string[];
}

export interface ModelPage {
  sheet: 'customer' | 'project' | 'service';
  groups: { name: string; parts: ModelPart[] }[];
}

/** The pages that the workbook has, each in the order of its sheet. */
export function modelPages(study: Study): ModelPage[] {
  const called = new Map<string, { to: string; strength: number }[]>();
  for (const { cells } of rowsIn(study, 'links.page')) {
    const from = String(cells.from);
    const link = { to: String(cells.to), strength: Number(cells.strength) };
    called.set(from, [...(called.get(from) ?? []), link]);
  }
  return (['customer', 'project', 'service'] as const).flatMap((sheet) => {
    const table = `${sheet}Page` as const;
    const groups = new Map<string, ModelPart[]>();
    for (const { id, cells } of rowsIn(study, table)) {
      const name = String(cells.group ?? '');
      const links = [...(called.get(id) ?? [])].sort((a, b) => b.strength - a.strength);
      const part: ModelPart = {
        table,
        id,
        text: String(cells.part ?? ''),
        explanation: String(cells.explanation ?? ''),
        isHouse: cells.status === 'house',
        pick: String(cells.pick ?? ''),
        picked: Number(cells.picked ?? 0),
        items: links.map(({ to }) => to),
      };
      groups.set(name, [...(groups.get(name) ?? []), part]);
    }
    if (groups.size === 0) return [];
    return [{ sheet, groups: [...groups].map(([name, parts]) => ({ name, parts })) }];
  });
}

/** What this phase is about, by id. */
export const markedParts = (study: Study): Map<string, string> =>
  new Map(
    modelPages(study)
      .flatMap(({ groups }) => groups)
      .flatMap(({ parts }) => parts)
      .flatMap(({ id, text, pick }) => (pick === 'yes' ? [[id, text]] : [])),
  );

export const hasModelPages = (study: Study): boolean => rowsIn(study, 'links.page').length > 0;
