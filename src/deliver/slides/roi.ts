import type { CellValue } from '../../rules';
import { fieldShown, money, share, shown } from '../figures';
import { fieldOf, rowsOf, type Cells } from '../outline';
import type { Deck } from './deck';
import { moneyOf } from './selection';
import { tableSlides } from './table';

const amounts = ['yearly', 'pvBenefits', 'pvCosts', 'npv'] as const;
const rates = ['roi', 'irr', 'breakEven'] as const;

/** Every measure of the return, in three scenarios side by side. */
export function measureSlides(deck: Deck): void {
  const { outline } = deck;
  const npv = fieldOf(outline, 'Roi.Npv');
  if (fieldOf(outline, 'Roi.Problem') !== null || typeof npv !== 'number') return;
  scenarioSlide(deck, npv);
}

const header = (deck: Deck, table: string, column: string) =>
  deck.outline.tables[table]?.columns.find(({ id }) => id === column)?.header ?? column;

function scenarioSlide(deck: Deck, npv: number): void {
  const { outline } = deck;
  const scenarios = rowsOf(outline, 'roi.scenarios');
  const chosen = Number(fieldOf(outline, 'Value.ScenarioNo'));
  const word = (cells: Cells) =>
    outline.words.scenario?.[String(cells.scenario)] ?? String(cells.scenario);
  const title = deck.say('slide.title.measures', { npv: moneyOf(deck, npv) });
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
    { note: fieldShown(outline, 'Roi.Convention') },
  );
}
