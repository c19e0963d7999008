import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
  type Table,
} from 'docx';
import type { Lang } from '../../messages';
import { palette } from '../palette';
import { half, rule, tableOf, twips, type DocxRow } from './docxTable';
import { paperSizes, printWidth, sheet, type Paper, type PaperBlock, type PaperRow } from './paper';
import { groupsOf } from './together';

const fonts: Record<Lang, { latin: string; cjk: string; code: string }> = {
  en: { latin: 'Arial', cjk: 'Microsoft YaHei', code: 'en-US' },
  'zh-CN': { latin: 'Arial', cjk: 'Microsoft YaHei', code: 'zh-CN' },
  'zh-TW': { latin: 'Arial', cjk: 'Microsoft JhengHei', code: 'zh-TW' },
};

/** The paper as a Word document whose text, tables and numbering can be edited. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const { latin, cjk, code } = fonts[paper.lang];
  const font = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: cjk };
  const document = new Document({
    title: paper.title,
    subject: paper.subtitle,
    creator: '',
    styles: {
      default: {
        document: {
          run: {
            font,
            size: half(paperSizes.body),
            color: palette.ink,
            language: { value: 'en-US', eastAsia: code },
          },
        },
        heading1: {
          run: { font, size: half(paperSizes.heading), bold: true, color: palette.accentDark },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
        title: {
          run: { font, size: half(paperSizes.title), bold: true, color: palette.ink },
          paragraph: { spacing: { after: 60 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 480, hanging: 480 }, spacing: { after: 40 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(sheet.width), height: twips(sheet.height) },
            margin: {
              left: twips(sheet.left),
              right: twips(sheet.left),
              top: twips(sheet.top),
              bottom: twips(sheet.bottom),
            },
          },
        },
        footers: { default: footer(paper) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          new Paragraph({
            spacing: { after: 200 },
            children: [
              new TextRun({
                text: paper.subtitle,
                size: half(paperSizes.subtitle),
                color: palette.muted,
              }),
            ],
          }),
          ...groupsOf(paper.blocks)
            .flatMap((group) => group.map((block, i) => ({ block, keep: i < group.length - 1 })))
            .flatMap(({ block, keep }, at) => blockOf(block, at, keep)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const footer = (paper: Paper) =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: twips(printWidth) }],
        border: { top: rule(palette.line) },
        children: [
          new TextRun({ text: paper.foot, size: half(paperSizes.foot), color: palette.muted }),
          new TextRun({
            size: half(paperSizes.foot),
            color: palette.muted,
            children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

const gap = (keepNext: boolean) =>
  new Paragraph({ spacing: { after: 0, line: 160 }, keepNext, children: [] });

/** @param keep whether it stands on one page with the block after it */
function blockOf(block: PaperBlock, at: number, keep: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          pageBreakBefore: block.newPage ?? false,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'text': {
      const color =
        block.look === 'alarm'
          ? palette.warn
          : block.look === 'muted'
            ? palette.muted
            : palette.ink;
      return [
        new Paragraph({
          spacing: { after: 120 },
          keepNext: keep || block.look === 'muted',
          children: [new TextRun({ text: block.text, color, bold: block.look === 'alarm' })],
        }),
      ];
    }
    case 'steps':
      return block.items.map(
        (item) =>
          new Paragraph({
            // Each list begins at 1.
            numbering: { reference: 'steps', level: 0, instance: at },
            keepNext: keep,
            children: [new TextRun(item)],
          }),
      );
    case 'fields':
      return [
        ...captionOf(block.title),
        tableOf(
          [
            { name: '', width: 2.4 },
            { name: '', width: 6.4 },
          ],
          keptTogether(
            block.rows.map(({ name, value }) => ({ cells: [name, value] })),
            keep,
          ),
          false,
        ),
        gap(keep),
      ];
    case 'table':
      return [
        ...captionOf(block.title),
        tableOf(
          block.columns,
          keep || block.title !== undefined ? keptTogether(block.rows, keep) : block.rows,
          true,
          block.dense,
        ),
        gap(keep),
      ];
    case 'signatures':
      return [
        tableOf(
          [
            { name: '', width: 1.8 },
            { name: '', width: 1.8 },
            { name: '', width: 3 },
            { name: '', width: 0.8 },
            { name: '', width: 1.6 },
          ],
          block.sides.map(({ side, person }) => ({
            cells: [side, person, '', block.day, ''],
            tall: true,
          })),
          false,
        ),
      ];
  }
}

const captionOf = (title: string | undefined): Paragraph[] =>
  title === undefined
    ? []
    : [
        new Paragraph({
          keepNext: true,
          spacing: { before: 120, after: 40 },
          children: [new TextRun({ text: title, bold: true })],
        }),
      ];

/** @param withNext whether the last row, too, stands on the page of what follows */
const keptTogether = (rows: readonly PaperRow[], withNext: boolean): DocxRow[] =>
  rows.map((row, i) => ({ ...row, keep: withNext || i < rows.length - 1 }));
