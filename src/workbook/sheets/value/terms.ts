import {
  add,
  and,
  countIfs,
  each,
  equal,
  greater,
  ifError,
  int,
  isNumber,
  join,
  less,
  match,
  min,
  multiply,
  negate,
  not,
  nums,
  or,
  rowOf,
  sumProduct,
  txts,
  unequal,
  when,
  type Bool,
  type Expression,
} from '../../../rules';
import type { Word } from '../../../engagement/register';
import type { MessageKey } from '../../../messages';
import { numberIf, numberOr, outsideUnit } from '../../../rules/value/known';
import { inOrder, numberAt, positionIn, textAt, unfitForKey } from '../../../rules/value/place';
import { trendReadings } from '../../../rules/value/trend';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { SheetSpec, TableBlock } from '../../spec';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const { num, txt } = rowOf<'Terms'>();

/** What is bet on: one row a term, each with its measure, weight, curve, dates and evidence. */
export const termsSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'terms',
    [
      valueHead(
        context,
        'terms',
        ['contract', 'curves', 'criteria', 'settlement'],
        hint(context, 'terms'),
      ),
      table(context),
    ],
    {
      freeze: { table: 'terms', column: 'item' },
      page: { orientation: 'Landscape', until: 'comment' },
    },
  );

const prompt = (context: Context, id: string) => ({
  prompt: say(context, `bet.prompt.${id}` as MessageKey),
});

function table(context: Context): TableBlock {
  const kind = (entry: Word<'termKind'>) =>
    equal(txt('kind'), listLabel(context, 'termKind', entry));
  const qualitative = kind('qualitative');
  const weight = num('weight');
  const hidden = { kind: 'integer' as const, hidden: true };
  const rules = problems(context);
  return describeTable('Terms', {
    columns: [
      key(context),
      input(context, 'code', 'bet.column.code', 8, { align: 'Center', ...prompt(context, 'code') }),
      input(context, 'item', 'bet.column.term', 36, { look: 'strong' }),
      input(context, 'kind', 'bet.column.kind', 14, { list: 'termKind', align: 'Center' }),
      input(context, 'metric', 'bet.column.metric', 28, { list: 'metric' }),
      input(context, 'weight', 'bet.column.weight', 10, { kind: 'ratio', align: 'Center' }),
      input(context, 'curve', 'bet.column.curve', 18, { list: 'curve' }),
      input(context, 'rule', 'bet.column.rule', 14, { list: 'qualitativeRule' }),
      input(context, 'target', 'bet.column.termTarget', 12, {
        kind: 'measure',
        ...prompt(context, 'target'),
      }),
      input(context, 'window', 'bet.column.window', 10, {
        kind: 'integer',
        align: 'Center',
        ...prompt(context, 'window'),
      }),
      input(context, 'asOf', 'bet.column.maturity', 13, {
        kind: 'date',
        ...prompt(context, 'asOf'),
      }),
      input(context, 'longStop', 'bet.column.longStop', 13, {
        kind: 'date',
        ...prompt(context, 'longStop'),
      }),
      input(context, 'interimCredit', 'bet.column.interimCredit', 10, {
        kind: 'percent',
        align: 'Center',
        ...prompt(context, 'interimCredit'),
      }),
      input(context, 'gateLevel', 'bet.column.gateLevel', 10, {
        kind: 'percent',
        align: 'Center',
        ...prompt(context, 'gateLevel'),
      }),
      input(context, 'gates', 'bet.column.gates', 10, {
        align: 'Center',
        ...prompt(context, 'gates'),
      }),
      input(context, 'group', 'bet.column.group', 10, {
        align: 'Center',
        ...prompt(context, 'group'),
      }),
      input(context, 'guardAction', 'bet.column.guardAction', 12, {
        list: 'guardAction',
        ...prompt(context, 'guardAction'),
      }),
      input(context, 'cap', 'bet.column.cap', 12, { kind: 'money', ...prompt(context, 'cap') }),
      input(context, 'evidenceOwner', 'bet.column.evidenceOwner', 18),
      input(context, 'dataSource', 'bet.column.dataSource', 22),
      input(context, 'comment', 'column.comment', 22),
      calc(context, 'problem', 'bet.column.problem', 26, rules.problem, { look: 'muted' }),
      calc(context, 'incomplete', 'bet.column.incomplete', 26, rules.incomplete, {
        hidden: true,
        since: 3,
      }),
      calc(context, 'sorted', 'bet.column.sorted', 8, inOrder(txt('code')), {
        hidden: true,
        since: 4,
      }),
      calc(
        context,
        'order',
        'bet.column.order',
        8,
        numberIf(
          or(unequal(txt('code'), ''), unequal(txt('item'), '')),
          add(
            sumProduct(
              each.multiply(
                each.less(txts('Terms', 'sorted'), txt('sorted')),
                each.unequal(txts('Terms', 'sorted'), ''),
              ),
            ),
            1,
          ),
        ),
        hidden,
      ),
      calc(
        context,
        'counted',
        'bet.column.counted',
        8,
        numberIf(and(unequal(txt('order'), ''), isNumber(weight)), weight, 0),
        { kind: 'ratio', hidden: true },
      ),
      calc(
        context,
        'metricRow',
        'bet.column.metricRow',
        8,
        numberIf(qualitative, '', positionIn('Metrics', txt('metric'))),
        hidden,
      ),
      calc(context, 'shortTrend', 'bet.column.shortTrend', 26, shortTrend(context, kind('trend')), {
        hidden: true,
      }),
      calc(
        context,
        'curveRow',
        'bet.column.curveRow',
        8,
        numberIf(
          equal(txt('curve'), ''),
          '',
          numberOr(match(txt('curve'), txts('Curves', 'name'))),
        ),
        hidden,
      ),
      calc(
        context,
        'twin',
        'bet.column.twin',
        8,
        numberIf(
          and(
            unequal(txt('order'), ''),
            or(equal(txt('code'), ''), greater(countIfs([txts('Terms', 'code'), txt('code')]), 1)),
          ),
          1,
          0,
        ),
        hidden,
      ),
      calc(
        context,
        'unfit',
        'bet.column.unfit',
        8,
        numberIf(
          and(
            unequal(txt('order'), ''),
            or(...(['code', 'gates', 'group'] as const).map((column) => unfitForKey(txt(column)))),
          ),
          1,
          0,
        ),
        hidden,
      ),
    ],
    rows: [],
    spare: 6,
    filter: false,
    highlights: [
      {
        id: 'problem',
        columns: ['problem'],
        when: unequal(txt('problem'), ''),
        look: 'problem',
      },
      {
        id: 'owner',
        columns: ['evidenceOwner'],
        when: and(unequal(txt('code'), ''), equal(txt('evidenceOwner'), '')),
        look: 'missing',
      },
    ],
  });
}

