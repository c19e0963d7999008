import {
  cellsDigest,
  isBlank,
  signedTermsOf,
  signSettlement,
  unordered,
  verifyLedger,
  type LedgerProblem,
  type SettlementFigures,
  type Signing,
} from '../engagement/ledger';
import { impliedBy } from '../engagement/aggregate';
import { contractSettings, tables } from '../engagement/register';
import type { Engagement } from '../engagement/schema';
import { evaluate, literal, serialOfIso, type Num, type Value } from '../rules';
import { judgedAt } from '../rules/value/settlement';
import { DescribedRows, type Cells, type Worked } from './worked';

/** A settlement as it was signed: for which period, as of which day, with what for each term. */
interface Frozen {
  period: number;
  /** ISO date. */
  asOf: string;
  terms: SettlementFigures['terms'];
}

/** The engagement with the settlement signed. */
export const signOff = (
  worked: Worked,
  engagement: Engagement,
  figures: SettlementFigures,
  signing: Signing,
): Engagement =>
  signSettlement(
    engagement,
    figures,
    signing,
    inputsDigest(worked, { period: figures.period, asOf: signing.asOf, terms: figures.terms }),
  );

/** What of the ledger, or of what signed amounts rest on, was changed after it was signed. */
export const ledgerProblems = (worked: Worked, engagement: Engagement): LedgerProblem[] =>
  verifyLedger(engagement, ({ no, period, asOf }) =>
    inputsDigest(worked, {
      period: Number(period),
      asOf: String(asOf),
      terms: signedTermsOf(engagement, no),
    }),
  );

/** What of a term decides its amount; words, owners and sources do not. */
const termColumns = tables.Terms.signed;
/** As version 0.1 had them, so that what was signed then has the same fingerprint now. */
const measureColumns = ['direction', 'aggregate', 'baseline', 'adjustment'];
/** Where someone says otherwise than the catalog. */
const measureSaid = ['measure', 'levelMode', 'base', 'period'];
const moneyColumns = tables.Monetisation.signed;
const curveColumns = tables.Curves.signed;

/** Settings that version 0.1 did not have leave its fingerprints as they were while they are as usual. */
const usual: Record<string, unknown> = { limitSpan: 'contract' };

const isNumber = (value: unknown): value is number => typeof value === 'number';
const pick = (cells: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]));

/** The settlement's own rule, as it stood on the day that was signed. */
function dayJudged(trend: boolean, ...days: [settlement: number, maturity: number, today: number]) {
  const [settlement, maturity, today] = days.map((day) => literal(day)) as [Num, Num, Num];
  const nothing = () => null;
  return Number(
    evaluate(judgedAt(literal(trend), settlement, maturity, today).node, {
      field: nothing,
      column: () => [],
      name: nothing,
    }),
  );
}

/**
 * Fingerprint of what a settlement's frozen amounts rest on: the contract; the periods up to its
 * own; and of every term that the signature settled, in whole or by an interim, its conditions,
 * curve, metric, guards that can void it, criteria, and readings up to the day it was judged at.
 * A term that was still pending had nothing to be frozen, so what completes it later is no edit.
 */
function inputsDigest(worked: Worked, frozen: Frozen): string {
  const inputs = new Inputs(worked);
  const asOf = serialOfIso(frozen.asOf) ?? 0;
  const periods = inputs.of('Periods').filter(({ cells }) => isNumber(cells.date));
  const periodOf = (no: unknown) =>
    periods.find(({ row }) => inputs.at('Periods', row, 'no') === no);
  const dateOf = (no: unknown) => {
    const date = periodOf(no)?.cells.date;
    return isNumber(date) ? date : 0;
  };
  const own = periodOf(frozen.period);
  const day = dateOf(frozen.period);
  const terms = inputs.of('Terms').filter(({ cells }) => cells.code || cells.item);
  const judged = frozen.terms
    .filter(({ pending, earned, bonus }) => pending === 0 || Boolean(earned) || Boolean(bonus))
    .flatMap(({ term, period }) =>
      terms
        .filter(({ cells }) => String(cells.code ?? '') === String(term))
        .map(({ row, cells }) => {
          const settlement = dateOf(period);
          const maturity = isNumber(cells.asOf) ? cells.asOf : settlement;
          const day = dayJudged(cells.kind === 'trend', settlement, maturity, asOf);
          return inputs.term(row, cells, Number(period), day);
        }),
    );
  const shares =
    inputs.of('Bands').some(({ cells }) => cells.share !== null && cells.share !== undefined) ||
    isNumber(inputs.setting('guarantee'));
  return cellsDigest({
    contract: Object.fromEntries(
      ['fee', ...contractSettings].map((id) => [
        id,
        usual[id] === inputs.setting(id) ? null : inputs.setting(id),
      ]),
    ),
    instalments: unordered(
      inputs
        .of('Instalments')
        .filter(({ cells }) => cells.kind === 'fixed' && isNumber(cells.date))
        .filter(({ cells }) => (cells.date as number) <= Math.min(day, asOf))
        .map(({ cells }) => pick(cells, ['date', 'share'])),
    ),
    periods: unordered(
      periods
        .filter(({ cells }) => (cells.date as number) <= day)
        .map(({ cells }) => pick(cells, ['date', 'share', ...(shares ? ['value'] : [])])),
    ),
    bands: unordered(inputs.of('Bands').map(({ cells }) => pick(cells, tables.Bands.signed))),
    weights: unordered(terms.map(({ cells }) => pick(cells, ['code', 'weight']))),
    terms: unordered(judged),
    money: shares && !isNumber(own?.cells.value) ? inputs.money(asOf) : null,
  });
}

