import { wrap } from '../text';
import { paperSizes, printWidth, type PaperBlock } from './paper';

/** Lines that are kept on one page; what is longer would leave too much of a page empty. */
const mostTogether = 9;
/** The same where a lead stands between heading and table, or a table defines what its caption names. */
const mostWithLead = 24;

/** The blocks in groups: each heading on the same page as what stands under it, as long as that is short. */
export function groupsOf(blocks: readonly PaperBlock[]): PaperBlock[][] {
  const groups: PaperBlock[][] = [];
  for (let at = 0; at < blocks.length;) {
    const rest = blocks.slice(at);
    const size = rest[0]?.kind === 'heading' ? together(rest) : 1;
    const group = rest.slice(0, size);
    const before = groups.at(-1);
    // Signatures do not stand on a page of their own: what is short before them goes with them.
    if (before && group.at(-1)?.kind === 'signatures' && linesIn(before) <= mostWithLead)
      before.push(...group);
    else groups.push(group);
    at += size;
  }
  return groups;
}

/** How many blocks, from a heading on, stay together: up to the first that is more than a text. */
function together(blocks: readonly PaperBlock[]): number {
  const end = blocks.findIndex((one, i) => i > 0 && one.kind !== 'text');
  const isOver = end >= 0 && blocks[end]?.kind === 'heading';
  const last = end < 0 ? blocks.length : isOver ? end : end + 1;
  const signed = blocks[last - 1]?.kind === 'signatures';
  const most = last > 2 || isDefinition(blocks[last - 1]) ? mostWithLead : mostTogether;
  return !signed && linesIn(blocks.slice(0, last)) > most ? 1 : last;
}

/** What its caption names is told line by line. */
const isDefinition = (block: PaperBlock | undefined): boolean =>
  block?.kind === 'fields' && block.title !== undefined;

/** Of a block that goes by itself: whether all of it stands on one page. */
export const isWhole = (block: PaperBlock): boolean =>
  linesOf(block) <= (isDefinition(block) ? mostWithLead : mostTogether);

const linesIn = (blocks: readonly PaperBlock[]): number =>
  blocks.reduce((sum, block) => sum + linesOf(block), 0);

function linesOf(block: PaperBlock): number {
  switch (block.kind) {
    case 'heading':
      return 2;
    case 'text':
      return wrap(block.text, printWidth / paperSizes.body).length;
    case 'steps':
      return block.items.length;
    case 'signatures':
      return block.sides.length * 3;
    case 'fields':
      return block.rows.reduce((sum, { value }) => sum + rowLines([2.4, 6.4], ['', value]), 1);
    case 'table': {
      const widths = block.columns.map(({ width }) => width);
      return block.rows.reduce(
        (sum, row) => sum + ('group' in row ? 1 : rowLines(widths, row.cells)),
        block.title === undefined ? 2 : 3,
      );
    }
  }
}

/** Lines of the tallest cell, at widths by their shares. */
function rowLines(shares: readonly number[], cells: readonly string[]): number {
  const em = printWidth / paperSizes.table / shares.reduce((sum, one) => sum + one, 0);
  return Math.max(...cells.map((cell, i) => wrap(cell, (shares[i] ?? 1) * em - 1).length));
}
