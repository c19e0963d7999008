import { steps, type Step } from '../../catalog/steps';
import { choicesIn, columnIn, rowsIn, type Study } from '../../office';
import { message } from '../../messages';
import type { CellValue } from '../../workbook';
import { saidColumns, type Meeting, type Scope, type ScopeItem, type ScopeMetric } from './scope';

/** What the workbook says, as the map shows it. */
export function scopeOf(study: Study): Scope {
  const { settings } = study.read.engagement;
  const choices = (list: string) => choicesIn(study, list).map(({ id, label }) => ({ id, label }));
  const header = (column: string) => columnIn(study, 'function', column).header;
  const moves = movesOf(study);
  return {
    title: settings.project ?? settings.client ?? study.spec.title,
    currency: settings.currency ?? null,
    branches: steps.map((step) => ({
      step,
      name: study.read.matching.sheets.get(step) ?? step,
      dimensions: choices(`dimension.${step}`),
      modules: step === 'function' ? choices('module') : [],
    })),
    items: steps.flatMap((step) => itemsOf(study, step, moves)),
    calls: steps.flatMap((step) => callsOf(study, step)),
    metrics: metricsOf(study),
    choices: { pick: choices('pick'), priority: choices('priority'), phase: choices('phase') },
    headers: {
      pick: header('pick'),
      priority: header('priority'),
      phase: header('phase'),
      owner: header('owner'),
      wording: header('wording'),
      comment: header('comment'),
      dimension: header('dimension'),
      module: header('module'),
      item: header('item'),
      explanation: header('explanation'),
    },
    meeting: meetingOf(study),
    capacity: capacityOf(study),
  };
}

const words = (value: CellValue | undefined) =>
  value === null || value === undefined ? '' : String(value);

function itemsOf(study: Study, step: Step, moves: Map<string, string[]>): ScopeItem[] {
  const { spec } = study;
  const block = spec.sheets
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.kind === 'table' && one.id === step);
  if (block?.kind !== 'table') return [];
  const filled = block.columns.filter(({ role }) => role === 'input' || role === 'content');
  const gone = message(spec.lang, 'origin.retired');
  return rowsIn(study, step)
    .map((row) => ({ ...row, retired: row.cells.status === gone }))
    .filter(({ cells, retired }) => words(cells.item) !== '' || retired)
    .map(({ id, cells, retired }) => {
      const own = id.startsWith('custom.');
      return {
        id,
        step,
        item: words(cells.item) || id,
        explanation: words(cells.explanation),
        dimension: words(cells.dimension),
        module: words(cells.module),
        said: given(cells, saidColumns),
        own,
        retired,
        effort: words(cells.effort),
        moves: moves.get(id) ?? [],
        ...(own && {
          cells: given(
            cells,
            filled.map((column) => column.id),
          ),
        }),
      };
    });
}

function given<K extends string>(
  cells: Readonly<Record<string, CellValue>>,
  columns: readonly K[],
) {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = cells[column];
      return value === null || value === undefined ? [] : [[column, value]];
    }),
  ) as Record<K, CellValue>;
}

/** Links from a step's items to those of later steps; what is called for is told from the picks. */
function callsOf(study: Study, step: Step): Scope['calls'] {
  if (step === 'innovation') return [];
  return rowsIn(study, `links.${step}`).map(({ cells: { from, to, strength } }) => ({
    from: words(from),
    to: words(to),
    strength: typeof strength === 'number' ? strength : 1,
  }));
}

function movesOf(study: Study): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const kind of ['ask', 'function', 'innovation'])
    for (const { cells } of rowsIn(study, `links.${kind}-metric`)) {
      const from = words(cells.from);
      found.set(from, [...(found.get(from) ?? []), words(cells.to)]);
    }
  return found;
}

function metricsOf(study: Study): ScopeMetric[] {
  const nets = new Map<string, number>();
  for (const { cells } of rowsIn(study, 'monetisation'))
    if (typeof cells.net === 'number') {
      const metric = words(cells.metric);
      nets.set(metric, (nets.get(metric) ?? 0) + cells.net);
    }
  return rowsIn(study, 'metrics')
    .filter(({ cells }) => words(cells.item) !== '')
    .map(({ id, cells }) => ({
      id,
      name: words(cells.item),
      net: nets.get(id) ?? nets.get(words(cells.label)) ?? null,
    }));
}

function meetingOf(study: Study): Meeting | undefined {
  const rows = rowsIn(study, 'microSteps');
  const status = (wanted: string) => rows.find(({ cells }) => cells.status === wanted);
  const now = status('doing') ?? rows.find(({ cells }) => cells.status !== 'done');
  if (!now) return undefined;
  const { no, step, hours } = now.cells;
  return {
    no: Number(no ?? 0),
    name: words(step),
    minutes: typeof hours === 'number' ? hours * 60 : null,
  };
}

function capacityOf(study: Study): Scope['capacity'] {
  const figures = (table: string, key: string, figure: string) =>
    Object.fromEntries(
      rowsIn(study, table).flatMap(({ cells }) => {
        const value = cells[figure];
        return typeof value === 'number' ? [[words(cells[key]), value] as const] : [];
      }),
    );
  return {
    days: figures('effortDays', 'effort', 'days'),
    room: figures('phaseBudget', 'phase', 'capacity'),
  };
}
