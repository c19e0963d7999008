import { existsSync, readFileSync } from 'node:fs';
import { errorsIn } from '../support/compiler';

/** The recipes of CONTRIBUTING.md: lines to add to files, found by the lines before them. */

// A compiler is slow on a busy machine.
jest.setTimeout(300_000);

interface Step {
  file: string;
  lines: string[];
}

const steps = new Map<string, Step[]>();
for (const [, recipe = '', body = ''] of readFileSync('CONTRIBUTING.md', 'utf8').matchAll(
  /```diff (\w+)\n([\s\S]*?)```/g,
)) {
  const [file = '', ...lines] = body.trimEnd().split('\n');
  steps.set(recipe, [...(steps.get(recipe) ?? []), { file, lines }]);
}

/** The files with the steps' lines in them. */
function cooked(wanted: readonly Step[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { file, lines } of wanted) {
    const before = lines.filter((line) => line.startsWith(' ')).map((line) => `${line.slice(1)}\n`);
    const added = lines.filter((line) => line.startsWith('+')).map((line) => `${line.slice(1)}\n`);
    const text = texts[file] ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
    const place = before.join('');
    expect([file, text.includes(place)]).toEqual([file, true]);
    texts[file] = text.replace(place, () => place + added.join(''));
  }
  return texts;
}

/** Files in which a step that is still missing shows. */
const led = {
  column: 'src/workbook/sheets/value/readings.ts',
  option: 'src/cli/commands/valueProgram.ts',
  sheet: 'src/workbook/describe.ts',
};

test('there is a recipe for each', () => {
  expect([...steps.keys()].sort()).toEqual(Object.keys(led).sort());
});

test.each(Object.entries(led))('%s: all its lines compile', (recipe) => {
  const all = steps.get(recipe) ?? [];
  const files = [...new Set(all.map(({ file }) => file))];
  const typescript = files.filter((file) => !file.startsWith('src/messages'));
  // The derived language has the keys of the one it is derived from.
  const texts = cooked(all);
  const derived = Object.entries(texts).flatMap(([file, text]) =>
    file.includes('/zh-CN/') ? [[file.replace('/zh-CN/', '/zh-TW/'), text] as const] : [],
  );
  expect(errorsIn(typescript, { ...texts, ...Object.fromEntries(derived) })).toEqual([]);
});

test.each(Object.entries(led))('%s: its first line alone leads to the next', (recipe, file) => {
  const [first] = steps.get(recipe) ?? [];
  if (!first) throw new Error(`No recipe ${recipe}`);
  const left = recipe === 'sheet' ? (steps.get(recipe) ?? []).slice(2, 3) : [first];
  expect(errorsIn([file], cooked(left))).not.toEqual([]);
});
