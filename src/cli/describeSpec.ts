import { render, type Expression, type Naming } from '../rules';
import { namingOf } from '../office';
import type { Block, ColumnSpec, FieldSpec, TableBlock, TextCell, WorkbookSpec } from '../workbook';

/** A described workbook as plain JSON, its formulas as Excel will show them. */
export function describeSpec(spec: WorkbookSpec) {
  const naming = namingOf(spec.sheets);
  return {
    lang: spec.lang,
    title: spec.title,
    sheets: spec.sheets.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      blocks: sheet.blocks.map((block) => describeBlock(block, naming)),
    })),
    lists: spec.lists.map(({ id, name, title, open = false, entries }) => ({
      id,
      name,
      title,
      open,
      entries: entries.map((entry) => ({ id: entry.id, label: entry.label })),
    })),
  };
}

export type Description = ReturnType<typeof describeSpec>;

function describeBlock(block: Block, naming: Naming) {
  switch (block.kind) {
    case 'text':
      return {
        kind: block.kind,
        id: block.id,
        rows: block.rows.map((row) => row.map((cell) => describeText(cell, naming))),
      };
    case 'fields':
      return {
        kind: block.kind,
        id: block.id,
        fields: block.fields.map((field) => describeField(field, naming)),
      };
    case 'table':
      return describeTable(block, naming);
    case 'chart': {
      const { kind, id, type, title, table, category, series } = block;
      return { kind, id, type, title, table, category, series };
    }
  }
}

const formulaOf = (expression: Expression | undefined, naming: Naming, table?: string) =>
  expression && { formula: render(expression.node, naming, table) };

const describeText = ({ text, formula, link }: TextCell, naming: Naming) => ({
  ...(text !== undefined && { text }),
  ...formulaOf(formula, naming),
  ...(link !== undefined && { link }),
});

function describeField(field: FieldSpec, naming: Naming) {
  const { id, name, label, note, role, kind, list } = field;
  return {
    id,
    name,
    label,
    ...(note !== undefined && { note }),
    role,
    kind,
    ...(list !== undefined && { list }),
    ...formulaOf(field.formula, naming),
  };
}

function describeTable(block: TableBlock, naming: Naming) {
  return {
    kind: block.kind,
    id: block.id,
    name: block.name,
    ...(block.store !== undefined && { store: block.store }),
    ...(block.customPrefix !== undefined && { customPrefix: block.customPrefix }),
    rows: block.rows.length,
    spare: block.spare,
    columns: block.columns.map((column) => describeColumn(column, block.name, naming)),
    highlights: (block.highlights ?? []).map((highlight) => ({
      id: highlight.id,
      columns: highlight.columns ?? [],
      look: highlight.look,
      ...formulaOf(highlight.when, naming, block.name),
    })),
  };
}

function describeColumn(column: ColumnSpec, table: string, naming: Naming) {
  const { id, header, role, kind, list, hidden } = column;
  return {
    id,
    header,
    role,
    kind,
    ...(list !== undefined && { list }),
    ...(hidden && { hidden }),
    ...formulaOf(column.formula, naming, table),
  };
}
