import { parseA1Ref } from '@borgar/fx';
import { Failure } from '../messages';
import { digestOf } from '../catalog/digest';
import { naturalKey } from '../engagement/register';
import { cellUnder, type Book, type Note, type Sheet } from '../book';
import { Asking, type Issue, type Reply } from './ask';
import { respondentName } from './instructions';
import { cellPlace, findTable, gridsOf, rowsIn, type Found, type Grid } from './grid';
import { readMarks } from './marks';
import { TableReader, type OwnRow, type FilledCell } from './readTable';
import { unpackSent, type Sent, type SentTable } from './sent';
import { readStrays } from './strays';

/** A filled template, understood. */
export interface Filled {
  sent: Sent;
  respondent: string;
  /** Cells that say something else than was sent. */
  answers: FilledCell[];
  /** Rows that were not sent. */
  own: OwnRow[];
  /** What was not taken over, and what is still asked. */
  issues: Issue[];
  /** Questions that a reply has settled. */
  settled: Issue[];
  /**
   * The same for the same answers to the same template, whatever program saved the file; behind a +
   * what replies to questions have made of it.
   */
  digest: string;
  /** Digest of what was sent. */
  template: string;
}

/** Why a file cannot be merged at all. */
export class UnreadableError extends Failure {
  constructor(readonly reason: 'not-template' | 'damaged' | 'newer') {
    super(reason);
  }
}

/** What a file was sent with. @throws UnreadableError */
export function sentIn(book: Book): Sent {
  let reason: UnreadableError['reason'] = 'not-template';
  for (const grid of gridsOf(book))
    for (let column = 0; column < Math.min(grid.columns, 20); column += 1) {
      const found = unpackSent(rowsIn(grid).map((row) => grid.at(row, column)));
      if ('sent' in found) return found.sent;
      if (found.error !== 'not-template') reason = found.error;
    }
  throw new UnreadableError(reason);
}

/**
 * The answers of a filled template, whatever people and programs have done to it: by the ids in its
 * rows and the words in its headers, never by position.
 * @param base what it was sent with, where the file has lost it
 * @param replies to the questions of an earlier reading
 * @throws UnreadableError
 */
export function readFilled(book: Book, base?: Sent, replies: readonly Reply[] = []): Filled {
  const sent = base ?? sentIn(book);
  const plain = readBook(book, sent, []);
  if (replies.length === 0) return plain;
  const filled = readBook(book, sent, replies);
  if (filled.settled.length === 0) return filled;
  const said = filled.settled.map(({ place, found, ask }) => [place, found, ask?.reply]);
  return { ...filled, digest: `${plain.digest}+${digestOf(said).slice(0, 8)}` };
}

function readBook(book: Book, sent: Sent, replies: readonly Reply[]): Filled {
  const grids = gridsOf(book).filter((grid) => !isHidden(grid));
  const answers: FilledCell[] = [];
  const own: OwnRow[] = [];
  const asking = new Asking(replies);
  const asked = new Map<Grid, number>();
  const copied = new Map<Grid, number>();
  for (const table of sent.tables) {
    const free = grids.filter((grid) => !asked.has(grid));
    const [best, ...others] = findTable(table, free);
    if (!best) {
      asking.tell({ kind: 'table-missing', place: table.sheet, found: '', column: '' });
      continue;
    }
    asked.set(best.grid, best.header);
    const copies = others.filter(({ known }) => known > 0);
    for (const { grid, header } of copies) {
      copied.set(grid, header);
      asking.tell({ kind: 'table-doubled', place: grid.sheet.name, found: '', column: '' });
    }
    const part = new TableReader(sent, table, best, asking).read();
    answers.push(...part.answers);
    own.push(...part.own);
    for (const copy of copies) tellCopy(sent, table, copy, part, asking);
    for (const found of [best, ...copies])
      for (const issue of readMarks(found, naturalKey(table.id)[0])) asking.tell(issue);
  }
  const template = digestOf(sent);
  const respondent = respondentIn(book) ?? sent.respondent;
  const strays = readStrays(sent, grids, new Map([...copied, ...asked]), respondent);
  const said = [
    answers.map(({ table, row, column, value }) => [table, row, column, value]),
    own.map(({ table, cells }) => [table, cells]),
  ];
  return {
    sent,
    respondent,
    answers,
    own,
    issues: [...asking.issues, ...grids.flatMap((grid) => notesOn(grid, book)), ...strays],
    settled: asking.settled,
    template,
    digest: digestOf([template, respondent, said]),
  };
}

