import type { MessageKey } from '../../../messages';
import { say, type Context } from '../../context';
import type { FieldSpec } from '../../spec';

/** "shareAtRisk" of Contract → "Contract.ShareAtRisk". */
export const cellName = (sheet: string, id: string) =>
  `${sheet}.${id.charAt(0).toUpperCase()}${id.slice(1)}`;

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
