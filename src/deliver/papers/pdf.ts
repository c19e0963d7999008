import type { Column, Content, Margins, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import pdfmake from 'pdfmake';
import { palette } from '../palette';
import {
  paperSizes,
  printWidth,
  setOff,
  sheet,
  type Paper,
  type PaperBlock,
  type PaperColumn,
  type PaperRow,
} from './paper';
import { groupsOf, isWhole } from './together';

/** A font file, or one face of a collection by its PostScript name. */
export type FontFile = string | [file: string, face: string];

/** What the PDF embeds: fonts that have every sign of the paper. */
export interface PaperFonts {
  regular: FontFile;
  bold: FontFile;
}

const hex = (name: keyof typeof palette) => `#${palette[name]}`;

/** The paper as a PDF with its fonts embedded, as far as they are used. */
export async function pdfOf(paper: Paper, fonts: PaperFonts): Promise<Uint8Array> {
  const { regular, bold } = fonts;
  const files = new Set([regular, bold].map((font) => (typeof font === 'string' ? font : font[0])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => files.has(file));
  pdfmake.setFonts({
    Paper: { normal: regular, bold, italics: regular, bolditalics: bold },
  } as Parameters<typeof pdfmake.setFonts>[0]);
  return new Uint8Array(await pdfmake.createPdf(definitionOf(paper)).getBuffer());
}

function definitionOf(paper: Paper): TDocumentDefinitions {
  return {
    info: { title: `${paper.title} · ${paper.subtitle}` },
    pageSize: 'A4',
    pageMargins: [sheet.left, sheet.top, sheet.left, sheet.bottom],
    defaultStyle: { font: 'Paper', fontSize: paperSizes.body, color: hex('ink'), lineHeight: 1 },
    content: [
      { text: paper.title, fontSize: paperSizes.title, bold: true },
      {
        text: paper.subtitle,
        fontSize: paperSizes.subtitle,
        color: hex('muted'),
        margin: [0, 2, 0, 12],
      },
      ...groupsOf(paper.blocks).flatMap(kept),
    ],
    footer: (current, pages) => ({
      margin: [sheet.left, 14, sheet.left, 0],
      columns: [
        { text: paper.foot, width: '*' },
        { text: `${current} / ${pages}`, width: 50, alignment: 'right' },
      ],
      fontSize: paperSizes.foot,
      color: hex('muted'),
    }),
    // A heading does not stay alone at the foot of a page, where what follows is too long to go with it.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel === 1 && startPosition.top > sheet.height - sheet.bottom - leastUnderHeading,
  };
}

/** What nothing else keeps from standing alone at the foot of a page. */
const mayBeLast = { headlineLevel: 1 };

/** Points that a heading takes with the head and the first row of a table. */
const leastUnderHeading = 70;

/** Each group on one page. */
const kept = (group: readonly PaperBlock[]): Content[] => {
  const [first] = group;
  const contents = group.map((block) => blockOf(block, group.length === 1));
  if (group.length === 1) return contents;
  const newPage = first?.kind === 'heading' && first.newPage === true;
  return [{ unbreakable: true, stack: contents, ...(newPage && { pageBreak: 'before' as const }) }];
};

function blockOf(block: PaperBlock, alone: boolean): Content {
  switch (block.kind) {
    case 'heading':
      return {
        text: block.text,
        ...(alone && mayBeLast),
        ...(block.newPage && { pageBreak: 'before' as const }),
        fontSize: paperSizes.heading,
        bold: true,
        color: hex('accentDark'),
        margin: [0, 12, 0, 4],
      };
    case 'text':
      return {
        text: block.text,
        color: hex(block.look === 'alarm' ? 'warn' : block.look === 'muted' ? 'muted' : 'ink'),
        bold: block.look === 'alarm',
        margin: [0, 0, 0, 6],
      };
    case 'steps':
      return {
        table: {
          widths: [20, '*'],
          body: block.items.map((item, i) => [{ text: String(i + 1), color: hex('muted') }, item]),
        },
        layout: 'noBorders',
      };
    case 'fields': {
      const unbreakable = isWhole(block);
      return {
        unbreakable,
        stack: [
          ...captionOf(block.title, alone && !unbreakable),
          tableOf(
            [
              { name: '', width: 2.4 },
              { name: '', width: 6.4 },
            ],
            block.rows.map(({ name, value }) => ({ cells: [name, value] })),
            false,
          ),
        ],
      };
    }
    case 'table': {
      const unbreakable = block.title !== undefined && isWhole(block);
      return {
        unbreakable,
        stack: [
          ...captionOf(block.title, alone && !unbreakable),
          tableOf(block.columns, block.rows, true, block.dense),
        ],
      };
    }
    case 'signatures':
      return {
        unbreakable: true,
        stack: block.sides.map(({ side, person }) => ({
          margin: [0, 22, 0, 0],
          columns: [
            { text: side, width: 90, color: hex('muted') },
            { text: person, width: 100 },
            signatureLine(170),
            {
              text: block.day,
              width: 40,
              color: hex('muted'),
              alignment: 'right',
              margin: [0, 0, 6, 0],
            },
            signatureLine(80),
          ],
        })),
      };
  }
}

const captionOf = (title: string | undefined, alone: boolean): Content[] =>
  title === undefined
    ? []
    : [{ text: title, ...(alone && mayBeLast), bold: true, margin: [0, 6, 0, 2] as Margins }];

const signatureLine = (width: number): Column => ({
  width,
  canvas: [
    { type: 'line', x1: 0, y1: 12, x2: width - 8, y2: 12, lineWidth: 0.7, lineColor: hex('ink') },
  ],
});

function tableOf(
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
  head: boolean,
  dense = false,
): Content {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const pad = 4;
  const above = dense ? 1 : 3;
  const left = (i: number) => pad + setOff(columns, i);
  const widths = columns.map(({ width }, i) => (width / total) * printWidth - left(i) - pad);
  const body: TableCell[][] = [
    ...(head
      ? [
          columns.map(({ name, align }): TableCell => ({
            text: name,
            bold: true,
            color: hex('accentDark'),
            alignment: align ?? 'left',
          })),
        ]
      : []),
    ...rows.map((row): TableCell[] => {
      if ('group' in row)
        return [
          { text: row.group, bold: true, color: hex('muted'), colSpan: columns.length },
          ...columns.slice(1).map(() => ''),
        ];
      const { cells, strong = false } = row;
      return cells.map((text, i): TableCell => ({
        text,
        bold: strong,
        alignment: columns[i]?.align ?? 'left',
        ...(!head && i === 0 && { color: hex('muted') }),
        ...(strong && { fillColor: hex('accentPale') }),
      }));
    }),
  ];
  return {
    margin: [0, 0, 0, 8],
    fontSize: dense ? paperSizes.dense : paperSizes.table,
    table: {
      headerRows: head ? 1 : 0,
      ...(head && { keepWithHeaderRows: 1 }),
      dontBreakRows: true,
      widths,
      body,
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : head && line === 1 ? 1 : 0.5),
      hLineColor: (line) => (head && line === 1 ? hex('accent') : hex('line')),
      vLineWidth: () => 0,
      paddingLeft: left,
      paddingRight: () => pad,
      paddingTop: () => above,
      paddingBottom: () => above,
    },
  };
}
