import {
  and,
  atLeast,
  averageIfs,
  countIfs,
  equal,
  isNumber,
  less,
  literal,
  nums,
  rowOf,
  subtract,
  txts,
  when,
  type Bool,
} from '../../rules';
import { gapOf, pullOf } from '../../rules/plan/scope';
import { numberIf, numberOr } from '../../rules/value/known';
import { calc, content, fixed, input, key } from '../columns';
import { read, say, type Context } from '../context';
import { listLabel } from '../lists';
import type { Highlight, SheetSpec, TableBlock } from '../spec';
import { describeTable } from '../table';
import { guideLink, heading, sheetHead } from '../texts';

const { num, txt } = rowOf<'Maturity'>();
const area = rowOf<'MaturityAreas'>();
const levels = [1, 2, 3, 4, 5] as const;
const whole = { kind: 'integer' as const, align: 'Center' as const };

/** Where each module stands and where it shall be, on five levels with what one can ask to see. */
export const maturitySheet = (context: Context): SheetSpec => ({
  id: 'maturity',
  name: say(context, 'sheet.maturity'),
  tab: 'plan',
  visibility: 'Visible',
  flow: 'down',
  page: { orientation: 'Landscape' },
  freeze: { table: 'maturity', column: 'module' },
  blocks: [
    sheetHead(context, 'maturity', 'sheet.maturity', 'maturity.lead', [
      { look: 'text' },
      guideLink(context),
      { text: say(context, 'sheet.function'), look: 'link', link: 'function' },
      { text: say(context, 'sheet.scope'), look: 'link', link: 'scope' },
    ]),
    levelTable(context),
    heading(context, 'maturity.byDimension'),
    areaTable(context),
    {
      kind: 'chart',
      id: 'maturity.chart',
      beside: true,
      type: 'BarClustered',
      title: say(context, 'maturity.chart'),
      table: 'maturity.areas',
      category: 'dimension',
      series: ['asIs', 'toBe'],
      rows: 2 + 2 * areasOf(context).length,
      width: 720,
    },
  ],
});

function levelTable(context: Context): TableBlock {
  const yes = listLabel(context, 'pick', 'yes');
  return describeTable('Maturity', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { ...whole, look: 'muted' }),
      content(context, 'dimension', 'column.dimension', 16, { list: 'dimension.function' }),
      content(context, 'module', 'column.module', 22, { list: 'module', look: 'strong' }),
      input(context, 'asIs', 'maturity.column.asIs', 9, {
        ...whole,
        prompt: say(context, 'maturity.prompt.asIs'),
      }),
      input(context, 'toBe', 'maturity.column.toBe', 9, {
        ...whole,
        prompt: say(context, 'maturity.prompt.toBe'),
      }),
      calc(context, 'gap', 'maturity.column.gap', 9, gapOf(num('asIs'), num('toBe')), {
        ...whole,
        bar: true,
      }),
      ...levels.map((n) => ({
        ...content(context, `level${n}`, 'maturity.column.level', 30),
        header: say(context, 'maturity.column.level', { n }),
      })),
      input(context, 'evidence', 'maturity.column.evidence', 30, {
        prompt: say(context, 'maturity.prompt.evidence'),
      }),
      input(context, 'owner', 'column.owner', 14),
      input(context, 'comment', 'column.comment', 26),
      calc(
        context,
        'picked',
        'maturity.column.picked',
        9,
        countIfs([txts('Functions', 'module'), txt('module')], [txts('Functions', 'pick'), yes]),
        whole,
      ),
      calc(context, 'pull', 'maturity.column.pull', 9, pullOf(num('gap')), {
        kind: 'integer',
        hidden: true,
      }),
    ],
    rows: context.catalog.modules.map((module, i) => ({
      id: module.id,
      cells: {
        no: i + 1,
        dimension: module.dimension,
        module: module.id,
        ...Object.fromEntries(
          levels.map((n) => {
            const text = module.maturity?.[n - 1];
            return [`level${n}`, text ? read(context, text) : null];
          }),
        ),
      },
    })),
    spare: 0,
    filter: true,
    highlights: highlights(),
  });
}

/** Levels that are reached and levels that are wanted, so that the rows read as a heat map. */
function highlights(): Highlight[] {
  const reached = (n: number) => known('asIs', atLeast(num('asIs'), n));
  return [
    ...levels.flatMap((n): Highlight[] => [
      { id: `reached-${n}`, columns: [`level${n}`], when: reached(n), look: 'done' },
      {
        id: `wanted-${n}`,
        columns: [`level${n}`],
        when: and(known('asIs', less(num('asIs'), n)), known('toBe', atLeast(num('toBe'), n))),
        look: 'attention',
      },
    ]),
    {
      id: 'gap-without-pick',
      columns: ['gap', 'picked'],
      when: and(equal(num('picked'), 0), atLeast(num('pull'), 1)),
      look: 'attention',
    },
  ];
}

const known = (column: 'asIs' | 'toBe', holds: Bool): Bool =>
  when(isNumber(num(column)), holds, literal(false)) as Bool;

/** The dimensions that have modules. */
const areasOf = ({ catalog: { dimensions, modules } }: Context) =>
  dimensions.filter(({ id }) => modules.some(({ dimension }) => dimension === id));

function areaTable(context: Context): TableBlock {
  const here = [txts('Maturity', 'dimension'), area.txt('dimension')] as Parameters<
    typeof countIfs
  >[number];
  const mean = (column: 'asIs' | 'toBe') => numberOr(averageIfs(nums('Maturity', column), here));
  return describeTable('MaturityAreas', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { ...whole, look: 'muted' }),
      content(context, 'dimension', 'column.dimension', 22, {
        list: 'dimension.function',
        look: 'strong',
      }),
      calc(context, 'modules', 'maturity.column.modules', 9, countIfs(here), whole),
      calc(
        context,
        'assessed',
        'maturity.column.assessed',
        9,
        countIfs(here, [nums('Maturity', 'asIs'), '>0']),
        whole,
      ),
      calc(context, 'asIs', 'maturity.column.asIs', 9, mean('asIs'), {
        kind: 'number',
        align: 'Center',
      }),
      calc(context, 'toBe', 'maturity.column.toBe', 9, mean('toBe'), {
        kind: 'number',
        align: 'Center',
      }),
      calc(
        context,
        'gap',
        'maturity.column.gap',
        9,
        numberIf(
          and(isNumber(area.num('asIs')), isNumber(area.num('toBe'))),
          subtract(area.num('toBe'), area.num('asIs')),
        ),
        { kind: 'number', align: 'Center' },
      ),
    ],
    rows: areasOf(context).map(({ id }, i) => ({
      id: `area.${id}`,
      cells: { no: i + 1, dimension: id },
    })),
    spare: 0,
    filter: false,
  });
}
