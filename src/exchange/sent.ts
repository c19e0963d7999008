import { z } from 'zod';
import { digestOf } from '../catalog/digest';
import { Scalar } from '../engagement/cells';
import { audiences } from '../engagement/register';
import { LANGS } from '../messages';

/**
 * What was sent with a template, kept inside it: all that is needed to understand the file when it
 * comes back, whatever its language, order and names have become.
 */

const Value = Scalar.nullable();

const SentColumn = z.strictObject({
  id: z.string(),
  header: z.string(),
  kind: z.string(),
  list: z.string().optional(),
  /** To be filled; others only show what the row is about. */
  fill: z.boolean(),
});

const SentTable = z.strictObject({
  id: z.string(),
  /** Excel name of the table, and its sheet as sent. */
  name: z.string(),
  sheet: z.string(),
  own: z.boolean(),
  columns: z.array(SentColumn),
  /** By row id and column id; list entries by id, days as ISO texts, blanks left out. */
  rows: z.record(z.string(), z.record(z.string(), Value)),
});

const SentList = z.strictObject({
  id: z.string(),
  open: z.boolean(),
  entries: z.array(z.tuple([z.string(), z.string()])),
});

export const formatVersion = 2;

export const Sent = z.strictObject({
  format: z.enum(['appfi-template/1', `appfi-template/${formatVersion}`]),
  engagement: z.strictObject({ id: z.string(), name: z.string() }),
  audience: z.enum(audiences),
  respondent: z.string(),
  due: z.string(),
  lang: z.enum(LANGS),
  sent: z.string(),
  /** In which amounts are asked. Version 1 has neither this nor what follows. */
  currency: z.string().optional(),
  /** Of metrics, by id: of readings, only these tell what they are figures of. */
  units: z.record(z.string(), z.string()).optional(),
  tables: z.array(SentTable),
  lists: z.array(SentList),
  /** Texts that stand on the sheets beside the questions. */
  texts: z.array(z.string()),
});

export type Sent = z.infer<typeof Sent>;
export type SentTable = z.infer<typeof SentTable>;
export type SentColumn = z.infer<typeof SentColumn>;
export type SentList = z.infer<typeof SentList>;
export type Value = z.infer<typeof Value>;

/** Empty rows for one's own at the end of a table. */
export const spareRows = 12;

/** Below what a cell of any format holds: an old .xls keeps 8,224 characters of a text at a time. */
const chunk = 7_900;
const mark = 'appfi-template/';

/** Whether a cell begins the base. */
export const isMark = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith(mark);

/** The base as texts, one a cell: format and digest first, then the JSON in pieces. */
export function packSent(sent: Sent): string[] {
  const json = JSON.stringify(sent);
  const pieces: string[] = [];
  for (let at = 0; at < json.length;) {
    // Half a character is no text: what saves the file would replace it.
    const isSplit = /[\ud800-\udbff]/.test(json.slice(at + chunk - 1, at + chunk));
    const next = at + chunk - (isSplit ? 1 : 0);
    pieces.push(json.slice(at, next));
    at = next;
  }
  return [
    `${mark}${formatVersion} ${digestOf(json)} ${pieces.length}`,
    ...pieces.map((piece) => `|${piece}|`),
  ];
}

export type Unpacked = { sent: Sent } | { error: 'not-template' | 'damaged' | 'newer' };

/**
 * The base from the texts of a sheet's column, wherever it begins. Each piece stands between bars,
 * so that no program trims it.
 */
export function unpackSent(cells: readonly unknown[]): Unpacked {
  const at = cells.findIndex(isMark);
  if (at < 0) return { error: 'not-template' };
  const [format = '', digest, count] = String(cells[at]).split(' ');
  if (Number(format.slice(mark.length)) > formatVersion) return { error: 'newer' };
  const pieces = cells.slice(at + 1, at + 1 + Number(count)).map(String);
  const json = pieces.map((piece) => piece.slice(1, -1)).join('');
  if (digestOf(json) !== digest) return { error: 'damaged' };
  try {
    return { sent: Sent.parse(JSON.parse(json)) };
  } catch {
    return { error: 'damaged' };
  }
}
