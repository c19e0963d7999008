import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { decimalText, type Cell } from './normal';
import type { ColumnType, WholePart } from '../catalog/query';

/**
 * The digest of rows: the first 64 bits of each row's SHA-256, added up modulo 2⁶⁴. It is the same in
 * whatever order rows come and over however many files; a row that comes twice is told.
 */
export const wrap = 1n << 64n;

/** 16 hex digits of a file's SHA-256. */
export async function digestOfStream(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = sha256.create();
  for await (const piece of stream) hash.update(piece);
  return bytesToHex(hash.digest()).slice(0, 16);
}

/** Between cells, and for a cell that says nothing: no text of a file has them. */
export const separator = '\u001f';
export const blank = '\u001e';

export const textOf = (cell: Cell, type: ColumnType): string =>
  cell === null ? blank : type === 'number' ? decimalText(cell as bigint) : String(cell);

export function digestOfRow(text: string): bigint {
  const bytes = sha256(utf8ToBytes(text));
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
}

/** What the digest of a row begins with: the same row counts in a numerator and in a denominator. */
export const markOf = ({ role }: WholePart): string => role[0] ?? '';

export const digestText = (sum: bigint): string => (sum % wrap).toString(16).padStart(16, '0');
