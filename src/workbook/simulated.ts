import { verdict } from '../rules/value/criteria';
import type {
  SimulatedContract,
  SimulatedCurve,
  SimulatedMetric,
  SimulatedPeriod,
  SimulatedTerm,
} from '../rules/value/simulation';
import type { Value } from '../rules';
import { DescribedRows, type Cells, type Worked } from './worked';

export interface SimulatedBet {
  contract: SimulatedContract;
  /** Names of metrics that are not spread. */
  certain: string[];
  /** Codes of qualitative terms that nobody has judged. */
  unjudged: string[];
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
const wordOf = (value: unknown): string => String(value ?? '').toLowerCase();
const given = <K extends string>(key: K, value: unknown) =>
  (typeof value === 'number' ? { [key]: value } : {}) as Partial<Record<K, number>>;

/**
 * The contract of a workbook for the simulation. A metric's attainment is drawn between the low and
 * the high realisation of its Monetisation row around the likely one; without them it is certain to
 * reach its target. Its value in a period is the net value at target × attainment × what its own start
 * and ramp plan for the period.
 * @param passChance of a qualitative term that nobody has judged; one that was judged is certain
 */
export function simulatedContract(worked: Worked, passChance: number): SimulatedBet {
  const rows = new DescribedRows(worked);
  const metrics = new Map<number, SimulatedMetric>();
  const periods = periodsOf(worked);
  const planned = plannedYears(worked);
  for (const { row, cells } of rows.of('Monetisation')) {
    const position = numberOf(rows.at('Monetisation', row, 'row'));
    const net = numberOf(rows.at('Monetisation', row, 'net'));
    if (position === undefined) continue;
    const known = metrics.get(position);
    const value =
      net === undefined
        ? known?.value
        : periods.map((_, k) => (known?.value?.[k] ?? 0) + net * planned(row + 1, k));
    metrics.set(position, { ...(known ?? spreadOf(cells)), ...(value && { value }) });
  }
  const described = rows.of('Terms').filter(({ row }) => numberOf(rows.at('Terms', row, 'order')));
  const terms = described.map(({ row, cells }) => termOf(rows, row, cells, passChance));
  const bet = new Set(described.map(({ row }) => numberOf(rows.at('Terms', row, 'metricRow'))));
  for (const position of bet) {
    if (position !== undefined && !metrics.has(position)) metrics.set(position, spreadOf({}));
  }
  const drawn = [...metrics].filter(([at, { value }]) => bet.has(at) || value !== undefined);
  return {
    contract: {
      ...termsOfPayment(rows),
      periods: periods.map(({ share, fixed, hurdle }) => ({ share, fixed, hurdle })),
      terms,
      metrics: Object.fromEntries(drawn.map(([position, metric]) => [String(position), metric])),
    },
    certain: drawn
      .filter(([, { low, high }]) => !(high > low))
      .map(([position]) => String(rows.at('Metrics', position - 1, 'name'))),
    unjudged: described
      .filter((_, i) => terms[i]?.passChance !== undefined)
      .map(({ cells }) => String(cells.code ?? '')),
  };
}

/** Settlement periods in the order of their dates, as the statement has them. */
function periodsOf({ computed }: Worked): Required<SimulatedPeriod>[] {
  const count = Number(computed.name('Contract.PeriodCount'));
  const at = (k: number, column: 'hurdle' | 'fixedBy') =>
    numberOf(computed.cell('Statement', k, column)) ?? 0;
  const shares = new Map(
    Array.from({ length: computed.rows('Periods') }, (_, row) => [
      computed.cell('Periods', row, 'no'),
      numberOf(computed.cell('Periods', row, 'share')) ?? 0,
    ]),
  );
  const fixed = Array.from({ length: computed.rows('Instalments') }, (_, row) =>
    Number(computed.cell('Instalments', row, 'fixedShare')),
  ).reduce((sum, share) => sum + share, 0);
  const due = (numberOf(computed.name('Contract.Fee')) ?? 0) * fixed;
  return Array.from({ length: count }, (_, k) => ({
    share: shares.get(k + 1) ?? 0,
    fixed: due === 0 ? 1 : at(k, 'fixedBy') / due,
    hurdle: at(k, 'hurdle'),
  }));
}

/** Years of a Monetisation row's plan that fall into the k-th period, each at its share. */
function plannedYears({ computed }: Worked): (moneyRow: number, k: number) => number {
  const upTo = new Map<string, number>();
  for (let row = 0; row < computed.rows('Realised'); row += 1) {
    const cut = numberOf(computed.cell('Realised', row, 'cut'));
    const years = numberOf(computed.cell('Realised', row, 'planYears'));
    if (cut === undefined || years === undefined) continue;
    const period = computed.cell('Cutoffs', cut - 1, 'period');
    upTo.set(`${String(computed.cell('Realised', row, 'moneyRow'))} ${String(period)}`, years);
  }
  const at = (moneyRow: number, period: number) => upTo.get(`${moneyRow} ${period}`) ?? 0;
  return (moneyRow, k) => at(moneyRow, k + 1) - at(moneyRow, k);
}

/** Low and high that are not given are as likely, likely is 1; in ascending order. */
function spreadOf(cells: Cells): SimulatedMetric {
  const likely = numberOf(cells.likely) ?? 1;
  const sides = [numberOf(cells.low) ?? likely, likely, numberOf(cells.high) ?? likely];
  const [low, middle, high] = sides.sort((a, b) => a - b) as [number, number, number];
  return { low, likely: middle, high };
}

function termOf(rows: DescribedRows, row: number, cells: Cells, passChance: number): SimulatedTerm {
  const gateLevel = numberOf(cells.gateLevel);
  const shared = {
    weight: numberOf(rows.at('Terms', row, 'counted')) ?? 0,
    ...given('cap', cells.cap),
    ...(gateLevel !== undefined && { gateLevel }),
    ...(wordOf(cells.gates) !== '' && { gates: wordOf(cells.gates) }),
    ...(wordOf(cells.group) !== '' && { group: wordOf(cells.group) }),
  };
  if (cells.kind === 'qualitative') {
    const level = judged(rows, cells);
    const byShare = cells.rule === 'share';
    return { ...shared, byShare, ...(level === undefined ? { passChance } : { level }) };
  }
  const metric = numberOf(rows.at('Terms', row, 'metricRow'));
  const curve = curveOf(rows, rows.at('Terms', row, 'curveRow'));
  return { ...shared, ...(metric !== undefined && { metric: String(metric) }), curve };
}

/** Share of a term's criteria that passed; undefined while one is open. */
function judged(rows: DescribedRows, term: Cells): number | undefined {
  const verdicts = rows
    .of('Criteria')
    .filter(({ cells }) => wordOf(cells.term) !== '' && wordOf(cells.term) === wordOf(term.code))
    .map(({ row }) => rows.at('Criteria', row, 'code'));
  if (verdicts.length === 0 || verdicts.includes(verdict.pending)) return undefined;
  return verdicts.filter((one) => one === verdict.passed).length / verdicts.length;
}

function curveOf(rows: DescribedRows, position: Value): SimulatedCurve {
  const cells = rows.cells('Curves', position) ?? {};
  return {
    mode: cells.mode === 'step' ? 'step' : 'linear',
    points: rows.pointsOf(position),
    ...given('deadband', cells.deadband),
  };
}

function termsOfPayment(rows: DescribedRows): Omit<SimulatedContract, 'terms' | 'metrics'> {
  const bands = rows.of('Bands').flatMap(({ cells }) => {
    const share = numberOf(cells.share);
    return share === undefined ? [] : [{ from: numberOf(cells.from) ?? 0, share }];
  });
  return {
    fee: numberOf(rows.setting('fee')) ?? 0,
    shareAtRisk: numberOf(rows.setting('shareAtRisk')) ?? 0,
    digits: numberOf(rows.setting('minorDigits')) ?? 0,
    bands,
    ...given('floor', rows.setting('payFloor')),
    ...given('cap', rows.setting('payCap')),
    ...given('gainCap', rows.setting('gainCap')),
    ...given('guarantee', rows.setting('guarantee')),
    ...given('shortfallFixed', rows.setting('shortfallFixed')),
    ...given('shortfallRate', rows.setting('shortfallRate')),
    ...given('earnBackLevel', rows.setting('earnBackLevel')),
    ...given('lossLimit', rows.setting('lossLimit')),
    limitsByPeriod: rows.setting('limitSpan') === 'period',
    byLine: rows.setting('roundingMode') === 'line',
    highWaterMark: rows.setting('highWaterMark') === 'yes',
    limitsWithoutGain: rows.setting('limitScope') === 'without-gain',
    cliff: rows.setting('hurdleKind') === 'cliff',
    afterFee: rows.setting('gainBase') === 'after-fee',
    whole: rows.setting('bandMode') === 'whole',
  };
}