/** What single amounts rest on. */
class Inputs extends DescribedRows {
  term(row: number, cells: Cells, period: number, day: number) {
    const slot = this.at('Terms', row, 'metricRow');
    const curveRow = this.at('Terms', row, 'curveRow');
    const curve = this.cells('Curves', curveRow);
    const qualitative = cells.kind === 'qualitative';
    return {
      code: cells.code,
      ...pick(cells, termColumns),
      points: curve && { ...pick(curve, curveColumns), ...this.numberedPoints(curveRow) },
      metric: this.metric(slot, day, ['target']),
      guards: cells.guardAction === 'void' && isNumber(slot) ? this.guards(slot, day) : null,
      criteria: qualitative
        ? unordered(
            this.of('Criteria')
              .filter(({ cells: one }) => one.term === cells.code)
              .filter(({ cells: one }) => isBlank(one.period) || one.period === period)
              .map(({ cells: one }) => pick(one, tables.Criteria.signed)),
          )
        : null,
    };
  }

  /** As version 0.1 kept them, so that what was signed then has the same fingerprint now. */
  private numberedPoints = (curve: Value): Cells =>
    Object.fromEntries(
      this.pointsOf(curve).flatMap(([attainment, payout], i) => [
        [`a${i + 1}`, attainment],
        [`p${i + 1}`, payout],
      ]),
    );

  private measureSaid(position: Value, aggregate: unknown): Cells {
    const implied: Cells = impliedBy(aggregate);
    return Object.fromEntries(
      Object.entries(this.said('Metrics', position, measureSaid)).filter(
        ([column, value]) => value !== implied[column],
      ),
    );
  }

  /** How a metric is measured, and its readings up to a day. */
  private metric(position: Value, day: number, more: readonly string[]) {
    const cells = this.cells('Metrics', position);
    return (
      cells && {
        ...pick(cells, [...measureColumns, ...more]),
        ...this.measureSaid(position, cells.aggregate),
        readings: unordered(
          this.of('Readings')
            .filter(({ row }) => this.at('Readings', row, 'slot') === position)
            .filter(({ cells: one }) => isNumber(one.date) && one.date <= day)
            .map(({ cells: one }) => {
              const { from, ...rest } = pick(one, tables.Readings.signed);
              return isBlank(from) ? rest : { ...rest, from: from ?? null };
            }),
        ),
      }
    );
  }

  private guards(slot: number, day: number) {
    const positions = Object.keys(this.cells('Metrics', slot) ?? {})
      .filter((column) => /^guard\d+$/.test(column))
      .map((column) => this.at('Metrics', slot - 1, column.replace('guard', 'guardRow')));
    return unordered(positions.flatMap((position) => this.metric(position, day, ['window']) ?? []));
  }

  /** What value realised rests on: where no value was recognised, gain share and shortfall follow it. */
  money(day: number) {
    const priced = this.of('Monetisation').filter(
      ({ row }) => this.at('Monetisation', row, 'counted') === 1,
    );
    return {
      settings: ['scenario', 'startDate', 'goLiveDate'].map(this.setting),
      rows: unordered(priced.map(({ cells }) => pick(cells, moneyColumns))),
      metrics: unordered(
        priced.flatMap(
          ({ row }) =>
            this.metric(this.at('Monetisation', row, 'row'), day, ['target', 'window']) ?? [],
        ),
      ),
      drivers: unordered(this.of('Drivers').map(({ cells }) => pick(cells, tables.Drivers.signed))),
    };
  }
}
