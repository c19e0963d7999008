import path from 'node:path';
import ts from 'typescript';

/** A member of Office.js where our sources use it, and the requirement set that it came with. */
export interface Use {
  /** "Range.values" */
  member: string;
  /** "ExcelApi" */
  set: string;
  /** "1.13" */
  version: string;
  /** Path from the root and line from 1. */
  place: string;
  /** Whether `isSetSupported` is asked for its set right around it. */
  isGuarded: boolean;
}

type Requirement = Pick<Use, 'member' | 'set' | 'version'>;

const root = path.resolve(__dirname, '..');

/** What of @types/office-js says the set of a member, e.g. `[Api set: ExcelApi 1.4]`. */
const apiSet = /\[\s*API set:\s*(\w+)\s+([^\]]*)\]/i;

/**
 * Every member of Office.js that the files use, by the compiler: what is inherited, destructured or
 * called through an alias counts alike. A member without a set of its own has that of its class.
 * @param texts files that are not there, by path, which are read beside the others
 */
export function usesOf(
  files: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): Use[] {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name in texts || fileExists(name);
  host.getSourceFile = (name, version) =>
    name in texts
      ? ts.createSourceFile(name, texts[name] ?? '', version, true)
      : getSourceFile(name, version);
  const all = [...files, ...Object.keys(texts)];
  const program = ts.createProgram({ rootNames: all, options, host });
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  for (const file of all) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`No source ${file}`);
    const visit = (node: ts.Node): void => {
      for (const symbol of symbolsAt(node, checker)) {
        const found = requirement(symbol);
        if (!found) continue;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        const place = `${path.relative(root, file).replace(/\\/g, '/')}:${line + 1}`;
        const guards = guardsOf(node);
        const isGuarded = guards.some(
          ({ set, version }) => set === found.set && byVersion(found.version, version) <= 0,
        );
        uses.push({ ...found, place, isGuarded });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

/** What is asked for where the node is reached only if it is there. */
function guardsOf(node: ts.Node): { set: string; version: string }[] {
  const guards = [];
  for (let one = node; one.parent && !ts.isSourceFile(one.parent); one = one.parent) {
    const { parent } = one;
    const condition =
      ts.isIfStatement(parent) && parent.thenStatement === one
        ? parent.expression
        : ts.isConditionalExpression(parent) && parent.whenTrue === one
          ? parent.condition
          : ts.isBinaryExpression(parent) &&
              parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
              parent.right === one
            ? parent.left
            : undefined;
    const [, set, version] = supported.exec(condition?.getText() ?? '') ?? [];
    if (set !== undefined && version !== undefined) guards.push({ set, version });
  }
  return guards;
}

const supported = /^[\w.]*\bisSetSupported\(\s*'(\w+)',\s*'([\d.]+)'\s*\)$/;

/** The members that a node names: an access, a part of a pattern, of an object or of what is loaded. */
function symbolsAt(node: ts.Node, checker: ts.TypeChecker): ts.Symbol[] {
  const property = (type: ts.Type | undefined, name: string) =>
    type && checker.getPropertyOfType(checker.getNonNullableType(type), name);
  const given = (...symbols: (ts.Symbol | undefined)[]) =>
    symbols.filter((one) => one !== undefined);
  if (ts.isPropertyAccessExpression(node)) return given(checker.getSymbolAtLocation(node.name));
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return given(
      property(checker.getTypeAtLocation(node.expression), node.argumentExpression.text),
    );
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name)
      ? given(property(checker.getTypeAtLocation(node.parent), name.text))
      : [];
  }
  if (ts.isObjectLiteralElement(node) && node.name && ts.isObjectLiteralExpression(node.parent)) {
    const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '';
    return given(property(checker.getContextualType(node.parent), name));
  }
  return ts.isCallExpression(node) ? loaded(node, checker) : [];
}

/** What `load('items/name,items/id')` names. @throws where the compiler cannot tell what is loaded */
function loaded(call: ts.CallExpression, checker: ts.TypeChecker): ts.Symbol[] {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'load')
    return [];
  const [what] = call.arguments;
  if (!what || !declaredByOffice(checker.getSymbolAtLocation(call.expression.name))) return [];
  const type = checker.getTypeAtLocation(call.expression.expression);
  return textsOf(what, checker).flatMap((text) =>
    text.split(',').flatMap((path) => alongPath(type, path.trim(), checker, what)),
  );
}

function textsOf(what: ts.Expression, checker: ts.TypeChecker): string[] {
  if (ts.isObjectLiteralExpression(what)) return [];
  if (ts.isArrayLiteralExpression(what))
    return what.elements.flatMap((one) => textsOf(one, checker));
  const type = checker.getTypeAtLocation(what);
  const types = type.isUnion() ? type.types : [type];
  return types.map((one) => {
    if (!one.isStringLiteral())
      throw new Error(`What ${what.getText()} loads cannot be told: ${checker.typeToString(one)}`);
    return one.value;
  });
}

