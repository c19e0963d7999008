/**
 * Where the flows stand. RoiFlows has one row a case and year: those of case k
 * (1 conservative, 2 likely, 3 optimistic; 4–6 the same with cash-releasing benefits alone) are (k−1)·11 + 1 … k·11, for years 0 … 10.
 */
import {
  add,
  index,
  multiply,
  numName,
  nums,
  rowOf,
  slice,
  subtract,
  txtName,
  type Column,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { sound } from '../inputs';
import { numberOr } from '../known';
import { yearCount } from '../years';
import { scenarioCount } from './horizon';

const { num } = rowOf<'RoiFlows'>();

type Flow = ColumnOf<'RoiFlows'>;

const start = (scenario: Num | number): Num => add(multiply(subtract(scenario, 1), yearCount), 1);
/** The flows of a scenario, from year 0 to the horizon. */
export const flows = (column: Flow, scenario: Num | number): Column<'number'> =>
  slice(nums('RoiFlows', column), start(scenario), add(start(scenario), numName('Roi.Years')));
/** The flows of this row's scenario from year 0 to this row's year. */
export const soFar = (column: Flow): Column<'number'> =>
  slice(nums('RoiFlows', column), start(num('scenario')), add(start(num('scenario')), num('year')));
/** The row before in the same scenario; only for years from 1 on. */
export const before = (column: Flow): Num =>
  index(nums('RoiFlows', column), add(start(num('scenario')), subtract(num('year'), 1)));

/** What stands for a year in the chosen scenario; "" beyond the horizon. */
export const chosenFlow = (column: Flow, scenario: Num = numName('Value.ScenarioNo')): Num =>
  sound(
    txtName('Roi.Fault'),
    numberOr(index(nums('RoiFlows', column), add(start(scenario), num('year')))),
  );

/** The same with cash-releasing benefits alone. */
export const chosenCash = (column: Flow): Num =>
  chosenFlow(column, add(numName('Value.ScenarioNo'), scenarioCount));

/** A measure of the chosen scenario. */
export const chosenMeasure = (
  column: ColumnOf<'RoiScenarios'>,
  table: 'RoiScenarios' | 'RoiCash' = 'RoiScenarios',
): Num => index(nums(table, column), numName('Value.ScenarioNo'));
