import path from 'node:path';
import ts from 'typescript';

/** What the compiler, and with it `npm run lint`, says of a file with this code. */
function complaints(code: string): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
  const file = path.resolve('src/cli/commands/sample.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('a command reads only the options that are declared for it', () => {
  const told = complaints(`
    import type { SignOptions } from './valueProgram';
    export const right = ({ period, clientIt }: SignOptions): [number, string | undefined] => [
      period,
      clientIt,
    ];
    export const wrong = (options: SignOptions) => options.clientIT;
  `);
  expect(told).toEqual([expect.stringContaining("Property 'clientIT' does not exist")]);
});
