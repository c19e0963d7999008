import { isNamed } from '../engagement/identity';
import type { PortfolioRow } from './tables';

/** A file that was found in the folder, and what became of it. */
export type FileStanding =
  /** Its figures are in the other tables. */
  | 'counted'
  /** A later state of the same engagement is counted. */
  | 'older'
  /** Byte for byte the file that is counted. */
  | 'same'
  /** It could not be read. */
  | 'skipped';

export interface SkippedFile {
  file: string;
  reason: string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * One engagement: the same parties and project, planned from the same models. One that names neither has the
 * id of its file, and is the same as its copies only.
 */
function engagementOf(row: PortfolioRow): string {
  const [client, project] = [textOf(row.client), textOf(row.project)];
  const whose = isNamed({ client, project }) ? row.engagement_id : row.file_sha256;
  return JSON.stringify([whose, textOf(row.models).split('; ').sort()]);
}

/** The later state first: by the day it speaks of, its last signature, when it was saved; else by name. */
function laterFirst(a: PortfolioRow, b: PortfolioRow): number {
  for (const column of ['as_of', 'last_signed', 'saved_at']) {
    const [one, other] = [textOf(a[column]), textOf(b[column])];
    if (one !== other) return one > other ? -1 : 1;
  }
  return textOf(a.file) < textOf(b.file) ? -1 : 1;
}

/**
 * Of the files of each engagement the one that holds the latest is counted; the others, and what could not
 * be read, are rows of the table of files with the reason.
 * @param engagements a row of the table of engagements for each file that was read
 */
export function fileRows(
  engagements: readonly PortfolioRow[],
  skipped: readonly SkippedFile[],
  readAt: string,
): PortfolioRow[] {
  const groups = new Map<string, PortfolioRow[]>();
  for (const row of engagements) {
    const key = engagementOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const read = [...groups.values()].flatMap((group) => {
    const [first, ...others] = [...group].sort(laterFirst);
    const row = (one: PortfolioRow, standing: FileStanding): PortfolioRow => ({
      engagement_id: one.engagement_id ?? null,
      file: one.file ?? null,
      standing,
      counted_file: first?.file ?? null,
      reason: null,
      client: one.client ?? null,
      project: one.project ?? null,
      as_of: one.as_of ?? null,
      last_signed: one.last_signed ?? null,
      saved_at: one.saved_at ?? null,
      file_sha256: one.file_sha256 ?? null,
      read_at: readAt,
    });
    if (!first) return [];
    return [
      row(first, 'counted'),
      ...others.map((one) => row(one, one.file_sha256 === first.file_sha256 ? 'same' : 'older')),
    ];
  });
  const unread = skipped.map((one): PortfolioRow => ({
    ...one,
    standing: 'skipped' satisfies FileStanding,
    read_at: readAt,
  }));
  return [...read, ...unread].sort((a, b) => (textOf(a.file) < textOf(b.file) ? -1 : 1));
}
