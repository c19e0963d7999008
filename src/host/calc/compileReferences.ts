import { parseA1Ref } from '@borgar/fx';
import type { Compiler, Precedent, Run } from './compile';
import type { SheetGraph } from './graph';
import type { Node } from './parse';
import { areaOf, around, asError, common, joined } from './references';
import { Ref, type Place } from './ref';
import { Areas, REF, VALUE } from './values';

/** How references are read; each notes in the compiler which areas its formula may read by it. */

export function a1(compiler: Compiler, text: string): Run {
  const { around: book, sheet: own } = compiler;
  const parsed = parseA1Ref(text);
  if (!parsed || !('range' in parsed)) return () => REF;
  if (parsed.context && parsed.context.length > 1) return compiler.blind();
  const named = parsed.context?.[0];
  const sheets = named?.includes(':')
    ? book.names.sheetsBetween(named)
    : [named === undefined ? own : book.names.sheet(named)];
  const runs = sheets.map((sheet) =>
    sheet ? areaOf(parsed.range, book.graph(sheet), compiler.isInName) : undefined,
  );
  const known = runs.filter((run) => run !== undefined);
  if (known.length === 0 || known.length < runs.length) return () => REF;
  compiler.precedents.push(...known);
  const [only] = known;
  return known.length === 1 ? only! : (at) => new Areas(known.map((run) => run(at)));
}

export function structured(compiler: Compiler, reference: string): Run {
  const { around: book, table, sheet, precedents } = compiler;
  const area = book.names.tableArea(reference, table, sheet);
  if (typeof area === 'string') return () => REF;
  const graph = book.graph(area.sheet);
  const { top, left, bottom, right } = area;
  if (!area.thisRow) {
    const fixed = graph.area(top, left, bottom, right);
    precedents.push(() => fixed);
    return () => fixed;
  }
  const inData = (at: Place) => at.row >= top && at.row <= bottom && at.source === graph;
  precedents.push((at) => (inData(at) ? graph.area(at.row, left, at.row, right) : undefined));
  if (left === right) {
    return (at) => (inData(at) ? new Ref(graph, at.row, left, at.row, right) : VALUE);
  }
  return (at) => (inData(at) ? graph.area(at.row, left, at.row, right) : VALUE);
}

/** `a:b` – the smallest area around both; what it may read is around all either side may give. */
export function span(compiler: Compiler, sides: readonly Node[]): Run {
  const before = compiler.precedents.length;
  const [a, b] = sides.map((side) => compiler.value(side, 'single'));
  const reached = compiler.precedents.slice(before);
  compiler.precedents.push((at) => {
    const nodes = reached.flatMap((precedent) => precedent(at) ?? []);
    const hull = nodes.length ? nodes.reduce<Ref | undefined>(around, nodes[0]) : undefined;
    return hull && (hull.source as SheetGraph).area(hull.top, hull.left, hull.bottom, hull.right);
  });
  return (at) => joined(a!(at), b!(at), (left, right) => around(left, right) ?? VALUE);
}

export function intersection(compiler: Compiler, sides: readonly Node[]): Run {
  const [a, b] = sides.map((side) => compiler.value(side, 'single'));
  return (at) => joined(a!(at), b!(at), common);
}

export function union(compiler: Compiler, sides: readonly Node[]): Run {
  const runs = sides.map((side) => compiler.value(side, 'single'));
  return (at) => {
    const parts = runs.map((run) => run(at));
    const refs = parts.flatMap((part) => (part instanceof Areas ? part.parts : part));
    const wrong = refs.find((ref) => !(ref instanceof Ref));
    return wrong === undefined ? new Areas(refs as Ref[]) : asError(wrong);
  };
}

/** The area that begins where one does and has the shape of another. */
export const inShapeOf =
  (from: Precedent, shape: Precedent): Precedent =>
  (at) => {
    const [area, like] = [from(at), shape(at)];
    return (
      area &&
      like &&
      area.source.area(area.top, area.left, area.top + like.rows - 1, area.left + like.columns - 1)
    );
  };