/** The first day on which a term is judged: its own, else that of the first settlement. */
const firstJudged = numberIf(isNumber(num('asOf')), num('asOf'), min(nums('Periods', 'date')));

/** The first thing that is wrong with a term, or that it lacks; "" when it is complete. */
function problems(context: Context): Record<'problem' | 'incomplete', Expression> {
  const kind = (entry: Word<'termKind'>) =>
    equal(txt('kind'), listLabel(context, 'termKind', entry));
  const measured = not(kind('qualitative'));
  const first = (checks: [Bool, MessageKey][], otherwise: Expression): Expression =>
    when(
      equal(txt('order'), ''),
      '',
      checks.reduceRight<Expression>(
        (rest, [fails, words]) => when(fails, say(context, words), rest),
        otherwise,
      ),
    );
  return {
    problem: first(
      [
        [equal(num('unfit'), 1), 'bet.term.signs'],
        [equal(num('twin'), 1), 'bet.term.code'],
        [not(or(kind('quantitative'), kind('qualitative'), kind('trend'))), 'bet.term.kind'],
        [not(isNumber(num('weight'))), 'bet.term.weight'],
        [less(num('weight'), 0), 'bet.term.weightBelow'],
        [and(measured, not(isNumber(num('metricRow')))), 'bet.term.metric'],
      ],
      join(txt('incomplete'), ''),
    ),
    incomplete: first(
      [
        [
          and(measured, not(isNumber(numberAt('Metrics', 'measureNo', num('metricRow'))))),
          'bet.term.measure',
        ],
        [and(measured, not(isNumber(num('curveRow')))), 'bet.term.curve'],
        [
          and(kind('qualitative'), equal(countIfs([txts('Criteria', 'term'), txt('code')]), 0)),
          'bet.term.criteria',
        ],
        [and(kind('trend'), not(isNumber(num('asOf')))), 'bet.term.maturity'],
        [and(kind('trend'), not(isNumber(num('interimCredit')))), 'bet.term.interim'],
        [outsideUnit(num('interimCredit')), 'bet.term.interimRange'],
        [not(isNumber(num('longStop'))), 'bet.term.longStop'],
        [less(num('longStop'), firstJudged), 'bet.term.longStopEarly'],
        [equal(txt('evidenceOwner'), ''), 'bet.term.owner'],
      ],
      txt('shortTrend'),
    ),
  };
}

/** A window in which the metric's cadence gives fewer readings than a trend takes, and how long it must be. */
function shortTrend(context: Context, isTrend: Bool): Expression {
  const months = multiply(trendReadings, numberAt('Metrics', 'cadenceMonths', num('metricRow')));
  return when(
    ifError(
      and(
        unequal(txt('order'), ''),
        isTrend,
        isNumber(num('window')),
        less(num('window'), months),
        unequal(textAt('Metrics', 'period', num('metricRow')), ''),
      ),
      false,
    ) as Bool,
    join(
      `${say(context, 'bet.term.trendWindow')} `,
      negate(int(negate(months))),
      ` ${say(context, 'bet.term.trendMonths')}`,
    ),
    '',
  );
}
