import { cellName } from '../../../engagement/register';
import type { MessageKey } from '../../../messages';
import { say, type Context } from '../../context';
import type { FieldSpec } from '../../spec';

/** A computed named cell. */
export const computed = (
  context: Context,
  sheet: 'Contract' | 'Statement' | 'Payoff' | 'Checks',
  id: string,
  kind: FieldSpec['kind'],
  formula: NonNullable<FieldSpec['formula']>,
): FieldSpec => ({
  id: `${sheet}.${id}`,
  name: cellName(sheet, id),
  label: say(context, `bet.field.${id}` as MessageKey),
  role: 'calc',
  kind,
  formula,
});
