import {
  add,
  and,
  equal,
  greater,
  join,
  num,
  nums,
  rowNumber,
  sumIfs,
  txt,
  txts,
  unequal,
  when,
  countIfs,
  type Num,
  type TableWith,
} from '../rules';
import type { MessageKey } from '../messages';
import { callsColumn } from './calls';
import { calc, content, fixed, input, key } from './columns';
import { read, say, type Context } from './context';
import { houseNames } from './house';
import { linkTables } from './links';
import { steps, type Step } from '../catalog/steps';
import { words } from '../engagement/register';
import { links } from '../catalog/links';
import { easeOf, suggestionOf, tieOf } from '../rules/plan/suggestion';
import { listLabel } from './lists';
import type { ColumnSpec, Highlight, RowSpec, SheetSpec, TableBlock, TextCell } from './spec';
import type { Text } from '../catalog/schema';
import { guideLink, sheetHead } from './texts';
import { describeTable } from './table';

/** The tables in which a client picks. */
export const tableOf = {
  ask: 'Asks',
  plan: 'Plans',
  pain: 'PainPoints',
  function: 'Functions',
  innovation: 'Innovations',
} as const satisfies Record<Step, TableWith<'pick'>>;

const spareRows = 10;

export interface SelectionItem {
  id: string;
  dimension: string;
  text: Text;
  explanation: Text;
  status: 'author' | 'house';
  retired?: string | undefined;
}

interface SelectionOptions<T extends SelectionItem> {
  step: Step;
  items: T[];
  /** Header of the dimension and item columns. */
  dimension: MessageKey;
  item: MessageKey;
  /** The dimensions are whole questions. */
  wide?: boolean;
  /** Columns between explanation and Suggested, and their values. */
  details?: { column: ColumnSpec; value: (item: T) => string }[];
  /** What is computed of each row beside what every step has. */
  computed?: ColumnSpec[];
  highlights?: Highlight[];
  /** Columns after the dimension, e.g. the module. */
  place?: { column: ColumnSpec; value: (item: T) => string }[];
}

/**
 * How strongly the picks of earlier steps call for this row: Σ of what the links to it weigh. What a page of
 * the method calls for counts too, and of a function the gap of its module.
 */
function suggested({ catalog }: Context, step: Step): Num | undefined {
  const sums = linkTables
    .filter((table) => table.to.includes(step))
    .map((table) => sumIfs(nums(table.name, 'weight'), [txts(table.name, 'to'), txt('id')]));
  const gap = sumIfs(nums('Maturity', 'pull'), [txts('Maturity', 'module'), txt('module')]);
  const page = sumIfs(nums('PageLinks', 'weight'), [txts('PageLinks', 'to'), txt('id')]);
  const [first, ...rest] = [
    ...sums,
    ...(step !== 'ask' && catalog.pages.length > 0 ? [page] : []),
    ...(step === 'function' ? [gap] : []),
  ];
  return first && add(first, ...rest);
}

/** What comes first of what is called for alike: the least effort, the maturest technology. */
function ease(context: Context, step: Step): Num | undefined {
  if (step === 'function')
    return easeOf(
      txt('effort'),
      words.effort.map((entry) => listLabel(context, 'effort', entry)),
    );
  if (step === 'innovation')
    return easeOf(
      txt('maturity'),
      words.maturity.map((entry) => listLabel(context, 'maturity', entry)),
    );
  return undefined;
}

/** One selection sheet: catalog items in which the client picks, and room for its own. */
export function selectionSheet<T extends SelectionItem>(
  context: Context,
  options: SelectionOptions<T>,
): SheetSpec {
  const { step } = options;
  const table = selectionTable(context, options);
  return {
    id: step,
    name: say(context, `sheet.${step}`),
    tab: 'step',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    freeze: { table: table.id, column: 'item' },
    blocks: [
      sheetHead(
        context,
        step,
        `sheet.${step}`,
        `step.${step}.lead`,
        ways(context, step),
        ...houseNames(context, step),
      ),
      table,
    ],
  };
}

/** The way to the steps before and after, and how much is picked. */
function ways(context: Context, step: Step): TextCell[] {
  const position = steps.indexOf(step);
  const previous = steps[position - 1];
  const next = steps[position + 1];
  const name = (id: Step | 'engagement' | 'trace') => say(context, `sheet.${id}`);
  const yes = listLabel(context, 'pick', 'yes');
  const picked = countIfs([txts(tableOf[step], 'pick'), yes]);
  const offered = countIfs([txts(tableOf[step], 'item'), '<>']);
  return [
    { look: 'text' },
    guideLink(context),
    {
      text: say(context, 'step.back', { sheet: name(previous ?? 'engagement') }),
      look: 'link',
      link: previous ?? 'engagement',
    },
    {
      formula: join(
        `${say(context, 'step.counts')} `,
        picked,
        ` ${say(context, 'step.ofOffered')} `,
        offered,
      ),
      look: 'output',
    },
    {
      text: say(context, 'step.next', { sheet: name(next ?? 'trace') }),
      look: 'link',
      link: next ?? 'trace',
    },
  ];
}

