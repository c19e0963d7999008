import { execFileSync } from 'node:child_process';
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
