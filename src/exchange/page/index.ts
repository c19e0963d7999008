import { createSideHost } from '../../host/client/browser';
import { openXlsx } from '../../book';
import type { Engagement } from '../../engagement/schema';
import { addIn, layOut, type LayOutOptions } from '../../office';
import type { WorkbookSpec } from '../../workbook';
import { layTemplate } from '../layTemplate';
import type { Reply } from '../ask';
import { readWith, type Filled } from '../read';
import type { Sent } from '../sent';

/** In a page, the workbook that is open there stays untouched: files are made and read beside it. */

/** A template as an .xlsx file. */
export async function templateFile(spec: WorkbookSpec): Promise<Uint8Array> {
  const host = createSideHost();
  await host.run((context) => layTemplate(context, spec));
  return host.save();
}

/** An engagement laid out, as an .xlsx file that brings the pane. */
export async function workbookFile(
  engagement: Engagement,
  options: LayOutOptions,
): Promise<Uint8Array> {
  const host = createSideHost();
  await host.run((context) => layOut(context, engagement, options));
  return host.save({ addIn });
}

/**
 * What a filled file says.
 * @param base what was sent, for a file that has lost it
 * @throws OpenError, UnreadableError
 */
export const readFile = async (
  bytes: Uint8Array,
  base?: Sent,
  replies: readonly Reply[] = [],
): Promise<Filled> => readWith(await openXlsx(bytes), base ? [base] : [], replies);
