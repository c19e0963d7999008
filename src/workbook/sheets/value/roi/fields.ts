import type { Word } from '../../../../engagement/register';
import type { MessageKey } from '../../../../messages';
import {
  and,
  count,
  equal,
  greater,
  isNumber,
  join,
  max,
  min,
  numName,
  nums,
  sum,
  txtName,
  unequal,
  when,
  type Expression,
  type Num,
  type Txt,
} from '../../../../rules';
import { doubtIn, faultBelow, readDoubt, sound } from '../../../../rules/value/inputs';
import { numberIf, orElse } from '../../../../rules/value/known';
import {
  chosenMeasure,
  conventionOf,
  horizonOf,
  outlookNpv,
  problemOf,
  shiftOf,
  vendorCounts,
  valueStart,
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
    given('prices', 'Roi.Prices', 'text', 'prices'),
    given('tax', 'Roi.Tax', 'text', 'tax'),
    given('withVendor', 'Roi.WithVendor', 'text', 'yesNo'),
  ];
}

/** Cells that cannot be used and that the plan rests on, or the actuals besides. */
function faults(context: Context): FieldSpec[] {
  const told = (fault: Txt) =>
    when(equal(fault, ''), '', join(`${say(context, 'checks.unusable')} `, fault)) as Txt;
  const plan = when(
    unequal(faultBelow('return'), ''),
    faultBelow('return'),
    doubtIn('Monetisation'),
  ) as Txt;
  return [
    field(context, 'Roi.Fault', 'text', told(plan)),
    field(
      context,
      'Roi.ReadFault',
      'text',
      when(unequal(txtName('Roi.Fault'), ''), txtName('Roi.Fault'), told(readDoubt())),
    ),
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
    field(
      context,
      'Roi.VendorCounts',
      'integer',
      vendorCounts({ without: listLabel(context, 'yesNo', 'no') }),
    ),
    field(context, 'Roi.ValueStart', 'date', valueStart()),
    ...faults(context),
    field(context, 'Roi.MaxSwing', 'money', max(nums('Sensitivity', 'swing'))),
  ];
}

/** The scenario chosen, in six figures, or what they lack. */
export function headline(context: Context): FieldSpec[] {
  return [
    field(context, 'Roi.Convention', 'text', convention(context)),
    {
      ...field(context, 'Roi.Problem', 'text', problemOf()),
      alarm: unequal(txtName('Roi.Problem'), ''),
    },
    field(context, 'Roi.Npv', 'money', chosenMeasure('npv')),
    field(context, 'Roi.Roi', 'ratio', chosenMeasure('roi')),
    field(context, 'Roi.Bcr', 'number', chosenMeasure('bcr')),
    field(context, 'Roi.Irr', 'ratio', chosenMeasure('irr')),
    field(context, 'Roi.IrrNote', 'text', irrNote(context)),
    field(context, 'Roi.Payback', 'number', chosenMeasure('payback')),
    field(context, 'Roi.DiscountedPayback', 'number', chosenMeasure('discountedPayback')),
    {
      ...field(context, 'Roi.BreakEven', 'ratio', chosenMeasure('breakEven')),
      note: say(context, 'value.note.breakEven'),
    },
    field(context, 'Roi.CashNpv', 'money', chosenMeasure('npv', 'RoiCash')),
    field(context, 'Roi.CashPayback', 'number', chosenMeasure('payback', 'RoiCash')),
  ];
}

/** Says when the IRR shown is not the only one. */
const irrNote = (context: Context): Expression =>
  when(
    and(
      equal(txtName('Roi.Problem'), ''),
      isNumber(numName('Roi.Irr')),
      greater(chosenMeasure('roots'), 1),
    ),
    say(context, 'value.roi.irrAnother'),
    '',
  );

const convention = (context: Context): Expression => {
  const part = (id: string) => say(context, `value.convention.${id}` as MessageKey);
  return conventionOf('Engagement.Currency', {
    real: listLabel(context, 'prices', 'real'),
    after: listLabel(context, 'tax', 'after'),
    mid: listLabel(context, 'timing', 'mid'),
    noCurrency: part('noCurrency'),
    separator: part('separator'),
    nominalPart: part('nominal'),
    realPart: part('real'),
    beforeTax: part('beforeTax'),
    afterTax: part('afterTax'),
    endPart: part('end'),
    midPart: part('mid'),
    ratePart: part('rate'),
    noRatePart: part('noRate'),
    year0: part('year0'),
    withVendor: part('withVendor'),
    withoutVendor: part('withoutVendor'),
  });
};

export function toDate(context: Context): FieldSpec[] {
  const plan = (formula: Num) => sound(txtName('Roi.Fault'), formula);
  const actual = (formula: Num) => sound(txtName('Roi.ReadFault'), formula);
  return [
    field(
      context,
      'Roi.NetValue',
      'money',
      plan(
        numberIf(
          greater(sum(nums('Monetisation', 'counted')), 0),
          sum(nums('Monetisation', 'expected')),
        ),
      ),
    ),
    field(context, 'Roi.NetToDate', 'money', actual(sum(nums('Monetisation', 'netActual')))),
    field(context, 'Roi.PlannedToDate', 'money', plan(sum(nums('RoiYears', 'planPassed')))),
    field(context, 'Roi.Realised', 'money', actual(sum(nums('RoiYears', 'realised')))),
    {
      ...field(context, 'Roi.Unmeasured', 'money', actual(sum(nums('RoiYears', 'unmeasured')))),
      note: say(context, 'value.note.Roi.Unmeasured'),
    },
    field(context, 'Roi.Forecast', 'money', actual(sum(nums('RoiYears', 'forecast')))),
    field(context, 'Roi.Outlook', 'money', actual(outlookNpv())),
  ];
}
