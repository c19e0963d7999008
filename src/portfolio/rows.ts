import { engagementId } from '../engagement/identity';
import type { Settings } from '../engagement/schema';
import { isoOf, serialOfIso, type CellValue } from '../rules';
import { returnOf, rowsIn, settlementOf, type StudiedRow, type Study } from '../office';
import { items } from '../catalog/items';
import { steps } from '../catalog/steps';
import { nextReading } from './overdue';
import { stepCounts, type PortfolioRow, type WorkbookRows } from './tables';

/** Where a workbook was read from. */
export interface Source {
  /** Path relative to the folder that is collected, with "/". */
  file: string;
  sha256: string;
  /** ISO instant, UTC, where the file says. */
  savedAt?: string | undefined;
  /** As the program that saved the file had computed them, or by us because the file had none. */
  values: 'cached' | 'recalculated';
}

type Cells = StudiedRow['cells'];

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const wholeOf = (value: unknown): number | null =>
  typeof value === 'number' ? Math.round(value) : null;
const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
/** A day as ISO text: an engagement has texts, a cell a serial number; a word is no day. */
const dayOf = (value: unknown): string | null => {
  if (typeof value === 'number') return value > 0 ? isoOf(value) : null;
  return typeof value === 'string' && serialOfIso(value) !== undefined ? value : null;
};

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

/** What a portfolio keeps of one workbook: its own figures, nothing is worked out anew. */
export function portfolioRows(study: Study, source: Source): WorkbookRows {
  const { engagement } = study.read;
  const whose = {
    engagement_id: engagementId(engagement.settings, source.file),
    file: source.file,
  };
  const own = (rows: PortfolioRow[]) => rows.map((row) => ({ ...whose, ...row }));
  const metrics = metricRows(study);
  return {
    engagements: own([engagementRow(study, source, metrics)]),
    picks: own(pickRows(study, metrics)),
    metrics: own(metrics),
    settlements: own(settlementRows(study)),
  };
}

function engagementRow(study: Study, source: Source, metrics: PortfolioRow[]): PortfolioRow {
  const { engagement, results, findings } = study.read;
  const { settings, catalogs } = engagement;
  const { facts } = study.inspection;
  const { failing, ledger } = settlementOf(study);
  const name = (id: string) => numberOf(results.names[id]);
  const inScope = metrics.filter(({ in_scope: inside }) => inside === true);
  const attained = inScope.flatMap(({ attainment }) =>
    typeof attainment === 'number' ? [attainment] : [],
  );
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return {
    ...said(settings),
    models: catalogs.map(({ id }) => id).join('; '),
    model_versions: catalogs.map(({ id, version, hash }) => `${id} ${version} ${hash}`).join('; '),
    as_of: dayOf(results.names['Contract.At']) ?? dayOf(settings.asOf),
    last_signed: lastSigned(study),
    ...progress(results.tables.progress ?? {}),
    metrics_in_scope: inScope.length,
    metrics_measured: inScope.filter(({ readings }) => Number(readings) > 0).length,
    attainment: mean(attained),
    value_planned: name('Roi.PlannedToDate'),
    value_realised: name('Roi.Realised'),
    value_gap: gap(name('Roi.PlannedToDate'), name('Roi.Realised')),
    value_forecast: name('Roi.Forecast'),
    value_yearly: name('Roi.NetValue'),
    ...measures(study),
    pool: name('Contract.Pool'),
    ...Object.fromEntries(
      amounts.map((id) => [id, name(`Statement.${id.charAt(0).toUpperCase()}${id.slice(1)}`)]),
    ),
    checks_failing: failing.reduce((sum, { count: cells }) => sum + (cells || 0), 0),
    ledger_problems: ledger.length,
    errors: count('error'),
    warnings: count('warning'),
    lang: textOf(engagement.lang),
    add_in: textOf(facts.get('addIn')),
    value_source: source.values,
    file_sha256: source.sha256,
    saved_at: source.savedAt ?? null,
  };
}

/** Negative where less was realised than planned. */
const gap = (planned: number | null, realised: number | null) =>
  planned === null || realised === null ? null : realised - planned;

const lastSigned = ({ read }: Study): string | null =>
  Object.values(read.engagement.ledger)
    .flatMap(({ signedOn }) => dayOf(signedOn) ?? [])
    .sort()
    .at(-1) ?? null;

const amounts = [
  ...['earned', 'bonus', 'pending', 'forfeited', 'gain', 'shortfall'],
  ...['entitlement', 'settled', 'due', 'carried'],
];

const said = (settings: Settings): PortfolioRow => ({
  project: textOf(settings.project),
  client: textOf(settings.client),
  vendor: textOf(settings.vendor),
  industry: textOf(settings.industry),
  consultant: textOf(settings.consultant),
  stage: textOf(settings.stage),
  currency: textOf(settings.currency),
  fee: numberOf(settings.fee),
  start_date: dayOf(settings.startDate),
  go_live_date: dayOf(settings.goLiveDate),
  end_date: dayOf(settings.endDate),
});

const progress = (rows: Record<string, Record<string, CellValue>>): PortfolioRow =>
  Object.fromEntries(
    steps.flatMap((step) =>
      stepCounts.map((count) => [`${step}_${count}`, wholeOf(rows[`progress.${step}`]?.[count])]),
    ),
  );

