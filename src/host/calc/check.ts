import { parseA1Ref } from '@borgar/fx';
import type { Sheet, Table } from '../../book';
import './functions/all';
import { controlArguments } from './functions/control';
import { plainName } from './functions/excel-functions';
import { definition } from './functions/registry';
import type { Names } from './names';
import { FormulaError, parseFormula, type Node } from './parse';

const deepestNesting = 64;
const mostArguments = 255;
const longestText = 255;

/**
 * Why Excel would refuse a formula at entry, undefined where it would accept it. An unknown function
 * or name is accepted; the cell then shows #NAME?. The position is zero-based.
 */
export function checkFormula(
  names: Names,
  formula: string,
  sheet: Sheet,
  at: { row: number; column: number },
): string | undefined {
  const table = names.tableAt(sheet, at.row, at.column);
  try {
    checkNode(parseFormula(formula), 0, { names, sheet, table });
    return undefined;
  } catch (problem) {
    if (problem instanceof FormulaError) return problem.message;
    throw problem;
  }
}

interface Context {
  names: Names;
  sheet: Sheet;
  table: Table | undefined;
}

function checkNode(node: Node | null | undefined, depth: number, context: Context): void {
  if (!node) return;
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string' && node.value.length > longestText) {
        throw new FormulaError(
          `A text in a formula has ${node.value.length} characters; Excel takes ${longestText}. Join shorter texts with &.`,
        );
      }
      return;
    case 'ReferenceIdentifier':
      return checkReference(node.value, node.kind, context);
    case 'UnaryExpression':
    case 'BinaryExpression':
      for (const argument of node.arguments) checkNode(argument, depth, context);
      return;
    case 'CallExpression':
      if (node.callee.type === 'Identifier') checkCall(node.callee.name, node.arguments.length);
      if (depth >= deepestNesting) {
        throw new FormulaError(`Functions are nested more than ${deepestNesting} levels deep.`);
      }
      for (const argument of node.arguments) checkNode(argument, depth + 1, context);
      return;
    default:
      return;
  }
}

function checkReference(reference: string, kind: string, { names, sheet, table }: Context): void {
  if (kind === 'table') {
    const area = names.tableArea(reference, table, sheet);
    if (typeof area === 'string' && area !== '#REF!') throw new FormulaError(area);
    return;
  }
  if (kind === 'name') return;
  const context = parseA1Ref(reference)?.context ?? [];
  const sheetName = context[context.length - 1];
  if (context.length !== 1 || sheetName === undefined || sheetName.includes(':')) return;
  if (!names.sheet(sheetName)) throw new FormulaError(`There is no sheet "${sheetName}".`);
}

function checkCall(written: string, count: number): void {
  const name = plainName(written);
  if (count > mostArguments) {
    throw new FormulaError(`${name} has ${count} arguments; Excel takes ${mostArguments}.`);
  }
  const of = definition(name);
  const control = controlArguments[name];
  const least = control ? control[0] : (of?.required ?? 0);
  const most = control ? control[1] : of && of.repeats === 0 ? of.kinds.length : mostArguments;
  if (count < least) throw new FormulaError(`${name} has too few arguments: ${count} of ${least}.`);
  if (count > most) throw new FormulaError(`${name} has too many arguments: ${count} of ${most}.`);
}
