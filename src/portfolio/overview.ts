import { stages } from '../engagement/schema';
import type { MessageKey } from '../messages';
import {
  choose,
  countIfs,
  divide,
  ifError,
  num,
  nums,
  sum,
  sumIfs,
  txt,
  txts,
  type Num,
} from '../rules';
import type { CellValue, ChartBlock, SheetSpec, TableBlock, TextBlock } from '../workbook';
import type { PortfolioSheets } from './sheets';
import { steps } from '../catalog/steps';
import type { PortfolioRow, tables } from './tables';

const engagements = 'PortfolioEngagements';

declare module '../rules/register' {
  interface Tables {
    PortfolioEngagements: (typeof tables.engagements)[number]['name'];
    PortfolioStages: 'stage';
    PortfolioSteps: 'no' | 'offered' | 'picked';
    PortfolioMoney: 'currency';
  }
}

type Counted = 'offered' | 'suggested' | 'picked' | 'custom';
type Sum = (typeof tables.engagements)[number]['name'];

/** Four pictures, and the tables that they are drawn from: formulas over the other sheets. */
export class Overview {
  constructor(
    private readonly make: PortfolioSheets,
    private readonly rows: readonly PortfolioRow[],
  ) {}

  sheet(): SheetSpec {
    return this.make.sheet(
      'overview',
      [
        this.chart('stages', 'BarClustered', 'stage', ['engagements']),
        this.chart('steps', 'BarClustered', 'step', ['offered', 'picked'], true),
        this.chart('value', 'ColumnClustered', 'currency', ['value_planned', 'value_realised']),
        this.chart('pool', 'ColumnStacked', 'currency', ['earned', 'pending', 'forfeited'], true),
        this.heading('stages'),
        this.stagesTable(),
        this.heading('steps'),
        this.stepsTable(),
        this.heading('money'),
        this.moneyTable(),
      ],
      { widths: [28, 16, 16, 16, 16, 16, 16, 16, 16, 16] },
    );
  }

  private heading(id: string): TextBlock {
    const text = this.make.say(`portfolio.heading.${id}` as MessageKey);
    return { kind: 'text', id: `portfolio.heading.${id}`, rows: [[{ text, look: 'heading' }]] };
  }

  private chart(
    id: string,
    type: ChartBlock['type'],
    category: string,
    series: string[],
    beside = false,
  ): ChartBlock {
    const title = this.make.say(`portfolio.chart.${id}` as MessageKey);
    const table = `portfolio.${id === 'value' || id === 'pool' ? 'money' : id}`;
    return {
      kind: 'chart',
      id: `portfolio.chart.${id}`,
      type,
      title,
      table,
      category,
      series,
      rows: 16,
      width: 420,
      ...(beside && { beside: true as const }),
    };
  }

  private stagesTable(): TableBlock {
    const here: [ReturnType<typeof txts>, ReturnType<typeof txt>] = [
      txts(engagements, 'stage'),
      txt('stage'),
    ];
    const columns = [
      this.make.column('stage', 'text', 28, { look: 'strong' }),
      this.make.column('engagements', 'integer', 16, { formula: countIfs(here), align: 'Center' }),
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
      this.make.column('step', 'text', 28, { look: 'strong' }),
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

  /** Amounts of one currency only are added up. */
  private moneyTable(): TableBlock {
    const here: [ReturnType<typeof txts>, ReturnType<typeof txt>] = [
      txts(engagements, 'currency'),
      txt('currency'),
    ];
    const amount = (id: Sum) =>
      this.make.column(id, 'money', 16, { formula: sumIfs(nums(engagements, id), here) });
    const columns = [
      this.make.column('currency', 'text', 28, { look: 'strong' }),
      this.make.column('engagements', 'integer', 16, { formula: countIfs(here), align: 'Center' }),
      ...(['fee', 'value_planned', 'value_realised'] as const).map(amount),
      ...(['pool', 'earned', 'pending', 'forfeited', 'settled', 'due'] as const).map(amount),
    ];
    const currencies = distinct(this.rows.map(({ currency }) => currency ?? null));
    return this.make.table(
      'money',
      'PortfolioMoney',
      columns,
      currencies.map((currency, i) => ({ id: `currency.${i + 1}`, cells: { currency } })),
    );
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
