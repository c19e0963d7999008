import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
} from 'docx';
import { palette } from '../palette';
import { paperSizes, printWidth, setOff, type PaperColumn, type PaperRow } from './paper';

export const twips = (points: number) => Math.round(points * 20);
export const half = (points: number) => points * 2;
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const rule = (color: string, size = 4): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size,
  color,
});

export type DocxRow = PaperRow & {
  tall?: boolean;
  /** On the same page as the row below. */
  keep?: boolean;
};

/** A table over the width of the page, its columns as wide as their shares. */
export function tableOf(
  columns: readonly PaperColumn[],
  rows: readonly DocxRow[],
  head: boolean,
  dense = false,
): Table {
  const size = half(dense ? paperSizes.dense : paperSizes.table);
  const pad = dense ? 16 : 50;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => twips((width / total) * printWidth));
  const cell = (
    text: string,
    i: number,
    run: IRunOptions,
    bottom: IBorderOptions,
    {
      fill,
      low = false,
      keep = false,
      span = 1,
      align = columns[i]?.align,
    }: {
      fill?: string;
      low?: boolean;
      keep?: boolean;
      span?: number;
      align?: PaperColumn['align'] | 'left';
    } = {},
  ) =>
    new TableCell({
      width: {
        size: widths.slice(i, i + span).reduce((sum, one) => sum + one, 0),
        type: WidthType.DXA,
      },
      ...(span > 1 && { columnSpan: span }),
      verticalAlign: low ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      margins: { top: pad, bottom: pad, left: 60 + twips(setOff(columns, i)), right: 60 },
      borders: { top: none, left: none, right: none, bottom },
      ...(fill && { shading: { fill } }),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            keepNext: keep,
            alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
            // Of its end, too: an empty cell is as tall as it.
            run: { size },
            children: [new TextRun({ text: line, size, ...run })],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(printWidth), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      ...(head
        ? [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: columns.map(({ name }, i) =>
                cell(name, i, { bold: true, color: palette.accentDark }, rule(palette.accent, 8), {
                  keep: true,
                }),
              ),
            }),
          ]
        : []),
      ...rows.map((row, r) => {
        if ('group' in row) {
          const look = { span: columns.length, keep: true, align: 'left' } as const;
          const run = { bold: true, color: palette.muted };
          return new TableRow({
            cantSplit: true,
            children: [cell(row.group, 0, run, rule(palette.line), look)],
          });
        }
        const { cells, strong, tall, keep = false } = row;
        return new TableRow({
          cantSplit: true,
          ...(tall && { height: { value: 760, rule: 'atLeast' as const } }),
          children: cells.map((text, i) =>
            cell(
              text,
              i,
              strong ? { bold: true } : !head && i === 0 ? { color: palette.muted } : {},
              tall && (i === 2 || i === 4) ? rule(palette.ink) : tall ? none : rule(palette.line),
              {
                ...(strong && { fill: palette.accentPale }),
                ...(tall && { low: true }),
                keep: keep || (tall === true && r < rows.length - 1),
              },
            ),
          ),
        });
      }),
    ],
  });
}
