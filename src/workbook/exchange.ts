import { naturalKey } from '../engagement/register';
import {
  agreedOf,
  ballotsOf,
  cellKey,
  choicesOf,
  isAsSent,
  type Ballot,
} from '../engagement/votes';
import { and, countIfs, equal, isoOf, join, less, num, txt, txts, when } from '../rules';
import { calc, content, fixed, input, key } from './columns';
import { say, type Context } from './context';
import type { CellValue, ColumnSpec, RowSpec, SheetSpec, TableBlock, WorkbookSpec } from './spec';
import { guideLink, sheetHead } from './texts';
import { describeTable } from './table';

/** The workbook that respondents were asked from, with its answers. */
type Main = Pick<WorkbookSpec, 'sheets' | 'lists'>;

/** Who said what, and where they differ. Only there once answers have come back. */
export function exchangeSheets(context: Context, main: Main): SheetSpec[] {
  if (!context.collected && Object.keys(context.engagement.responses).length === 0) return [];
  return [consensusSheet(context, main), logSheet(context)];
}

function consensusSheet(context: Context, main: Main): SheetSpec {
  const open = say(context, 'exchange.status.open');
  return {
    id: 'consensus',
    name: say(context, 'sheet.consensus'),
    tab: 'plan',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    freeze: { table: 'consensus', column: 'item' },
    blocks: [
      sheetHead(
        context,
        'consensus',
        'sheet.consensus',
        'exchange.consensus.lead',
        [{ look: 'text' }, guideLink(context)],
        [
          {
            formula: join(
              `${say(context, 'exchange.openQuestions')} `,
              countIfs([txts('Consensus', 'status'), open]),
            ),
            look: 'strong',
          },
        ],
      ),
      consensusTable(context, main),
    ],
  };
}

function consensusTable(context: Context, main: Main): TableBlock {
  const word = (id: 'open' | 'agreed' | 'settled') => say(context, `exchange.status.${id}`);
  const whole = { kind: 'integer' as const, align: 'Center' as const };
  const open = equal(txt('status'), word('open'));
  return describeTable('Consensus', {
    columns: [
      key(context),
      fixed(context, 'sheet', 'exchange.column.sheet', 14),
      fixed(context, 'item', 'column.item', 44, { look: 'strong' }),
      fixed(context, 'question', 'exchange.column.question', 14),
      fixed(context, 'yes', 'list.pick.yes', 7, whole),
      fixed(context, 'maybe', 'list.pick.maybe', 7, whole),
      fixed(context, 'no', 'list.pick.no', 7, whole),
      fixed(context, 'people', 'exchange.column.people', 9, whole),
      fixed(context, 'agreement', 'exchange.column.agreement', 10, {
        kind: 'percent',
        align: 'Center',
      }),
      fixed(context, 'said', 'exchange.column.said', 60),
      fixed(context, 'state', 'exchange.column.state', 10, { hidden: true }),
      calc(
        context,
        'status',
        'column.status',
        10,
        when(
          equal(txt('id'), ''),
          '',
          when(equal(txt('resolution'), ''), txt('state'), word('settled')),
        ),
        { align: 'Center' },
      ),
      input(context, 'resolution', 'exchange.column.resolution', 26, {
        prompt: say(context, 'exchange.prompt.resolution'),
      }),
      input(context, 'comment', 'column.comment', 26),
    ],
    rows: [...ballotsOf(context.engagement).values()].map((ballot) =>
      consensusRow(context, main, ballot),
    ),
    spare: 0,
    filter: true,
    highlights: [
      {
        id: 'split',
        columns: ['agreement', 'status'],
        when: and(open, less(num('agreement'), 0.6)),
        look: 'problem',
      },
      { id: 'open', columns: ['agreement', 'status'], when: open, look: 'attention' },
      {
        id: 'agreed',
        columns: ['agreement', 'status'],
        when: equal(txt('status'), word('agreed')),
        look: 'done',
      },
      {
        id: 'settled',
        columns: ['status'],
        when: equal(txt('status'), word('settled')),
        look: 'picked',
      },
    ],
  });
}

