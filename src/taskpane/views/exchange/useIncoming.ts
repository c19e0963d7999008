import { useCallback, useState } from 'react';
import { type UnreadableError, type Filled } from '../../../exchange';
import { type OpenProblem, readFilledFile } from './readFilledFile';

/** A file that someone sent back, or why it is not understood. */
export interface Returned {
  name: string;
  bytes: Uint8Array;
  filled?: Filled;
  problem?: UnreadableError['reason'] | OpenProblem;
  /** Taken although it belongs to another engagement. */
  accepted: boolean;
}

/** The files chosen so far, each once by name; nothing of them is in the workbook yet. */
export function useIncoming() {
  const [files, setFiles] = useState<readonly Returned[]>([]);
  const [reading, setReading] = useState(false);

  const put = useCallback(
    (one: Returned) => setFiles((now) => [...now.filter(({ name }) => name !== one.name), one]),
    [],
  );
  const add = useCallback(
    async (chosen: readonly File[]) => {
      setReading(true);
      for (const file of chosen) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        put({ name: file.name, bytes, accepted: false, ...(await readFilledFile(bytes)) });
      }
      setReading(false);
    },
    [put],
  );
  /** Reads a file again, with the template as it was sent. */
  const readWith = useCallback(
    async ({ name, bytes }: Returned, sent: File) => {
      const base = await readFilledFile(new Uint8Array(await sent.arrayBuffer()));
      put({ name, bytes, accepted: false, ...(await readFilledFile(bytes, base.filled?.sent)) });
    },
    [put],
  );
  return {
    files,
    reading,
    add,
    readWith,
    accept: (one: Returned) => put({ ...one, accepted: true }),
    remove: (one: Returned) => setFiles((now) => now.filter(({ name }) => name !== one.name)),
    clear: () => setFiles([]),
  };
}
