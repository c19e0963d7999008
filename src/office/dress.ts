import { render, type Naming } from '../rules';
import type { ColumnSpec, FieldsBlock, TableBlock, TextBlock, WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { bodyMatrix } from './cells';
import {
  columnStyle,
  fieldStyle,
  ownFormat,
  styleName,
  textStyle,
  type StyleId,
} from './cellStyles';
import { addChart } from './chart';
import { addBar, formatRuns, rowFormats, rowHeight } from './formatting';
import { addHighlight, highlightsOf } from './highlight';
import { additions, helperNumbers, numberFormats, type Format } from './looks';
import { sheetAnchor } from './naming';
import { setPage } from './page';
import { crossed, join, Paint, sameSize } from './paint';
import { widthAt, type Placement, type SheetLayout } from './positions';
import type { Area } from './target';
import { lineCount, widthInPoints } from './text';
import { addValidation, validationOf } from './validation';

/** How a placed sheet looks and behaves: styles, widths, drop-downs, highlights, charts, print. */
export function dress(spec: WorkbookSpec, layout: SheetLayout, naming: Naming): Operation[] {
  return new Dresser(spec, layout, naming).operations();
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
  private readonly sheet: string;
  private readonly links: Operation[] = [];
  private readonly styles: Paint;
  /** What cells have beside their style. */
  private readonly more: Paint;
  private readonly formatted: Operation[] = [];
  private readonly rules: Paint;
  private readonly others: Operation[] = [];
  private readonly rowHeights = new Map<number, number>();
  private readonly columnWidths = new Map<number, number>();
  private readonly hidden: Area[] = [];

  constructor(
    private readonly spec: WorkbookSpec,
    private readonly layout: SheetLayout,
    private readonly naming: Naming,
  ) {
    this.sheet = layout.sheet.name;
    this.styles = new Paint(this.sheet);
    this.more = new Paint(this.sheet);
    this.rules = new Paint(this.sheet);
  }

  operations(): Operation[] {
    this.columns();
    return [
      ...this.blocks(),
      ...this.charts(),
      { apply: (target) => setPage(target.sheet(this.sheet), this.layout) },
    ];
  }

  blocks(): Operation[] {
    const visible = this.layout.sheet.visibility === 'Visible';
    for (const placement of this.layout.placements) {
      const { block } = placement;
      if (block.kind === 'table' && !visible) this.kinds(block, placement);
      else if (block.kind === 'table') this.table(block, placement);
      else if (visible && block.kind === 'text') this.text(block, placement);
      else if (visible && block.kind === 'fields') this.fields(block, placement);
    }
    return [
      // A chart stands on points, so columns and rows have their sizes first.
      ...this.sizes(),
      // Excel gives a link a look of its own, which the style replaces.
      ...this.links,
      ...this.styles.operations(),
      ...this.more.operations(),
      ...this.formatted,
      ...this.rules.operations(),
      ...this.others,
    ];
  }

  private charts(): Operation[] {
    return this.layout.placements.flatMap((placement): Operation[] => {
      const { block } = placement;
      if (block.kind !== 'chart') return [];
      return [{ apply: (target) => addChart(target, this.layout, placement, block) }];
    });
  }

  private style(id: StyleId, area: Area): void {
    const name = styleName(this.spec.lang, id);
    this.styles.add(id, area, (cells) => {
      cells.style = name;
    });
  }

  private addition(look: keyof typeof additions, area: Area): void {
    const { bold, color, underline }: Format = additions[look];
    this.more.add(look, area, ({ format: { font } }) => {
      if (bold) font.bold = true;
      if (color !== undefined) font.color = color;
      if (underline) font.underline = 'Single';
    });
  }

  private align(horizontal: 'Left' | 'Center' | 'Right', area: Area): void {
    this.more.add(horizontal, area, ({ format }) => {
      format.horizontalAlignment = horizontal;
    });
  }

  private indent(area: Area): void {
    this.more.add('indent', area, ({ format }) => {
      format.horizontalAlignment = 'Left';
      format.indentLevel = 1;
    });
  }

  /** @param formats of columns side by side, undefined where the style has it */
  private numbers(area: Area, formats: readonly (string | undefined)[]): void {
    for (const { offset, columns, cells } of formatRuns(formats, area.rows)) {
      const part = { ...area, column: area.column + offset, columns };
      this.formatted.push({
        apply: (target) => {
          target.range(this.sheet, part).numberFormat = cells as string[][];
        },
      });
    }
  }

  private text(block: TextBlock, placement: Placement): void {
    block.rows.forEach((row, r) => {
      row.forEach(({ look, text }, c) => {
        const area = {
          row: placement.row + r,
          column: placement.column + c,
          rows: 1,
          columns: 1,
        };
        this.style(textStyle(look), area);
        if (look === 'strong') this.addition('strong', area);
        if (look === 'title') this.height(area.row, 32);
        if (look === 'heading' || look === 'header') this.height(area.row, 24);
        if (look === 'output') this.align('Center', area);
        if (row.length > 1 && text && look === 'text') this.wrap(area, text);
      });
    });
  }

  /** Blocks may stand side by side: the highest of a row's cells decides. */
  private height(row: number, points: number): void {
    this.rowHeights.set(row, Math.max(points, this.rowHeights.get(row) ?? 0));
  }

  private wrap(area: Area, text: string): void {
    this.more.add('wrap', area, ({ format }) => {
      format.wrapText = true;
    });
    this.height(area.row, rowHeight(lineCount(text, widthAt(this.layout, area.column))));
  }

  private fields(block: FieldsBlock, placement: Placement): void {
    const { row, column, rows } = placement;
    this.style('label', { row, column, rows, columns: 1 });
    this.style('note', { row, column: column + 2, rows, columns: 1 });
    this.more.add('field', { row, column, rows, columns: 3 }, ({ format }) => {
      format.horizontalAlignment = 'Left';
      format.indentLevel = 1;
      format.wrapText = false;
    });
    const formats = block.fields.map((field) => ownFormat(fieldStyle(field), field.kind));
    if (formats.some(Boolean))
      this.formatted.push({
        apply: (target) => {
          const area = { row, column: column + 1, rows, columns: 1 };
          // Null leaves a cell as it is.
          const cells = formats.map((format) => [format ?? null]);
          target.range(this.sheet, area).numberFormat = cells as string[][];
        },
      });
    block.fields.forEach((field, i) => {
      const area = { row: row + i, column: column + 1, rows: 1, columns: 1 };
      const style = fieldStyle(field);
      this.height(area.row, rowHeight(1));
      this.style(style, area);
      if (field.role === 'input') this.validate(field, area);
      const { alarm } = field;
      if (alarm) this.highlight('problem', render(alarm.node, this.naming), [area]);
    });
  }

  private validate(cell: Pick<ColumnSpec, 'kind' | 'list' | 'prompt' | 'range'>, area: Area): void {
    const validation = validationOf(this.spec, cell);
    this.rules.add(JSON.stringify(validation), area, ({ dataValidation }) =>
      addValidation(dataValidation, validation),
    );
  }

  /** Later ones stand above earlier ones, so each is added in its turn. */
  private highlight(
    look: Parameters<typeof addHighlight>[2],
    formula: string,
    areas: Area[],
  ): void {
    this.others.push({
      apply: (target) => {
        for (const { conditionalFormats } of target.areas(this.sheet, areas))
          addHighlight(conditionalFormats, formula, look);
      },
    });
  }

  private table(block: TableBlock, placement: Placement): void {
    const { row, column, rows } = placement;
    const spare = block.customPrefix === undefined ? 0 : block.spare;
    const formats: (string | undefined)[] = [];
    block.columns.forEach((spec, i) => {
      const head = { row, column: column + i, rows: 1, columns: 1 };
      const area = { ...head, row: row + 1, rows: rows - 1 };
      const helper = spec.hidden === true && !this.layout.hiddenColumns.includes(column + i);
      const style = helper ? 'helper' : columnStyle(spec);
      // Where someone may add rows, everything but what is computed looks like an input.
      const open = spec.role === 'content' && spec.look !== 'muted' && !helper ? spare : 0;
      const filled = { ...area, rows: area.rows - open };
      this.style(helper ? 'helper' : 'header', head);
      if (helper) this.align('Center', head);
      if (filled.rows > 0) this.style(style, filled);
      if (open > 0) this.style('input', { ...area, row: area.row + filled.rows, rows: open });
      if (spec.look && style !== 'key' && !helper && filled.rows > 0)
        this.addition(spec.look, filled);
      if (spec.align) this.align(spec.align, area);
      else if (spec.kind === 'text') this.indent(area);
      formats.push(helper && spec.kind === 'number' ? helperNumbers : ownFormat(style, spec.kind));
      if (spec.role !== 'calc' && spec.role !== 'key') this.validate(spec, area);
      if (spec.bar) this.others.push({ apply: (target) => addBar(target.range(this.sheet, area)) });
    });
    this.numbers({ row: row + 1, column, rows: rows - 1, columns: 1 }, formats);
    this.rowKinds(block, placement);
    this.jumps(block, placement);
    this.highlights(block, placement);
    this.heights(block, placement);
  }

  /** Of a sheet that nobody sees, only what makes its cells the numbers and days that they are. */
  private kinds(block: TableBlock, { row, column, rows }: Placement): void {
    this.numbers(
      { row: row + 1, column, rows: rows - 1, columns: 1 },
      block.columns.map(({ kind }) => (kind === 'text' ? undefined : numberFormats[kind])),
    );
  }

  /** Cells that are shown otherwise than their column. */
  private rowKinds(block: TableBlock, { row, column: first }: Placement): void {
    for (const { column, formats } of rowFormats(block)) {
      const usual = numberFormats[block.columns[column]?.kind ?? 'text'];
      const area = { row: row + 1, column: first + column, rows: formats.length, columns: 1 };
      // Null leaves a cell as it is.
      const cells = formats.map((format) => [format === usual ? null : format]);
      if (cells.every(([format]) => format === null)) continue;
      this.formatted.push({
        apply: (target) => {
          target.range(this.sheet, area).numberFormat = cells as string[][];
        },
      });
    }
  }

  private jumps(block: TableBlock, placement: Placement): void {
    block.rows.forEach(({ links = {}, cells }, r) => {
      for (const [column, sheet] of Object.entries(links)) {
        const c = block.columns.findIndex(({ id }) => id === column);
        const area = {
          row: placement.row + 1 + r,
          column: placement.column + c,
          rows: 1,
          columns: 1,
        };
        this.links.push({
          apply: (target) => {
            target.range(this.sheet, area).hyperlink = {
              documentReference: sheetAnchor(sheet),
              textToDisplay: String(cells[column] ?? ''),
            };
          },
        });
        if (block.columns[c]?.look !== 'link') this.addition('link', area);
      }
    });
  }

  private highlights(block: TableBlock, placement: Placement): void {
    const { row, column, rows, columns } = placement;
    for (const { formula, look, targets } of highlightsOf(block, placement, this.naming)) {
      const body = { row: row + 1, column, rows: rows - 1, columns };
      const areas: Area[] = [];
      for (const target of targets ?? [])
        join(areas, { ...body, column: column + target, columns: 1 });
      this.highlight(look, formula, targets ? areas : [body]);
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
    const visible = sheet.visibility === 'Visible';
    for (const [column, width] of widths)
      if (!visible || !hiddenColumns.includes(column))
        this.columnWidths.set(column, widthInPoints(width));
    for (const column of sheet.visibility === 'Visible' ? hiddenColumns : [])
      join(this.hidden, { row: 0, column, rows: 1, columns: 1 });
  }

  /** Widths and heights; cells give their columns the one and their rows the other at once. */
  private sizes(): Operation[] {
    const columns = sameSize(this.columnWidths);
    const rows = sameSize(this.rowHeights);
    return [
      ...Array.from({ length: Math.max(columns.length, rows.length) }, (_, i): Operation => {
        const [width, height] = [columns[i], rows[i]];
        const areas = crossed(height?.spans, width?.spans);
        return {
          apply: (target) => {
            for (const { format } of target.areas(this.sheet, areas)) {
              if (width) format.columnWidth = width.points;
              if (height) format.rowHeight = height.points;
            }
          },
        };
      }),
      ...this.hidden.map((area): Operation => ({
        apply: (target) => {
          target.range(this.sheet, area).columnHidden = true;
        },
      })),
    ];
  }
}
