import { spawnSync } from 'node:child_process';

interface Sample {
  file: string;
  code: string;
}

/**
 * Lints each sample as if it stood at `file`; the ids of the broken rules, once each. ESLint's flat
 * config is an ES module, which jest cannot load: it runs beside.
 */
function lint(samples: Sample[]): string[][] {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/tooling/lint-samples.mjs'], {
    input: JSON.stringify(samples),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

const imports = (file: string, source: string): Sample => ({
  file,
  code: `import { x } from '${source}';\nexport const y = x;\n`,
});

const flow = ['layers/flow'];
const cases: [string, Sample, string[]][] = [
  ['engagement reads the catalog', imports('src/engagement/a.ts', '../catalog/schema'), []],
  ['office places a workbook', imports('src/office/write/a.ts', '../../workbook/index'), []],
  ['a folder imports itself', imports('src/host/wire/a.ts', './b'), []],
  ['the host keeps a book', imports('src/host/wire/a.ts', '../../book'), []],
  ['a folder inside has its own door', imports('src/workbench/a.ts', '../host/calc'), []],
  ['a folder without a door is open', imports('src/workbook/a.ts', '../rules/value/known'), []],
  ['the command line answers with the host', imports('src/cli/a.ts', '../host/index'), []],
  ['the workbench shows pane and host', imports('src/workbench/a.ts', '../host/index'), []],
  ['the pane draws with React', imports('src/taskpane/a.tsx', 'react'), []],

  ['rules know no catalog', imports('src/rules/a.ts', '../catalog/schema'), flow],
  ['messages know nothing', imports('src/messages/a.ts', '../rules'), flow],
  ['workbook knows no office', imports('src/workbook/sheets/a.ts', '../../office/write'), flow],
  ['office knows no host', imports('src/office/a.ts', '../host/index'), flow],
  ['office knows no React', imports('src/office/a.ts', 'react'), flow],
  ['the pane knows no host', imports('src/taskpane/a.tsx', '../host/index'), flow],
  ['commands know no workbench', imports('src/commands/a.ts', '../workbench/index'), flow],
  ['the host knows nothing of ours but the book', imports('src/host/a.ts', '../rules'), flow],
  ['the file format knows no host', imports('src/book/a.ts', '../host'), flow],
  ['a door is the only way in', imports('src/workbook/a.ts', '../rules/dates'), flow],
  ['also within a layer', imports('src/host/wire/a.ts', '../calc/values'), flow],
  ['the command line has no pane', imports('src/cli/a.ts', '../taskpane/app'), flow],
  ['deliver knows no office', imports('src/deliver/a.ts', '../office/write'), flow],
  ['product code imports no test', imports('src/rules/a.ts', '../../test/support/browser'), flow],
  ['only open Univer packages', imports('src/host/a.ts', '@univerjs-pro/engine-formula'), flow],
  ['a new folder needs a place', imports('src/misc/a.ts', './b'), flow],
  [
    'a type-only import counts',
    { file: 'src/rules/a.ts', code: `export type { Model } from '../catalog/schema';\n` },
    flow,
  ],
  [
    'a dynamic import counts',
    { file: 'src/office/a.ts', code: `export const h = () => import('../host/index');\n` },
    flow,
  ],

  ['an id is no address', { file: 'src/workbook/a.ts', code: `export const a = 'ka.a1';\n` }, []],
  ...['A1', '$B$2', 'C3:D40', 'Lists!$A$2:$A$9'].map((address): [string, Sample, string[]] => [
    `no address ${address} in a described workbook`,
    { file: 'src/workbook/a.ts', code: `export const a = '${address}';\n` },
    ['no-restricted-syntax'],
  ]),
  [
    'a described workbook calls no Excel',
    { file: 'src/workbook/a.ts', code: `export const a = () => Excel.run(async () => {});\n` },
    ['no-restricted-globals'],
  ],
  [
    'one round trip per phase',
    {
      file: 'src/office/a.ts',
      code: `export async function a(context: Excel.RequestContext, names: string[]) {
  for (const name of names) {
    context.workbook.worksheets.add(name);
    await context.sync();
  }
}\n`,
    },
    ['office-addins/no-context-sync-in-loop'],
  ],
];

let broken: string[][] = [];
beforeAll(() => {
  broken = lint(cases.map(([, sample]) => sample));
}, 60_000);

test.each(cases.map(([name, , expected], index) => ({ name, expected, index })))(
  '$name',
  ({ expected, index }) => expect(broken[index]).toEqual(expected),
);
