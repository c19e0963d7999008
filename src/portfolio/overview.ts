import { stages } from '../engagement/schema';
import type { MessageKey } from '../messages';
import {
  choose,
  countIfs,
  divide,
  ifError,
  num,
  nums,
  subtract,
  sum,
  sumIfs,
  txt,
  txts,
  type Num,
} from '../rules';
import type { CellValue, ChartBlock, SheetSpec, TableBlock, TextBlock } from '../workbook';
import { attention, paying } from './ranking';
import type { PortfolioSheets } from './sheets';
import { steps } from '../catalog/steps';
import type { PortfolioRow, tables } from './tables';
import type { ItemCount } from './tally';

const engagements = 'PortfolioEngagements';

declare module '../rules/register' {
  interface Tables {
    PortfolioEngagements: (typeof tables.engagements)[number]['name'];
    PortfolioStages: 'stage';
    PortfolioSteps: 'no' | 'offered' | 'picked';
    PortfolioMoney: 'currency' | 'value_planned' | 'value_realised';
    PortfolioPool: 'currency' | 'pool' | 'earned' | 'pending' | 'forfeited';
    PortfolioPaying: 'picked_attainment' | 'other_attainment';
  }
}

type Counted = 'offered' | 'suggested' | 'picked' | 'custom';
type Sum = (typeof tables.engagements)[number]['name'];

/** The tables that pictures are drawn from. */
const drawn = {
  value: {
    table: 'money',
    type: 'ColumnClustered',
    category: 'currency',
    series: ['realised_share'],
  },
  pool: {
    table: 'pool',
    type: 'ColumnStacked',
    category: 'currency',
    series: ['earned_share', 'pending_share', 'forfeited_share'],
  },
  paying: {
    table: 'paying',
    type: 'BarClustered',
    category: 'item',
    series: ['picked_attainment', 'other_attainment'],
  },
  steps: { table: 'steps', type: 'BarClustered', category: 'step', series: ['offered', 'picked'] },
} as const;

/**
 * What a partner asks: value promised and realised, what is at risk and due, where to look, which picks
 * pay. Amounts are of one currency each; pictures show shares, which compare over currencies.
 */
export class Overview {
  constructor(
    private readonly make: PortfolioSheets,
    private readonly rows: readonly PortfolioRow[],
    private readonly items: readonly ItemCount[],
  ) {}

  sheet(): SheetSpec {
    const [needing, best] = [attention(this.rows), paying(this.items)];
    return this.make.sheet(
      'overview',
      [
        this.heading('money'),
        this.moneyTable(),
        this.chart('value'),
        this.chart('pool', true),
        this.heading('attention'),
        needing.length > 0 ? this.attentionTable(needing) : this.note('attention'),
        this.heading('paying'),
        ...(best.length > 0
          ? [this.payingTable(best), this.chart('paying'), this.chart('steps', true)]
          : [this.note('paying'), this.chart('steps')]),
        this.heading('pool'),
        this.poolTable(),
        this.heading('stages'),
        this.stagesTable(),
        this.heading('steps'),
        this.stepsTable(),
      ],
      { widths: [34, 20, 16, 16, 16, 16, 16, 16, 16, 16] },
    );
  }

  private heading(id: string): TextBlock {
    const text = this.make.say(`portfolio.heading.${id}` as MessageKey);
    return { kind: 'text', id: `portfolio.heading.${id}`, rows: [[{ text, look: 'heading' }]] };
  }

  private note(id: 'attention' | 'paying'): TextBlock {
    const text = this.make.say(`portfolio.note.${id}`);
    return { kind: 'text', id: `portfolio.note.${id}`, rows: [[{ text, look: 'muted' }]] };
  }

  private chart(id: keyof typeof drawn, beside = false): ChartBlock {
    const { table, type, category, series } = drawn[id];
    return {
      kind: 'chart',
      id: `portfolio.chart.${id}`,
      type,
      title: this.make.say(`portfolio.chart.${id}`),
      table: `portfolio.${table}`,
      category,
      series: [...series],
      rows: 16,
      width: 420,
      ...(beside && { beside: true as const }),
    };
  }

  /** Those of a currency. */
  private readonly here: [ReturnType<typeof txts>, ReturnType<typeof txt>] = [
    txts(engagements, 'currency'),
    txt('currency'),
  ];

  private amount(id: Sum) {
    return this.make.column(id, 'money', 16, { formula: sumIfs(nums(engagements, id), this.here) });
  }

  private currencies() {
    return distinct(this.rows.map(({ currency }) => this.make.currency(currency ?? null))).map(
      (currency, i) => ({ id: `currency.${i + 1}`, cells: { currency } }),
    );
  }

  private moneyTable(): TableBlock {
    const count = { align: 'Center' as const };
    const columns = [
      this.make.column('currency', 'text', 34, { look: 'strong' }),
      this.make.column('engagements', 'integer', 20, { formula: countIfs(this.here), ...count }),
      this.amount('value_planned'),
      this.amount('value_realised'),
      this.make.column('realised_share', 'percent', 16, {
        formula: ifError(divide(num('value_realised'), num('value_planned')), ''),
        bar: true,
      }),
      this.make.column('behind', 'integer', 16, {
        formula: countIfs(this.here, [nums(engagements, 'value_gap'), '<-0.005']),
        ...count,
      }),
      this.amount('pending'),
      this.amount('due'),
      this.make.column('readings_overdue', 'integer', 16, {
        formula: sumIfs(nums(engagements, 'readings_overdue'), this.here),
        ...count,
      }),
    ];
    return this.make.table('money', 'PortfolioMoney', columns, this.currencies());
  }

