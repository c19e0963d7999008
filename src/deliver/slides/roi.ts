import type { CellValue } from '../../rules';
import { fieldShown, money, share, shown } from '../figures';
import { fieldOf, rowsOf, type Cells } from '../outline';
import { bars, columnsChart, labelShown } from './chart';
import { inner, nameShown, page, type Deck } from './deck';
import { moneyOf } from './selection';
import { tableSlides } from './table';

const amounts = ['yearly', 'pvBenefits', 'pvCosts', 'npv'] as const;
const rates = ['roi', 'irr', 'breakEven'] as const;

/** The return: three scenarios side by side, the flows of the one chosen, what moves it. */
export function roiSlides(deck: Deck): void {
  const { outline } = deck;
  const npv = fieldOf(outline, 'Roi.Npv');
  if (fieldOf(outline, 'Roi.Problem') !== null || typeof npv !== 'number') return;
  scenarioSlide(deck, npv);
  flowSlide(deck);
  sensitivitySlide(deck);
}

const header = (deck: Deck, table: string, column: string) =>
  deck.outline.tables[table]?.columns.find(({ id }) => id === column)?.header ?? column;

function scenarioSlide(deck: Deck, npv: number): void {
  const { outline } = deck;
  const scenarios = rowsOf(outline, 'roi.scenarios');
  const chosen = Number(fieldOf(outline, 'Value.ScenarioNo'));
  const word = (cells: Cells) =>
    outline.words.scenario?.[String(cells.scenario)] ?? String(cells.scenario);
  const lowest = scenarios[0]?.cells.npv;
  const payback = fieldOf(outline, 'Roi.Payback');
  const title = deck.say(
    typeof payback === 'number' ? 'deliver.title.roi' : 'deliver.title.roiOpen',
    {
      npv: moneyOf(deck, npv),
      payback: shown(outline, { kind: 'number' }, payback),
      low: typeof lowest === 'number' ? moneyOf(deck, lowest) : String(lowest ?? ''),
    },
  );
  const line = (column: string, text: (value: CellValue | undefined) => string) => ({
    cells: [
      header(deck, 'roi.scenarios', column),
      ...scenarios.map(({ cells }) => text(cells[column])),
    ],
  });
  const number = (value: CellValue | undefined) => shown(outline, { kind: 'number' }, value);
  tableSlides(
    deck,
    title,
    ['roi'],
    [
      { name: header(deck, 'roi.scenarios', 'scenario'), width: 2.4 },
      ...scenarios.map(({ cells }, i) => ({
        name: i + 1 === chosen ? `${word(cells)} ●` : word(cells),
        width: 2,
        align: 'right' as const,
        strong: i + 1 === chosen,
      })),
    ],
    [
      ...amounts.map((column) => line(column, money)),
      ...rates.map((column) => line(column, share)),
      line('bcr', number),
      line('payback', number),
      line('discountedPayback', number),
      {
        cells: [
          deck.say('deliver.roi.cash'),
          ...rowsOf(outline, 'roi.cash').map(({ cells }) => money(cells.npv)),
        ],
      },
    ],
    {
      top: page.top + 2.05,
      first: (slide) => {
        const lead = deck.lead(slide, fieldShown(outline, 'Roi.Convention'));
        deck.figures(slide, page.top + lead, [
          ...(['Roi.Npv', 'Roi.Roi', 'Roi.Payback', 'Roi.NetValue'] as const).map((name) => ({
            name: outline.fields[name]?.label ?? name,
            value: fieldShown(outline, name),
          })),
        ]);
      },
    },
  );
}

function flowSlide(deck: Deck): void {
  const years = rowsOf(deck.outline, 'roi.years').filter(({ cells }) => cells.inside === 1);
  const columns = ['benefits', 'costs', 'cumulative'] as const;
  if (years.length === 0) return;
  const last = years[years.length - 1]?.cells.cumulative;
  const slide = deck.slide(
    deck.say('deliver.title.flows', {
      years: years.length - 1,
      total: typeof last === 'number' ? moneyOf(deck, last) : '',
    }),
    ['roi', 'costs'],
  );
  columnsChart(
    deck,
    slide,
    { x: page.left, y: page.top, w: inner, h: page.bottom - page.top },
    columns.map((column) => ({
      name: header(deck, 'roi.years', column),
      labels: years.map(
        ({ cells }) => `${header(deck, 'roi.years', 'year')} ${String(cells.year)}`,
      ),
      values: years.map(({ cells }) => Number(cells[column] ?? 0)),
    })),
  );
}

const mostMovers = 10;

function sensitivitySlide(deck: Deck): void {
  const movers = rowsOf(deck.outline, 'roi.sensitivity')
    .filter(({ cells }) => typeof cells.swing === 'number' && cells.swing > 0)
    .slice(0, mostMovers);
  const [first] = movers;
  if (!first) return;
  const slide = deck.slide(
    deck.say('deliver.title.sensitivity', {
      item: nameShown(String(first.cells.item)),
      swing: moneyOf(deck, Number(first.cells.swing)),
    }),
    ['roi'],
  );
  deck.lead(slide, deck.say('deliver.sensitivityLead'));
  bars(
    deck,
    slide,
    { x: page.left, y: page.top + 0.4, w: inner, h: page.bottom - page.top - 0.4 },
    [
      {
        name: header(deck, 'roi.sensitivity', 'swing'),
        labels: movers.map(
          ({ cells }) => `${labelShown(String(cells.item))} · ${String(cells.kind ?? '')}`,
        ),
        values: movers.map(({ cells }) => Number(cells.swing)),
      },
    ],
  );
}
