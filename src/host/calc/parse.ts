import { parse, tokenize, type AstExpression, type Token } from '@borgar/fx';
import { kept } from '../../book';

export type Node = AstExpression;

/** Thrown where Excel refuses a formula as it is entered. */
export class FormulaError extends Error {}

const longest = 8192;

const trees = kept<Node | FormulaError>();

/** The syntax tree of a formula with its leading "="; equal texts share one tree. @throws FormulaError */
export function parseFormula(formula: string): Node {
  const found = trees(formula, () => read(formula));
  if (found instanceof FormulaError) throw found;
  return found;
}

function read(formula: string): Node | FormulaError {
  if (formula.length > longest) {
    return new FormulaError(
      `The formula has ${formula.length} characters; Excel takes ${longest}.`,
    );
  }
  if (!formula.startsWith('=')) return new FormulaError('A formula starts with "=".');
  try {
    return parse(withoutDeadSheets(withoutItself(tokenize(formula))));
  } catch (problem) {
    return new FormulaError(`Excel cannot read ${formula}: ${(problem as Error).message}`);
  }
}

const itself = '[0]!';

/** `[0]!Name` is how files name this very workbook. */
function withoutItself(tokens: Token[]): Token[] {
  const at = tokens.findIndex((_, index) =>
    [...itself].every((sign, i) => tokens[index + i]?.value === sign),
  );
  if (at < 0) return tokens;
  const after = withoutItself(tokens.slice(at + itself.length));
  return [...tokens.slice(0, at), ...after];
}

/** `Sheet1!#REF!` is what Excel leaves of a deleted reference; it reads as `#REF!`. */
function withoutDeadSheets(tokens: Token[]): Token[] {
  return tokens.filter((token, index) => {
    const lead = token.type === 'context' || token.type === 'context_quote';
    const dead = lead || (token.type === 'operator' && token.value === '!');
    return !(dead && tokens.slice(index + 1, index + 3).some((next) => next.value === '#REF!'));
  });
}