function selectionTable<T extends SelectionItem>(
  context: Context,
  options: SelectionOptions<T>,
): TableBlock {
  const { step, items, place = [], details = [], computed = [] } = options;
  const yes = listLabel(context, 'pick', 'yes');
  const score = suggested(context, step);
  const chosen = when(
    equal(txt('pick'), yes),
    when(equal(txt('wording'), ''), join(txt('item'), ''), txt('wording')),
    '',
  );
  const columns: ColumnSpec[] = [
    key(context),
    fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
    content(context, 'dimension', options.dimension, options.wide ? 30 : 16, {
      list: `dimension.${step}`,
      prompt: say(context, 'prompt.dimension'),
    }),
    ...place.map(({ column }) => column),
    content(context, 'item', options.item, 44, {
      look: 'strong',
      prompt: say(context, 'prompt.item'),
    }),
    content(context, 'explanation', 'column.explanation', 46),
    ...details.map(({ column }) => column),
    ...(score
      ? [
          calc(
            context,
            'suggested',
            'column.suggested',
            11,
            when(
              equal(txt('id'), ''),
              '',
              suggestionOf(num('called'), ease(context, step), num('tie')),
            ),
            { kind: 'score', align: 'Center', bar: true },
          ),
        ]
      : []),
    ...computed.filter(({ hidden }) => !hidden),
    input(context, 'pick', 'column.pick', 9, {
      list: 'pick',
      align: 'Center',
      prompt: say(context, 'prompt.pick'),
    }),
    input(context, 'priority', 'column.priority', 8, { list: 'priority', align: 'Center' }),
    input(context, 'phase', 'column.phase', 11, { list: 'phase', align: 'Center' }),
    input(context, 'owner', 'column.owner', 14, { prompt: say(context, 'prompt.owner') }),
    input(context, 'wording', 'column.wording', 34, { prompt: say(context, 'prompt.wording') }),
    input(context, 'comment', 'column.comment', 26),
    calc(
      context,
      'origin',
      'column.origin',
      13,
      when(
        equal(txt('item'), ''),
        '',
        when(
          greater(num('no'), 0),
          join(`${say(context, 'origin.catalog')} · `, txt('status')),
          say(context, 'origin.custom'),
        ),
      ),
      { align: 'Center', look: 'muted' },
    ),
    fixed(context, 'status', 'column.wordingBy', 8, { list: 'wording', hidden: true }),
    calc(context, 'chosen', 'column.chosen', 8, chosen, { hidden: true }),
    calc(context, 'order', 'column.order', 8, when(equal(txt('pick'), yes), rowNumber(), ''), {
      kind: 'integer',
      hidden: true,
    }),
    callsColumn(context, { since: 4 }),
    ...(score
      ? [
          calc(context, 'called', 'column.called', 8, score, {
            kind: 'integer',
            hidden: true,
            since: 4,
          }),
        ]
      : []),
    ...computed.filter(({ hidden }) => hidden),
    fixed(context, 'tie', 'column.tie', 8, { kind: 'number', hidden: true, since: 4 }),
  ];
  const reach = new Map<string, number>();
  for (const { from, strength } of links(context.catalog))
    reach.set(from, (reach.get(from) ?? 0) + strength);
  const rows: RowSpec[] = items.map((item, position) => ({
    id: item.id,
    cells: {
      no: position + 1,
      dimension: item.dimension,
      item: read(context, item.text),
      explanation: read(context, item.explanation),
      status: item.retired === undefined ? item.status : say(context, 'origin.retired'),
      tie: tieOf(reach.get(item.id) ?? 0, position + 1),
      ...Object.fromEntries(
        [...place, ...details].map((part) => [part.column.id, part.value(item)]),
      ),
    },
  }));
  return describeTable(tableOf[step], {
    columns,
    rows: [...rows, ...retired(context, step, rows)],
    spare: spareRows,
    filter: true,
    highlights: [...(options.highlights ?? []), ...highlights(context, Boolean(score))],
  });
}

/** Answered items that the catalog no longer has: they say so under Origin, and stay. */
function retired(context: Context, step: Step, rows: readonly RowSpec[]): RowSpec[] {
  const known = new Set(rows.map(({ id }) => id));
  return Object.keys(context.engagement[step])
    .filter((id) => !known.has(id) && !id.startsWith(`custom.${step}.`))
    .map((id, i) => ({
      id,
      cells: { no: rows.length + i + 1, status: say(context, 'origin.retired') },
    }));
}

function highlights(context: Context, hasScore: boolean): Highlight[] {
  const yes = listLabel(context, 'pick', 'yes');
  const no = listLabel(context, 'pick', 'no');
  return [
    {
      id: 'missing-owner',
      columns: ['owner'],
      when: and(equal(txt('pick'), yes), equal(txt('owner'), '')),
      look: 'missing',
    },
    ...(hasScore
      ? [
          {
            id: 'suggested-not-picked',
            columns: ['suggested', 'pick'],
            when: and(unequal(txt('id'), ''), equal(txt('pick'), ''), greater(num('suggested'), 0)),
            look: 'attention' as const,
          },
        ]
      : []),
    { id: 'picked', columns: ['item', 'pick'], when: equal(txt('pick'), yes), look: 'picked' },
    { id: 'rejected', when: equal(txt('pick'), no), look: 'rejected' },
  ];
}
