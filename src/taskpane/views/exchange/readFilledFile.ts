import type { Filled, Reply } from '../../../exchange';
import type { FailureCode } from '../../../messages';

const unread = [
  ...(['not-xlsx', 'encrypted', 'broken', 'too-large', 'old-xls'] as const),
  ...(['not-template', 'damaged', 'newer'] as const),
];

export interface ReadFile {
  filled?: Filled;
  problem?: FailureCode;
}

/** What a file says, or why it is not understood; not-loaded: the part of the pane that opens it did not come. */
export async function readFilledFile(
  bytes: Uint8Array,
  base?: Filled['sent'],
  replies: readonly Reply[] = [],
): Promise<ReadFile> {
  const page = await import('../../../exchange/page').catch(() => undefined);
  if (!page) return { problem: 'not-loaded' };
  try {
    return { filled: await page.readFile(bytes, base, replies) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { problem: unread.find((one) => one === code) ?? 'broken' };
  }
}
