import {
  lackingRow,
  missing,
  missingAt,
  namedRows,
  vendorMissing,
} from '../../../../rules/value/roi';
import type { MessageKey } from '../../../../messages';
import { choose, equal, ifError, rowOf, unequal, type Txt } from '../../../../rules';
import { calc, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

const { num, txt } = rowOf<'RoiMissing'>();

/** Each input that the return cannot do without: where it is, and what is wrong with it. */
function inputs(context: Context): { id: string; sheet: string; what: Txt }[] {
  const words = {
    noRate: say(context, 'value.roi.noRate'),
    noHorizon: say(context, 'value.roi.noHorizon'),
    noRamp: say(context, 'value.roi.noRamp'),
    noCosts: say(context, 'value.roi.noCostsYet'),
    noBenefits: say(context, 'value.roi.noBenefitsYet'),
  };
  const vendor = {
    noContract: say(context, 'value.vendor.noContract'),
    noDates: say(context, 'value.vendor.noDates'),
    noDay: say(context, 'value.vendor.noDay'),
  };
  const rows = (
    table: 'Monetisation' | 'Timing' | 'Benefits' | 'Costs',
    sheet: string,
    count: number,
  ) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${table}.${i + 1}`,
      sheet,
      what: lackingRow(table, i + 1, i + 1 === count),
    }));
  return [
    { id: 'rate', sheet: 'roi', what: missing.rate(words) },
    { id: 'horizon', sheet: 'roi', what: missing.horizon(words) },
    { id: 'ramp', sheet: 'roi', what: missing.ramp(words) },
    { id: 'costs', sheet: 'costs', what: missing.costs(words) },
    { id: 'vendor', sheet: 'contract', what: vendorMissing(vendor) },
    { id: 'benefits', sheet: 'monetisation', what: missing.benefits(words) },
    ...rows('Monetisation', 'monetisation', namedRows),
    ...rows('Timing', 'benefits', 1),
    ...rows('Benefits', 'benefits', 1),
    ...rows('Costs', 'costs', 1),
  ];
}

/** One list of what is missing; no measure is shown while a line of it says something. */
export function missingTable(context: Context): TableBlock {
  const all = inputs(context);
  return describeTable('RoiMissing', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      fixed(context, 'where', 'value.column.where', 18, { look: 'link' }),
      calc(
        context,
        'what',
        'value.column.missing',
        60,
        ifError(choose(num('no'), ...all.map(({ what }) => what)), ''),
      ),
      calc(context, 'at', 'value.column.lackAt', 8, missingAt(), {
        kind: 'integer',
        hidden: true,
      }),
    ],
    rows: all.map(({ id, sheet }, i) => ({
      id: `missing.${sheet}.${id}`,
      cells: { no: i + 1, where: say(context, `sheet.${sheet}` as MessageKey) },
      links: { where: sheet },
    })),
    spare: 0,
    filter: false,
    highlights: [
      { id: 'missing', columns: ['what'], when: unequal(txt('what'), ''), look: 'problem' },
      { id: 'given', columns: ['no', 'where'], when: equal(txt('what'), ''), look: 'quiet' },
    ],
  });
}
