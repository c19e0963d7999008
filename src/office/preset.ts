import { clauseSettings, contractSettings } from '../engagement/register';
import { contractPreset, criteriaModel, type PresetOptions } from '../engagement/presets';
import type { Stage } from '../engagement/schema';
import type { CellValue } from '../workbook';
import type { Study } from './agreement';
import type { Change } from './edit';
import { fieldsOf } from './naming';
import { rowsIn } from './tables';

/** The tables that make up a contract; a preset fills them anew. */
export const contractTables = ['instalments', 'periods', 'terms', 'criteria', 'bands'] as const;
type ContractTable = (typeof contractTables)[number];

/** A contract for a stage as it would be written into a workbook, told before it is. */
export interface PresetPlan {
  changes: Change[];
  /** Rows that go and rows that come, by table. */
  rows: Record<ContractTable, { before: number; after: number }>;
  /** Named cells of the contract that get another value. */
  settings: { name: string; label: string; list?: string; from: CellValue; to: CellValue }[];
  /** What it bets on. */
  terms: { code: string; item: string; weight: number; comment?: string }[];
  /** Metrics that it bets on and that come into scope for it, by name. */
  scoped: string[];
}

/** Without the decimals of money: they belong to the currency, whatever the contract. */
const settingIds = ['stage', ...contractSettings, ...clauseSettings].filter(
  (id) => id !== 'minorDigits',
);

/** What it takes to put the contract that the method names for a stage in the place of today's. */
export function planPreset(
  study: Study,
  stage: Stage,
  options: Pick<PresetOptions, 'bets' | 'start' | 'end'>,
): PresetPlan {
  const models = study.read.engagement.catalogs.map(({ id }) => id);
  const preset = contractPreset(stage, {
    ...options,
    lang: study.spec.lang,
    model: criteriaModel(models),
  });
  const wanted: Record<string, unknown> = preset.settings;
  const settings = fieldsOf(study.spec.sheets)
    .filter(({ id, stored }) => stored && settingIds.includes(id))
    .map(({ id, name, label, list, value, usual }) => ({
      name,
      label,
      ...(list !== undefined && { list }),
      from: value ?? null,
      to: (wanted[id] ?? usual ?? null) as CellValue,
    }))
    .filter(({ from, to }) => from !== to);
  const tables = contractTables.map((table) => ({
    table,
    before: rowsIn(study, table),
    after: Object.values(preset[table]) as Record<string, CellValue>[],
  }));
  const inScope = new Set(
    rowsIn(study, 'metrics').flatMap(({ id, cells }) => (cells.inScope === 1 ? id : [])),
  );
  const bets = Object.values(preset.terms).some(({ metric }) => metric !== undefined)
    ? options.bets
    : [];
  const outside = bets.filter(({ metric }) => !inScope.has(metric));
  return {
    changes: [
      ...outside.map(({ metric }): Change => ({
        table: 'metrics',
        row: metric,
        cells: { use: 'yes' },
      })),
      ...settings.map(({ name, to }): Change => ({ name, value: to })),
      ...tables.flatMap(({ table, before, after }): Change[] => [
        ...before.map(({ id }) => ({ table, clear: id })),
        ...after.map((add) => ({ table, add })),
      ]),
    ],
    rows: Object.fromEntries(
      tables.map(({ table, before, after }) => [
        table,
        { before: before.length, after: after.length },
      ]),
    ) as PresetPlan['rows'],
    settings,
    terms: Object.values(preset.terms).map(({ code, item, weight, comment }) => ({
      code: String(code),
      item: String(item),
      weight: Number(weight),
      ...(comment !== undefined && { comment: String(comment) }),
    })),
    scoped: outside.map(({ name }) => name),
  };
}
