import {
  add,
  countIfs,
  ifError,
  index,
  match,
  multiply,
  num,
  nums,
  sumIfs,
  txt,
  txts,
  type Expression,
  type Num,
  type TableWith,
} from '../rules';
import type { Step } from '../catalog/steps';
import type { TableName } from '../engagement/register';
import { links, type Link } from '../catalog/links';
import { pageLinks } from '../catalog/pages';
import { lateNeed } from '../rules/plan/scope';
import { calc, content } from './columns';
import type { Context } from './context';
import { listLabel } from './lists';
import { pagesOf, pageTables } from './pages';
import type { TableBlock } from './spec';
import { describeTable } from './table';

type Links = TableName & `${string}Links`;
/** Tables in which a client picks. */
type Selected = TableWith<'pick'>;

/** One link table per step that calls for later ones. */
export const linkTables: { name: Links; from: Step; source: Selected; to: Step[] }[] = [
  {
    name: 'AskLinks',
    from: 'ask',
    source: 'Asks',
    to: ['plan', 'pain', 'function', 'innovation'],
  },
  { name: 'PlanLinks', from: 'plan', source: 'Plans', to: ['pain', 'function', 'innovation'] },
  { name: 'PainLinks', from: 'pain', source: 'PainPoints', to: ['function', 'innovation'] },
  { name: 'FunctionLinks', from: 'function', source: 'Functions', to: ['innovation'] },
];

/** And one per step whose items move metrics. */
export const metricLinkTables: { name: Links; from: Step; source: Selected }[] = [
  { name: 'AskMetricLinks', from: 'ask', source: 'Asks' },
  { name: 'FunctionMetricLinks', from: 'function', source: 'Functions' },
  { name: 'InnovationMetricLinks', from: 'innovation', source: 'Innovations' },
];

/** Which functions must be in place before which, and where a pick does not keep to that. */
export const needBlock = (context: Context): TableBlock => {
  const needs = context.catalog.functions.flatMap(({ id, needs: first = [] }) =>
    first.map((to) => ({ from: id, to })),
  );
  return describeTable('NeedLinks', {
    columns: [
      content(context, 'from', 'column.from', 30),
      content(context, 'to', 'column.to', 30),
      calc(context, 'late', 'column.late', 9, lateNeed(listLabel(context, 'pick', 'no')), {
        kind: 'integer',
      }),
    ],
    rows: needs.map(({ from, to }) => ({ id: `${from}>${to}`, cells: { from, to } })),
    spare: needs.length === 0 ? 1 : 0,
    filter: false,
  });
};

/** A link weighs its strength × the priority of the pick that it comes from; 0 without a pick. */
export function linkBlocks(context: Context): TableBlock[] {
  const all = links(context.catalog);
  const toMetrics = (link: Link) => link.kind.endsWith('-metric');
  return [
    ...linkTables.map((table) =>
      linkBlock(
        context,
        table,
        all.filter((link) => link.kind.startsWith(`${table.from}-`) && !toMetrics(link)),
      ),
    ),
    ...metricLinkTables.map((table) =>
      linkBlock(
        context,
        table,
        all.filter((link) => link.kind.startsWith(`${table.from}-`) && toMetrics(link)),
      ),
    ),
  ];
}

/** Where an item that a part of a page calls for can be picked. */
const calledByPages = ['Plans', 'PainPoints', 'Functions', 'Innovations'] as const;

/** What the parts of the pages call for, and whether it is picked; nothing where there are no pages. */
export function pageBlocks(context: Context): TableBlock[] {
  const tables = pagesOf(context.catalog).map(({ sheet }) => pageTables[sheet]);
  const [first, ...rest] = tables.map((table) =>
    sumIfs(nums(table, 'calls'), [txts(table, 'id'), txt('from')]),
  );
  if (!first) return [];
  const yes = listLabel(context, 'pick', 'yes');
  const [taken, ...others] = calledByPages.map((table) =>
    countIfs([txts(table, 'id'), txt('to')], [txts(table, 'pick'), yes]),
  ) as [Num, ...Num[]];
  return [
    describeTable('PageLinks', {
      columns: [
        ...linkColumns(context, multiply(num('strength'), add(first, ...rest))),
        calc(context, 'taken', 'page.column.picked', 9, add(taken, ...others), { kind: 'integer' }),
      ],
      ...linkRows(pageLinks(context.catalog)),
    }),
  ];
}

function linkBlock(
  context: Context,
  { name, source }: { name: Links; source: Selected },
  own: Link[],
): TableBlock {
  const weight = ifError(
    multiply(num('strength'), index(nums(source, 'calls'), match(txt('from'), txts(source, 'id')))),
    0,
  );
  return describeTable(name, { columns: linkColumns(context, weight), ...linkRows(own) });
}

/** Who calls for whom, how strongly, and what that weighs now. */
const linkColumns = (context: Context, weight: Expression) => [
  content(context, 'from', 'column.from', 30),
  content(context, 'to', 'column.to', 30),
  content(context, 'strength', 'column.strength', 9, { kind: 'integer' }),
  calc(context, 'weight', 'column.weight', 9, weight, { kind: 'integer' }),
];

const linkRows = (own: readonly { from: string; to: string; strength: number }[]) => ({
  rows: own.map(({ from, to, strength }) => ({
    id: `${from}>${to}`,
    cells: { from, to, strength },
  })),
  spare: own.length === 0 ? 1 : 0,
  filter: false,
});
