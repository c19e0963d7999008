import { bare } from './words';

/** Something in a file that could not be taken over; `place` is sheet and cell. */
export interface Issue {
  kind:
    | 'value-unknown'
    | 'word-own'
    | 'signs'
    | 'not-number'
    | 'not-date'
    | 'error-value'
    | 'row-duplicated'
    | 'row-unknown'
    | 'row-no-item'
    | 'rows-moved'
    | 'table-shifted'
    | 'number-doubtful'
    | 'share-of-money'
    | 'other-currency'
    | 'out-of-range'
    | 'note'
    | 'picture'
    | 'marked'
    | 'on-copy'
    | 'nameless'
    | 'column-unknown'
    | 'column-missing'
    | 'text-changed'
    | 'stray'
    | 'table-missing'
    | 'table-doubled'
    | 'one-name';
  place: string;
  found: string;
  /** The header of the column concerned. */
  column: string;
  /** Where a word settles it. Nothing of what is in doubt is taken before. */
  ask?: Asked;
}

/** A question, and what was replied. */
export interface Asked {
  /** Words that settle it; empty: only something of one's own does. */
  choices: readonly string[];
  /** Whether something else may be replied: what the cell shall say, who answered. */
  free: boolean;
  /** "" leaves what is in doubt out. One that is not understood leaves the question open. */
  reply?: string;
}

/** What was replied to a question of one file. */
export interface Reply {
  place: string;
  found: string;
  reply: string;
}

export const isReplyTo = (one: Pick<Reply, 'place' | 'found'>, issue: Issue): boolean =>
  one.place === issue.place && one.found === issue.found;

/** What is told and asked about one file. */
export class Asking {
  readonly issues: Issue[] = [];
  /** Questions that a reply has settled. */
  readonly settled: Issue[] = [];

  constructor(private readonly replies: readonly Reply[]) {}

  tell(issue: Issue): void {
    this.issues.push(issue);
  }

  /**
   * @param choices words that settle it, and what each means
   * @param read what a reply of one's own means; undefined: it is not understood
   * @returns undefined where nobody has replied, or where it shall be left out
   */
  ask<T>(
    issue: Issue,
    choices: readonly (readonly [string, T])[],
    read?: (reply: string) => T | undefined,
  ): T | undefined {
    const reply = this.replies.find((one) => isReplyTo(one, issue))?.reply.trim();
    const words = choices.map(([word]) => word);
    const ask = { choices: words, free: read !== undefined, ...(reply !== undefined && { reply }) };
    const value =
      reply === undefined || reply === ''
        ? undefined
        : (choices.find(([word]) => bare(word) === bare(reply))?.[1] ?? read?.(reply));
    const isSettled = reply === '' || value !== undefined;
    (isSettled ? this.settled : this.issues).push({ ...issue, ask });
    return value;
  }
}
