import type { SourceFile } from './engine';
import type { Mapping } from './mapping';
import { refusal, type Remark } from './remarks';

/** Which files are which table's, by their names; what belongs to none is told. */
export function filesOfTables(
  { tables }: Mapping,
  files: readonly SourceFile[],
): { byTable: Map<string, SourceFile[]>; remarks: Remark[] } {
  const byTable = new Map<string, SourceFile[]>(Object.keys(tables).map((name) => [name, []]));
  const remarks: Remark[] = [];
  const takes = Object.entries(tables).map(([name, { files: pattern = `${name}*` }]) => ({
    name,
    pattern: new RegExp(
      `^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`,
      'iu',
    ),
  }));
  for (const file of files) {
    const found = takes.filter(({ pattern }) => pattern.test(file.name));
    const only = takes.length === 1 && found.length === 0 ? takes : found;
    if (only.length === 1) byTable.get(only[0]?.name ?? '')?.push(file);
    else {
      const names = only.map(({ name }) => name).join(', ');
      const code = only.length === 0 ? 'stray-file' : 'two-tables';
      remarks.push(refusal(code, { params: { file: file.name, tables: names } }));
    }
  }
  for (const of of byTable.values()) of.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { byTable, remarks };
}
