import type { MessageKey } from '../../../../messages';
import { say, type Context } from '../../../context';
import type { FieldSpec, ValueKind } from '../../../spec';
import { cellName } from '../../../../engagement/register';

/** What the contract leaves to a switch, its amounts and limits: every one a named cell. */
type Part = 'bet' | 'limits' | 'gain' | 'shortfall' | 'clauses';

const settings: {
  part: Part;
  id: string;
  kind: ValueKind;
  list?: string;
  usual?: string | number;
}[] = [
  { part: 'bet', id: 'shareAtRisk', kind: 'ratio', usual: 0.3 },
  { part: 'bet', id: 'roundingMode', kind: 'text', list: 'roundingMode', usual: 'total' },
  { part: 'bet', id: 'minorDigits', kind: 'integer', usual: 2 },
  { part: 'limits', id: 'payFloor', kind: 'money' },
  { part: 'limits', id: 'payCap', kind: 'money' },
  { part: 'limits', id: 'limitSpan', kind: 'text', list: 'limitSpan', usual: 'contract' },
  { part: 'limits', id: 'limitScope', kind: 'text', list: 'limitScope', usual: 'all' },
  { part: 'limits', id: 'clawback', kind: 'text', list: 'yesNo', usual: 'no' },
  { part: 'limits', id: 'earnBackLevel', kind: 'percent' },
  { part: 'gain', id: 'hurdle', kind: 'money' },
  { part: 'gain', id: 'hurdleRate', kind: 'percent' },
  { part: 'gain', id: 'hurdleKind', kind: 'text', list: 'hurdleKind', usual: 'deductible' },
  { part: 'gain', id: 'gainBase', kind: 'text', list: 'gainBase', usual: 'before-fee' },
  { part: 'gain', id: 'bandMode', kind: 'text', list: 'bandMode', usual: 'marginal' },
  { part: 'gain', id: 'gainCap', kind: 'money' },
  { part: 'gain', id: 'highWaterMark', kind: 'text', list: 'yesNo', usual: 'no' },
  { part: 'shortfall', id: 'guarantee', kind: 'money' },
  { part: 'shortfall', id: 'shortfallFixed', kind: 'money' },
  { part: 'shortfall', id: 'shortfallRate', kind: 'percent' },
  { part: 'shortfall', id: 'lossLimit', kind: 'money' },
  { part: 'clauses', id: 'objectionDays', kind: 'integer' },
  ...(['clientDuties', 'dataAccess', 'forceMajeure', 'termination', 'expert'] as const).map(
    (id) => ({ part: 'clauses' as const, id, kind: 'text' as const, list: 'yesNo' }),
  ),
  { part: 'clauses', id: 'expertName', kind: 'text' },
];

export function inputs(context: Context, part: Part): FieldSpec[] {
  return settings
    .filter((one) => one.part === part)
    .map(({ id, kind, list, usual }) => ({
      id,
      name: cellName(part === 'clauses' ? 'Clause' : 'Contract', id),
      label: say(context, `bet.field.${id}` as MessageKey),
      note: say(context, `bet.note.${id}` as MessageKey),
      role: 'input',
      kind,
      ...(list && { list }),
      ...(usual !== undefined && { usual }),
      stored: true,
    }));
}
