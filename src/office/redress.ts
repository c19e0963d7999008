import { textsOf, type Bool } from '../rules';
import type { ColumnSpec, FieldSpec, RowSpec, TableBlock, WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { rowFormats } from './formatting';
import { formulaRules } from './formulaRules';
import { word } from './highlight';
import type { RowIds } from './identify';
import type { Inspection } from './inspect';
import type { Matching } from './match';
import { fieldsOf, tablesOf } from './naming';
import type { Target } from './target';
import type { Anchor } from './undo';
import { addValidation, validationOf } from './validation';

interface Redressing {
  spec: WorkbookSpec;
  previous: WorkbookSpec;
  inspection: Inspection;
  matching: Matching;
  /** Row ids by table, as they stand. */
  order: ReadonlyMap<string, RowIds>;
}

/** How cells are shown, and what is said outside of them in the language of the description. */
export async function redress(
  context: Excel.RequestContext,
  input: Redressing,
): Promise<Operation[]> {
  const formats = await units(context, input);
  if (input.spec.lang === input.previous.lang) return formats;
  return [
    ...formats,
    ...(await prompts(context, input)),
    ...(await highlights(context, input)),
    ...(await charts(context, input)),
    ...sheetNames(input),
  ];
}

/** Rows that have come to hold another metric are shown in its unit. */
async function units(
  context: Excel.RequestContext,
  { spec, matching, order }: Redressing,
): Promise<Operation[]> {
  const columns = tablesOf(spec.sheets).flatMap((block) => {
    const matched = matching.tables.get(block.id);
    const ids = order.get(block.id);
    if (!matched || !ids) return [];
    const described = new Map(block.rows.map((row) => [row.id, row]));
    const rows = ids.map((id) => (id ? described.get(id) : undefined));
    if (rows.every((row) => !row?.kinds || asLaidOut(row))) return [];
    return rowFormats(block, rows).flatMap(({ column, formats }) => {
      const at = matched.positions.get(block.columns[column]?.id ?? '');
      if (at === undefined) return [];
      const table = matched.snapshot.name;
      const wanted = formats.map((format) => [format]);
      // Where the column stands once tables above have grown.
      const cells = ({ workbook }: In) =>
        workbook.tables
          .getItem(table)
          .columns.getItemAt(at)
          .getHeaderRowRange()
          .getOffsetRange(1, 0)
          .getAbsoluteResizedRange(wanted.length, 1);
      return [{ table, at, wanted, cells, found: cells(context).load('numberFormat') }];
    });
  });
  await context.sync();
  return columns.flatMap(({ table, at, wanted, cells, found }): Operation[] => {
    const had = found.numberFormat as string[][];
    if (JSON.stringify(had) === JSON.stringify(wanted)) return [];
    return [
      {
        apply: (target) => {
          cells(target).numberFormat = wanted;
        },
        undo: [{ kind: 'format', table, column: at, had }],
      },
    ];
  });
}

type In = Pick<Target, 'workbook'>;

/** Whether the row has the unit that it was first laid out with. */
const asLaidOut = ({ cells, defaults }: RowSpec) =>
  defaults?.unit !== undefined && defaults.unit === cells.unit;

/** Prompts and alerts of the cells that someone may fill. */
async function prompts(
  context: Excel.RequestContext,
  { spec, inspection, matching }: Redressing,
): Promise<Operation[]> {
  const speaks = (cell: ColumnSpec | FieldSpec) =>
    (cell.role === 'input' || cell.role === 'content' || cell.role === 'fixed') &&
    Object.keys(validationOf(spec, cell)).length > 0;
  const spoken = spec.sheets
    .filter((sheet) => sheet.visibility === 'Visible')
    .flatMap((sheet) => sheet.blocks)
    .flatMap((block): Spoken[] => {
      if (block.kind === 'fields') {
        return block.fields.filter(speaks).flatMap((cell) => {
          if (!inspection.named.has(cell.name)) return [];
          const range = (on: In) => on.workbook.names.getItem(cell.name).getRange();
          return [{ cell, at: { name: cell.name }, range }];
        });
      }
      const matched = block.kind === 'table' && matching.tables.get(block.id);
      if (!matched) return [];
      const { name: table } = matched.snapshot;
      return matched.block.columns.filter(speaks).flatMap(({ id }) => {
        const cell = block.columns.find((one) => one.id === id);
        const column = matched.positions.get(id);
        if (column === undefined || !cell) return [];
        const range = (on: In) =>
          on.workbook.tables.getItem(table).columns.getItemAt(column).getDataBodyRange();
        return [{ cell, at: { table }, column, range }];
      });
    });
  const read = spoken.map((one) => ({
    ...one,
    had: one.range(context).dataValidation.load('type,rule,prompt,errorAlert'),
  }));
  await context.sync();
  // Where somebody has given cells rules of their own, these stay.
  const isMixed = ({ had }: (typeof read)[number]) =>
    /^(Inconsistent|MixedCriteria)$/.test(had.type);
  return read
    .filter((one) => !isMixed(one))
    .map(({ cell, at, column, range, had }) => ({
      apply: (target) => addValidation(range(target).dataValidation, validationOf(spec, cell)),
      undo: [
        {
          ...{ kind: 'validation', at, ...(column !== undefined && { column }) },
          ...{ rule: had.rule, prompt: had.prompt, alert: had.errorAlert },
        },
      ],
    }));
}

/** Cells that say something to whoever fills them. */
interface Spoken {
  cell: ColumnSpec | FieldSpec;
  at: Anchor;
  column?: number;
  range(on: In): Excel.Range;
}

/** Highlights compare with words of the lists: the old word is replaced by the new one. */
async function highlights(
  context: Excel.RequestContext,
  { spec, previous, inspection, matching }: Redressing,
): Promise<Operation[]> {
  const rulesOf = (at: Anchor, where: (target: In) => Excel.Range, words: Map<string, string>) => {
    return { at, where, range: where(context), words };
  };
  const before = new Map(tablesOf(previous.sheets).map((block) => [block.id, block]));
  const tables = tablesOf(spec.sheets).flatMap((block) => {
    const matched = matching.tables.get(block.id);
    const conditions = (one: TableBlock | undefined) =>
      new Map(one?.highlights?.map(({ id, when }) => [id, when]));
    const words = changedWords(conditions(before.get(block.id)), conditions(block));
    if (!matched || words.size === 0) return [];
    const { name } = matched.snapshot;
    const range = (on: In) => on.workbook.tables.getItem(name).getDataBodyRange();
    return [rulesOf({ table: name }, range, words)];
  });
  const alarms = (of: WorkbookSpec) =>
    new Map(
      fieldsOf(of.sheets).flatMap(({ name, alarm }) => (alarm ? [[name, alarm] as const] : [])),
    );
  const alarmsBefore = alarms(previous);
  const fields = [...alarms(spec)].flatMap(([name, alarm]) => {
    const old = alarmsBefore.get(name);
    const words = changedWords(new Map(old && [[name, old]]), new Map([[name, alarm]]));
    if (!inspection.named.has(name) || words.size === 0) return [];
    return [rulesOf({ name }, (on) => on.workbook.names.getItem(name).getRange(), words)];
  });
  const rules = await formulaRules(context, [...tables, ...fields]);
  return rules.flatMap(({ at, where, id, formula: found, words }): Operation[] => {
    const wanted = found.replaceAll(word, (quoted, said: string) => {
      const other = words.get(said);
      return other === undefined ? quoted : `"${other}"`;
    });
    if (wanted === found) return [];
    return [
      {
        apply: (target) => {
          const stands = where(target).conditionalFormats.getItem(id).custom.rule;
          stands.load('formula');
          stands.formula = wanted;
          return () => [[stands.formula]];
        },
        undo: [{ kind: 'rule', at, id, had: found, wrote: wanted }],
      },
    ];
  });
}

const quoted = (word: string) => word.replaceAll('"', '""');

/** The words that conditions compare with: before → now. */
function changedWords(
  before: ReadonlyMap<string, Bool>,
  now: ReadonlyMap<string, Bool>,
): Map<string, string> {
  const words = new Map<string, string>();
  for (const [id, condition] of now) {
    const others = textsOf(condition.node);
    textsOf((before.get(id) ?? condition).node).forEach((word, i) => {
      const other = others[i];
      if (word !== '' && other !== undefined && other !== word)
        words.set(quoted(word), quoted(other));
    });
  }
  return words;
}

/** Titles and series that still say what they said when they were laid out. */
async function charts(
  context: Excel.RequestContext,
  { spec, matching }: Redressing,
): Promise<Operation[]> {
  const found = spec.sheets.flatMap((sheet) => {
    const name = matching.sheets.get(sheet.id);
    if (name === undefined) return [];
    return sheet.blocks.flatMap((block) => {
      if (block.kind !== 'chart') return [];
      const chart = context.workbook.worksheets.getItem(name).charts.getItemOrNullObject(block.id);
      chart.load('name,title/text');
      chart.series.load('items/name');
      const table = tablesOf([sheet]).find(({ id }) => id === block.table);
      return [{ name, chart, block, table }];
    });
  });
  await context.sync();
  return found
    .filter(({ chart }) => !chart.isNullObject)
    .map(({ name, chart, block, table }) => ({
      undo: [
        {
          ...{ kind: 'chart', sheet: name, chart: block.id, title: chart.title.text },
          series: chart.series.items.map((one) => one.name),
        },
      ],
      apply: (target) => {
        const chart = target.sheet(name).charts.getItem(block.id);
        chart.title.text = block.title;
        block.series.forEach((id, i) => {
          const header = table?.columns.find((column) => column.id === id)?.header;
          if (header !== undefined) chart.series.getItemAt(i).name = header;
        });
      },
    }));
}

/** Sheets that nobody has renamed take their name in the new language, last of all. */
function sheetNames({ spec, previous, inspection, matching }: Redressing): Operation[] {
  const taken = new Set(inspection.sheets.map((name) => name.toLowerCase()));
  return spec.sheets.flatMap((sheet): Operation[] => {
    const found = matching.sheets.get(sheet.id);
    const old = previous.sheets.find(({ id }) => id === sheet.id)?.name;
    if (found === undefined || found !== old || taken.has(sheet.name.toLowerCase())) return [];
    return [
      {
        apply: (context) => {
          context.workbook.worksheets.getItem(found).name = sheet.name;
        },
        undo: [{ kind: 'sheet-name', sheet: found, had: found, wrote: sheet.name }],
      },
    ];
  });
}
