import type { Node } from '../rules';

const isBlankText = (node: Node | undefined): boolean =>
  node?.type === 'literal' && node.value === '';

/**
 * Whether a condition only says that what the rule needs is there. Rules ask it of all they read, and
 * it tells a reader nothing while the answer is yes.
 */
export function onlySaysKnown(of: Node, holds: boolean): boolean {
  if (of.type === 'binary') {
    const { left, right, operator } = of;
    if (right.type === 'literal' && typeof right.value === 'boolean' && operator === '=')
      return onlySaysKnown(left, right.value === holds);
    if (!isBlankText(left) && !isBlankText(right)) return false;
    return (operator === '=' && !holds) || (operator === '<>' && holds);
  }
  if (of.type !== 'call') return false;
  const each = (wanted: boolean) =>
    holds === wanted && of.args.every((arg) => onlySaysKnown(arg, wanted));
  switch (of.function) {
    case 'ISNUMBER':
      return holds;
    case 'ISBLANK':
      return !holds;
    case 'NOT':
      return onlySaysKnown(of.args[0] as Node, !holds);
    case 'AND':
      return each(true);
    case 'OR':
      return each(false);
    default:
      return false;
  }
}
