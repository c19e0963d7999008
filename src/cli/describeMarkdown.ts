import { message, type Lang, type MessageKey } from '../messages';
import type { Description } from './describeSpec';

type Block = Description['sheets'][number]['blocks'][number];

/** The description as a document to read: a chapter per sheet, a table per Excel table. */
export function describeMarkdown(lang: Lang, { sheets, lists }: Description): string {
  const say = (key: MessageKey) => message(lang, key);
  const table = (headers: MessageKey[], rows: string[][]) =>
    [headers.map(say), headers.map(() => '---'), ...rows].map(line).join('\n');

  const describeBlock = (block: Block): string[] => {
    switch (block.kind) {
      case 'text':
        return [];
      case 'chart':
        return [`${say('cli.doc.chart')}: ${plain(block.title)} (\`${block.type}\`)`];
      case 'fields':
        return [
          table(
            ['cli.doc.name', 'cli.doc.label', 'cli.doc.role', 'cli.doc.kind', 'cli.doc.formula'],
            block.fields.map(({ name, label, role, kind, list, formula }) => [
              code(name),
              plain(label),
              role,
              list === undefined ? kind : `${kind} · ${code(list)}`,
              code(formula),
            ]),
          ),
        ];
      case 'table':
        return [
          `### ${code(block.name)}`,
          ...(block.store === undefined ? [] : [`${say('cli.doc.store')}: ${code(block.store)}`]),
          table(
            ['cli.doc.column', 'cli.doc.header', 'cli.doc.role', 'cli.doc.kind', 'cli.doc.formula'],
            block.columns.map(({ id, header, role, kind, list, formula }) => [
              code(id),
              plain(header),
              role,
              list === undefined ? kind : `${kind} · ${code(list)}`,
              code(formula),
            ]),
          ),
        ];
    }
  };

  return [
    `# ${say('cli.doc.title')}`,
    say('cli.doc.lead'),
    ...sheets.flatMap((sheet) => [
      `## ${plain(sheet.name)}`,
      ...(sheet.visibility === 'Visible' ? [] : [say('cli.doc.hidden')]),
      ...sheet.blocks.flatMap(describeBlock),
    ]),
    `## ${say('cli.doc.lists')}`,
    table(
      ['cli.doc.list', 'cli.doc.name', 'cli.doc.entries'],
      lists
        .filter(({ id }) => !id.startsWith('dimension.') && id !== 'module')
        .map(({ id, name, entries }) => [
          code(id),
          code(name),
          entries.map((entry) => `${code(entry.id)} ${plain(entry.label)}`).join(', '),
        ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`;
const escaped = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
/** A catalog's words are no links and no HTML. */
const plain = (text: string) => text.replace(/[\\<&[]/g, '\\$&');
const code = (text: string | undefined) => (text ? `\`${text}\`` : '');