/** What a copy of a sheet says that the sheet itself does not say. Nothing of it is taken. */
function tellCopy(
  sent: Sent,
  table: SentTable,
  copy: Found,
  { answers, own }: ReturnType<TableReader['read']>,
  asking: Asking,
): void {
  const reading = new Asking([]);
  const there = new TableReader(sent, table, copy, reading).read();
  const column = (id: string) => table.columns.find((one) => one.id === id);
  const tell = (place: string, found: string, id: string) =>
    asking.tell({ kind: 'on-copy', place, found, column: column(id)?.header ?? '' });
  const isSaid = (one: FilledCell) =>
    answers.some(
      ({ row, column, value }) => row === one.row && column === one.column && value === one.value,
    );
  for (const one of there.answers.filter((answer) => !isSaid(answer))) {
    const list = sent.lists.find(({ id }) => id === column(one.column)?.list);
    const label = list?.entries.find(([id]) => id === one.value)?.[1];
    tell(one.place, label ?? String(one.value ?? ''), one.column);
  }
  const words = (one: OwnRow) => Object.values(one.cells).map(String).join(' · ');
  const here = new Set(own.map(words));
  for (const one of there.own.filter((row) => !here.has(words(row))))
    tell(one.place, words(one), naturalKey(table.id)[0]);
  // Nothing is asked about what is not read, and a column that is gone from it is no loss.
  for (const { kind, place, found, column: header } of reading.issues)
    if (kind !== 'column-missing') asking.tell({ kind, place, found, column: header });
}

/**
 * The same, where a file may have lost what it was sent with.
 * @param bases used only then: the one that leaves least open
 */
export function readWith(
  book: Book,
  bases: readonly Sent[],
  replies: readonly Reply[] = [],
): Filled {
  try {
    return readFilled(book, undefined, replies);
  } catch (error) {
    if (!(error instanceof UnreadableError) || error.reason === 'newer') throw error;
    const [best] = bases
      .map((base) => readFilled(book, base, replies))
      .sort((a, b) => misfit(a) - misfit(b));
    if (!best) throw error;
    return best;
  }
}

/** How badly a file fits what is taken for its template. */
const misfit = ({ issues, respondent, sent }: Filled): number =>
  issues.length + (respondent === sent.respondent ? 0 : 1);

/** Sheets of the template's own; what a respondent hides is read. */
const isHidden = ({ sheet }: Grid) => sheet.visibility === 'VeryHidden';

const notesOn = (grid: Grid, book: Book): Issue[] => {
  const { notes = [], charts } = grid.sheet;
  const drawn = charts.map((chart): Note => {
    const { row, column } = cellUnder(grid.sheet, chart);
    return { row, column, text: chart.title || chart.name, isPicture: true };
  });
  return [...notes, ...drawn].map((note) => ({
    kind: note.isPicture ? 'picture' : 'note',
    place: cellPlace(grid, note.row, note.column),
    found: wordsOf(note, grid, book),
    column: '',
  }));
};

/** What a note says; of a list, the entries that are chosen. */
function wordsOf({ text, chosen }: Note, grid: Grid, book: Book): string {
  if (!chosen) return text;
  const list = placeIn(book, chosen.range, grid.sheet);
  const entries = chosen.entries.map((n) => {
    const value = list?.sheet?.cells[list.top + n - 1]?.[list.left]?.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : String(n);
  });
  return [text, entries.join(', ')].filter(Boolean).join(': ');
}

/** The first cell of an area; `home` is where it lies unless the address names a sheet. */
function placeIn(book: Book, address: string | undefined, home?: Sheet) {
  const at = parseA1Ref(address?.replace(/^=/, '') ?? '', { allowNamed: false });
  if (!at || !('range' in at)) return undefined;
  const name = at.context?.at(-1);
  const sheet = name === undefined ? home : book.sheets.find((one) => one.name === name);
  return { sheet, top: at.range.top ?? 0, left: at.range.left ?? 0 };
}

/** Who answered, as the first sheet says it now. */
function respondentIn(book: Book): string | undefined {
  const name = book.names.find((one) => one.name.toLowerCase() === respondentName.toLowerCase());
  const { sheet, top = -1, left = -1 } = placeIn(book, name?.formula) ?? {};
  const value = sheet?.cells[top]?.[left]?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
