import { add, countIfs, greater, rowOf, txts, when, type Num, type Txt } from '../../rules';
import type { Ask } from '../../catalog/schema';
import { calc, content, fixed, input, key } from '../columns';
import { read, say, type Context } from '../context';
import { listLabel } from '../lists';
import type { SheetSpec, TableBlock } from '../spec';
import { describeTable } from '../table';
import { guideLink, sheetHead } from '../texts';

const interview = rowOf<'Interview'>();
const request = rowOf<'DataRequests'>();
const number = { kind: 'integer' as const, align: 'Center' as const, look: 'muted' as const };

interface Scripted extends Pick<Ask, 'id' | 'text'> {
  step: 'ask' | 'pain';
  script: NonNullable<Ask['script']>;
}

/** Value drivers and pains that the catalog says how to ask for, in its order. */
const scripted = ({ catalog }: Context): Scripted[] => {
  const of = (step: Scripted['step'], items: readonly Pick<Ask, 'id' | 'text' | 'script'>[]) =>
    items.flatMap(({ id, text, script }) => (script ? [{ id, text, step, script }] : []));
  return [...of('ask', catalog.asks), ...of('pain', catalog.pains)];
};

/** 1 for what is picked or may be. */
function chosen(context: Context, id: Txt): Num {
  const counted = (['Asks', 'PainPoints'] as const).flatMap((table) =>
    (['yes', 'maybe'] as const).map((entry) =>
      countIfs([txts(table, 'id'), id], [txts(table, 'pick'), listLabel(context, 'pick', entry)]),
    ),
  );
  const [first, ...rest] = counted as [Num, ...Num[]];
  return when(greater(add(first, ...rest), 0), 1, 0);
}

const sheet = (context: Context, id: 'interview' | 'requests', table: TableBlock): SheetSpec => ({
  id,
  name: say(context, `sheet.${id}`),
  tab: 'plan',
  visibility: 'Visible',
  flow: 'down',
  page: { orientation: 'Landscape' },
  freeze: { table: table.id, column: 'item' },
  blocks: [
    sheetHead(context, id, `sheet.${id}`, `${id}.lead`, [
      { look: 'text' },
      guideLink(context),
      { text: say(context, 'sheet.micro'), look: 'link', link: 'micro' },
    ]),
    table,
  ],
});

/** For who interviews: what to ask, what a good answer sounds like, what to ask next. */
export const interviewSheet = (context: Context): SheetSpec =>
  sheet(
    context,
    'interview',
    describeTable('Interview', {
      columns: [
        key(context),
        fixed(context, 'no', 'column.no', 5, number),
        content(context, 'step', 'column.step', 12, { look: 'muted' }),
        content(context, 'item', 'interview.column.item', 34, { look: 'strong' }),
        content(context, 'question', 'interview.column.question', 44),
        content(context, 'good', 'interview.column.good', 44),
        content(context, 'followUp', 'interview.column.followUp', 38),
        input(context, 'answer', 'interview.column.answer', 44),
        input(context, 'who', 'interview.column.who', 14),
        input(context, 'date', 'column.date', 12, { kind: 'date' }),
        calc(
          context,
          'chosen',
          'interview.column.chosen',
          9,
          chosen(context, interview.txt('id')),
          {
            kind: 'score',
            align: 'Center',
          },
        ),
      ],
      rows: scripted(context).map(({ id, step, text, script }, i) => ({
        id,
        cells: {
          no: i + 1,
          step: say(context, `sheet.${step}`),
          item: read(context, text),
          question: read(context, script.question),
          good: read(context, script.good),
          followUp: read(context, script.followUp),
        },
      })),
      spare: 0,
      filter: true,
    }),
  );

/** For the client to prepare (step 3 of micro-consulting): what to bring, from where, by whom and when. */
export const requestsSheet = (context: Context): SheetSpec =>
  sheet(
    context,
    'requests',
    describeTable('DataRequests', {
      columns: [
        key(context),
        fixed(context, 'no', 'column.no', 5, number),
        content(context, 'item', 'requests.column.item', 34),
        content(context, 'data', 'requests.column.data', 60, { look: 'strong' }),
        input(context, 'system', 'requests.column.system', 16),
        input(context, 'owner', 'column.owner', 14),
        input(context, 'due', 'requests.column.due', 12, { kind: 'date' }),
        input(context, 'status', 'column.status', 11, { list: 'status', align: 'Center' }),
        input(context, 'comment', 'column.comment', 26),
        calc(context, 'chosen', 'interview.column.chosen', 9, chosen(context, request.txt('id')), {
          kind: 'score',
          align: 'Center',
        }),
      ],
      rows: scripted(context).map(({ id, text, script }, i) => ({
        id,
        cells: { no: i + 1, item: read(context, text), data: read(context, script.data) },
      })),
      spare: 0,
      filter: true,
    }),
  );
