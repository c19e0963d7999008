import type { Rule } from '../../../engagement/register';
import { applyToWorkbook, merge, undo, type Incoming, type MergeOutcome } from '../../../exchange';
import { isoOf, serialOf } from '../../../rules';
import type { Act, Following, Way } from '../../core/work';

export const today = () => isoOf(serialOf(new Date()));

/** Takes answers over into the workbook as it stands then; without files, what was decided since. */
export const takeOver =
  (incoming: readonly Incoming[], rule?: Rule): Act =>
  (context, options) =>
    write('merge', context, options, (before) => merge(before, incoming, { on: today(), rule }));

/** Takes the latest merge back. */
export const takeBack: Act = (context, options) =>
  write('undo', context, options, (before) => undo(before, { on: today() }));

/** How a merge of files is told, and what takes it back. */
export const mergeOf = (count: number): Way => ({
  what: { text: 'pane.done.merge', params: { count } },
  back: takeBack,
});

async function write(
  task: 'merge' | 'undo',
  context: Excel.RequestContext,
  options: Following,
  decide: (before: Parameters<typeof merge>[0]) => MergeOutcome | undefined,
): ReturnType<Act> {
  const { study } = await import('../../../office');
  const { catalogs } = options;
  const seen = await study(context, { catalogs });
  const outcome = decide({ engagement: seen.read.engagement, spec: seen.spec });
  if (outcome) await applyToWorkbook(context, seen, outcome, { ...options, task });
  return { task, written: outcome?.changes.length ?? 0, open: outcome?.open.length ?? 0 };
}
