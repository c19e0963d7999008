import { message, type Lang } from '../../messages';
import { newNode, walk, type MapNode } from './node';
import type { Picture } from './drawing';
import { drawMap } from './svg';

/** Leaves that one page shows readably. */
const mostLeaves = 90;

const leavesOf = (node: MapNode): number =>
  node.children.length === 0 ? 1 : node.children.reduce((sum, child) => sum + leavesOf(child), 0);

/**
 * The map in pictures: all of it where it is readable on one, otherwise an overview, folded with
 * counts, and then a page or more for each step. Reasons follow an item as codes, e.g. "← A1 P3".
 */
export function drawPages(root: MapNode, lang: Lang): Picture[] {
  const codes = codesOf(root);
  const suffix = (node: MapNode) => {
    const own = codes.names.get(node.id);
    const why = codes.reasons.get(node.id) ?? [];
    if (own === undefined) return '';
    return why.length > 0 ? `  [${own} ← ${why.join(' ')}]` : `  [${own}]`;
  };
  if (leavesOf(root) <= mostLeaves) return [drawMap(root, lang, 0, suffix)];
  const overview = newNode({
    ...root,
    children: root.children.map((step) => ({
      ...step,
      children: step.children.map((group) => ({
        ...group,
        text: `${group.text} (${leavesOf(group)})`,
        children: [],
      })),
    })),
  });
  return [
    drawMap(overview, lang),
    ...root.children.flatMap((step) =>
      stepPages(step, lang).map((page) => drawMap(page, lang, 1, suffix)),
    ),
  ];
}

/** A step in pages of whole dimensions; one too large for a page is cut. */
function stepPages(step: MapNode, lang: Lang): MapNode[] {
  const groups = step.children.flatMap((group) => {
    const parts = Math.ceil(group.children.length / mostLeaves);
    if (parts <= 1) return [group];
    const size = Math.ceil(group.children.length / parts);
    return Array.from({ length: parts }, (_, i) => ({
      ...group,
      text: message(lang, 'deliver.part', { title: group.text, part: i + 1, parts }),
      children: group.children.slice(i * size, (i + 1) * size),
    }));
  });
  const pages: MapNode[][] = [];
  let count = 0;
  for (const group of groups) {
    const leaves = leavesOf(group);
    const page = pages[pages.length - 1];
    if (!page || count + leaves > mostLeaves) {
      pages.push([group]);
      count = leaves;
    } else {
      page.push(group);
      count += leaves;
    }
  }
  return pages.map((children, i) => ({
    ...step,
    text:
      pages.length === 1
        ? step.text
        : message(lang, 'deliver.part', { title: step.text, part: i + 1, parts: pages.length }),
    children,
  }));
}

/** Most reasons shown beside an item. */
const mostReasons = 4;
const letters = ['A', 'P', 'N', 'F', 'I', 'M'];

/** A short code for every item – A asks, P plans, N pains, F functions, I innovations, M metrics – and its reasons by code. */
function codesOf(root: MapNode) {
  const names = new Map<string, string>();
  root.children.forEach((step, s) => {
    let number = 0;
    for (const group of step.children)
      for (const item of group.children)
        if (item.id) names.set(item.id, `${letters[s] ?? 'X'}${(number += 1)}`);
  });
  const reasons = new Map<string, string[]>();
  for (const node of walk(root)) {
    const code = names.get(node.id);
    for (const to of code === undefined ? [] : node.links) {
      const known = reasons.get(to) ?? [];
      if (known.length < mostReasons) known.push(code as string);
      reasons.set(to, known);
    }
  }
  return { names, reasons };
}
