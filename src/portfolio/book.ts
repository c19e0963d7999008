import type { Lang } from '../messages';
import { divide, ifError, num, serialOfIso } from '../rules';
import type { CellValue, RowSpec, SheetSpec, ValueKind, WorkbookSpec } from '../workbook';
import { Overview } from './overview';
import { PortfolioSheets } from './sheets';
import { steps } from '../catalog/steps';
import { tables, type PortfolioColumn, type PortfolioRow } from './tables';
import type { ItemCount } from './tally';

/** What a portfolio workbook shows. Picks are counted by item: a million rows are for a warehouse. */
export interface PortfolioContent {
  engagements: PortfolioRow[];
  items: ItemCount[];
  metrics: PortfolioRow[];
  settlements: PortfolioRow[];
  /** Every file that was found: counted or not, and why. */
  files: PortfolioRow[];
}

/** The most rows that a table of the workbook may have. */
export const mostBookRows = 100_000;

/** Overview with pictures, and the tables they are drawn from. */
export function describePortfolio(lang: Lang, content: PortfolioContent): WorkbookSpec {
  const make = new PortfolioSheets(lang);
  const { engagements, metrics, settlements } = content;
  const data = new DataSheets(make);
  return {
    lang,
    title: make.say('portfolio.title'),
    sheets: [
      new Overview(make, engagements, content.items).sheet(),
      data.dataSheet('engagements', tables.engagements, engagements, 'project'),
      data.itemSheet(content.items),
      data.dataSheet('metrics', tables.metrics, metrics, 'metric'),
      data.dataSheet('settlements', tables.settlements, settlements, 'name'),
      data.dataSheet('files', tables.files, content.files, 'file'),
    ],
    lists: [],
  };
}

class DataSheets {
  constructor(private readonly make: PortfolioSheets) {}

  dataSheet(
    id: 'engagements' | 'metrics' | 'settlements' | 'files',
    columns: readonly PortfolioColumn[],
    rows: readonly PortfolioRow[],
    freeze: string,
  ): SheetSpec {
    const name = `Portfolio${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    const specs = columns.map((column) =>
      this.make.column(column.name, kindOf(column), widthOf(column)),
    );
    const cells = (row: PortfolioRow) =>
      Object.fromEntries(columns.map((column) => [column.name, this.cell(column, row)]));
    const block = this.make.table(
      id,
      name,
      specs,
      rows.map((row, i) => ({ id: `${id}.${i + 1}`, cells: cells(row) })),
    );
    return this.make.sheet(id, [block], {
      freeze: { table: name, column: freeze },
      page: { orientation: 'Landscape', ...(id === 'engagements' && { until: 'as_of' }) },
    });
  }

  /** Days as serial numbers; of what is an id in every file the word, where there is one. */
  private cell({ name, type }: PortfolioColumn, row: PortfolioRow): CellValue {
    const value = row[name] ?? null;
    if (type === 'date' && typeof value === 'string') return serialOfIso(value) ?? value;
    if (name === 'stage') return this.make.stage(value);
    if (name === 'currency') return this.make.currency(value);
    if (name === 'standing') return this.make.standing(value);
    return value;
  }

  itemSheet(items: readonly ItemCount[]): SheetSpec {
    const count = (id: string) => this.make.column(id, 'integer', 11, { align: 'Center' });
    const columns = [
      this.make.column('step', 'text', 16),
      this.make.column('item_id', 'text', 30, { look: 'muted' }),
      this.make.column('item', 'text', 60),
      ...['offered', 'suggested', 'yes', 'maybe', 'rejected'].map(count),
      this.make.column('pick_rate', 'percent', 13, {
        formula: ifError(divide(num('yes'), num('offered')), ''),
        bar: true,
      }),
      ...(['picked', 'other'] as const).flatMap((side) => [
        this.make.column(`${side}_attainment`, 'percent', 14),
        count(`${side}_measured`),
      ]),
    ];
    const rows = items.map((item, i): RowSpec => {
      const step = steps.find((one) => one === item.step);
      const cells = { ...item, step: step ? this.make.say(`sheet.${step}`) : item.step };
      return { id: `item.${i + 1}`, cells: { ...cells, custom: null } };
    });
    return this.make.sheet('items', [this.make.table('items', 'PortfolioItems', columns, rows)], {
      freeze: { table: 'PortfolioItems' },
    });
  }
}

function kindOf({ type, show }: PortfolioColumn): ValueKind {
  if (type === 'integer') return 'integer';
  if (type === 'date') return 'date';
  return type === 'number' ? (show ?? 'measure') : 'text';
}

const wide = new Set([
  'file',
  'counted_file',
  'reason',
  'project',
  'client',
  'metric',
  'name',
  'model_versions',
]);

const widthOf = ({ name, type }: PortfolioColumn): number =>
  wide.has(name) ? 30 : type === 'text' ? 18 : 15;
