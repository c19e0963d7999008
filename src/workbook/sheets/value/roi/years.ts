import { years } from '../../../../engagement/register';
import type { MessageKey } from '../../../../messages';
import { and, equal, literal, numName, rowOf, type Expression } from '../../../../rules';
import {
  benefitsOf,
  chosenCash,
  chosenFlow,
  costsOf,
  earns,
  elapsedShare,
  estimates,
  flow,
  forecastOf,
  givenByYear,
  isInside,
  planPassed,
  vendorOf,
  realisedOf,
  unmeasuredOf,
  discountFactor,
  yearMonths,
  yearStart,
  yearUntil,
} from '../../../../rules/value/roi';
import { calc, fixed, input, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { ColumnSpec, TableBlock } from '../../../spec';
import { settingName } from '../../engagement';
import { describeTable } from '../../../table';
import { yearName } from '../yearName';

const { num, txt } = rowOf<'RoiYears'>();

const cash = { kind: 'money' as const };

/** Years that are looked at, that of the start included: those of the horizon as it is now. */
export const yearsShown = ({ engagement }: Pick<Context, 'engagement'>): number =>
  Math.min(years.length, (Number(engagement.settings.horizon) || 3) + 1);

export function yearTable(context: Context): TableBlock {
  const column = <const Id extends string>(
    id: Id,
    formula: Expression,
    options: Partial<ColumnSpec> = cash,
    width = 15,
  ) => calc(context, id, `value.column.year.${id}` as MessageKey, width, formula, options);
  const hiddenCash = { ...cash, hidden: true };
  const each = <const Stem extends string>(
    stem: Stem,
    rule: (estimate: (typeof estimates)[number]) => Expression,
  ) => estimates.map((estimate) => column(`${stem}${estimate}`, rule(estimate), hiddenCash, 8));
  const hiddenDate = { kind: 'date' as const, hidden: true };
  return describeTable('RoiYears', {
    columns: [
      key(context),
      fixed(context, 'year', 'value.column.year', 7, {
        kind: 'integer',
        align: 'Center',
        look: 'strong',
      }),
      input(context, 'ramp', 'value.column.ramp', 18, {
        kind: 'percent',
        align: 'Center',
        prompt: say(context, 'value.prompt.ramp'),
      }),
      column('benefits', chosenFlow('benefits')),
      column('costs', chosenFlow('costs')),
      column('vendor', chosenFlow('vendor')),
      column('net', chosenFlow('net')),
      column('cumulative', chosenFlow('cumulative')),
      column('pv', flow.discounted('net')),
      column('netLow', chosenFlow('net', literal(1))),
      column('netLikely', chosenFlow('net', literal(2))),
      column('netHigh', chosenFlow('net', literal(3))),
      column('cash', chosenCash('benefits')),
      column('realised', realisedOf()),
      column('unmeasured', unmeasuredOf()),
      column('forecast', forecastOf()),
      column(
        'factor',
        discountFactor(num('year'), numName('Roi.Rate'), numName('Roi.Shift'), num('inside')),
        { kind: 'measure' },
        10,
      ),
      column('inside', isInside(num('year')), { kind: 'integer', hidden: true }, 8),
      column(
        'from',
        yearStart(
          num('year'),
          numName(settingName('goLiveDate')),
          numName(settingName('startDate')),
        ),
        hiddenDate,
        12,
      ),
      column('until', yearUntil(numName('Value.At')), hiddenDate, 12),
      ...Object.entries(yearMonths()).map(([id, formula]) =>
        column(id, formula, { kind: 'number', hidden: true }, 8),
      ),
      column('elapsed', elapsedShare(), { kind: 'percent', hidden: true }, 8),
      column('given', givenByYear(), hiddenCash, 8),
      column('planPassed', planPassed(), hiddenCash, 8),
      ...each('benefits', (estimate) => benefitsOf(estimate, false)),
      ...each('cash', (estimate) => benefitsOf(estimate, true)),
      ...each('costs', costsOf),
      ...each('vendor', vendorOf),
      column('earns', earns(), { kind: 'integer', hidden: true }, 8),
      column(
        'name',
        yearName(context, num('year'), equal(num('year'), 0), equal(num('inside'), 1)),
        { kind: 'text', hidden: true },
        10,
      ),
    ],
    rows: years.map((year) => ({
      id: `year.${year}`,
      cells: { year, ramp: year === 0 ? 0 : 1 },
    })),
    spare: 0,
    filter: false,
    highlights: [
      { id: 'beyond', when: equal(num('inside'), 0), look: 'quiet' },
      {
        id: 'no-ramp',
        columns: ['ramp'],
        when: and(equal(num('inside'), 1), equal(txt('ramp'), '')),
        look: 'missing',
      },
    ],
  });
}
