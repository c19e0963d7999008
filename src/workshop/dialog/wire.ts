import type { Lang } from '../../messages';
import type { ThemeName } from '../../taskpane/parts/theme';
import type { Answer, Shown } from '../acts';
import type { Saying } from '../model/said';

/** What the pane tells the dialog. */
export type ToMap =
  | { kind: 'shown'; shown: Shown; lang: Lang; theme: ThemeName }
  | { kind: 'answer'; no: number; answer: Answer };

/** What the dialog tells the pane; what has a number is answered under it. */
export type ToPane =
  | { kind: 'ready' }
  | { kind: 'say'; no: number; sayings: Saying[] }
  | { kind: 'undo' | 'redo'; no: number }
  | { kind: 'goTo'; step: string; item: string }
  | { kind: 'close' };

/** Nobody says how long a message between pane and dialog may be; what all clients took was less than this. */
const longest = 16_000;

interface Piece {
  /** Of the message. */
  no: number;
  at: number;
  of: number;
  text: string;
}

/** Cuts messages into pieces that are sent one after the other. */
export function packer(): (message: ToMap | ToPane) => string[] {
  let no = 0;
  return (message) => {
    no += 1;
    const text = JSON.stringify(message);
    const of = Math.max(1, Math.ceil(text.length / longest));
    return Array.from({ length: of }, (_, at) =>
      JSON.stringify({
        no,
        at,
        of,
        text: text.slice(at * longest, (at + 1) * longest),
      } satisfies Piece),
    );
  };
}

/**
 * Puts messages together again; one that is overtaken by a later one before it is whole is dropped,
 * and so is what is none of ours.
 */
export function unpacker<Message>(onMessage: (message: Message) => void): (piece: string) => void {
  let current: { no: number; texts: string[] } | undefined;
  return (given) => {
    const piece = pieceOf(given);
    if (!piece) return;
    const { no, at, of, text } = piece;
    if (!current || no > current.no) current = { no, texts: [] };
    if (no !== current.no) return;
    current.texts[at] = text;
    if (at === of - 1 && Object.keys(current.texts).length === of)
      onMessage(JSON.parse(current.texts.join('')) as Message);
  };
}

function pieceOf(given: string): Piece | undefined {
  try {
    const piece = JSON.parse(given) as Partial<Piece> | null;
    const isOurs =
      typeof piece?.no === 'number' &&
      typeof piece.at === 'number' &&
      typeof piece.of === 'number' &&
      typeof piece.text === 'string';
    return isOurs ? (piece as Piece) : undefined;
  } catch {
    return undefined;
  }
}
