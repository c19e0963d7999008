import { render, type Naming } from '../rules';
import type { ColumnSpec, FieldsBlock, TableBlock, TextBlock, WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { bodyMatrix } from './cells';
import { addChart } from './chart';
import { addBar, applyFormat, indent, rowFormats, setFormat, rowHeight } from './formatting';
import { addHighlight, highlightsOf } from './highlight';
import { sheetAnchor } from './naming';
import { setPage } from './page';
import { columnFormat, fonts, formats, helperFormat, helperNumbers, type Format } from './looks';
import { widthAt, type Placement, type SheetLayout } from './positions';
import { lineCount, widthInPoints } from './text';
import { validate } from './validation';

type Area = { row: number; column: number; rows: number; columns: number };

const overhead = 350;

/** How a placed sheet looks and behaves: formats, widths, drop-downs, highlights, charts, print. */
export function dress(spec: WorkbookSpec, layout: SheetLayout, naming: Naming): Operation[] {
  const dresser = new Dresser(spec, layout, naming);
  return dresser.operations();
}

/** How one block looks and behaves, the sheet around it being left as it is. */
export function dressBlock(
  spec: WorkbookSpec,
  layout: SheetLayout,
  naming: Naming,
  placement: Placement,
): Operation[] {
  return new Dresser(spec, { ...layout, placements: [placement] }, naming).blocks();
}

class Dresser {
  private readonly list: Operation[] = [];
  private readonly rowHeights = new Map<number, number>();

  constructor(
    private readonly spec: WorkbookSpec,
    private readonly layout: SheetLayout,
    private readonly naming: Naming,
  ) {}

  operations(): Operation[] {
    this.columns();
    this.blocks();
    this.charts();
    this.do((sheet) => setPage(sheet, this.layout), 12);
    return this.list;
  }

  blocks(): Operation[] {
    if (this.layout.sheet.visibility === 'Visible') {
      for (const placement of this.layout.placements) {
        const { block } = placement;
        if (block.kind === 'text') this.text(block, placement);
        else if (block.kind === 'fields') this.fields(block, placement);
        else if (block.kind === 'table') this.table(block, placement);
      }
    }
    // A chart stands on points, so columns and rows have their sizes first.
    this.setHeights();
    return this.list;
  }

  private charts(): void {
    for (const placement of this.layout.placements) {
      const { block } = placement;
      if (block.kind !== 'chart') continue;
      this.do(
        (sheet) => addChart(sheet, this.layout, placement, block),
        12 + 7 * block.series.length,
      );
    }
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
      applyFormat(range, format, fonts[this.spec.lang], area);
    }, 8);
  }

  /** One format for each column of the area; neighbours that look alike are formatted at once. */
  private formatColumns(area: Area, looks: Format[]): void {
    const keys = looks.map((look) => JSON.stringify(look));
    let start = 0;
    looks.forEach((look, i) => {
      if (keys[i + 1] === keys[i]) return;
      this.format({ ...area, column: area.column + start, columns: i - start + 1 }, look);
      start = i + 1;
    });
  }

  private text(block: TextBlock, placement: Placement): void {
    this.do((sheet) => {
      const { row, column, rows, columns } = placement;
      sheet.getRangeByIndexes(row, column, rows, columns).format.verticalAlignment = 'Center';
    });
    block.rows.forEach((row, r) => {
      const first = { row: placement.row + r, column: placement.column, rows: 1, columns: 1 };
      this.formatColumns(
        first,
        row.map(({ look }) => formats[look]),
      );
      row.forEach((cell, c) => {
        const area = { ...first, column: placement.column + c };
        if (cell.look === 'title') this.height(area.row, 32);
        if (cell.look === 'heading' || cell.look === 'header') this.height(area.row, 24);
        if (cell.look === 'output' || cell.look === 'header') this.center(area);
        if (row.length > 1 && cell.text && cell.look === 'text') this.wrap(area, cell.text);
      });
    });
  }

  /** Blocks may stand side by side: the highest of a row's cells decides. */
  private height(row: number, points: number): void {
    this.rowHeights.set(row, Math.max(points, this.rowHeights.get(row) ?? 0));
  }

  private setHeights(): void {
    const rows = [...this.rowHeights].sort(([a], [b]) => a - b);
    let start = 0;
    rows.forEach(([row, points], i) => {
      const next = rows[i + 1];
      if (next && next[0] === row + 1 && next[1] === points) return;
      const [first, count] = [rows[start]?.[0] ?? row, i - start + 1];
      this.do((sheet) => {
        sheet.getRangeByIndexes(first, 0, count, 1).format.rowHeight = points;
      });
      start = i + 1;
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
    });
    this.height(area.row, rowHeight(lines));
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
      indent(range);
    }, 3);
    block.fields.forEach((field, i) => {
      const area = { ...column(1), row: placement.row + i, rows: 1 };
      this.height(area.row, rowHeight(1));
      this.format(area, field.role === 'input' ? formats.input : formats.output);
      this.do((sheet) => {
        const range = sheet.getRangeByIndexes(area.row, area.column, 1, 1);
        indent(range);
        if (field.role === 'input') validate(range, this.spec, field);
        if (field.alarm) addHighlight(range, render(field.alarm.node, this.naming), 'problem');
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
    const helper = block.columns.map(({ hidden }, i) => {
      return hidden === true && !this.layout.hiddenColumns.includes(column + i);
    });
    const looks = (look: (column: ColumnSpec) => Format) =>
      block.columns.map((one, i) => (helper[i] ? helperFormat : look(one)));
    this.formatColumns(
      { ...whole, rows: 1 },
      looks(() => formats.header),
    );
    this.do((sheet) => {
      sheet.getRangeByIndexes(row, column, 1, columns).format.horizontalAlignment = 'Center';
    });
    this.formatColumns({ ...whole, row: row + 1, rows: rows - 1 }, looks(columnFormat));
    block.columns.forEach((spec, i) => {
      const area = { row: row + 1, column: column + i, rows: rows - 1, columns: 1 };
      this.do((sheet) => {
        const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, 1);
        if (spec.align) range.format.horizontalAlignment = spec.align;
        else if (spec.kind === 'text') indent(range);
        if (spec.role !== 'calc' && spec.role !== 'key') validate(range, this.spec, spec);
        if (spec.bar) addBar(range);
        if (helper[i] && spec.kind === 'number') setFormat(range, helperNumbers);
      }, 4);
    });
    this.kinds(block, placement);
    this.links(block, placement);
    this.spareRows(block, placement);
    this.highlights(block, placement);
    this.heights(block, placement);
  }

  /** Cells that are shown otherwise than their column. */
  private kinds(block: TableBlock, placement: Placement): void {
    for (const { column, formats } of rowFormats(block)) {
      const { row, column: first } = placement;
      this.do((sheet) => {
        const range = sheet.getRangeByIndexes(row + 1, first + column, formats.length, 1);
        range.numberFormat = formats.map((format) => [format]);
      });
    }
  }

  private links(block: TableBlock, placement: Placement): void {
    block.rows.forEach(({ links = {}, cells }, r) => {
      for (const [column, sheet] of Object.entries(links)) {
        const c = block.columns.findIndex(({ id }) => id === column);
        this.do((worksheet) => {
          worksheet.getRangeByIndexes(placement.row + 1 + r, placement.column + c, 1, 1).hyperlink =
            {
              documentReference: sheetAnchor(sheet),
              textToDisplay: String(cells[column] ?? ''),
            };
        });
      }
    });
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
    const { row, column, rows, columns } = placement;
    for (const { formula, look, target } of highlightsOf(block, placement, this.naming)) {
      const [first, count] = target === undefined ? [0, columns] : [target, 1];
      this.do((sheet) => {
        const range = sheet.getRangeByIndexes(row + 1, column + first, rows - 1, count);
        addHighlight(range, formula, look);
      }, 4);
    }
  }

  /** Excel does not fit rows reliably, so the height of each is computed from its longest text. */
  private heights(block: TableBlock, placement: Placement): void {
    bodyMatrix(this.spec, block).forEach((cells, r) => {
      const lines = cells.reduce<number>((most, cell, i) => {
        if (block.columns[i]?.hidden || typeof cell !== 'string') return most;
        return Math.max(most, lineCount(cell, widthAt(this.layout, placement.column + i)));
      }, block.lines ?? 1);
      this.height(placement.row + 1 + r, rowHeight(lines));
    });
    this.height(placement.row, 28);
  }

  private columns(): void {
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
  }
}
