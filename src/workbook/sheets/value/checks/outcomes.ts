import {
  add,
  countIfs,
  isNumber,
  join,
  max,
  nums,
  numName,
  txts,
  type Expression,
  type Num,
} from '../../../../rules';
import { numberIf } from '../../../../rules/value/known';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import { settingName } from '../../engagement';
import { contract } from '../../../../rules/value/contract';

/** Id of an outcome, the sheet that shows it, and how often it came about. */
export type Outcome = [id: string, sheet: string, count: Num];

/** How it turned out: what the readings say of a model in which nothing is wrong. */
export function outcomes(context: Context): Outcome[] {
  const inScope: Parameters<typeof countIfs>[number] = [nums('Metrics', 'inScope'), 1];
  const standing = (status: 'worse' | 'unchanged' | 'improving'): Num =>
    countIfs(inScope, [txts('Metrics', 'status'), listLabel(context, 'metricStatus', status)]);
  const dated = (operator: '<' | '>', day: Num): Num =>
    numberIf(
      isNumber(day),
      countIfs([nums('Readings', 'counted'), join(operator, day) as Expression]),
      0,
    );
  const end = numName(settingName('endDate'));
  const lastDay = numberIf(isNumber(end), max(end, nums('Periods', 'date')));
  return [
    [
      'guards',
      'metrics',
      countIfs(inScope, [
        txts('Metrics', 'guardStatus'),
        listLabel(context, 'guardStatus', 'breached'),
      ]),
    ],
    ['worse', 'metrics', standing('worse')],
    ['missed', 'metrics', add(standing('unchanged'), standing('improving'))],
    [
      'lapsed',
      'settlement',
      countIfs([txts('Settlement', 'reason'), say(context, 'bet.reason.lapsed')]),
    ],
    ['later', 'readings', dated('>', contract('At'))],
    [
      'outside',
      'readings',
      add(
        dated('<', numName(settingName('startDate'))),
        // Settlements lie after the end as a rule, and what they are settled by with them.
        dated('>', lastDay),
      ),
    ],
  ];
}
