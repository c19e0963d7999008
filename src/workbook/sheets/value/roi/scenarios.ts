import { words as lists } from '../../../../engagement/register';
import type { MessageKey } from '../../../../messages';
import {
  add,
  and,
  choose,
  equal,
  isNumber,
  less,
  numName,
  num,
  nums,
  sum,
  sumProduct,
  type Expression,
  type Num,
} from '../../../../rules';
import {
  estimates,
  guessOf,
  measure,
  measured,
  rootsOf,
  scenarioCount,
  type RoiWords,
} from '../../../../rules/value/roi';
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
    irrNotFound: word('irrNotFound'),
    notWithin: word('notWithin'),
    years: say(context, 'value.roi.yearsWord'),
  };
}

/** The three scenarios with all benefits, or with cash-releasing benefits alone. */
export function scenarioTable(context: Context, basis: 'all' | 'cash'): TableBlock {
  const words = roiWords(context);
  const first = basis === 'all' ? 0 : scenarioCount;
  const scenario = basis === 'all' ? num('no') : add(num('no'), first);
  const perCase = (rule: (scenario: number) => Num) =>
    choose(num('no'), ...lists.scenario.map((_, i) => rule(first + i + 1)));
  const column = <const Id extends string>(id: Id, formula: Expression, kind: ColumnSpec['kind']) =>
    calc(context, id, `value.column.roi.${id}` as MessageKey, 15, formula, {
      kind,
      align: 'Right',
    });
  const yearly = estimates.map((estimate) =>
    basis === 'all'
      ? sum(nums('Monetisation', `net${estimate}`))
      : sumProduct(nums('Monetisation', `net${estimate}`), nums('Monetisation', 'isCash')),
  );
  return describeTable(basis === 'all' ? 'RoiScenarios' : 'RoiCash', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      fixed(context, 'scenario', 'value.column.scenario', 18, { list: 'scenario', look: 'strong' }),
      column('yearly', measured(choose(num('no'), ...yearly)), 'money'),
      column('benefits', measure.total(scenario, 'benefits'), 'money'),
      column('costs', measure.total(scenario, 'costs'), 'money'),
      column('pvBenefits', measure.presentValue(scenario, 'pvBenefits'), 'money'),
      column('pvCosts', measure.presentValue(scenario, 'pvCosts'), 'money'),
      column('npv', measure.npv(), 'money'),
      column('roi', measure.roi(words), 'ratio'),
      column('bcr', measure.bcr(words), 'number'),
      column('irr', measure.irr(scenario, words), 'ratio'),
      column('payback', measure.payback(scenario, words), 'number'),
      column('discountedPayback', measure.discountedPayback(scenario, words), 'number'),
      column('breakEven', measure.breakEven(words), 'ratio'),
      { ...column('turns', measure.turns(scenario), 'integer'), hidden: true },
      { ...column('roots', perCase(rootsOf), 'integer'), hidden: true },
      { ...column('guess', perCase(guessOf), 'measure'), hidden: true },
    ],
    rows: lists.scenario.map((id, i) => ({
      id: `${basis === 'all' ? 'roi' : 'cash'}.${id}`,
      cells: { no: i + 1, scenario: id },
    })),
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
