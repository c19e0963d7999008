import { priorityWeights } from '../../rules';
import { pickOf, textOf, type Call, type Scope, type ScopeItem } from './scope';

/** What a pick counts for: as its priority has it. */
function weightOf({ said: { priority } }: ScopeItem): number {
  return priority === 'high' || priority === 'low'
    ? priorityWeights[priority]
    : priorityWeights.medium;
}

/** How strongly the picks call for each item that anything calls for: Σ strength × priority. */
export function calledFor({ items, calls }: Scope): Map<string, number> {
  const weights = new Map(
    items.filter((item) => pickOf(item) === 'yes').map((item) => [item.id, weightOf(item)]),
  );
  const found = new Map<string, number>();
  for (const { from, to, strength } of calls) {
    const weight = weights.get(from);
    if (weight !== undefined) found.set(to, (found.get(to) ?? 0) + strength * weight);
  }
  return found;
}

/** One to three dots: called for at all; by a strong pick or two; by several. */
export const dotsOf = (called: number): number =>
  called <= 0 ? 0 : called <= 4 ? 1 : called <= 12 ? 2 : 3;

export interface Reason {
  item: ScopeItem;
  text: string;
  strength: number;
}

/** The picks that call for an item, the strongest first; and what it calls for itself once picked. */
export function whysOf(scope: Scope, id: string): { because: Reason[]; next: Reason[] } {
  const items = new Map(scope.items.map((item) => [item.id, item]));
  const reason = (other: string, { strength }: Call): Reason[] => {
    const item = items.get(other);
    return item ? [{ item, text: textOf(item), strength }] : [];
  };
  const strongest = (a: Reason, b: Reason) => b.strength - a.strength;
  return {
    because: scope.calls
      .filter(({ to }) => to === id)
      .flatMap((call) => reason(call.from, call))
      .filter(({ item }) => pickOf(item) === 'yes')
      .sort(strongest),
    next: scope.calls
      .filter(({ from }) => from === id)
      .flatMap((call) => reason(call.to, call))
      .sort(strongest),
  };
}
