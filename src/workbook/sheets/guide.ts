import { index, nums } from '../../rules';
import type { MessageKey } from '../../messages';
import { say, type Context } from '../context';
import { steps } from '../../catalog/steps';
import { hasRating, pagesOf, pageTables } from '../pages';
import type { Look, SheetSpec, TextCell } from '../spec';
import { sheetHead } from '../texts';

const order: { sheet: string; who: 'client' | 'both' | 'vendor' | 'auto' }[] = [
  { sheet: 'engagement', who: 'both' },
  { sheet: 'ask', who: 'client' },
  { sheet: 'plan', who: 'client' },
  { sheet: 'pain', who: 'client' },
  { sheet: 'function', who: 'client' },
  { sheet: 'innovation', who: 'client' },
  { sheet: 'trace', who: 'auto' },
  { sheet: 'customer', who: 'client' },
  { sheet: 'rating', who: 'client' },
  { sheet: 'project', who: 'client' },
  { sheet: 'service', who: 'client' },
  { sheet: 'maturity', who: 'both' },
  { sheet: 'scope', who: 'both' },
  { sheet: 'micro', who: 'vendor' },
  { sheet: 'interview', who: 'vendor' },
  { sheet: 'requests', who: 'client' },
  { sheet: 'lifecycle', who: 'both' },
  { sheet: 'metrics', who: 'both' },
  { sheet: 'readings', who: 'client' },
  { sheet: 'drivers', who: 'client' },
  { sheet: 'monetisation', who: 'both' },
  { sheet: 'benefits', who: 'both' },
  { sheet: 'costs', who: 'both' },
  { sheet: 'roi', who: 'both' },
  { sheet: 'contract', who: 'both' },
  { sheet: 'terms', who: 'both' },
  { sheet: 'curves', who: 'both' },
  { sheet: 'criteria', who: 'client' },
  { sheet: 'settlement', who: 'auto' },
  { sheet: 'statement', who: 'auto' },
  { sheet: 'payoff', who: 'auto' },
  { sheet: 'ledger', who: 'auto' },
  { sheet: 'dashboard', who: 'auto' },
  { sheet: 'checks', who: 'auto' },
  { sheet: 'progress', who: 'auto' },
];

/** Pages of the method are there where the catalog has them. */
const stands = ({ catalog }: Context, sheet: string): boolean =>
  sheet === 'rating'
    ? hasRating(catalog)
    : !(sheet in pageTables) || pagesOf(catalog).some((page) => page.sheet === sheet);

const legend: { key: string; look: Look }[] = [
  { key: 'input', look: 'input' },
  { key: 'content', look: 'content' },
  { key: 'calc', look: 'calc' },
  { key: 'output', look: 'output' },
  { key: 'attention', look: 'attention' },
  { key: 'missing', look: 'missing' },
  { key: 'picked', look: 'picked' },
];

/** What to fill, in which order, by whom; what the looks mean. */
export function guideSheet(context: Context): SheetSpec {
  const heading = (key: MessageKey): TextCell[] => [{ text: say(context, key), look: 'heading' }];
  const sheetRows = order
    .filter(({ sheet }) => stands(context, sheet))
    .map(({ sheet, who }): TextCell[] => {
      const step = steps.findIndex((id) => id === sheet);
      return [
        { text: say(context, `sheet.${sheet}` as MessageKey), look: 'link', link: sheet },
        { text: say(context, `guide.todo.${sheet}` as MessageKey), look: 'text' },
        { text: say(context, `guide.who.${who}`), look: 'muted' },
        ...(step >= 0
          ? [{ formula: index(nums('Progress', 'picked'), step + 1), look: 'output' as const }]
          : []),
      ];
    });
  return {
    id: 'guide',
    name: say(context, 'sheet.guide'),
    tab: 'guide',
    visibility: 'Visible',
    flow: 'down',
    widths: [24, 78, 22, 9],
    page: { orientation: 'Portrait' },
    blocks: [
      sheetHead(context, 'guide', 'guide.title', 'guide.lead'),
      {
        kind: 'text',
        id: 'guide.order',
        rows: [
          heading('guide.order'),
          (['sheet', 'todo', 'who', 'picked'] as const).map((id) => ({
            text: say(context, `guide.header.${id}`),
            look: 'header' as const,
          })),
          ...sheetRows,
        ],
      },
      {
        kind: 'text',
        id: 'guide.legend',
        rows: [
          heading('guide.legend'),
          ...legend.map(({ key, look }): TextCell[] => [
            { text: say(context, `style.${look}` as MessageKey), look },
            { text: say(context, `guide.legend.${key}` as MessageKey), look: 'text' },
          ]),
        ],
      },
      {
        kind: 'text',
        id: 'guide.rules',
        rows: [
          heading('guide.rules'),
          ...([1, 2, 3, 4, 5] as const).map((n): TextCell[] => [
            { text: `${n}`, look: 'step' },
            { text: say(context, `guide.rule.${n}`), look: 'text' },
          ]),
        ],
      },
    ],
  };
}
