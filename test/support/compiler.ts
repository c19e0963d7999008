import path from 'node:path';
import ts from 'typescript';

const root = process.cwd();
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config,
  ts.sys,
  root,
);
const base = ts.createCompilerHost(options);
const parsed = new Map<string, ts.SourceFile | undefined>();
let last: ts.Program | undefined;

/**
 * What the compiler says of files, with other texts in the place of some.
 * @param files paths from the checkout
 * @param texts by path; a path that is no file yet is one
 */
export function errorsIn(
  files: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): string[] {
  const changed = new Map(
    Object.entries(texts).map(([file, text]) => [path.resolve(root, file), text]),
  );
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (name) => changed.has(path.resolve(name)) || base.fileExists(name),
    readFile: (name) => changed.get(path.resolve(name)) ?? base.readFile(name),
    getSourceFile: (name, version) => {
      const text = changed.get(path.resolve(name));
      if (text !== undefined) return ts.createSourceFile(name, text, version, true);
      if (!parsed.has(name)) parsed.set(name, base.getSourceFile(name, version));
      return parsed.get(name);
    },
  };
  const wanted = files.map((name) => path.resolve(root, name));
  const rootNames = [...wanted, path.resolve(root, 'src/engagement/register/index.ts')];
  const program = ts.createProgram({ rootNames, options, host, ...(last && { oldProgram: last }) });
  last = program;
  return wanted.flatMap((name) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}
