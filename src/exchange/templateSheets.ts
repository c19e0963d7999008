import { message, type Lang } from '../messages';
import { and, equal, isoOf, txt, unequal } from '../rules';
import {
  listTable,
  type ColumnSpec,
  type Highlight,
  type ListSpec,
  type SheetSpec,
  type TableBlock,
  type WorkbookSpec,
} from '../workbook';
import type { Part } from './audience';
import { packSent, type Sent, type SentTable, type Value } from './sent';

/** The sheets of a template beside its first one. */

export function questionSheet(
  lang: Lang,
  block: TableBlock,
  name: string,
  { respondent, due, currency }: { respondent: string; due: string; currency: string },
): SheetSpec {
  const head = [
    message(lang, 'template.head', { respondent, due }),
    ...(currency !== '' && holdsMoney(block)
      ? [message(lang, 'template.money', { currency })]
      : []),
  ];
  return {
    id: `ask.${block.id}`,
    name,
    tab: 'step',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    freeze: {
      table: block.id,
      column: (block.columns.find(({ id }) => id === 'item') ?? block.columns[1])?.id as string,
    },
    blocks: [
      {
        kind: 'text',
        id: `${block.id}.head`,
        rows: [
          [{ text: name, look: 'title' }],
          [{ text: head.join(' · '), look: 'subtitle' }],
          [{ look: 'text' }, { text: message(lang, 'template.sheet'), look: 'link', link: 'fill' }],
        ],
      },
      block,
    ],
  };
}

const holdsMoney = ({ columns, rows }: TableBlock) =>
  columns.some(({ role, kind }) => role === 'input' && kind === 'money') ||
  rows.some(({ cells }) => cells.unit === 'money');

/** What is required and still empty. */
export const missing = ({ required }: Part): Highlight[] =>
  required.map((column) => ({
    id: `missing-${column}`,
    columns: [column],
    when: and(unequal(txt('id'), ''), equal(txt(column), '')),
    look: 'missing',
  }));

export function usedLists(spec: WorkbookSpec, blocks: readonly TableBlock[]): ListSpec[] {
  const used = new Set(blocks.flatMap(({ columns }) => columns.map(({ list }) => list)));
  return spec.lists.filter(({ id }) => used.has(id));
}

/** The entries of the drop-downs; out of sight, for nobody fills them in. */
export function listsSheet(spec: WorkbookSpec, lists: readonly ListSpec[]): SheetSpec {
  const master = spec.sheets.find(({ id }) => id === 'lists');
  const tables = new Set(lists.map(({ id }) => listTable(id)));
  return {
    id: 'lists',
    name: master?.name ?? 'Lists',
    tab: 'hidden',
    visibility: 'VeryHidden',
    flow: 'right',
    page: { orientation: 'Landscape' },
    blocks: (master?.blocks ?? []).filter(({ id }) => tables.has(id)),
  };
}

export function sentSheet(sent: Sent): SheetSpec {
  const pieces = packSent(sent);
  return {
    id: 'sent',
    name: 'appfi-sent',
    tab: 'hidden',
    visibility: 'VeryHidden',
    flow: 'right',
    page: { orientation: 'Landscape' },
    blocks: [
      { kind: 'text', id: 'sent', rows: pieces.map((text) => [{ text, look: 'text' as const }]) },
    ],
  };
}

/** What a table was sent with, as answers are kept: entries by id, days as ISO texts. */
export function sentTable(block: TableBlock, part: Part, sheet: string): SentTable {
  return {
    id: block.id,
    name: block.name,
    sheet,
    own: part.own ?? false,
    columns: block.columns.map(({ id, header, kind, list }) => ({
      id,
      header,
      kind,
      ...(list !== undefined && { list }),
      fill: part.fill.some((column) => column === id),
    })),
    rows: Object.fromEntries(
      block.rows.map(({ id, cells }) => [
        id,
        Object.fromEntries(
          block.columns.flatMap((column) => {
            const value = cells[column.id];
            const said = kept(column, value ?? null);
            return said === null ? [] : [[column.id, said]];
          }),
        ),
      ]),
    ),
  };
}

/** A described cell as an engagement keeps it. A text that was erased is a blank like any other. */
export function kept({ kind }: Pick<ColumnSpec, 'kind'>, value: Value): Value {
  if (value === '') return null;
  return kind === 'date' && typeof value === 'number' ? isoOf(value) : value;
}

/** Every word that stands on the sheets beside the questions. */
export const textsOf = (
  sheets: readonly SheetSpec[],
  questions: readonly TableBlock[],
): string[] => [
  ...new Set(
    sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        questions.some(({ id }) => id === block.id) ? [] : wordsIn(block),
      ),
    ),
  ),
];

function wordsIn(block: SheetSpec['blocks'][number]): string[] {
  switch (block.kind) {
    case 'text':
      return block.rows.flatMap((row) => row.flatMap(({ text }) => text ?? []));
    case 'fields':
      return block.fields.flatMap(({ label, value, note }) =>
        [label, value, note].flatMap((one) => (one ? [String(one)] : [])),
      );
    case 'table':
      return [
        ...block.columns.map(({ header }) => header),
        ...block.rows.flatMap(({ cells }) => Object.values(cells).map(String)),
      ];
    default:
      return [];
  }
}