function alongPath(
  from: ts.Type,
  path: string,
  checker: ts.TypeChecker,
  node: ts.Node,
): ts.Symbol[] {
  const symbols: ts.Symbol[] = [];
  let type = from;
  for (const name of path.split('/')) {
    // The items of a collection are passed over: "items/name" is the name of each.
    const symbol = checker.getPropertyOfType(checker.getNonNullableType(type), name);
    if (!symbol) throw new Error(`${node.getText()}: there is no ${name}`);
    symbols.push(symbol);
    const own = checker.getTypeOfSymbol(symbol);
    type = checker.getIndexTypeOfType(own, ts.IndexKind.Number) ?? own;
  }
  return symbols;
}

const isOffice = (declaration: ts.Declaration): boolean =>
  declaration.getSourceFile().fileName.includes('/@types/office-js/');

const declaredByOffice = (symbol: ts.Symbol | undefined): boolean =>
  symbol?.declarations?.some(isOffice) ?? false;

/** The set of a member as its own comment says, else as the comment of what it belongs to. */
function requirement(symbol: ts.Symbol): Requirement | undefined {
  const declaration = symbol.declarations?.find(isOffice);
  if (!declaration) return undefined;
  for (let one: ts.Node = declaration; !ts.isSourceFile(one); one = one.parent) {
    const said = apiSet.exec(commentOf(one));
    if (!said) continue;
    const owner = ts.isSourceFile(declaration.parent) ? undefined : nameOf(declaration.parent);
    const member = owner === undefined ? symbol.name : `${owner}.${symbol.name}`;
    return { member, set: said[1] ?? '', version: versionOf(member, said[2] ?? '') };
  }
  return undefined;
}

const commentOf = (node: ts.Node): string =>
  node.getSourceFile().text.slice(node.pos, node.getStart(undefined, false));

const nameOf = (node: ts.Node): string | undefined => (node as { name?: ts.Node }).name?.getText();

/** Members whose comment names several versions, of which we use what came with this one. */
const partly: Record<string, string> = {
  // Its argument `alwaysInsert` came with 1.15.
  'TableRowCollection.add': '1.4',
};

const versionOf = (member: string, text: string): string => {
  const all = text.match(/\d+\.\d+/g) ?? [];
  return partly[member] ?? all.sort(byVersion).at(-1) ?? text.trim();
};

/** Negative when version `a` comes before `b`. */
export function byVersion(a: string, b: string): number {
  const [[aMajor = 0, aMinor = 0], [bMajor = 0, bMinor = 0]] = [a, b].map((one) =>
    one.split('.').map(Number),
  ) as [number[], number[]];
  return aMajor - bMajor || aMinor - bMinor;
}

/** Every member of the Excel classes with its set, e.g. "Table.resize" → ExcelApi 1.13. */
export function excelMembers(): Map<string, Requirement> {
  const file = path.join(root, 'node_modules/@types/office-js/index.d.ts');
  const source = ts.createSourceFile(
    file,
    ts.sys.readFile(file) ?? '',
    ts.ScriptTarget.Latest,
    true,
  );
  const members = new Map<string, Requirement>();
  const visit = (node: ts.Node): void => {
    if (ts.isModuleDeclaration(node) && node.body && node.name.text === 'Excel')
      node.body.forEachChild(visit);
    if (!ts.isClassDeclaration(node)) return;
    for (const member of node.members) {
      const name = `${node.name?.text}.${member.name?.getText()}`;
      const said = apiSet.exec(commentOf(member)) ?? apiSet.exec(commentOf(node));
      if (!said || members.has(name)) continue;
      const [, set = '', text = ''] = said;
      // Of several versions the first: the others came with values and arguments.
      members.set(name, { member: name, set, version: /\d+\.\d+/.exec(text)?.[0] ?? text.trim() });
    }
  };
  source.forEachChild(visit);
  return members;
}

/** What the stand-in for Excel answers: the members of the kinds that a file declares. */
export function answeredMembers(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    ts.sys.readFile(file) ?? '',
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const valueOf = (object: ts.ObjectLiteralExpression, name: string) =>
    object.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)
      ?.initializer;
  const visit = (node: ts.Node): void => {
    node.forEachChild(visit);
    if (!ts.isObjectLiteralExpression(node)) return;
    const name = valueOf(node, 'name');
    if (!name || !ts.isStringLiteral(name)) return;
    for (const part of ['get', 'set', 'to', 'call'].map((one) => valueOf(node, one)))
      if (part && ts.isObjectLiteralExpression(part))
        for (const { name: member } of part.properties)
          if (member)
            found.push(`${name.text}.${member.getText().replace(/^./, (c) => c.toLowerCase())}`);
  };
  visit(source);
  return found;
}
