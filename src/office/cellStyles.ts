import { message, type Lang, type MessageKey } from '../messages';
import type { ColumnSpec, FieldSpec, Look, ValueKind } from '../workbook';
import type { Operation } from './batch';
import { bodySize, fonts, formats, helperFormat, numberFormats, type Format } from './looks';

/** What stands in a cell, by which it is shown. */
type Role = 'input' | 'calc' | 'output';
/** Numbers that have a style of their own for each role. */
type Figure = 'Money' | 'Share' | 'Date';

/** A named cell style of ours; Excel's gallery shows it as {@link styleName}. */
export type StyleId =
  | Exclude<Look, 'strong' | 'muted' | 'rejected' | 'quiet' | 'done' | 'problem'>
  | 'key'
  | 'label'
  | 'note'
  | 'helper'
  | `${Role}${Figure}`;

interface CellStyle {
  format: Format;
  /** Absent: numbers are shown as they are. */
  number?: string;
  /** Stands in a table: texts are broken into lines. */
  wrap?: true;
  horizontal?: 'Center';
}

const figures: Record<Figure, string> = {
  Money: numberFormats.money,
  Share: numberFormats.ratio,
  Date: numberFormats.date,
};

const withFigures = (role: Role, wrap: { wrap?: true }) =>
  Object.fromEntries(
    Object.entries(figures).map(([figure, number]) => [
      `${role}${figure}`,
      { format: formats[role], number, ...wrap },
    ]),
  ) as Record<`${Role}${Figure}`, CellStyle>;

const inTable = { wrap: true } as const;

/** In the order in which they are looked for: texts, then what stands in tables, then states. */
const cellStyles: Record<StyleId, CellStyle> = {
  title: { format: formats.title },
  subtitle: { format: formats.subtitle },
  heading: { format: formats.heading },
  text: { format: formats.text },
  note: { format: formats.muted },
  label: { format: { ...formats.strong, border: formats.content.border as string } },
  link: { format: formats.link },
  step: { format: formats.step },
  header: { format: formats.header, horizontal: 'Center', ...inTable },
  content: { format: formats.content, ...inTable },
  key: { format: { ...formats.content, bold: true }, ...inTable },
  input: { format: formats.input, ...inTable },
  calc: { format: formats.calc, ...inTable },
  output: { format: formats.output },
  ...withFigures('input', inTable),
  ...withFigures('calc', inTable),
  ...withFigures('output', {}),
  helper: { format: helperFormat, ...inTable },
  attention: { format: formats.attention },
  missing: { format: formats.missing },
  picked: { format: formats.picked },
};

const styleIds = Object.keys(cellStyles) as StyleId[];

export const styleName = (lang: Lang, id: StyleId): string =>
  message(lang, `style.${id}` satisfies MessageKey);

const figureOf: Partial<Record<ValueKind, Figure>> = {
  money: 'Money',
  amount: 'Money',
  ratio: 'Share',
  percent: 'Share',
  date: 'Date',
};

const styleOf = (role: Role, kind: ValueKind): StyleId => {
  const figure = figureOf[kind];
  return figure ? `${role}${figure}` : role;
};

/** The style of a column's cells. */
export function columnStyle({
  role,
  kind,
  look,
}: Pick<ColumnSpec, 'role' | 'kind' | 'look'>): StyleId {
  if (role === 'input' || role === 'calc') return styleOf(role, kind);
  return look === 'strong' ? 'key' : 'content';
}

export const fieldStyle = ({ role, kind }: Pick<FieldSpec, 'role' | 'kind'>): StyleId =>
  styleOf(role === 'input' ? 'input' : 'output', kind);

/** The style of a text that stands by itself. */
export function textStyle(look: Look): StyleId {
  if (look === 'muted') return 'note';
  if (look in cellStyles) return look as StyleId;
  return 'text';
}

/** The number format that a cell needs beside its style's; undefined where the style has it. */
export function ownFormat(id: StyleId, kind: ValueKind): string | undefined {
  const format = numberFormats[kind];
  return format === (cellStyles[id].number ?? 'General') ? undefined : format;
}

/**
 * Our cell styles that the workbook lacks. One that is there stays as it is: whoever changed it in
 * Excel's gallery wants it so.
 * @param present names of the styles that the workbook has
 */
export function addStyles(lang: Lang, present: readonly string[]): Operation[] {
  const taken = new Set(present.map((name) => name.toLowerCase()));
  return styleIds
    .map((id) => ({ id, name: styleName(lang, id) }))
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .map(({ id, name }): Operation => ({
      apply: ({ workbook }) => {
        workbook.styles.add(name);
        define(workbook.styles.getItem(name), cellStyles[id], fonts[lang]);
      },
      undo: [{ kind: 'style', style: name }],
    }));
}

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** A new style starts as Normal is and sets everything, so what it leaves to cells is said too. */
function define(style: Excel.Style, { format, number, wrap, horizontal }: CellStyle, font: string) {
  const { fill, border } = format;
  style.font.name = font;
  style.font.size = format.size ?? bodySize;
  if (format.color !== undefined) style.font.color = format.color;
  if (format.bold) style.font.bold = true;
  if (format.underline) style.font.underline = 'Single';
  style.verticalAlignment = 'Center';
  if (horizontal) style.horizontalAlignment = horizontal;
  if (wrap) style.wrapText = true;
  if (number !== undefined) style.numberFormat = number;
  if (fill === undefined) style.includePatterns = false;
  else style.fill.color = fill;
  if (border === undefined) style.includeBorder = false;
  else
    for (const edge of edges) {
      const line = style.borders.getItem(edge);
      line.style = 'Continuous';
      line.color = border;
    }
  style.includeProtection = false;
}

/** The names of all styles of the workbook. */
export async function stylesOf(context: Excel.RequestContext): Promise<string[]> {
  const { styles } = context.workbook;
  styles.load('items/name');
  await context.sync();
  return styles.items.map(({ name }) => name);
}
