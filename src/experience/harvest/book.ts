import { error, type Problem } from '../../catalog/problem';
import { cellOf } from '../../catalog/sheets/cell';
import { columnsOf, type SheetColumn } from '../../catalog/sheets/columns';
import {
  placedAt,
  SheetReader,
  type FoundSheet,
  type Place,
  type PlacedProblem,
} from '../../catalog/sheets/reader';
import { message, type Lang } from '../../messages';
import type { WorkbookSpec } from '../../workbook';
import { describeEditBook } from '../editBook';
import { FigureProposal, ItemProposal, parseReview, WordingProposal, type Review } from './review';

const sheets = [
  { list: 'items', name: 'Items', columns: columnsOf(ItemProposal) },
  { list: 'wordings', name: 'Wordings', columns: columnsOf(WordingProposal) },
  { list: 'figures', name: 'Figures', columns: columnsOf(FigureProposal) },
] as const;

/** Of the sheet that says which catalog the review is for. */
const aboutColumns: SheetColumn[] = ['format', 'catalog.id', 'catalog.version', 'catalog.hash'].map(
  (header) => ({ header, path: header.split('.'), kind: 'text', filled: true }),
);

/** What people do not decide. */
const fixed = [
  ...['id', 'engagement', 'engagements', 'count', 'of', 'variants', 'stripped', 'suspicious'],
  ...['step', 'similar', 'percent', 'item', 'field', 'name'],
  ...['similarText', 'current'].flatMap((field) => [
    `${field}.zh-CN`,
    `${field}.en`,
    `${field}.zh-TW`,
  ]),
  ...aboutColumns.map(({ header }) => header),
];

const at = (thing: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    thing,
  );

const cells = (columns: readonly SheetColumn[], thing: unknown) =>
  columns.map((column) => cellOf(column, at(thing, column.path)));

/** A review as a workbook: a proposal a row, with room to accept, correct and complete it. */
export const describeReviewBook = (review: Review, lang: Lang): WorkbookSpec =>
  describeEditBook(lang, message(lang, 'harvest.title'), 'Harvest', [
    ...sheets.map(({ list, name, columns }) => ({
      name,
      lead: message(lang, `harvest.lead.${list}`),
      columns,
      rows: review[list].map((proposal) => cells(columns, proposal)),
      spare: 0,
      fixed,
    })),
    {
      name: 'Review',
      lead: message(lang, 'harvest.lead.review'),
      columns: aboutColumns,
      rows: [cells(aboutColumns, review)],
      spare: 0,
      fixed,
    },
  ]);

export interface ReadReview {
  /** Absent when there are problems. */
  review?: Review;
  problems: PlacedProblem[];
  /** The problem with the cell that it is about, when the review came from a workbook. */
  place(problem: Problem): PlacedProblem;
}

/** A review from the sheets of its workbook, rows in any order. */
export function reviewFrom(found: readonly FoundSheet[]): ReadReview {
  const reader = new SheetReader(found);
  const places = new Map<string, Place>();
  const rowsOf = (name: string, columns: readonly SheetColumn[], first: string) => {
    const sheet = reader.need(name);
    return sheet ? reader.rows(sheet, columns, first) : [];
  };
  const [about] = rowsOf('Review', aboutColumns, 'format');
  const json: Record<string, unknown> = { ...about?.thing };
  for (const { list, name, columns } of sheets) {
    const rows = rowsOf(name, columns, 'id');
    rows.forEach(({ thing, place }, i) => {
      places.set(`${list}[${i}]`, place);
      for (const id of [thing.id, thing.newId]) if (typeof id === 'string') places.set(id, place);
    });
    json[list] = rows.map(({ thing }) => thing);
  }
  const place = (problem: Problem): PlacedProblem => {
    const row = places.get(problem.where);
    return row ? placedAt(problem, row) : problem;
  };
  if (reader.problems.length > 0) return { problems: reader.problems, place };
  const { review, problems } = parseReview(json);
  return { ...(review && { review }), problems: problems.map(place), place };
}

/** A review from JSON. */
export function reviewFromJson(json: unknown): ReadReview {
  const { review, problems } = parseReview(json);
  return { ...(review && { review }), problems, place: (problem) => problem };
}

/** Whether a review is for this catalog, whatever its version. */
export const otherCatalog = (review: Review, catalog: string): Problem[] =>
  review.catalog.id === catalog
    ? []
    : [error('other-model', review.catalog.id, { over: review.catalog.id, base: catalog })];
