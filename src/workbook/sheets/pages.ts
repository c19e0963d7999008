import { countIfs, equal, nums, rowOf, sumIfs, txts } from '../../rules';
import type { Page } from '../../catalog/schema';
import { callsColumn } from '../calls';
import { calc, content, fixed, input, key } from '../columns';
import { read, say, type Context } from '../context';
import { listLabel } from '../lists';
import { pagesOf, pageTables } from '../pages';
import type { SheetSpec, TableBlock } from '../spec';
import { describeTable } from '../table';
import { guideLink, sheetHead } from '../texts';

const { txt } = rowOf<'CustomerPage'>();
const whole = { kind: 'integer' as const, align: 'Center' as const };

/** A sheet for each page of the method that the catalog has: what of it this phase is about. */
export const pageSheets = (context: Context): SheetSpec[] =>
  pagesOf(context.catalog).map(({ sheet, pages }) => {
    const [{ name, lead }] = pages;
    const head = sheetHead(context, sheet, `sheet.${sheet}`, 'page.lead', [
      { look: 'text' },
      guideLink(context),
      { text: say(context, 'sheet.function'), look: 'link', link: 'function' },
      ...(sheet === 'customer'
        ? [{ text: say(context, 'sheet.rating'), look: 'link' as const, link: 'rating' }]
        : []),
    ]);
    const [, how = [], ways = []] = head.rows;
    return {
      id: sheet,
      name: say(context, `sheet.${sheet}`),
      tab: 'step',
      visibility: 'Visible',
      flow: 'down',
      page: { orientation: 'Landscape' },
      freeze: { table: `${sheet}Page`, column: 'part' },
      blocks: [
        {
          ...head,
          rows: [
            [{ text: read(context, name), look: 'title' }],
            [{ text: read(context, lead), look: 'text' }],
            how,
            ways,
          ],
        },
        pageTable(context, sheet, pages),
      ],
    };
  });

function pageTable(context: Context, sheet: Page['sheet'], pages: readonly Page[]): TableBlock {
  const yes = listLabel(context, 'pick', 'yes');
  const here = [txts('PageLinks', 'from'), txt('id')] as Parameters<typeof countIfs>[number];
  return describeTable(pageTables[sheet], {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { ...whole, look: 'muted' }),
      content(context, 'group', 'page.column.group', 16),
      content(context, 'part', 'page.column.part', 30, { look: 'strong' }),
      content(context, 'explanation', 'column.explanation', 58),
      fixed(context, 'status', 'column.wordingBy', 9, { list: 'wording', align: 'Center' }),
      fixed(context, 'holds', 'page.column.holds', 46),
      calc(context, 'offered', 'page.column.offered', 9, countIfs(here), {
        kind: 'score',
        align: 'Center',
      }),
      calc(context, 'picked', 'page.column.picked', 9, sumIfs(nums('PageLinks', 'taken'), here), {
        kind: 'score',
        align: 'Center',
      }),
      input(context, 'pick', 'page.column.pick', 10, {
        list: 'pick',
        align: 'Center',
        prompt: say(context, 'page.prompt.pick'),
      }),
      input(context, 'priority', 'column.priority', 8, { list: 'priority', align: 'Center' }),
      input(context, 'comment', 'column.comment', 30),
      callsColumn(context),
    ],
    rows: pages
      .flatMap(({ parts }) => parts)
      .map((part, i) => ({
        id: part.id,
        cells: {
          no: i + 1,
          group: read(context, part.group),
          part: read(context, part.text),
          explanation: read(context, part.explanation),
          status: part.status,
          holds: heldBy(context, part),
        },
      })),
    spare: 0,
    filter: true,
    highlights: [
      { id: 'picked', columns: ['part', 'pick'], when: equal(txt('pick'), yes), look: 'picked' },
    ],
  });
}

/** The modules and dimensions of a part by name, of a dimension of metrics the metrics; and what it calls for most. */
function heldBy(context: Context, { holds = [], calls = {} }: Page['parts'][number]): string {
  const { dimensions, modules, metrics, plans, functions } = context.catalog;
  const inside = holds.flatMap((id) => {
    const measured = metrics.filter(({ dimension }) => dimension === id);
    if (measured.length > 0) return measured.map(({ text }) => text);
    const parts = modules.filter(({ dimension }) => dimension === id);
    const held =
      parts.length > 0 ? parts : [...modules, ...dimensions].filter((one) => one.id === id);
    return held.map(({ name }) => name);
  });
  const called = [...plans, ...functions].filter(({ id }) => calls[id] === 3);
  return [...inside, ...called.map(({ text }) => text)]
    .map((text) => read(context, text))
    .join('\n');
}
