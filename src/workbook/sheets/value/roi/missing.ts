import {
  missing,
  missingAt,
  missingRules,
  namedRows,
  vendorMissing,
  type MissingLine,
} from '../../../../rules/value/roi';
import type { MessageKey } from '../../../../messages';
import { equal, rowOf, unequal } from '../../../../rules';
import { calc, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

const { txt } = rowOf<'RoiMissing'>();

/** Each input that the return cannot do without: where it is, and what is wrong with it. */
function inputs(context: Context): { id: string; sheet: string; line: MissingLine }[] {
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
      line: { table, n: i + 1, isLast: i + 1 === count },
    }));
  return [
    { id: 'rate', sheet: 'roi', line: { what: missing.rate(words) } },
    { id: 'horizon', sheet: 'roi', line: { what: missing.horizon(words) } },
    { id: 'ramp', sheet: 'roi', line: { what: missing.ramp(words) } },
    { id: 'costs', sheet: 'costs', line: { what: missing.costs(words) } },
    { id: 'vendor', sheet: 'contract', line: { what: vendorMissing(vendor) } },
    { id: 'benefits', sheet: 'monetisation', line: { what: missing.benefits(words) } },
    ...rows('Monetisation', 'monetisation', namedRows),
    ...rows('Timing', 'benefits', 1),
    ...rows('Benefits', 'benefits', 1),
    ...rows('Costs', 'costs', 1),
  ];
}

/** One list of what is missing; no measure is shown while a line of it says something. */
export function missingTable(context: Context): TableBlock {
  const all = inputs(context);
  const rules = missingRules(all.map(({ line }) => line));
  const hidden = { kind: 'integer' as const, hidden: true };
  return describeTable('RoiMissing', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      fixed(context, 'where', 'value.column.where', 18, { look: 'link' }),
      calc(context, 'what', 'value.column.missing', 60, rules.what),
      calc(context, 'at', 'value.column.lackAt', 8, missingAt(), hidden),
      calc(context, 'lackRow', 'value.column.lackRow', 8, rules.lackRow, { ...hidden, since: 3 }),
      calc(context, 'beyond', 'value.column.lackMore', 8, rules.beyond, { ...hidden, since: 3 }),
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
