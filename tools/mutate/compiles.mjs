import path from 'node:path';
import ts from 'typescript';
import { mutated } from './mutants.mjs';

/**
 * Says of a mutant whether the compiler lets it through. One that it stops needs no test, and says
 * nothing about the tests.
 */
export function compiler(tsconfig = 'tsconfig.json') {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const sources = fileNames.filter((file) => path.relative('src', file)[0] !== '.');
  const changed = new Map();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => sources,
    getScriptVersion: (file) => String(changed.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const content = changed.get(file)?.content ?? ts.sys.readFile(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return (mutant) => {
    const file = path.resolve(mutant.file);
    const source = ts.sys.readFile(file);
    changed.set(file, { content: mutated(source, mutant), version: (version += 1) });
    const errors = [
      ...service.getSyntacticDiagnostics(file),
      ...service.getSemanticDiagnostics(file),
    ].filter(({ code }) => code !== unused);
    changed.set(file, { content: source, version: (version += 1) });
    return errors.length === 0;
  };
}

/** "Declared but never used": a smell, no change of behaviour. */
const unused = 6133;
