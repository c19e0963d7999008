import type { Saying } from './said';
import type { Scope, ScopeItem } from './scope';
import type { TreeNode } from './tree';

/** Own items of a step, in the order of the workbook. */
const ownOf = ({ items }: Scope, step: string): ScopeItem[] =>
  items.filter((item) => item.own && item.step === step);

/**
 * What moves an own item to where another node is: into its dimension and module, and next to it
 * where that is an own item too. Items of the catalog keep their places.
 */
export function moveOnto(scope: Scope, dragged: ScopeItem, onto: TreeNode): Saying[] {
  const { step, dimension, module } = onto.at;
  if (step !== dragged.step || dimension === undefined) return [];
  const sayings: Saying[] = [];
  if (onto.item?.own) {
    const before = ownOf(scope, step).map(({ id }) => id);
    const goesDown = before.indexOf(dragged.id) < before.indexOf(onto.id);
    const order = before.filter((id) => id !== dragged.id);
    order.splice(order.indexOf(onto.id) + (goesDown ? 1 : 0), 0, dragged.id);
    if (order.some((id, i) => id !== before[i])) sayings.push({ table: step, order });
  }
  const cells = {
    ...(dimension !== dragged.dimension && { dimension }),
    ...(step === 'function' &&
      module !== undefined &&
      module !== dragged.module && { module: module === '' ? null : module }),
  };
  if (Object.keys(cells).length > 0) sayings.push({ table: step, row: dragged.id, cells });
  return sayings;
}

/** What moves an own item one place up or down among those of its dimension and module. */
export function moveBy(scope: Scope, item: ScopeItem, by: -1 | 1): Saying[] {
  const own = ownOf(scope, item.step);
  const near = own.filter(
    ({ dimension, module }) => dimension === item.dimension && module === item.module,
  );
  const other = near[near.findIndex(({ id }) => id === item.id) + by];
  if (!other) return [];
  const order = own.map(({ id }) => (id === item.id ? other.id : id === other.id ? item.id : id));
  return [{ table: item.step, order }];
}
