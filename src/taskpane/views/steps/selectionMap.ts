import { newNode, type MapNode } from '../../../deliver/map';
import { steps, type Step } from '../../../catalog/steps';
import { grouped, type StepItem } from './stepItems';

/** What was picked as one tree: the engagement, its steps, their dimensions, the picks. */
export function selectionMap(
  title: string,
  names: Record<Step, string>,
  items: Record<Step, readonly StepItem[]>,
): MapNode {
  return newNode({
    id: 'map',
    text: title,
    children: steps.map((step) =>
      newNode({
        id: `step.${step}`,
        text: names[step],
        children: grouped(items[step].filter(({ pick }) => pick === 'yes')).map(
          ({ name, items: picked }) =>
            newNode({
              id: `group.${step}.${name}`,
              text: name,
              children: picked.map(({ id, text }) => newNode({ id, text })),
            }),
        ),
      }),
    ),
  });
}
