import { ladder, rates } from '../../../../rules/value/roi';
import type { Expression } from '../../../../rules';
import { calc, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { ColumnSpec, TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

/** Three scenarios with all benefits, three with cash-releasing ones alone. */
const cases = [1, 2, 3, 4, 5, 6] as const;

/** Where NPV changes its sign: between which rates an IRR lies, and how many there are. */
export function rateTable(context: Context): TableBlock {
  const perCase = <const Stem extends string>(
    stem: Stem,
    header: 'value.column.below' | 'value.column.gap',
    kind: ColumnSpec['kind'],
    rule: (scenario: number) => Expression,
  ) =>
    cases.map((scenario) => ({
      ...calc(context, `${stem}${scenario}`, header, 10, rule(scenario), { kind }),
      header: say(context, header, { n: scenario }),
    }));
  return describeTable('RoiRates', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      fixed(context, 'rate', 'value.column.rate', 12, { kind: 'ratio' }),
      ...perCase('below', 'value.column.below', 'integer', ladder.below),
      ...perCase('gap', 'value.column.gap', 'measure', ladder.gap),
    ],
    rows: rates.map((rate, i) => ({ id: `rate.${i + 1}`, cells: { no: i + 1, rate } })),
    spare: 0,
    filter: false,
  });
}
