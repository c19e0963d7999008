import type { MessageKey } from '../../../../messages';
import { say, type Context } from '../../../context';
import type { SheetSpec } from '../../../spec';
import { heading } from '../../../texts';
import { hint } from '../hints';
import { valueHead, valueSheet } from '../sheet';
import { bandTable } from './bands';
import { feeField, results } from './results';
import { instalmentTable, periodTable } from './schedule';
import { inputs } from './settings';

/** Fee, instalments, share at risk, order of operations, limits, gain share, periods. */
export function contractSheet(context: Context): SheetSpec {
  return valueSheet(
    context,
    'contract',
    [
      valueHead(
        context,
        'contract',
        ['terms', 'settlement', 'statement'],
        hint(context, 'contract'),
      ),
      {
        kind: 'fields',
        id: 'contract.settings',
        fields: [feeField(context), ...inputs(context, 'bet')],
      },
      heading(context, 'bet.contract.results'),
      { kind: 'fields', id: 'contract.results', fields: results(context) },
      heading(context, 'bet.instalments', 'bet.instalments.lead'),
      instalmentTable(context),
      heading(context, 'bet.periods', 'bet.periods.lead'),
      periodTable(context),
      heading(context, 'bet.contract.limits', 'bet.contract.limits.lead'),
      { kind: 'fields', id: 'contract.limits', fields: inputs(context, 'limits') },
      heading(context, 'bet.contract.gain', 'bet.contract.gain.lead'),
      { kind: 'fields', id: 'contract.gain', fields: inputs(context, 'gain') },
      heading(context, 'bet.bands', 'bet.bands.lead'),
      bandTable(context),
      heading(context, 'bet.contract.shortfall', 'bet.contract.shortfall.lead'),
      { kind: 'fields', id: 'contract.shortfall', fields: inputs(context, 'shortfall') },
      heading(context, 'bet.contract.clauses', 'bet.contract.clauses.lead'),
      { kind: 'fields', id: 'contract.clauses', fields: inputs(context, 'clauses') },
      heading(context, 'bet.order', 'bet.order.lead'),
      {
        kind: 'text',
        id: 'contract.order',
        rows: Array.from({ length: 14 }, (_, i) => [
          { text: `${i + 1}  ${say(context, `bet.order.${i + 1}` as MessageKey)}`, look: 'text' },
        ]),
      },
    ],
    { widths: [34, 26, 26, 26, 26, 26] },
  );
}
