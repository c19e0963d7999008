import { years } from '../../../../engagement/register';
import { heading } from '../../../texts';
import type { Context } from '../../../context';
import type { SheetSpec } from '../../../spec';
import { valueHead, valueSheet } from '../sheet';
import { benefitTable } from './byYear';
import { timingTable } from './timing';
import { treeTable } from './tree';

export { benefitSpare } from './byYear';

/** What stands beside the prices of metrics: own timing, benefits by year, and whose money is the same. */
export const benefitsSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'benefits',
    [
      valueHead(context, 'benefits', ['monetisation', 'costs', 'roi']),
      heading(context, 'value.benefits.byYear', 'value.benefits.byYear.lead'),
      benefitTable(context),
      heading(context, 'value.benefits.timing', 'value.benefits.timing.lead'),
      timingTable(context),
      heading(context, 'value.benefits.tree', 'value.benefits.tree.lead'),
      treeTable(context),
    ],
    {
      widths: [34, 30, 18, 20, ...years.map(() => 12)],
    },
  );
