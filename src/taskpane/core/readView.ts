import type { Catalog } from '../../catalog/schema';
import { NotOursError, UnderwayError, type Study, type Task, type Touched } from '../../office';
import type { Run } from './excel';
import type { View } from './work';

/** All that describes a workbook is not needed before the pane's first picture. */
export const office = () => import('../../office');

interface Reading {
  catalogs: readonly Catalog[];
  /** Who this pane is, in what workbooks note of work under way. */
  owner: string;
  /** What was studied before, of which these cells were changed since. */
  before?: Study | undefined;
  cells?: readonly Touched[] | undefined;
}

/** The workbook as it was read, and what had been broken off in it and is in order now. */
interface Seen {
  view: View;
  recovered?: Task;
  /** Another pane is at work there: what was read before is as good as anything. */
  isElsewhere?: boolean;
}

export async function readView(run: Run, reading: Reading): Promise<Seen> {
  const { catalogs, owner, before, cells = [] } = reading;
  try {
    const { restudy, study } = await office();
    const read = await run((context) =>
      before ? restudy(context, before, cells, { catalogs }) : study(context, { catalogs }),
    );
    return { view: { status: 'ours', study: read } };
  } catch (error) {
    if (error instanceof NotOursError) return { view: { status: 'empty' } };
    const view: View = { status: 'failed', error };
    if (!(error instanceof UnderwayError)) return { view };
    const { underway, isLive } = error;
    if (isLive && underway.owner !== owner) return { view, isElsewhere: true };
    return afterRecovery(run, { catalogs, owner }, underway);
  }
}

/** Puts a workbook in order first, in which something was begun and broken off. */
async function afterRecovery(
  run: Run,
  reading: Reading,
  underway: UnderwayError['underway'],
): Promise<Seen> {
  try {
    const { recover } = await office();
    const recovered = await run((context) => recover(context, underway));
    return { recovered, ...(await readView(run, reading)) };
  } catch (error) {
    return { view: { status: 'failed', error } };
  }
}
