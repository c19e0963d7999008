import { explainMessage } from '../messages/explain';
import { rowsTable, type Input } from './applied';
import type { Explainer } from './explainer';
import type { Ref } from './ref';
import { speak, speakRows, type Names } from './speech';

/**
 * How a cell is worked out, in names of columns alone: one sentence for all rows of a column in which
 * the same part of its rule holds. "" for a cell without a rule.
 */
export function wayOf(explainer: Explainer, ref: Ref): string {
  const applied = explainer.applied(ref);
  if (!applied) return '';
  const { described } = explainer;
  const { lang } = described;
  const whole = explainer.wholeNames(ref);
  const ofCell = (of: Ref): string => {
    if (of.kind !== 'cell') return explainer.title(of);
    const { column, sheet } = described.columnTitle(of.table, of.column);
    if (ref.kind !== 'cell' || ref.table !== of.table)
      return explainMessage(lang, 'explain.column', { column, table: sheet });
    return ref.row === of.row ? column : explainMessage(lang, 'explain.otherRow', { column });
  };
  const called = (i: string) => {
    const input = applied.inputs[Number(i)] as Input;
    if (input.kind === 'cell') return ofCell(input.ref);
    return input.kind === 'rows' ? speakRows(lang, input.of, whole) : speak(lang, input.of, whole);
  };
  const names: Names = {
    ...whole,
    name: called,
    column: (table, i) => (table === rowsTable ? called(i) : whole.column(table, i)),
  };
  const because = explainer.because(applied, names);
  const says = explainer.says(applied, names);
  if (because.length === 0) return says;
  const conditions = because.join(explainMessage(lang, 'explain.semicolon'));
  return `${says} · ${explainMessage(lang, 'explain.because', { conditions })}`;
}
