import { message, type Lang } from '../messages';
import { describeRange } from './range';
import { mostAlert, mostPrompt, shortened } from './text';
import type { ColumnSpec, ListSpec, WorkbookSpec } from '../workbook';

/** Rule first, then prompt, then alert: the only order that Excel takes without complaint. */
export function validate(
  range: Excel.Range,
  spec: WorkbookSpec,
  cell: Pick<ColumnSpec, 'kind' | 'list' | 'prompt' | 'range'>,
): void {
  const list: ListSpec | undefined = spec.lists.find((one) => one.id === cell.list);
  const rule = list ? { list: { inCellDropDown: true, source: `=${list.name}` } } : typeRule(cell);
  if (rule) range.dataValidation.rule = rule;
  if (cell.prompt) {
    range.dataValidation.prompt = {
      showPrompt: true,
      title: '',
      message: shortened(cell.prompt, mostPrompt),
    };
  }
  if (rule) {
    range.dataValidation.errorAlert = {
      showAlert: true,
      style: list?.open ? 'Information' : 'Stop',
      title: '',
      message: shortened(alertText(spec.lang, list, cell), mostAlert),
    };
  }
}

/** A prompt cannot stand alone: text with one gets the rule that a cell has anyway. */
function typeRule({
  kind,
  prompt,
  range,
}: Pick<ColumnSpec, 'kind' | 'prompt' | 'range'>): Excel.DataValidationRule | undefined {
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
