import { steps, type Step } from '../../../catalog/steps';
import { message } from '../../../messages';
import { resultIn, returnOf, rowsIn, type Study } from '../../../office';
import { serialOf } from '../../../rules';
import type { CellValue } from '../../../workbook';
import { countingOf } from '../bet/ledger/problems';
import { termsOf } from '../bet/contract/term';
import { valueChecks } from '../checks/valueChecks';
import { isPending, periodsOf, termLinesOf, type Period } from '../bet/settlement/story';
import { stepItems } from '../steps/stepItems';
import { metricsOf, type Standing } from '../value/metrics';
import type { Facts } from './next';

/** How a workbook's amounts and days are written in a sentence. */
export interface Words {
  money(value: CellValue): string;
  date(day: CellValue): string;
}

const unagreed: readonly Standing[] = ['noMeasure', 'noBaseline', 'notBetter'];
/** Half a cent: amounts are rounded to the minor unit. */
const nothing = 0.005;

/** What the next action follows from, read from a studied workbook. */
export function factsOf(study: Study, words: Words): Facts {
  const metrics = metricsOf(study).filter(({ inScope }) => inScope);
  const terms = termsOf(study);
  const lacking = terms.find(({ problem }) => problem !== '');
  const found = returnOf(study);
  const period = periodsOf(study).find((one) => !isSettled(study, one));
  return {
    errors: study.read.findings.filter(({ severity }) => severity === 'error').length,
    picks: Object.fromEntries(steps.map((step) => [step, picksOf(study, step)])) as Facts['picks'],
    metrics: {
      inScope: metrics.length,
      lacking: metrics
        .filter(({ standing }) => unagreed.includes(standing))
        .map(({ name }) => name),
    },
    failing: valueChecks(study)
      .filter(({ failing }) => failing > 0)
      .map(({ id, text }) => ({ check: id, text })),
    missing: found.problem === null ? [] : found.missing.map((one) => detailed(study, one)),
    contract: {
      terms: terms.length,
      problem: String(resultIn(study, 'Contract.Problem') ?? ''),
      ...(lacking && {
        term: { name: lacking.code || lacking.item, problem: lacking.problem },
      }),
    },
    ...(period && { period: dueOf(study, period, words) }),
  };
}

const unpriced = [
  ...(['noDriver', 'noAttribution', 'noConfidence', 'noRecapture'] as const),
  ...(['noImprovement', 'wrongVolume'] as const),
];

/** Of benefits that are not priced, the first that could be and what it lacks. */
function detailed(study: Study, missing: Facts['missing'][number]): Facts['missing'][number] {
  if (missing.sheet !== 'monetisation') return missing;
  const names = new Map(metricsOf(study).map(({ id, name }) => [id, name]));
  const lacks = new Set(unpriced.map((id) => message(study.spec.lang, `value.money.${id}`)));
  const first = rowsIn(study, 'monetisation').find(({ cells }) => lacks.has(String(cells.status)));
  if (!first) return missing;
  const metric = String(first.cells.metric ?? '');
  return {
    ...missing,
    first: { metric: names.get(metric) ?? metric, status: String(first.cells.status) },
  };
}

function picksOf(study: Study, step: Step) {
  const items = stepItems(study, step);
  return {
    offered: items.length,
    suggested: items.filter(({ suggested }) => suggested > 0).length,
    picked: items.filter(({ pick }) => pick === 'yes').length,
  };
}

/** Signed, with nothing left to pay; what is still pending is settled with the next. */
const isSettled = (study: Study, { no, cells: { due } }: Period): boolean =>
  countingOf(study, no).length > 0 && typeof due === 'number' && Math.abs(due) < nothing;

function dueOf(study: Study, { no, item, cells }: Period, words: Words): Facts['period'] {
  const day = typeof cells.date === 'number' ? cells.date : null;
  const at = resultIn(study, 'Contract.At');
  const now = Math.max(serialOf(new Date()), typeof at === 'number' ? at : 0);
  const judged = new Set(
    termsOf(study).flatMap(({ kind, code }) => (kind === 'qualitative' ? code : [])),
  );
  const pending = termLinesOf(study, no).filter(isPending);
  const readings = new Map(
    rowsIn(study, 'settlement').map((row) => [row.id, row.cells.readings ?? null]),
  );
  const { due } = cells;
  return {
    name: item || String(no),
    due: day !== null && day <= now,
    day: words.date(day),
    unread: pending.flatMap(({ id, code }) =>
      !judged.has(code) && readings.get(id) === 0 ? code : [],
    ),
    unjudged: pending.flatMap(({ code }) => (judged.has(code) ? code : [])),
    ...(typeof due === 'number' && { amount: words.money(due) }),
  };
}
