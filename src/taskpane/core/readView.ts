import type { Catalog } from '../../catalog/schema';
import { NotOursError, type Study, type Touched } from '../../office';
import type { Run } from './excel';
import type { View } from './work';

/** All that describes a workbook is not needed before the pane's first picture. */
export const office = () => import('../../office');

/** @param before what was studied before, of which these cells were changed since */
export async function readView(
  run: Run,
  catalogs: readonly Catalog[],
  before: Study | undefined,
  cells: readonly Touched[] = [],
): Promise<View> {
  try {
    const { restudy, study } = await office();
    return {
      status: 'ours',
      study: await run((context) =>
        before ? restudy(context, before, cells, { catalogs }) : study(context, { catalogs }),
      ),
    };
  } catch (error) {
    return error instanceof NotOursError ? { status: 'empty' } : { status: 'failed', error };
  }
}
