import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const sources: [source: string, mutants: string[]][] = [
  ['a < b;', ['a < b; → ;', '< → <=', '< → >=']],
  ['f(a, b);', ['f(a, b); → ;', ', b → (nothing)']],
  ['const x = a ?? b;', ['a ?? b → a']],
  ['const x = !a;', ['!a → a']],
  ['const x = -a;', ['-a → a']],
  ["const x = 'a' + b;", ["'a' → ''"]],
  ["const x = '';", ["'' → 'mutant'"]],
  ['const x = 1;', ['1 → 2']],
  ['const x = true;', ['true → false']],
  ['const x = [1];', ['[1] → []', '1 → 2']],
  ['const f = () => x;', ['x → undefined']],
  ['function f() { return x; }', ['x → undefined']],
  ['if (a) b();', ['a → true', 'a → false', 'b(); → ;']],
  ['const x = a.filter(f);', ['a.filter(f) → a']],
  ['const x = a.some(f);', ['some → every']],
  // Of an order only the sign counts.
  [
    'const f = (a) => (a ? -1 : 1);',
    ['(a ? -1 : 1) → undefined', 'a → true', 'a → false', '-1 → 1'],
  ],
  [
    'const f = (a) => (a ? 1 : 2);',
    ['(a ? 1 : 2) → undefined', 'a → true', 'a → false', '1 → 2', '2 → 3'],
  ],
  // Types, imports and the words of errors are left alone.
  ["import { x } from 'y';", []],
  ["type A = 'a' | 1;", []],
  ['interface B { c: true }', []],
  ["function f(a: 'b') { throw new Error('no'); }", []],
];

/** The tool is a module of Node's own, which jest does not load. */
const found = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { mutantsIn, mutated, nameOf } = await import(${JSON.stringify(`file://${path.resolve('tools/mutate/mutants.mjs')}`)});
       const sources = JSON.parse(process.argv[1]);
       console.log(JSON.stringify(sources.map((source) =>
         mutantsIn('source.ts', source).map((one) => [nameOf(one), mutated(source, one)]))));`,
      JSON.stringify(sources.map(([source]) => source)),
    ],
    { encoding: 'utf8' },
  ),
) as [name: string, changed: string][][];

test.each(sources.map(([source, expected], i) => [source, expected, found[i] ?? []] as const))(
  'mutants of %s',
  (source, expected, mutants) => {
    expect(mutants.map(([name]) => name)).toEqual(expected);
    for (const [, changed] of mutants) expect(changed).not.toBe(source);
  },
);

/** A project of one file, whose suite knows nothing of `half`. */
const project = {
  'src/rules/count.ts': `export const isEven = (n: number) => n % 2 === 0;
export const half = (n: number) => n / 2;
export function countDown(n: number): number {
  while (n > 0) n--;
  return n;
}
`,
  'test/rules/count.test.ts': `import { countDown, isEven } from '../../src/rules/count';
describe('counting', () => {
  let start = 0;
  beforeEach(() => void (start = 3));
  test.each([[2, true], [3, false]])('%i is even: %s', (n, even) => expect(isEven(n)).toBe(even));
  test('counts to the end', () => expect(countDown(start)).toBe(0));
});
`,
  'test/rules/broken.test.ts': `import { half } from '../../src/rules/count';
test('fails as things are', () => expect(half(4)).toBe(3));
`,
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] }, "include": ["src"] }',
  'jest.config.cjs': 'module.exports = {};',
  '.swcrc': '{ "jsc": { "parser": { "syntax": "typescript" }, "target": "es2022" } }',
};

test('a mutant is killed, survives or never ends', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  for (const [file, content] of Object.entries(project)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const said = execFileSync(
    process.execPath,
    [
      path.resolve('tools/mutate.mjs'),
      ...['--patience', '1', '--jobs', '1'],
      ...[1, 2, 4].flatMap((line) => ['--at', `src/rules/count.ts:${line}`]),
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect(said.split('\n').filter((line) => /^\w+ {2}src/.test(line))).toEqual([
    'killed  src/rules/count.ts:1  n % 2 === 0 → undefined',
    'killed  src/rules/count.ts:1  === → !==',
    'killed  src/rules/count.ts:1  % → *',
    'killed  src/rules/count.ts:1  2 → 3',
    'killed  src/rules/count.ts:1  0 → 1',
    'SURVIVED  src/rules/count.ts:2  n / 2 → undefined',
    'SURVIVED  src/rules/count.ts:2  / → *',
    'SURVIVED  src/rules/count.ts:2  2 → 3',
    'killed  src/rules/count.ts:4  > → >=',
    'killed  src/rules/count.ts:4  > → <=',
    'killed  src/rules/count.ts:4  0 → 1',
    'endless  src/rules/count.ts:4  n--; → ;',
  ]);
  expect(said).toContain('75.0 % of 12 mutants noticed (seed 1): 8 by a test, 1 by never ending.');
  expect(said).toContain('fails without a mutant, left out: test/rules/broken.test.ts');
});
