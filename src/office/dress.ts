import { render, type Naming } from '../rules';
import { message, type Lang } from '../messages';
import type {
  ChartBlock,
  ColumnSpec,
  FieldsBlock,
  ListSpec,
  TableBlock,
  TextBlock,
  WorkbookSpec,
} from '../workbook';
import type { Operation } from './batch';
import { bodyMatrix } from './cells';
import { widthAt, type Placement, type SheetLayout } from './positions';
import {
  barColor,
  bodySize,
  chartColors,
  columnFormat,
  fonts,
  formats,
  tabColors,
  type Format,
} from './looks';
import { columnLetters, lineCount, widthInPoints } from './text';

type Area = { row: number; column: number; rows: number; columns: number };

const overhead = 350;

/** How a placed sheet looks and behaves: formats, widths, drop-downs, highlights, charts, print. */
export function dress(spec: WorkbookSpec, layout: SheetLayout, naming: Naming): Operation[] {
  const dresser = new Dresser(spec, layout, naming);
  return dresser.operations();
}

class Dresser {
  private readonly list: Operation[] = [];

  constructor(
    private readonly spec: WorkbookSpec,
    private readonly layout: SheetLayout,
    private readonly naming: Naming,
  ) {}

  operations(): Operation[] {
    if (this.layout.sheet.visibility === 'Visible') {
      for (const placement of this.layout.placements) {
        const { block } = placement;
        if (block.kind === 'text') this.text(block, placement);
        else if (block.kind === 'fields') this.fields(block, placement);
        else if (block.kind === 'table') this.table(block, placement);
        else this.chart(block, placement);
      }
    }
    this.sheet();
    return this.list;
  }

  private do(apply: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void, actions = 1) {
    this.list.push({
      bytes: overhead * actions,
      apply: (context) =>
        apply(context.workbook.worksheets.getItem(this.layout.sheet.name), context),
    });
  }

  private format(area: Area, format: Format): void {
    this.do((sheet) => {
      const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
      applyFormat(range, format, fonts[this.spec.lang]);
    }, 8);
  }

