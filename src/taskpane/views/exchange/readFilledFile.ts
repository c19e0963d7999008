import { UnreadableError, type Filled } from '../../../exchange';

const unopened = ['not-xlsx', 'encrypted', 'broken', 'too-large', 'old-xls'] as const;
/** Why a file cannot be opened at all; not-loaded: the part of the pane that opens it did not come. */
export type OpenProblem = (typeof unopened)[number] | 'not-loaded';

export interface ReadFile {
  filled?: Filled;
  problem?: UnreadableError['reason'] | OpenProblem;
}

/** What a file says, or why it is not understood. */
export async function readFilledFile(bytes: Uint8Array, base?: Filled['sent']): Promise<ReadFile> {
  const page = await import('../../../exchange/page').catch(() => undefined);
  if (!page) return { problem: 'not-loaded' };
  try {
    return { filled: await page.readFile(bytes, base) };
  } catch (error) {
    if (error instanceof UnreadableError) return { problem: error.reason };
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { problem: unopened.find((one) => one === code) ?? 'broken' };
  }
}
