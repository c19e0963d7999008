import { words as lists } from '../../../../engagement/register';
import type { MessageKey } from '../../../../messages';
import {
  and,
  choose,
  equal,
  isNumber,
  less,
  numName,
  num,
  nums,
  sum,
  type Expression,
} from '../../../../rules';
import { measure, type RoiWords } from '../../../../rules/value/roi';
import { calc, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { ColumnSpec, TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

function roiWords(context: Context): RoiWords {
  const word = (id: Exclude<keyof RoiWords, 'years'>) => say(context, `value.roi.${id}`);
  return {
    noCosts: word('noCosts'),
    noBenefits: word('noBenefits'),
    irrNone: word('irrNone'),
    irrSeveral: word('irrSeveral'),
    irrNotFound: word('irrNotFound'),
    notWithin: word('notWithin'),
    years: say(context, 'value.roi.yearsWord'),
  };
}

export function scenarioTable(context: Context): TableBlock {
  const words = roiWords(context);
  const scenario = num('no');
  const column = <const Id extends string>(id: Id, formula: Expression, kind: ColumnSpec['kind']) =>
    calc(context, id, `value.column.roi.${id}` as MessageKey, 15, formula, {
      kind,
      align: 'Right',
    });
  const yearly = (['netLow', 'netLikely', 'netHigh'] as const).map((net) =>
    sum(nums('Monetisation', net)),
  );
  return describeTable('RoiScenarios', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      fixed(context, 'scenario', 'value.column.scenario', 18, { list: 'scenario', look: 'strong' }),
      column('yearly', choose(scenario, ...yearly), 'money'),
      column('benefits', measure.total(scenario, 'benefits'), 'money'),
      column('costs', measure.total(scenario, 'costs'), 'money'),
      column('pvBenefits', measure.presentValue(scenario, 'pvBenefits'), 'money'),
      column('pvCosts', measure.presentValue(scenario, 'pvCosts'), 'money'),
      column('npv', measure.npv(), 'money'),
      column('roi', measure.roi(words), 'ratio'),
      column('bcr', measure.bcr(words), 'number'),
      column('irr', measure.irr(scenario, words), 'ratio'),
      column('payback', measure.payback(scenario, words), 'number'),
      column('breakEven', measure.breakEven(words), 'ratio'),
      { ...column('turns', measure.turns(scenario), 'integer'), hidden: true },
      { ...column('guess', measure.guess(scenario), 'measure'), hidden: true },
    ],
    rows: lists.scenario.map((id, i) => ({ id: `roi.${id}`, cells: { no: i + 1, scenario: id } })),
    spare: 0,
    filter: false,
    highlights: [
      {
        id: 'chosen',
        columns: ['scenario'],
        when: equal(num('no'), numName('Value.ScenarioNo')),
        look: 'picked',
      },
      {
        id: 'loss',
        columns: ['npv'],
        when: and(isNumber(num('npv')), less(num('npv'), 0)),
        look: 'problem',
      },
    ],
  });
}
