import { blank, fieldShown, money, shown } from '../figures';
import { fieldOf, rowsOf, type Cells } from '../outline';
import { inner, page, sizes, type Audience, type Deck } from './deck';
import { labelShown, stackedBars } from './chart';
import { wordOf } from './picks';
import { tableSlides } from './table';

const header = (deck: Deck, table: string, id: string) =>
  deck.outline.tables[table]?.columns.find((column) => column.id === id)?.header ?? id;

/** The eleven steps of micro-consulting with their dates. */
export function microSlides(deck: Deck): void {
  const { outline } = deck;
  const steps = rowsOf(outline, 'microSteps');
  if (steps.length === 0) return;
  const days = Math.max(...steps.map(({ cells }) => Number(cells.to ?? 0)));
  const end = fieldShown(outline, 'Micro.EndDate');
  const params = { hours: fieldShown(outline, 'Micro.VendorHours'), days, end };
  const column = (id: string, kind: string, list?: string) => ({ id, kind, ...(list && { list }) });
  const columns = [
    column('no', 'integer'),
    column('step', 'text'),
    column('lead', 'text', 'lead'),
    column('mode', 'text', 'mode'),
    column('hours', 'hours'),
    column('start', 'date'),
    column('end', 'date'),
    column('owner', 'text'),
    column('status', 'text', 'status'),
  ];
  const widths = [0.5, 4.3, 0.9, 0.9, 0.9, 1.25, 1.25, 1.6, 1.1];
  tableSlides(
    deck,
    deck.say(end === blank ? 'deliver.title.microOpen' : 'deliver.title.micro', params),
    ['micro'],
    columns.map(({ id }, i) => ({
      name: header(deck, 'microSteps', id),
      width: widths[i] ?? 1,
      strong: id === 'step',
      ...(id === 'hours' && { align: 'right' as const }),
    })),
    steps.map(({ cells }) => ({
      cells: columns.map((one) => shown(outline, one, cells[one.id]).replace(blank, '')),
      ...(cells.lead === 'client' && { look: 'quiet' as const }),
    })),
    { size: sizes.least },
  );
}

/** Planning, building and operating weigh the same: money, process, promotion. */
export function lifecycleSlides(deck: Deck): void {
  budgetSlide(deck);
  planTable(deck, 'process');
  planTable(deck, 'promotion');
}

function budgetSlide(deck: Deck): void {
  const { outline } = deck;
  const rows = rowsOf(outline, 'budget').filter(
    ({ cells }) => typeof cells.before === 'number' || typeof cells.after === 'number',
  );
  const kept = fieldOf(outline, 'Budget.Share');
  if (rows.length === 0 || typeof kept !== 'number') return;
  const width = inner * 0.52;
  tableSlides(
    deck,
    deck.say('deliver.title.budget', {
      share: fieldShown(outline, 'Budget.Share'),
      least: fieldShown(outline, 'Engagement.AfterGoLiveShare'),
    }),
    ['lifecycle'],
    [
      { name: header(deck, 'budget', 'item'), width: 3.2, strong: true },
      ...['before', 'after', 'total'].map((id) => ({
        name: header(deck, 'budget', id),
        width: 1.7,
        align: 'right' as const,
      })),
    ],
    [
      ...rows.map(({ cells }) => ({
        cells: [
          String(cells.item ?? ''),
          money(cells.before),
          money(cells.after),
          money(cells.total),
        ],
      })),
      {
        cells: [
          deck.say('column.total'),
          fieldShown(outline, 'Budget.Before'),
          fieldShown(outline, 'Budget.After'),
          '',
        ],
        look: 'total' as const,
      },
    ],
    {
      width,
      first: (slide) =>
        stackedBars(
          deck,
          slide,
          { x: page.left + width + 0.3, y: page.top, w: inner - width - 0.3, h: 4.6 },
          (['before', 'after'] as const).map((id) => ({
            name: header(deck, 'budget', id),
            labels: rows.map(({ cells }) => labelShown(String(cells.item ?? ''))),
            values: rows.map(({ cells }) => Number(cells[id] ?? 0)),
          })),
        ),
    },
  );
}

/** Most work items that an audience is shown. */
const mostWork: Record<Audience, number> = { steering: 7, team: 14 };

function planTable(deck: Deck, table: 'process' | 'promotion'): void {
  const { outline } = deck;
  const rows = rowsOf(outline, table).filter(({ cells }) => cells.item);
  if (rows.length === 0) return;
  const listed = firstOpen(rows, mostWork[deck.audience]);
  const done = rows.filter(({ cells }) => cells.status === 'done').length;
  tableSlides(
    deck,
    deck.say(done > 0 ? `deliver.title.${table}` : `deliver.title.${table}Open`, {
      count: rows.length,
      done,
    }),
    ['lifecycle'],
    [
      { name: header(deck, table, 'item'), width: 4.6, strong: true },
      ...(deck.audience === 'team'
        ? [{ name: header(deck, table, 'explanation'), width: 3.8 }]
        : []),
      { name: header(deck, table, 'owner'), width: 1.5 },
      { name: header(deck, table, 'start'), width: 1.6 },
      { name: header(deck, table, 'end'), width: 1.6 },
      { name: header(deck, table, 'status'), width: 1.5 },
    ],
    listed.map(({ cells }) => ({
      cells: [
        String(cells.item ?? ''),
        ...(deck.audience === 'team' ? [String(cells.explanation ?? '')] : []),
        String(cells.owner ?? ''),
        shown(outline, { kind: 'date' }, cells.start).replace(blank, ''),
        shown(outline, { kind: 'date' }, cells.end).replace(blank, ''),
        wordOf(deck, 'status', String(cells.status ?? '')),
      ],
    })),
    {
      note:
        listed.length < rows.length
          ? deck.say('deliver.firstOpen', {
              count: listed.length,
              all: rows.length,
              sheet: outline.sheets.lifecycle ?? '',
            })
          : '',
    },
  );
}

/** All rows as long as they are few, else what is open by its end, then what is done. */
function firstOpen(rows: ReturnType<typeof rowsOf>, most: number): ReturnType<typeof rowsOf> {
  if (rows.length <= most) return rows;
  const isDone = ({ cells }: { cells: Cells }) => Number(cells.status === 'done');
  const end = ({ cells }: { cells: Cells }) => Number(cells.end ?? 1e9);
  return [...rows].sort((a, b) => isDone(a) - isDone(b) || end(a) - end(b)).slice(0, most);
}
