import { equal, ifError, index, match, num, txt, txts, when } from '../rules';
import { links } from '../catalog/links';
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

/** A link weighs its strength while the item it comes from is picked, else 0. */
export function linkBlocks(context: Context): TableBlock[] {
  const yes = listLabel(context, 'pick', 'yes');
  const all = links(context.catalog).filter((link) => !link.kind.endsWith('-metric'));
  return linkTables.map(({ name, from, source }) => {
    const own = all.filter((link) => link.kind.startsWith(`${from}-`));
    return {
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
      rows: own.map(({ from: caller, to, strength }) => ({
        id: `${caller}>${to}`,
        cells: { from: caller, to, strength },
      })),
      spare: own.length === 0 ? 1 : 0,
      filter: false,
    };
  });
}
