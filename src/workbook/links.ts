import { equal, ifError, index, match, num, txt, txts, when } from '../rules';
import type { Catalog } from '../catalog/schema';
import { calc, content } from './columns';
import type { Context } from './context';
import { listLabel } from './lists';
import type { TableBlock } from './spec';

export type Step = 'ask' | 'plan' | 'pain' | 'function' | 'innovation';

/** One link table per step that calls for later ones. */
export const linkTables: { name: string; from: Step; source: string; to: Step[] }[] = [
  { name: 'AskLinks', from: 'ask', source: 'Asks', to: ['plan', 'pain', 'function', 'innovation'] },
  { name: 'PlanLinks', from: 'plan', source: 'Plans', to: ['pain', 'function', 'innovation'] },
  { name: 'PainLinks', from: 'pain', source: 'PainPoints', to: ['function', 'innovation'] },
  { name: 'FunctionLinks', from: 'function', source: 'Functions', to: ['innovation'] },
];

export interface StepLink {
  from: string;
  to: string;
  strength: number;
}

/** Links between steps, by the step they come from, ordered by the item they lead to. */
export function stepLinks(catalog: Catalog): Record<Step, StepLink[]> {
  const stepOf = new Map<string, Step>();
  const lists: [Step, { id: string }[]][] = [
    ['ask', catalog.asks],
    ['plan', catalog.plans],
    ['pain', catalog.pains],
    ['function', catalog.functions],
    ['innovation', catalog.innovations],
  ];
  for (const [step, items] of lists) for (const item of items) stepOf.set(item.id, step);
  const found: Record<Step, StepLink[]> = {
    ask: [],
    plan: [],
    pain: [],
    function: [],
    innovation: [],
  };
  const called = [...catalog.plans, ...catalog.pains, ...catalog.functions, ...catalog.innovations];
  for (const item of called) {
    for (const [from, strength] of Object.entries(item.calledBy)) {
      const step = stepOf.get(from);
      if (step) found[step].push({ from, to: item.id, strength });
    }
  }
  return found;
}

/** A link weighs its strength while the item it comes from is picked, else 0. */
export function linkBlocks(context: Context): TableBlock[] {
  const yes = listLabel(context, 'pick', 'yes');
  const links = stepLinks(context.catalog);
  return linkTables.map(({ name, from, source }) => ({
    kind: 'table',
    id: `links.${from}`,
    name,
    columns: [
      content(context, 'from', 'column.from', 30),
      content(context, 'to', 'column.to', 30),
      content(context, 'strength', 'column.strength', 9, { kind: 'integer' }),
      calc(
        context,
        'weight',
        'column.weight',
        9,
        ifError(
          when(
            equal(index(txts(source, 'pick'), match(txt('from'), txts(source, 'id'))), yes),
            num('strength'),
            0,
          ),
          0,
        ),
        { kind: 'integer' },
      ),
    ],
    rows: links[from].map((link) => ({ id: `${link.from}>${link.to}`, cells: { ...link } })),
    spare: links[from].length === 0 ? 1 : 0,
    filter: false,
  }));
}
