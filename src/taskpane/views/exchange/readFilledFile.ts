import { UnreadableError, type Filled } from '../../../exchange';

/** Why a file cannot be opened at all. */
export type OpenProblem = 'not-xlsx' | 'encrypted' | 'broken' | 'too-large' | 'old-xls';
const openProblems = ['not-xlsx', 'encrypted', 'broken', 'too-large', 'old-xls'] as const;

/** What a file says, or why it is not understood. */
export async function readFilledFile(
  bytes: Uint8Array,
  base?: Filled['sent'],
): Promise<{ filled?: Filled; problem?: UnreadableError['reason'] | OpenProblem }> {
  const { readFile } = await import('../../../exchange/page');
  try {
    return { filled: await readFile(bytes, base) };
  } catch (error) {
    if (error instanceof UnreadableError) return { problem: error.reason };
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { problem: openProblems.find((one) => one === code) ?? 'broken' };
  }
}