  private text(block: TextBlock, placement: Placement): void {
    this.do((sheet) => {
      const { row, column, rows, columns } = placement;
      sheet.getRangeByIndexes(row, column, rows, columns).format.verticalAlignment = 'Center';
    });
    block.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        const area = { row: placement.row + r, column: placement.column + c, rows: 1, columns: 1 };
        this.format(area, formats[cell.look]);
        if (cell.look === 'title') this.height(area.row, 32);
        if (cell.look === 'heading' || cell.look === 'header') this.height(area.row, 24);
        if (cell.look === 'output' || cell.look === 'header') this.center(area);
        if (row.length > 1 && cell.text && cell.look === 'text') this.wrap(area, cell.text);
      }),
    );
  }

  private height(row: number, points: number): void {
    this.do((sheet) => {
      sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
    });
  }

  private center(area: Area): void {
    this.do((sheet) => {
      sheet.getRangeByIndexes(area.row, area.column, 1, 1).format.horizontalAlignment = 'Center';
    });
  }

  private wrap(area: Area, text: string): void {
    const lines = lineCount(text, widthAt(this.layout, area.column));
    this.do((sheet) => {
      const range = sheet.getRangeByIndexes(area.row, area.column, 1, 1);
      range.format.wrapText = true;
      range.format.rowHeight = rowHeight(lines);
    }, 2);
  }

  private fields(block: FieldsBlock, placement: Placement): void {
    const column = (offset: number) => ({
      row: placement.row,
      column: placement.column + offset,
      rows: placement.rows,
      columns: 1,
    });
    this.format(column(0), { ...formats.strong, border: formats.content.border });
    this.format(column(2), formats.muted);
    this.do((sheet) => {
      const { row, column: first, rows, columns } = placement;
      const range = sheet.getRangeByIndexes(row, first, rows, columns);
      range.format.verticalAlignment = 'Center';
      range.format.indentLevel = 1;
    }, 2);
    block.fields.forEach((field, i) => {
      const area = { ...column(1), row: placement.row + i, rows: 1 };
      this.format(area, field.role === 'input' ? formats.input : formats.output);
      this.do((sheet) => {
        const range = sheet.getRangeByIndexes(area.row, area.column, 1, 1);
        range.format.horizontalAlignment = 'Left';
        range.format.indentLevel = 1;
        range.format.rowHeight = 20;
        validate(range, this.spec, field);
      }, 3);
    });
  }

  private table(block: TableBlock, placement: Placement): void {
    const { row, column, rows, columns } = placement;
    const whole = { row, column, rows, columns };
    this.do((sheet) => {
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      range.format.wrapText = true;
      range.format.verticalAlignment = 'Center';
    }, 2);
    this.format({ ...whole, rows: 1 }, formats.header);
    this.do((sheet) => {
      sheet.getRangeByIndexes(row, column, 1, columns).format.horizontalAlignment = 'Center';
    });
    block.columns.forEach((spec, i) => {
      const area = { row: row + 1, column: column + i, rows: rows - 1, columns: 1 };
      this.format(area, columnFormat(spec));
      this.do((sheet) => {
        const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, 1);
        if (spec.align) range.format.horizontalAlignment = spec.align;
        else if (spec.kind === 'text') range.format.indentLevel = 1;
        if (spec.role !== 'calc' && spec.role !== 'key') validate(range, this.spec, spec);
        if (spec.bar) addBar(range);
      }, 4);
    });
    this.spareRows(block, placement);
    this.highlights(block, placement);
    this.heights(block, placement);
  }

  /** Where someone may add rows, everything but what is computed looks like an input. */
  private spareRows(block: TableBlock, placement: Placement): void {
    if (block.spare === 0 || block.customPrefix === undefined) return;
    block.columns.forEach((column, i) => {
      if (column.role !== 'content' || column.look === 'muted') return;
      const area = {
        row: placement.row + 1 + block.rows.length,
        column: placement.column + i,
        rows: block.spare,
        columns: 1,
      };
      this.format(area, formats.input);
    });
  }

  private highlights(block: TableBlock, placement: Placement): void {
    const first = placement.row + 2;
    const letter = (id: string) =>
      columnLetters(placement.column + block.columns.findIndex((column) => column.id === id));
    const naming: Naming = { ...this.naming, field: (id) => `$${letter(id)}${first}` };
    for (const highlight of block.highlights ?? []) {
      const formula = render(highlight.when.node, naming);
      const targets = highlight.columns
        ? highlight.columns.map((id) => block.columns.findIndex((column) => column.id === id))
        : [-1];
      for (const target of targets) {
        this.do((sheet) => {
          const range =
            target < 0
              ? sheet.getRangeByIndexes(
                  placement.row + 1,
                  placement.column,
                  placement.rows - 1,
                  placement.columns,
                )
              : sheet.getRangeByIndexes(
                  placement.row + 1,
                  placement.column + target,
                  placement.rows - 1,
                  1,
                );
          const conditional = range.conditionalFormats.add('Custom');
          conditional.custom.rule.formula = formula;
          const { fill, color, strikethrough } = formats[highlight.look];
          if (fill) conditional.custom.format.fill.color = fill;
          if (color) conditional.custom.format.font.color = color;
          if (strikethrough) conditional.custom.format.font.strikethrough = true;
        }, 4);
      }
    }
  }

  /** Excel does not fit rows reliably, so the height of each is computed from its longest text. */
  private heights(block: TableBlock, placement: Placement): void {
    const heights = bodyMatrix(this.spec, block).map((cells) =>
      rowHeight(
        cells.reduce<number>((lines, cell, i) => {
          if (block.columns[i]?.hidden || typeof cell !== 'string') return lines;
          return Math.max(lines, lineCount(cell, widthAt(this.layout, placement.column + i)));
        }, 1),
      ),
    );
    let start = 0;
    for (let i = 1; i <= heights.length; i += 1) {
      if (i < heights.length && heights[i] === heights[start]) continue;
      const [from, count, height] = [
        placement.row + 1 + start,
        i - start,
        heights[start] as number,
      ];
      this.do((sheet) => {
        sheet.getRangeByIndexes(from, 0, count, 1).format.rowHeight = height;
      });
      start = i;
    }
    this.height(placement.row, 28);
  }

  private chart(block: ChartBlock, placement: Placement): void {
    const source = this.layout.placements.find(({ block: one }) => one.id === block.table);
    if (!source || source.block.kind !== 'table') return;
    const columns = source.block.columns;
    const bodyOf = (sheet: Excel.Worksheet, id: string) =>
      sheet.getRangeByIndexes(
        source.row + 1,
        source.column + columns.findIndex((column) => column.id === id),
        source.rows - 1,
        1,
      );
    const headerOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id;
    this.do(
      (sheet) => {
        const [firstSeries] = block.series;
        if (firstSeries === undefined) return;
        const chart = sheet.charts.add(block.type, bodyOf(sheet, firstSeries), 'Columns');
        chart.name = block.id;
        chart.title.text = block.title;
        chart.legend.position = 'Bottom';
        const from = sheet.getRangeByIndexes(placement.row, placement.column, 1, 1);
        const to = sheet.getRangeByIndexes(
          placement.row + placement.rows - 1,
          placement.column + chartColumns(this.layout, placement, block.width),
          1,
          1,
        );
        chart.setPosition(from, to);
        block.series.forEach((id, i) => {
          const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(headerOf(id));
          series.name = headerOf(id);
          series.setValues(bodyOf(sheet, id));
          series.setXAxisValues(bodyOf(sheet, block.category));
          series.format.fill.setSolidColor(chartColors[i % chartColors.length] as string);
        });
        if (block.type.startsWith('Bar')) chart.axes.categoryAxis.reversePlotOrder = true;
      },
      8 + 6 * block.series.length,
    );
  }

  private sheet(): void {
    const { sheet, widths, hiddenColumns } = this.layout;
    for (const [column, width] of widths) {
      this.do((worksheet) => {
        worksheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthInPoints(width);
      });
    }
    const hideOnScreen = sheet.visibility === 'Visible' ? hiddenColumns : [];
    for (const column of hideOnScreen) {
      this.do((worksheet) => {
        worksheet.getRangeByIndexes(0, column, 1, 1).columnHidden = true;
      });
    }
    const table = this.layout.placements.find(({ block }) => block.kind === 'table');
    const frozen = this.frozen();
    this.do((worksheet) => {
      worksheet.tabColor = tabColors[sheet.tab];
      worksheet.showGridlines = false;
      if (frozen) {
        worksheet.freezePanes.freezeAt(
          worksheet.getRangeByIndexes(0, 0, frozen.rows, frozen.columns),
        );
      }
      const page = worksheet.pageLayout;
      page.orientation = sheet.page.orientation;
      page.paperSize = 'A4';
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      page.centerHorizontally = true;
      page.headersFooters.defaultForAllPages.leftFooter = '&A';
      page.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
      if (table && sheet.freeze) page.setPrintTitleRows(`$${table.row + 1}:$${table.row + 1}`);
      if (sheet.visibility !== 'Visible') worksheet.visibility = sheet.visibility;
    }, 12);
  }

  private frozen(): { rows: number; columns: number } | undefined {
    const { freeze } = this.layout.sheet;
    if (!freeze) return undefined;
    const placed = this.layout.placements.find(({ block }) => block.id === freeze.table);
    if (!placed || placed.block.kind !== 'table') return undefined;
    const column = placed.block.columns.findIndex(({ id }) => id === freeze.column);
    return { rows: placed.row + 1, columns: placed.column + column + 1 };
  }
}