function consensusRow(context: Context, main: Main, ballot: Ballot): RowSpec {
  const { table, row, column, votes } = ballot;
  const { lists, sheets } = main;
  const sheet = sheets.find(({ blocks }) => blocks.some(({ id }) => id === table));
  const block = sheet?.blocks.find(({ id }) => id === table);
  const asked = block?.kind === 'table' ? block : undefined;
  const spec = asked?.columns.find(({ id }) => id === column);
  const choices = choicesOf(votes);
  const label = labelOf(lists, spec);
  const cell = asked?.rows.find(({ id }) => id === row)?.cells[column] ?? null;
  const now = spec?.kind === 'date' && typeof cell === 'number' ? isoOf(cell) : cell;
  const taken = context.engagement.merged[cellKey(table, row, column)];
  const holds = taken !== undefined && isAsSent(taken.after, now);
  const agreed = agreedOf(votes, now);
  // Who edits a cell that a merge wrote has decided.
  const state = taken
    ? holds && taken.how === 'agreed'
      ? 'agreed'
      : 'settled'
    : agreed
      ? 'agreed'
      : 'open';
  // Everybody agrees, but the workbook says something else by now.
  const isHeldUp = state === 'open' && choices.length === 1;
  const times = (said: CellValue) => votes.filter((vote) => vote.said === said).length;
  const counts: Record<string, CellValue> =
    column === 'pick' ? { yes: times('yes'), maybe: times('maybe'), no: times('no') } : {};
  return {
    id: cellKey(table, row, column),
    cells: {
      sheet: sheet?.name ?? table,
      item: itemOf(context, lists, asked, row),
      question: spec?.header ?? column,
      ...counts,
      people: votes.length,
      agreement: choices[0] ? choices[0].by.length / votes.length : null,
      said: [
        ...choices.map(
          ({ said, by }) => `${label(said)} ← ${by.map((one) => one.respondent).join(', ')}`,
        ),
        ...(isHeldUp ? [`${label(now)} ← ${say(context, 'exchange.here')}`] : []),
      ].join('\n'),
      state: say(context, `exchange.status.${state}`),
    },
  };
}

/** What people call a row, or how it came back where the workbook has no such row yet. */
function itemOf(
  context: Context,
  lists: Main['lists'],
  block: TableBlock | undefined,
  row: string,
): CellValue {
  const cells = block?.rows.find(({ id }) => id === row)?.cells ?? {};
  const words = naturalKey(block?.id ?? '').flatMap((id) => {
    const value = cells[id] ?? null;
    if (value === null || value === '') return [];
    const column = block?.columns.find((one) => one.id === id);
    const day = column?.kind === 'date' && typeof value === 'number';
    return [labelOf(lists, column)(day ? isoOf(value) : value)];
  });
  if (words.length > 0) return words.join(' · ');
  const own = Object.values(context.engagement.answers).find(
    (answer) => answer.table === block?.id && answer.row === row && answer.column === 'item',
  );
  return own?.said ?? row;
}

function labelOf(
  lists: Main['lists'],
  column: ColumnSpec | undefined,
): (said: CellValue) => string {
  const list = lists.find(({ id }) => id === column?.list);
  return (said) =>
    said === null ? '–' : (list?.entries.find(({ id }) => id === said)?.label ?? String(said));
}

/** Files, answers and what was taken over; everything that came back is kept here. */
function logSheet(context: Context): SheetSpec {
  const free = { kind: 'quantity' as const };
  const day = { kind: 'date' as const };
  return {
    id: 'mergeLog',
    name: say(context, 'sheet.mergeLog'),
    tab: 'plan',
    visibility: 'Visible',
    flow: 'right',
    page: { orientation: 'Landscape' },
    blocks: [
      sheetHead(context, 'mergeLog', 'sheet.mergeLog', 'exchange.log.lead'),
      log(context, 'Responses', [
        content(context, 'respondent', 'exchange.column.respondent', 18),
        content(context, 'audience', 'exchange.column.audience', 12),
        content(context, 'file', 'exchange.column.file', 30),
        content(context, 'template', 'exchange.column.template', 14),
        content(context, 'batch', 'exchange.column.batch', 9, { kind: 'integer' }),
        content(context, 'on', 'exchange.column.on', 13, day),
      ]),
      log(context, 'Merged', [
        content(context, 'before', 'exchange.column.before', 20, free),
        content(context, 'after', 'exchange.column.after', 20, free),
        content(context, 'how', 'exchange.column.how', 12),
        content(context, 'by', 'exchange.column.respondent', 20),
        content(context, 'files', 'exchange.column.file', 26),
        content(context, 'on', 'exchange.column.on', 13, day),
      ]),
      log(context, 'Answers', [
        content(context, 'response', 'exchange.column.response', 14),
        content(context, 'table', 'column.table', 12),
        content(context, 'row', 'column.row', 32),
        content(context, 'column', 'exchange.column.question', 12),
        content(context, 'sent', 'exchange.column.sent', 20, free),
        content(context, 'said', 'exchange.column.said', 30, free),
        content(context, 'place', 'exchange.column.place', 20),
      ]),
    ],
  };
}

const log = (
  context: Context,
  name: 'Responses' | 'Answers' | 'Merged',
  columns: ColumnSpec[],
): TableBlock =>
  describeTable(name, {
    columns: [
      // What a merged cell is called is its id: it is to be read here.
      { ...key(context), ...(name === 'Merged' && { hidden: false, width: 40 }) },
      ...columns,
    ],
    rows: [],
    spare: 0,
    filter: true,
  });
