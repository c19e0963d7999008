import { referencesOf, render, type Expression, type Naming } from '../rules';
import type { Inspection } from './inspect';
import type { Matching } from './match';

/** Outside texts, blanks, case, the spelling of numbers and of TRUE() differ between spreadsheets. */
export function sameFormula(found: unknown, expected: string): boolean {
  const text = String(found ?? '');
  return text === expected || squeeze(text) === squeeze(expected);
}

const plainSpelling = (part: string) =>
  part
    .replaceAll(/\s+/g, '')
    .toUpperCase()
    .replaceAll(/\b(TRUE|FALSE)\(\)/g, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_.])\d+(?:\.\d+)?(?:E[-+]?\d+)?(?![\p{L}\p{N}_.])/gu, (number) =>
      String(Number(number)),
    );

const squeeze = (formula: string) =>
  formula
    .split('"')
    .map((part, i) => (i % 2 === 0 ? plainSpelling(part) : part))
    .join('"');

/**
 * The formula as it can be written into the workbook now; undefined while a table, column or named
 * cell that it needs is gone, for Excel would refuse it.
 */
export function writable(
  formula: Expression,
  naming: Naming,
  inspection: Inspection,
  matching: Matching,
  home?: { id: string; name: string },
): string | undefined {
  const { columns, fields, names } = referencesOf(formula.node);
  const byName = new Map([...matching.tables.values()].map((one) => [one.block.name, one]));
  const stands =
    columns.every(({ table, column }) => byName.get(table)?.positions.has(column)) &&
    fields.every((column) => !home || matching.tables.get(home.id)?.positions.has(column)) &&
    names.every((name) => inspection.named.has(name));
  return stands ? render(formula.node, naming, home?.name) : undefined;
}
