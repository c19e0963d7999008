import { HostRefusal } from '../host/wire/refusal';
import { message, type Lang } from '../messages';

/** What Excel would say: the validation's own alert, else ours. */
export function refusal(lang: Lang, error: unknown): string {
  if (!(error instanceof HostRefusal)) {
    return message(lang, 'pane.workbench.refused.other', { code: String(error) });
  }
  if (error.code === 'AccessDenied') return message(lang, 'pane.workbench.refused.AccessDenied');
  if (error.code === 'DataValidation') {
    return error.message || message(lang, 'pane.workbench.refused.DataValidation');
  }
  return message(lang, 'pane.workbench.refused.other', { code: error.code });
}

const named = 5;

/** Which of the cells that were pasted are not what they ask for. */
export function unfit(lang: Lang, cells: readonly string[]): string {
  const more = cells.length > named ? ' …' : '';
  return message(lang, 'pane.workbench.unfit', {
    count: cells.length,
    cells: cells.slice(0, named).join(', ') + more,
  });
}
