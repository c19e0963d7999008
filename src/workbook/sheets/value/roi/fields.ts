import type { Word } from '../../../../engagement/register';
import type { MessageKey } from '../../../../messages';
import {
  count,
  equal,
  max,
  min,
  numName,
  nums,
  sum,
  sumProduct,
  txtName,
  unequal,
  when,
  type Expression,
} from '../../../../rules';
import { numberIf, orElse } from '../../../../rules/value/known';
import {
  annuity,
  chosenMeasure,
  horizonOf,
  outlookNpv,
  problemOf,
  shiftOf,
} from '../../../../rules/value/roi';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import type { FieldSpec, ValueKind } from '../../../spec';

/** A named cell, computed or for the user to fill; its label is `value.field.<name>`. */
const field = (
  context: Context,
  name: string,
  kind: ValueKind,
  formula: Expression | 'input',
  note?: MessageKey,
): FieldSpec => ({
  id: name,
  name,
  label: say(context, `value.field.${name}` as MessageKey),
  ...(note && { note: say(context, note) }),
  kind,
  ...(formula === 'input' ? { role: 'input' } : { role: 'calc', formula }),
});

const stored = (id: string, spec: FieldSpec): FieldSpec => ({ ...spec, id, stored: true });

/** What people decide on. */
export function settings(context: Context): FieldSpec[] {
  const given = (id: string, name: string, kind: FieldSpec['kind'], list?: string) =>
    stored(id, {
      ...field(context, name, kind, 'input', `value.note.${name}` as MessageKey),
      ...(list && { list }),
    });
  return [
    given('asOf', 'Value.AsOf', 'date'),
    given('scenario', 'Value.Scenario', 'text', 'scenario'),
    given('horizon', 'Roi.Horizon', 'integer'),
    given('discountRate', 'Roi.Rate', 'ratio'),
    given('timing', 'Roi.Timing', 'text', 'timing'),
  ];
}

/** What the blanks among the settings stand for. */
export function inForce(context: Context): FieldSpec[] {
  const scenario = txtName('Value.Scenario');
  const label = (entry: Word<'scenario'>) => listLabel(context, 'scenario', entry);
  const dates = nums('Readings', 'counted');
  const none = equal(count(dates), 0);
  return [
    field(
      context,
      'Value.At',
      'date',
      orElse(numName('Value.AsOf'), numberIf(none, '', max(dates))),
    ),
    field(context, 'Value.Origin', 'date', numberIf(none, '', min(dates))),
    field(
      context,
      'Value.ScenarioNo',
      'integer',
      when(
        equal(scenario, label('conservative')),
        1,
        when(equal(scenario, label('optimistic')), 3, 2),
      ),
    ),
    field(context, 'Roi.Years', 'integer', horizonOf(numName('Roi.Horizon'))),
    field(
      context,
      'Roi.Shift',
      'measure',
      shiftOf(txtName('Roi.Timing'), { mid: listLabel(context, 'timing', 'mid') }),
    ),
    field(context, 'Roi.Annuity', 'measure', annuity()),
    field(context, 'Roi.MaxSwing', 'money', max(nums('Sensitivity', 'swing'))),
  ];
}

/** The scenario chosen, in six figures, or what they lack. */
export function headline(context: Context): FieldSpec[] {
  return [
    {
      ...field(
        context,
        'Roi.Problem',
        'text',
        problemOf({
          noRate: say(context, 'value.roi.noRate'),
          noRamp: say(context, 'value.roi.noRamp'),
        }),
      ),
      alarm: unequal(txtName('Roi.Problem'), ''),
    },
    field(context, 'Roi.Npv', 'money', chosenMeasure('npv')),
    field(context, 'Roi.Roi', 'ratio', chosenMeasure('roi')),
    field(context, 'Roi.Bcr', 'number', chosenMeasure('bcr')),
    field(context, 'Roi.Irr', 'ratio', chosenMeasure('irr')),
    field(context, 'Roi.Payback', 'number', chosenMeasure('payback')),
    field(context, 'Roi.BreakEven', 'ratio', chosenMeasure('breakEven')),
  ];
}

export function toDate(context: Context): FieldSpec[] {
  return [
    field(context, 'Roi.NetValue', 'money', sum(nums('Monetisation', 'expected'))),
    field(context, 'Roi.NetToDate', 'money', sum(nums('Monetisation', 'netActual'))),
    field(
      context,
      'Roi.PlannedToDate',
      'money',
      sumProduct(nums('RoiYears', 'benefits'), nums('RoiYears', 'elapsed')),
    ),
    field(context, 'Roi.Realised', 'money', sum(nums('RoiYears', 'realised'))),
    field(context, 'Roi.Forecast', 'money', sum(nums('RoiYears', 'forecast'))),
    field(context, 'Roi.Outlook', 'money', outlookNpv()),
  ];
}