  private poolTable(): TableBlock {
    const share = (id: 'earned' | 'pending' | 'forfeited') =>
      this.make.column(`${id}_share`, 'percent', 16, {
        formula: ifError(divide(num(id), num('pool')), ''),
      });
    const columns = [
      this.make.column('currency', 'text', 34, { look: 'strong' }),
      ...(['fee', 'pool', 'earned', 'pending', 'forfeited'] as const).map((id) => this.amount(id)),
      ...(['earned', 'pending', 'forfeited'] as const).map(share),
      this.amount('settled'),
    ];
    return this.make.table('pool', 'PortfolioPool', columns, this.currencies());
  }

  private attentionTable(needing: readonly PortfolioRow[]): TableBlock {
    const columns = [
      this.make.column('project', 'text', 34, { look: 'strong' }),
      this.make.column('client', 'text', 20),
      this.make.column('currency', 'text', 16),
      ...(['value_planned', 'value_realised', 'value_gap'] as const).map((id) =>
        this.make.column(id, 'money', 16),
      ),
      this.make.column('pending', 'money', 16),
      this.make.column('due', 'money', 16),
      this.make.column('readings_overdue', 'integer', 16, { align: 'Center' }),
      this.make.column('checks_failing', 'integer', 16, { align: 'Center' }),
    ];
    const rows = needing.map((row, i) => ({
      id: `attention.${i + 1}`,
      cells: {
        ...Object.fromEntries(columns.map(({ id }) => [id, row[id] ?? null])),
        project: row.project ?? row.file ?? null,
        currency: this.make.currency(row.currency ?? null),
      },
    }));
    return this.make.table('attention', 'PortfolioAttention', columns, rows);
  }

  private payingTable(best: readonly ItemCount[]): TableBlock {
    const columns = [
      this.make.column('item', 'text', 34, { look: 'strong' }),
      this.make.column('step', 'text', 20),
      this.make.column('picked_attainment', 'percent', 16),
      this.make.column('picked_measured', 'integer', 16, { align: 'Center' }),
      this.make.column('other_attainment', 'percent', 16),
      this.make.column('other_measured', 'integer', 16, { align: 'Center' }),
      this.make.column('lift', 'percent', 16, {
        formula: ifError(subtract(num('picked_attainment'), num('other_attainment')), ''),
      }),
    ];
    const rows = best.map((item, i) => {
      const step = steps.find((one) => one === item.step);
      const {
        item: text,
        picked_measured,
        picked_attainment,
        other_measured,
        other_attainment,
      } = item;
      return {
        id: `paying.${i + 1}`,
        cells: {
          ...{ item: text, picked_measured, picked_attainment, other_measured, other_attainment },
          step: step ? this.make.say(`sheet.${step}`) : item.step,
        },
      };
    });
    return this.make.table('paying', 'PortfolioPaying', columns, rows);
  }

  private stagesTable(): TableBlock {
    const here: [ReturnType<typeof txts>, ReturnType<typeof txt>] = [
      txts(engagements, 'stage'),
      txt('stage'),
    ];
    const columns = [
      this.make.column('stage', 'text', 34, { look: 'strong' }),
      this.make.column('engagements', 'integer', 20, { formula: countIfs(here), align: 'Center' }),
      this.make.column('checks_failing', 'integer', 16, {
        formula: countIfs(here, [nums(engagements, 'checks_failing'), '>0']),
        header: this.make.say('portfolio.column.with_failing_checks'),
        align: 'Center',
      }),
    ];
    const known = stages.map((stage) => this.make.say(`list.stage.${stage}`));
    return this.make.table(
      'stages',
      'PortfolioStages',
      columns,
      distinct([...known, ...this.rows.map(({ stage }) => this.make.stage(stage ?? null))]).map(
        (stage, i) => ({ id: `stage.${i + 1}`, cells: { stage } }),
      ),
    );
  }

  private stepsTable(): TableBlock {
    const total = (count: Counted): Num =>
      choose(num('no'), ...steps.map((step) => sum(nums(engagements, `${step}_${count}`))));
    const count = (id: Counted) =>
      this.make.column(id, 'integer', 16, { formula: total(id), align: 'Center' });
    const columns = [
      this.make.column('step', 'text', 34, { look: 'strong' }),
      ...(['offered', 'suggested', 'picked', 'custom'] as const).map(count),
      this.make.column('pick_rate', 'percent', 16, {
        formula: ifError(divide(num('picked'), num('offered')), ''),
        bar: true,
      }),
      this.make.column('no', 'integer', 16, { look: 'muted', align: 'Center' }),
    ];
    const rows = steps.map((step, i) => ({
      id: `step.${step}`,
      cells: { step: this.make.say(`sheet.${step}`), no: i + 1 },
    }));
    return this.make.table('steps', 'PortfolioSteps', columns, rows);
  }
}

/** Excel compares without case. */
function distinct(values: readonly CellValue[]): string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const text = String(value ?? '');
    if (text !== '' && !seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  }
  return [...seen.values()];
}
