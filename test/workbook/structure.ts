import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { namingOf } from '../../src/office/naming';
import { render } from '../../src/rules';
import type { WorkbookSpec } from '../../src/workbook';

/** What a reader wants to see of a described workbook, and a fingerprint of all the rest. */
export function structureOf(spec: WorkbookSpec) {
  const naming = namingOf(spec.sheets);
  return {
    title: spec.title,
    sheets: spec.sheets.map((sheet) => ({
      name: sheet.name,
      blocks: sheet.blocks.map((block) => {
        if (block.kind === 'table') {
          return {
            table: block.name,
            rows: block.rows.length,
            spare: block.spare,
            columns: block.columns.map((column) =>
              column.formula
                ? `${column.header} ${render(column.formula.node, naming, block.name)}`
                : `${column.header} (${[column.role, column.kind, column.list].filter(Boolean).join(' ')})`,
            ),
          };
        }
        if (block.kind === 'fields') {
          return {
            fields: block.fields.map((field) =>
              field.formula
                ? `${field.name} ${render(field.formula.node, naming)}`
                : `${field.name} (${field.kind})`,
            ),
          };
        }
        if (block.kind === 'chart') return { chart: block.title, series: block.series };
        return { text: block.id, rows: block.rows.length };
      }),
    })),
    lists: Object.fromEntries(
      spec.lists.map((list) => [list.name, list.entries.map(({ label }) => label).join(' | ')]),
    ),
    sha256: bytesToHex(sha256(utf8ToBytes(JSON.stringify(spec)))),
  };
}