/** Of the scenario that the workbook follows; what comes out as a word, such as "not recovered", is null. */
function measures(study: Study): PortfolioRow {
  const { scenarios } = returnOf(study);
  const chosen = scenarios.find((one) => one.chosen);
  return {
    scenario: chosen?.scenario ?? null,
    discount_rate: numberOf(study.read.engagement.settings.discountRate),
    npv: numberOf(chosen?.npv),
    roi: numberOf(chosen?.roi),
    bcr: numberOf(chosen?.bcr),
    irr: numberOf(chosen?.irr),
    payback_years: numberOf(chosen?.payback),
    break_even: numberOf(chosen?.breakEven),
  };
}

/** Items with how far the metrics that each of them moves have come, on average. */
function pickRows(study: Study, metrics: readonly PortfolioRow[]): PortfolioRow[] {
  const attained = new Map(
    metrics.flatMap(({ metric_id: id, in_scope: inside, attainment }) =>
      inside === true && typeof attainment === 'number' ? [[id as string, attainment]] : [],
    ),
  );
  const moved = new Map(
    study.catalogs
      .flatMap((catalog) => items(catalog))
      .map((item) => [item.id, 'moves' in item ? Object.keys(item.moves) : []]),
  );
  return steps.flatMap((step) =>
    rowsIn(study, step)
      .filter(({ cells }) => textOf(cells.item) !== null)
      .map(({ id, cells }) => ({
        step,
        item_id: id,
        dimension: textOf(cells.dimension),
        item: textOf(cells.item),
        custom: id.startsWith('custom.'),
        suggested: numberOf(cells.suggested),
        pick: textOf(cells.pick),
        priority: textOf(cells.priority),
        phase: textOf(cells.phase),
        wording: textOf(cells.wording),
        attainment: mean((moved.get(id) ?? []).flatMap((metric) => attained.get(metric) ?? [])),
      })),
  );
}

function metricRows(study: Study): PortfolioRow[] {
  const { settings } = study.read.engagement;
  const begun = dayOf(settings.goLiveDate) ?? dayOf(settings.startDate);
  const read = new Map<string, string>();
  for (const { cells } of rowsIn(study, 'readings')) {
    const [metric, day] = [textOf(cells.metric), dayOf(cells.date)];
    if (metric !== null && day !== null && day > (read.get(metric) ?? '')) read.set(metric, day);
  }
  const money = new Map(rowsIn(study, 'monetisation').map(({ id, cells }) => [id, cells]));
  const currency = textOf(study.read.engagement.settings.currency);
  return rowsIn(study, 'metrics')
    .filter(({ cells }) => textOf(cells.item) !== null && isSpokenOf(cells))
    .map(({ id, cells }) => ({ id, cells, last: read.get(id) ?? begun }))
    .map(({ id, cells, last }) => ({
      metric_id: id,
      dimension: textOf(cells.dimension),
      metric: textOf(cells.item),
      unit: textOf(cells.unit),
      direction: textOf(cells.direction),
      in_scope: cells.inScope === 1,
      baseline: numberOf(cells.adjusted) ?? numberOf(cells.baseline),
      target: numberOf(cells.target),
      actual: numberOf(cells.actual),
      planned: numberOf(cells.planned),
      improvement: numberOf(cells.improvement),
      attainment: numberOf(cells.attainment),
      readings: wholeOf(cells.readings),
      last_reading: read.get(id) ?? null,
      next_reading: last === null ? null : nextReading(last, cells.period),
      benefit: textOf(money.get(id)?.benefit),
      currency,
      value_planned: numberOf(money.get(id)?.net),
      value_realised: numberOf(money.get(id)?.netActual),
    }));
}

const isSpokenOf = ({ inScope, baseline, target, readings }: Cells): boolean =>
  inScope === 1 ||
  [baseline, target].some((cell) => numberOf(cell) !== null) ||
  Number(readings) > 0;

function settlementRows(study: Study): PortfolioRow[] {
  const currency = textOf(study.read.engagement.settings.currency);
  // What is due is due once: a later cut contains what an unsigned earlier one had.
  const due = (row: PortfolioRow, current: boolean): PortfolioRow =>
    current ? row : { ...row, due: null, carried: null };
  const rows = rowsIn(study, 'statement')
    .filter(({ cells }) => typeof cells.row === 'number')
    .map(({ id, cells }): Record<string, CellValue> => ({
      period: Number(id.replace(/^.*\./, '')),
      name: textOf(cells.item),
      settlement_date: dayOf(cells.date),
      signed: Number(cells.ledgerRow) > 0,
      currency,
      earned: numberOf(cells.earned),
      bonus: numberOf(cells.bonus),
      pending: numberOf(cells.pending),
      forfeited: numberOf(cells.forfeited),
      net_value: numberOf(cells.value),
      gain: numberOf(cells.gain),
      shortfall: numberOf(cells.shortfall),
      fixed: numberOf(cells.fixed),
      entitlement: numberOf(cells.entitlement),
      settled: numberOf(cells.settled),
      due: numberOf(cells.due),
      carried: numberOf(cells.carried),
    }));
  const current = Math.max(
    ...rows.flatMap(({ due: now, period }) => (typeof now === 'number' ? [Number(period)] : [])),
  );
  return rows.map((row) => {
    const isCurrent = row.period === current;
    return due({ ...row, current: isCurrent }, isCurrent);
  });
}
