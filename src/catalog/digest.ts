import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Where there is Node, its own hashing, which is several times as fast. */
const crypto = (globalThis as Partial<typeof globalThis>).process?.getBuiltinModule?.(
  'node:crypto',
);

const hexOf = (text: string): string =>
  crypto
    ? crypto.createHash('sha256').update(text).digest('hex')
    : bytesToHex(sha256(utf8ToBytes(text)));

/** 16 hex digits of SHA-256: short enough to be read out, long enough that no two texts share them. */
export const digestOfText = (text: string): string => hexOf(text).slice(0, 16);

/**
 * The digest of a value's JSON.
 * @param form says which differences do not count, as a replacer of JSON.stringify; what is stored
 *   under a digest stays valid only as long as its form stays
 */
export const digestOf = (value: unknown, form?: (key: string, value: unknown) => unknown): string =>
  digestOfText(JSON.stringify(value, form));
