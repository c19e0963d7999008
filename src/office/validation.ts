import { message, type Lang } from '../messages';
import { describeRange } from './range';
import { mostAlert, mostPrompt, shortened } from './text';
import type { ColumnSpec, ListSpec, WorkbookSpec } from '../workbook';

/** What a cell that people fill takes, and what is said of it. */
export interface Validation {
  rule?: Excel.DataValidationRule;
  prompt?: Excel.DataValidationPrompt;
  alert?: Excel.DataValidationErrorAlert;
}

type Cell = Pick<ColumnSpec, 'kind' | 'list' | 'prompt' | 'range'>;

export function validationOf(spec: WorkbookSpec, cell: Cell): Validation {
  const list: ListSpec | undefined = spec.lists.find((one) => one.id === cell.list);
  const rule = list ? { list: { inCellDropDown: true, source: `=${list.name}` } } : typeRule(cell);
  return {
    ...(rule && { rule }),
    ...(cell.prompt && {
      prompt: { showPrompt: true, title: '', message: shortened(cell.prompt, mostPrompt) },
    }),
    ...(rule && {
      alert: {
        showAlert: true,
        style: list?.open ? 'Information' : 'Stop',
        title: '',
        message: shortened(alertText(spec.lang, list, cell), mostAlert),
      },
    }),
  };
}

/** Rule first, then prompt, then alert: the only order that Excel takes without complaint. */
export function addValidation(to: Excel.DataValidation, { rule, prompt, alert }: Validation): void {
  if (rule) to.rule = rule;
  if (prompt) to.prompt = prompt;
  if (alert) to.errorAlert = alert;
}

/** A prompt cannot stand alone: text with one gets the rule that a cell has anyway. */
function typeRule({
  kind,
  prompt,
  range,
}: Omit<Cell, 'list'>): Excel.DataValidationRule | undefined {
  if (kind === 'text') {
    return prompt
      ? { textLength: { formula1: 0, formula2: 32767, operator: 'Between' } }
      : undefined;
  }
  if (kind === 'date') {
    return { date: { formula1: '1990-01-01', formula2: '2199-12-31', operator: 'Between' } };
  }
  const limits = {
    formula1: range?.min ?? -1e15,
    formula2: range?.max ?? 1e15,
    operator: 'Between' as const,
  };
  return range?.whole ? { wholeNumber: limits } : { decimal: limits };
}

function alertText(
  lang: Lang,
  list: ListSpec | undefined,
  cell: Pick<ColumnSpec, 'kind' | 'range'>,
): string {
  if (list) {
    const entries = list.entries.map((entry) => entry.label).join(' / ');
    return message(lang, 'alert.list', { entries });
  }
  if (cell.kind === 'text') return message(lang, 'alert.text');
  if (cell.range) return describeRange(lang, cell.range);
  return message(lang, cell.kind === 'date' ? 'alert.date' : 'alert.number');
}