const rowHeight = (lines: number) => Math.min(400, Math.max(20, lines * 14.5 + 6));

/** The last column that a chart of this width reaches. */
function chartColumns(layout: SheetLayout, placement: Placement, width: number): number {
  let reached = 0;
  let columns = 0;
  while (reached < width && columns < 60) {
    const column = placement.column + columns;
    if (!layout.hiddenColumns.includes(column)) reached += widthInPoints(widthAt(layout, column));
    columns += 1;
  }
  return Math.max(0, columns - 1);
}

function applyFormat(range: Excel.Range, format: Format, font: string): void {
  range.format.font.name = font;
  range.format.font.size = format.size ?? bodySize;
  if (format.color) range.format.font.color = format.color;
  if (format.bold) range.format.font.bold = true;
  if (format.italic) range.format.font.italic = true;
  if (format.fill) range.format.fill.color = format.fill;
  if (format.border) {
    const sides = [
      'EdgeTop',
      'EdgeBottom',
      'EdgeLeft',
      'EdgeRight',
      'InsideHorizontal',
      'InsideVertical',
    ] as const;
    for (const side of sides) {
      const border = range.format.borders.getItem(side);
      border.style = 'Continuous';
      border.color = format.border;
    }
  }
}

function addBar(range: Excel.Range): void {
  const conditional = range.conditionalFormats.add('DataBar');
  conditional.dataBar.positiveFormat.fillColor = barColor;
  conditional.dataBar.positiveFormat.gradientFill = false;
  conditional.dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
}

/** Rule first, then prompt, then alert: the only order that Excel takes without complaint. */
function validate(
  range: Excel.Range,
  spec: WorkbookSpec,
  cell: Pick<ColumnSpec, 'kind' | 'list' | 'prompt'>,
): void {
  const list: ListSpec | undefined = spec.lists.find((one) => one.id === cell.list);
  const rule = list ? { list: { inCellDropDown: true, source: `=${list.name}` } } : typeRule(cell);
  if (rule) range.dataValidation.rule = rule;
  if (cell.prompt) {
    range.dataValidation.prompt = { showPrompt: true, title: '', message: cell.prompt };
  }
  if (rule) {
    range.dataValidation.errorAlert = {
      showAlert: true,
      style: list?.open ? 'Information' : 'Stop',
      title: '',
      message: alertText(spec.lang, list, cell),
    };
  }
}

/** A prompt cannot stand alone: text with one gets the rule that a cell has anyway. */
function typeRule({
  kind,
  prompt,
}: Pick<ColumnSpec, 'kind' | 'prompt'>): Excel.DataValidationRule | undefined {
  if (kind === 'text') {
    return prompt
      ? { textLength: { formula1: 0, formula2: 32767, operator: 'Between' } }
      : undefined;
  }
  if (kind === 'date') {
    return { date: { formula1: '1990-01-01', formula2: '2199-12-31', operator: 'Between' } };
  }
  return { decimal: { formula1: -1e15, formula2: 1e15, operator: 'Between' } };
}

function alertText(lang: Lang, list: ListSpec | undefined, cell: Pick<ColumnSpec, 'kind'>): string {
  if (list) {
    const entries = list.entries.map((entry) => entry.label).join(' / ');
    return message(lang, 'alert.list', { entries: entries.slice(0, 150) });
  }
  if (cell.kind === 'text') return message(lang, 'alert.text');
  return message(lang, cell.kind === 'date' ? 'alert.date' : 'alert.number');
}
