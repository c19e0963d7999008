import type { MessageKey } from '../../../messages';
import { say, type Context } from '../../context';
import type { Block, SheetSpec, TextBlock, TextCell } from '../../spec';
import { guideLink, sheetHead } from '../../texts';

type ValueSheet =
  | 'metrics'
  | 'readings'
  | 'drivers'
  | 'monetisation'
  | 'benefits'
  | 'realised'
  | 'costs'
  | 'roi'
  | 'contract'
  | 'terms'
  | 'curves'
  | 'criteria'
  | 'settlement'
  | 'statement'
  | 'payoff'
  | 'ledger'
  | 'dashboard'
  | 'checks';

/** Title, what the sheet is for, links to its neighbours, and how it stands. */
export function valueHead(
  context: Context,
  id: ValueSheet,
  links: string[],
  result?: TextCell,
  ...more: TextCell[][]
): TextBlock {
  const neighbours = links.map((link): TextCell => ({
    text: say(context, `sheet.${link}` as MessageKey),
    look: 'link',
    link,
  }));
  return sheetHead(
    context,
    id,
    `sheet.${id}`,
    `sheet.${id}.lead`,
    [{ look: 'text' }, guideLink(context), ...neighbours],
    ...(result ? [[result]] : []),
    ...more,
  );
}

/** One of the sheets from metric to settlement. */
export const valueSheet = (
  context: Context,
  id: ValueSheet,
  blocks: Block[],
  options: Partial<SheetSpec> = {},
): SheetSpec => ({
  id,
  name: say(context, `sheet.${id}`),
  tab: 'value',
  visibility: 'Visible',
  flow: 'down',
  page: { orientation: 'Landscape' },
  blocks,
  ...options,
});
