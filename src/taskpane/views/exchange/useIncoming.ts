import { useCallback, useRef, useState } from 'react';
import { isReplyTo, type Filled, type Issue, type Reply } from '../../../exchange';
import { readFilledFile, type ReadFile } from './readFilledFile';

/** A file that someone sent back, or why it is not understood. */
export interface Returned extends ReadFile {
  /** Files of one name may come from several people. */
  key: number;
  name: string;
  bytes: Uint8Array;
  /** Taken although it belongs to another engagement. */
  accepted: boolean;
  /** Taken over, and still shown for what has to be looked into. */
  isTaken: boolean;
  /** What was answered about what is in doubt. */
  replies: readonly Reply[];
  /** The template as it was sent, where the file has lost it. */
  base?: Filled['sent'];
  /** What was named as the template as it was sent is none. */
  isSentUnknown?: boolean;
}

/** The files chosen so far; nothing of them is in the workbook yet. */
export function useIncoming() {
  const [files, setFiles] = useState<readonly Returned[]>([]);
  const [reading, setReading] = useState(false);
  const next = useRef(0);

  const change = useCallback(
    ({ key }: Returned, changed: Partial<Returned>) =>
      setFiles((now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one))),
    [],
  );
  const add = useCallback(async (chosen: readonly File[]) => {
    setReading(true);
    for (const file of chosen) {
      const bytes = await bytesOf(file);
      const key = (next.current += 1);
      const one = {
        key,
        name: file.name,
        bytes,
        accepted: false,
        isTaken: false,
        replies: [],
        ...(await readFilledFile(bytes)),
      };
      setFiles((now) => [...now.filter((other) => !isSame(other, one)), one]);
    }
    setReading(false);
  }, []);
  /** Reads a file again, with the template as it was sent. */
  const readWith = useCallback(
    async (one: Returned, sent: File) => {
      const base = (await readFilledFile(await bytesOf(sent))).filled?.sent;
      const { filled, problem } = await readFilledFile(one.bytes, base, one.replies);
      change(one, { filled, problem, base, isSentUnknown: !base, isTaken: false });
    },
    [change],
  );
  /** Reads a file again with one more answer; undefined takes an answer back. */
  const reply = useCallback(
    async (one: Returned, issue: Issue, word: string | undefined) => {
      const { place, found } = issue;
      const others = one.replies.filter((other) => !isReplyTo(other, issue));
      const replies = word === undefined ? others : [...others, { place, found, reply: word }];
      const read = await readFilledFile(one.bytes, one.base, replies);
      change(one, { replies, ...read, isTaken: false });
    },
    [change],
  );
  return {
    files,
    reading,
    add,
    readWith,
    reply,
    accept: (one: Returned) => change(one, { accepted: true }),
    remove: (one: Returned) => setFiles((now) => now.filter(({ key }) => key !== one.key)),
    /** Leaves out what was taken over, but for what has still to be looked into. */
    taken: (keys: readonly number[]) =>
      setFiles((now) =>
        now.flatMap((one) => {
          if (!keys.includes(one.key)) return [one];
          return one.filled?.issues.length === 0 ? [] : [{ ...one, isTaken: true }];
        }),
      ),
  };
}

/** Nothing of what is no file, such as a folder that was dropped. */
const bytesOf = async (file: File) =>
  new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));

/** The same file, chosen again. */
const isSame = (one: Returned, other: Returned) =>
  one.name === other.name &&
  one.bytes.length === other.bytes.length &&
  one.bytes.every((byte, i) => byte === other.bytes[i]);
