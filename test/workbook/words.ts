import type { WorkbookSpec } from '../../src/workbook';

/** Every word of a described workbook that people read, a line each, so that a changed one is one changed line. */
export function wordsOf({ sheets, lists }: WorkbookSpec): string {
  const lines: string[] = [];
  const say = (place: string, text: unknown) => {
    if (typeof text === 'string' && /\p{L}/u.test(text))
      lines.push(`${place}: ${text.replaceAll('\n', ' ⏎ ')}`);
  };
  for (const sheet of sheets) {
    lines.push('', `# ${sheet.name}`);
    // What is hidden repeats ids and what stands on other sheets.
    if (sheet.visibility === 'VeryHidden') continue;
    for (const block of sheet.blocks) {
      if (block.kind === 'text')
        block.rows.flat().forEach(({ text }, i) => say(`${block.id} ${i + 1}`, text));
      if (block.kind === 'chart') say(block.id, block.title);
      if (block.kind === 'fields')
        for (const { name, label, note } of block.fields) {
          say(name, label);
          say(`${name} note`, note);
        }
      if (block.kind === 'table') {
        const shown = block.columns.filter(({ hidden }) => !hidden);
        for (const { id, header, prompt } of shown) {
          say(`${block.name}[${id}]`, header);
          say(`${block.name}[${id}] prompt`, prompt);
        }
        // Cells of a list hold ids, whose words are the list's.
        const worded = shown.filter(({ role, list }) => role === 'content' && list === undefined);
        for (const row of block.rows)
          for (const { id } of worded) say(`${row.id} ${id}`, row.cells[id]);
      }
    }
  }
  for (const { name, entries } of lists)
    for (const { id, label } of entries) say(`${name} ${id}`, label);
  return `${lines.join('\n').trim()}\n`;
}
