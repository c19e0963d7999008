import { blank, fieldShown, money, shown } from '../figures';
import { fieldOf, rowsOf, type Cells } from '../outline';
import { inner, page, sizes, type Deck } from './deck';
import { labelShown, stackedBars, unitSaid } from './chart';
import { wordOf } from './picks';
import { tableSlides } from './table';

const header = (deck: Deck, table: string, id: string) =>
  deck.outline.tables[table]?.columns.find((column) => column.id === id)?.header ?? id;

/** The eleven steps of micro-consulting with their dates. */
export function microSlides(deck: Deck): void {
  const { outline } = deck;
  const steps = rowsOf(outline, 'microSteps');
  if (steps.length === 0) return;
  const days = Math.max(
    ...steps.map(({ cells: { dayTo } }) => (typeof dayTo === 'number' ? dayTo : 0)),
  );
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
  workTable(deck);
}

function budgetSlide(deck: Deck): void {
  const { outline } = deck;
  const rows = rowsOf(outline, 'budget').filter(
    ({ cells }) => typeof cells.before === 'number' || typeof cells.after === 'number',
  );
  const kept = fieldOf(outline, 'Budget.Share');
  if (rows.length === 0 || typeof kept !== 'number') return;
  const width = inner * 0.52;
  const note = unitSaid(deck, '');
  const top = page.top + (note ? deck.leadHeight(note) : 0);
  const sum = ['Budget.Before', 'Budget.After'].reduce(
    (total, name) => total + Number(fieldOf(outline, name) ?? 0),
    0,
  );
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
          money(sum),
        ],
        look: 'total' as const,
      },
    ],
    {
      ...{ width, note },
      first: (slide) =>
        stackedBars(
          deck,
          slide,
          { x: page.left + width + 0.3, y: top, w: inner - width - 0.3, h: 4.6 },
          (['before', 'after'] as const).map((id) => ({
            name: header(deck, 'budget', id),
            labels: rows.map(({ cells }) => labelShown(String(cells.item ?? ''))),
            values: rows.map(({ cells }) => Number(cells[id] ?? 0)),
          })),
        ),
    },
  );
}

/** Most work items that are listed. */
const mostWork = 12;

/** Building and landing: the work items of both, with who does each and when. */
function workTable(deck: Deck): void {
  const { outline } = deck;
  const kinds = (['process', 'promotion'] as const).map((table) => ({
    table,
    rows: rowsOf(outline, table).filter(({ cells }) => cells.item),
  }));
  const all = kinds.flatMap(({ rows }) => rows);
  if (all.length === 0) return;
  const done = all.filter(({ cells }) => cells.status === 'done').length;
  const kept = new Set(firstOpen(all, mostWork));
  const column = (id: string) => header(deck, 'process', id);
  tableSlides(
    deck,
    deck.say(done > 0 ? 'slide.title.work' : 'slide.title.workOpen', { count: all.length, done }),
    ['lifecycle'],
    [
      { name: deck.say('slide.work.kind'), width: 2.2, heading: true },
      { name: column('item'), width: 5, strong: true },
      { name: column('owner'), width: 1.6 },
      { name: column('start'), width: 1.4 },
      { name: column('end'), width: 1.4 },
      { name: column('status'), width: 1.3 },
    ],
    kinds.flatMap(({ table, rows }) =>
      rows
        .filter((row) => kept.has(row))
        .map(({ cells }, i) => ({
          cells: [
            i === 0 ? deck.say(`slide.work.${table}`) : '',
            String(cells.item ?? ''),
            String(cells.owner ?? ''),
            shown(outline, { kind: 'date' }, cells.start).replace(blank, ''),
            shown(outline, { kind: 'date' }, cells.end).replace(blank, ''),
            wordOf(deck, 'status', String(cells.status ?? '')),
          ],
        })),
    ),
    {
      repeat: true,
      note:
        kept.size < all.length
          ? deck.say('deliver.firstOpen', {
              count: kept.size,
              all: all.length,
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
