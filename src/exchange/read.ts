import { parseA1Ref } from '@borgar/fx';
import { Failure } from '../messages';
import { digestOf } from '../catalog/digest';
import type { Book } from '../book';
import { Asking, type Issue, type Reply } from './ask';
import { respondentName } from './instructions';
import { gridsOf, rowsIn, type Grid } from './grid';
import { cellPlace, TableReader, type OwnRow, type FilledCell } from './readTable';
import { unpackSent, type Sent } from './sent';
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
  const doubled: Grid[] = [];
  const read = new Map<Grid, ReturnType<TableReader['area']>>();
  for (const table of sent.tables) {
    const reader = new TableReader(
      sent,
      table,
      grids.filter((grid) => !read.has(grid)),
      asking,
    );
    const part = reader.read();
    answers.push(...part.answers);
    own.push(...part.own);
    doubled.push(...reader.doubled);
    const area = reader.area();
    if (area) read.set(area.grid, area);
  }
  const others = grids.filter((grid) => !doubled.includes(grid));
  const strays = readStrays(sent, others, new Set(read.keys()));
  const template = digestOf(sent);
  const respondent = respondentIn(book) ?? sent.respondent;
  const said = [
    answers.map(({ table, row, column, value }) => [table, row, column, value]),
    own.map(({ table, cells }) => [table, cells]),
  ];
  return {
    sent,
    respondent,
    answers,
    own,
    issues: [...asking.issues, ...grids.flatMap(notesOn), ...strays],
    settled: asking.settled,
    template,
    digest: digestOf([template, respondent, said]),
  };
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

const notesOn = (grid: Grid): Issue[] =>
  (grid.sheet.notes ?? []).map(({ row, column, text }) => ({
    kind: 'note',
    place: cellPlace(grid, row, column),
    found: text,
    column: '',
  }));

/** Who answered, as the first sheet says it now. */
function respondentIn(book: Book): string | undefined {
  const name = book.names.find((one) => one.name.toLowerCase() === respondentName.toLowerCase());
  const at = parseA1Ref(name?.formula.replace(/^=/, '') ?? '', { allowNamed: false });
  if (!at || !('range' in at)) return undefined;
  const sheet = book.sheets.find((one) => one.name === at.context?.at(-1));
  const value = sheet?.cells[at.range.top ?? -1]?.[at.range.left ?? -1]?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
