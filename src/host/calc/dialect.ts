import { parse, tokenize, type AstExpression } from '@borgar/fx';
import { definition, kindAt, type Kind } from './functions/registry';
import './functions/all';

/** Functions that may give a range, before which Excel shows `@`. */
const givesRange = new Set(['INDEX', 'OFFSET', 'INDIRECT', 'CHOOSE']);

const takesRange = new Set<Kind | undefined>(['r', 'u', 'w']);

/** What a place takes: one value, a range, or a block that is worked through cell by cell. */
type Takes = 'one' | 'range' | 'block';

/**
 * A formula of a file without the dynamic-array mark, as Excel 2021 and 365 show it: with `@` where older
 * ones silently took one value of what may be a range. Support page "Implicit intersection operator: @".
 */
export function withIntersections(formula: string): string {
  const places: number[] = [];
  try {
    const tree = parse(tokenize(formula, { withLocation: true }));
    visit(tree, 'one', places);
  } catch {
    return formula;
  }
  return places
    .sort((a, b) => b - a)
    .reduce((text, at) => `${text.slice(0, at)}@${text.slice(at)}`, formula);
}

function visit(node: AstExpression, takes: Takes, places: number[]): void {
  const within = takes === 'block' ? takes : 'one';
  const mark = (): void => {
    const [at] = node.loc ?? [];
    if (takes === 'one' && at !== undefined) places.push(at);
  };
  switch (node.type) {
    case 'ReferenceIdentifier':
      if (isRange(node.value, node.kind)) mark();
      return;
    case 'UnaryExpression':
      // What has the sign already is one value.
      for (const one of node.arguments)
        visit(one, node.operator === '@' ? 'range' : within, places);
      return;
    case 'BinaryExpression': {
      const isReference = [':', ' ', ','].includes(node.operator);
      for (const one of node.arguments) visit(one, isReference ? 'range' : within, places);
      return;
    }
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier') return;
      const name = node.callee.name.toUpperCase();
      if (givesRange.has(name)) mark();
      const known = definition(name);
      node.arguments.forEach((one, i) => {
        const kind = known && kindAt(known, i);
        // What is chosen goes where the choice stands.
        const other = name === 'CHOOSE' && i > 0 ? takes : within;
        if (one)
          visit(
            one as AstExpression,
            takesRange.has(kind) ? 'range' : kind === 'a' || kind === 'f' ? 'block' : other,
            places,
          );
      });
      return;
    }
    default:
      return;
  }
}

function isRange(reference: string, kind: string): boolean {
  if (kind === 'range' || kind === 'beam') return reference.includes(':');
  return kind === 'table' && !/\[(?:@|\[?#)/.test(reference);
}
