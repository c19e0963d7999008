import { stages } from '../engagement/schema';
import { message, type Lang, type MessageKey } from '../messages';
import type {
  CellValue,
  ColumnSpec,
  RowSpec,
  SheetSpec,
  TableBlock,
  TextBlock,
  ValueKind,
} from '../workbook';
import { steps } from '../catalog/steps';

/** What the sheets of a portfolio workbook have in common. */
export class PortfolioSheets {
  constructor(readonly lang: Lang) {}

  say = (key: MessageKey) => message(this.lang, key);

  sheet(id: string, blocks: SheetSpec['blocks'], more: Partial<SheetSpec> = {}): SheetSpec {
    return {
      id: `portfolio.${id}`,
      name: this.say(`portfolio.sheet.${id}` as MessageKey),
      tab: id === 'overview' ? 'guide' : 'value',
      visibility: 'Visible',
      flow: 'down',
      page: { orientation: 'Landscape' },
      blocks: [this.head(id), ...blocks],
      ...more,
    };
  }

  private head(id: string): TextBlock {
    return {
      kind: 'text',
      id: `portfolio.${id}.head`,
      rows: [
        [{ text: this.say(`portfolio.sheet.${id}` as MessageKey), look: 'title' }],
        [{ text: this.say(`portfolio.lead.${id}` as MessageKey), look: 'subtitle' }],
      ],
    };
  }

  column(id: string, kind: ValueKind, width: number, more: Partial<ColumnSpec> = {}): ColumnSpec {
    return {
      id,
      header: this.header(id),
      role: more.formula ? 'calc' : 'content',
      kind,
      width,
      ...more,
    };
  }

  /** "pain_offered": the step and what is counted. */
  private header(id: string): string {
    const step = steps.find((one) => id.startsWith(`${one}_`));
    if (step === undefined) return this.say(`portfolio.column.${id}` as MessageKey);
    const counted = this.say(`portfolio.column.${id.slice(step.length + 1)}` as MessageKey);
    return `${this.say(`sheet.${step}`)} · ${counted}`;
  }

  table(id: string, name: string, columns: ColumnSpec[], rows: RowSpec[]): TableBlock {
    const spare = rows.length === 0 ? 1 : 0;
    return { kind: 'table', id: `portfolio.${id}`, name, columns, rows, spare, filter: true };
  }

  /** Amounts without a currency are a currency of their own: they are added to no other. */
  currency(value: CellValue): CellValue {
    return value ?? this.say('portfolio.word.noCurrency');
  }

  standing(value: CellValue): CellValue {
    const known = (['counted', 'older', 'same', 'skipped'] as const).find((one) => one === value);
    return known ? this.say(`portfolio.word.${known}`) : value;
  }

  /** A stage as the word that workbooks have for it. */
  stage(value: CellValue): CellValue {
    const known = stages.find((one) => one === value);
    return known ? this.say(`list.stage.${known}`) : value;
  }
}
