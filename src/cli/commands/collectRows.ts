import { savedAt } from '../../book';
import type { Catalog } from '../../catalog/schema';
import { hostOf } from '../hosts';
import type { Lang } from '../../messages';
import { study } from '../../office';
import { portfolioRows, type WorkbookRows } from '../../portfolio';
import { describeFailure } from '../failure';

/** A workbook to be read, as plain data: another thread may be sent it. */
export interface Job {
  lang: Lang;
  file: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  digest: string;
  catalogs: readonly Catalog[];
}

/** The rows of a workbook, or why it cannot be read. */
export async function rowsOf({
  lang,
  file,
  bytes,
  digest,
  catalogs,
}: Job): Promise<WorkbookRows | { reason: string }> {
  try {
    const host = await hostOf(bytes);
    const studied = await host.run((context) => study(context, { catalogs }));
    return portfolioRows(studied, {
      file,
      sha256: digest,
      savedAt: savedAt(bytes),
      values: host.recalculated ? 'recalculated' : 'cached',
    });
  } catch (error) {
    return { reason: describeFailure(lang, error, file) };
  }
}
