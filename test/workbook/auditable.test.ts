import { parse, tokenize, type AstExpression } from '@borgar/fx';
import { readFileSync } from 'node:fs';
import { emptyEngagement } from '../../src/engagement/project';
import { Engagement } from '../../src/engagement/schema';
import type { Lang } from '../../src/messages';
import { describe as describeWorkbook, namingOf } from '../../src/office';
import { render, type Expression, type Naming } from '../../src/rules';
import type { Block, WorkbookSpec } from '../../src/workbook';

/**
 * A formula that a person can audit has at most 2,000 characters and at most 12 levels. A level is a
 * function among the arguments of another: IF(AND(a, b), c) has two. Operators and brackets add none.
 */
const most = { characters: 2000, levels: 12 };
/** What Excel takes of a formula. */
const mostOfExcel = 8192;

/** A formula and where it stands. */
type Formula = [where: string, text: string];

const rendered = (where: string, rule: Expression | undefined, naming: Naming, home?: string) =>
  rule ? [[where, render(rule.node, naming, home)] satisfies Formula] : [];

function formulasIn(block: Block, naming: Naming): Formula[] {
  switch (block.kind) {
    case 'table': {
      const { name, columns, highlights = [] } = block;
      const cells = { ...naming, field: () => '$AAA1000' };
      return [
        ...columns.flatMap(({ id, formula }) => rendered(`${name}[${id}]`, formula, naming, name)),
        ...highlights.flatMap(({ id, when }) => rendered(`${name}, look ${id}`, when, cells)),
      ];
    }
    case 'fields':
      return block.fields.flatMap(({ name, formula, alarm }) => [
        ...rendered(name, formula, naming),
        ...rendered(`${name}, alarm`, alarm, naming),
      ]);
    case 'text':
      return block.rows
        .flat()
        .flatMap(({ formula }) => rendered(`text ${block.id}`, formula, naming));
    case 'chart':
      return [];
  }
}

const formulasOf = (spec: WorkbookSpec, naming = namingOf(spec.sheets)): Formula[] =>
  spec.sheets.flatMap(({ blocks }) => blocks.flatMap((block) => formulasIn(block, naming)));

const levelsIn = (node: AstExpression): number => {
  const within = 'arguments' in node ? node.arguments : [];
  const below = Math.max(0, ...within.map((one) => (one ? levelsIn(one as AstExpression) : 0)));
  return node.type === 'CallExpression' ? below + 1 : below;
};
const levelsOf = (formula: string) => levelsIn(parse(tokenize(formula)) as AstExpression);

/** What is too long or too deep, the longest first. */
const offenders = (formulas: Formula[]) =>
  formulas
    .map(([where, text]) => ({ where, characters: text.length, levels: levelsOf(text) }))
    .filter(({ characters, levels }) => characters > most.characters || levels > most.levels)
    .sort((a, b) => b.characters - a.characters);

const example = (name: string) =>
  Engagement.parse(JSON.parse(readFileSync(`examples/${name}.json`, 'utf8')));
const workbooks: [string, Lang, Engagement][] = [
  ['the example of key accounts', 'zh-CN', example('key-account')],
  ['the example of key accounts', 'en', example('key-account.en')],
  ['the example of after-sales', 'zh-CN', example('after-sales')],
  ['the example of after-sales', 'en', example('after-sales.en')],
  ...(['zh-CN', 'en'] as const).map((lang): [string, Lang, Engagement] => [
    'both models',
    lang,
    emptyEngagement([{ id: 'key-account' }, { id: 'after-sales' }], lang),
  ]),
];

describe.each(workbooks)('%s in %s', (_, lang, engagement) => {
  let spec: WorkbookSpec;
  beforeAll(async () => {
    spec = await describeWorkbook(engagement, lang);
  });

  test('has no formula that is too long or too deep to be audited', () => {
    const formulas = formulasOf(spec);
    expect(formulas.length).toBeGreaterThan(600);
    expect(offenders(formulas)).toEqual([]);
  });

  test('has formulas that Excel still takes with every header renamed to 200 characters', () => {
    const naming = namingOf(spec.sheets);
    const renamed = {
      ...naming,
      header: (table: string, column: string) => naming.header(table, column).padEnd(200, ' anew'),
    };
    const lengths = formulasOf(spec, renamed).map(([where, { length }]) => ({ where, length }));
    expect(lengths.filter(({ length }) => length > mostOfExcel)).toEqual([]);
  });
});

test('levels are counted by functions alone', () => {
  expect(levelsOf('=1+(2*(3+4))')).toBe(0);
  expect(levelsOf('=IF(AND(A1,B1),SUM(T[a]),-(2))')).toBe(2);
  expect(levelsOf('=SUM(INDEX(T[a],1):INDEX(T[a],MATCH(1,T[b],0)))')).toBe(3);
  expect(levelsOf('=IF([@[A (b]]="IF(IF(",1,0)')).toBe(1);
});
