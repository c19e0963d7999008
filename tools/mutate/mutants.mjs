import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The mutants of a source file: small changes that a test should notice. Types, imports and the words
 * of developers' errors are left alone.
 *
 * @typedef {{ file: string, line: number, start: number, end: number, text: string, was: string, kind: string }} Mutant
 */

const { SyntaxKind: K } = ts;

const operators = new Map([
  [K.LessThanToken, ['<=', '>=']],
  [K.LessThanEqualsToken, ['<', '>']],
  [K.GreaterThanToken, ['>=', '<=']],
  [K.GreaterThanEqualsToken, ['>', '<']],
  [K.EqualsEqualsEqualsToken, ['!==']],
  [K.ExclamationEqualsEqualsToken, ['===']],
  [K.PlusToken, ['-']],
  [K.MinusToken, ['+']],
  [K.AsteriskToken, ['/']],
  [K.SlashToken, ['*']],
  [K.PercentToken, ['*']],
  [K.AmpersandAmpersandToken, ['||']],
  [K.BarBarToken, ['&&']],
  [K.PlusEqualsToken, ['-=']],
  [K.MinusEqualsToken, ['+=']],
]);

const methods = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
]);

/** Calls that may go while what they are called on stays. */
const filters = new Set([
  'filter',
  'sort',
  'reverse',
  'trim',
  'slice',
  'toLowerCase',
  'toUpperCase',
]);

const isText = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  ts.isNoSubstitutionTemplateLiteral(node);

const isNegative = (node) => ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken;

/** Of an order, `… ? -1 : 1`, only the sign counts. */
function isSign(node) {
  const { parent } = isNegative(node.parent) ? node.parent : node;
  if (node.text !== '1' || !ts.isConditionalExpression(parent)) return false;
  const outcomes = [parent.whenTrue, parent.whenFalse];
  return outcomes.some(isNegative) && outcomes.some((one) => !isNegative(one));
}

/** What a node could be instead, each with the kind of change. */
function* changesOf(node, source) {
  const text = (one) => one.getText(source);
  const parent = node.parent;
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: operator, left, right } = node;
    const isWords = operator.kind === K.PlusToken && (isText(left) || isText(right));
    for (const other of isWords ? [] : (operators.get(operator.kind) ?? []))
      yield { kind: 'operator', at: operator, text: other };
    if (operator.kind === K.QuestionQuestionToken)
      yield { kind: 'operator', at: node, text: text(left) };
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
    yield { kind: 'negation', at: node, text: text(node.operand) };
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken)
    yield { kind: 'negation', at: node, text: ` ${text(node.operand)}` };
  if (ts.isConditionalExpression(node) || ts.isIfStatement(node)) {
    const condition = node.condition ?? node.expression;
    for (const outcome of ['true', 'false'])
      yield { kind: 'condition', at: condition, text: outcome };
  }
  if (ts.isNumericLiteral(node) && parent?.name !== node && !isSign(node))
    yield { kind: 'number', at: node, text: String(Number(node.text) + 1) };
  if (node.kind === K.TrueKeyword) yield { kind: 'boolean', at: node, text: 'false' };
  if (node.kind === K.FalseKeyword) yield { kind: 'boolean', at: node, text: 'true' };
  if (ts.isStringLiteralLike(node) && parent?.name !== node)
    yield { kind: 'text', at: node, text: node.text === '' ? "'mutant'" : "''" };
  if (ts.isTemplateExpression(node)) yield { kind: 'text', at: node, text: '``' };
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0)
    yield { kind: 'list', at: node, text: '[]' };
  if (ts.isExpressionStatement(node)) yield { kind: 'statement', at: node, text: ';' };
  if (ts.isReturnStatement(node) && node.expression && node.expression.kind !== K.UndefinedKeyword)
    yield { kind: 'return', at: node.expression, text: 'undefined' };
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body))
    yield { kind: 'return', at: node.body, text: 'undefined' };
  if (ts.isCallExpression(node)) {
    if (node.arguments.length > 1) {
      const last = node.arguments.at(-1);
      const before = node.arguments.at(-2);
      yield { kind: 'argument', from: before.getEnd(), to: last.getEnd(), text: '' };
    }
    const called = node.expression;
    if (ts.isPropertyAccessExpression(called)) {
      const other = methods.get(called.name.text);
      if (other) yield { kind: 'method', at: called.name, text: other };
      if (filters.has(called.name.text))
        yield { kind: 'method', at: node, text: text(called.expression) };
    }
  }
}

/** Nothing in here is behaviour. */
const isLeftAlone = (node) =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isThrowStatement(node);

/** @returns {Mutant[]} in the order of the source */
export function mutantsIn(file, content = readFileSync(file, 'utf8')) {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (isLeftAlone(node)) return;
    for (const { kind, at, text, from, to } of changesOf(node, source)) {
      const start = from ?? at.getStart(source);
      const end = to ?? at.getEnd();
      const was = content.slice(start, end);
      if (was === text) continue;
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      found.push({ file, line, start, end, text, was, kind });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The file as the mutant has it. */
export const mutated = (content, { start, end, text }) =>
  content.slice(0, start) + text + content.slice(end);

const brief = (code) => {
  const line = code.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** Names a mutant by what it changes, so that the name outlives edits elsewhere in the file. */
export const nameOf = ({ was, text }) => `${brief(was)} → ${brief(text) || '(nothing)'}`;
