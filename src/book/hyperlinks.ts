import type { Hyperlink, Sheet } from './book';
import { cellName, parseArea } from './address';
import { Allowance } from './errors';
import type { Relations } from './package';
import { decodeText, encodeAttributeText } from './text';
import { type Node, child, childrenOf, el, relationId } from './xml';

/** A link over a larger range is put on this many cells at most. */
const MAX_CELLS = 1_000;

export function hyperlinksXml(sheet: Sheet, relations: Relations): string {
  const links: string[] = [];
  sheet.cells.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (cell?.hyperlink) links.push(linkXml(cell.hyperlink, cellName(r, c), relations));
    }),
  );
  return links.length === 0 ? '' : el('hyperlinks', {}, links.join(''));
}

export function linkXml(link: Hyperlink, ref: string, relations: Relations): string {
  const text = (value: string | undefined) =>
    value === undefined ? undefined : encodeAttributeText(value);
  return el('hyperlink', {
    ref,
    'r:id': link.address === undefined ? undefined : relations.external('hyperlink', link.address),
    location: text(link.documentReference),
    tooltip: text(link.screenTip),
  });
}

/** `target` answers the external address of a relationship. */
export function readHyperlinks(
  worksheet: Node,
  sheet: Sheet,
  target: (id: string) => string | undefined,
): void {
  const allowance = new Allowance(1_000_000, 'cells with links');
  for (const node of childrenOf(child(worksheet, 'hyperlinks'), 'hyperlink')) {
    const id = relationId(node);
    const address = id === undefined ? undefined : target(id);
    const { location, tooltip, ref } = node.attributes;
    if (!ref || (address === undefined && location === undefined)) continue;
    const link: Hyperlink = {};
    if (address !== undefined) link.address = address;
    if (location !== undefined) link.documentReference = decodeText(location);
    if (tooltip !== undefined) link.screenTip = decodeText(tooltip);
    const area = parseArea(ref);
    allowance.spend(Math.min(MAX_CELLS, area.rows * area.columns));
    const rows = Math.min(area.rows, Math.max(1, Math.floor(MAX_CELLS / area.columns)));
    for (let r = area.row; r < area.row + rows; r++)
      for (let c = area.column; c < area.column + Math.min(area.columns, MAX_CELLS); c++) {
        const row = (sheet.cells[r] ??= []);
        (row[c] ??= { value: null }).hyperlink = { ...link };
      }
  }
}
