import { identityOf } from '../engagement/identity';
import type { Audience } from '../engagement/register';
import type { Engagement } from '../engagement/schema';
import { Failure, message } from '../messages';
import {
  compute,
  yearsShown,
  type ColumnSpec,
  type RowSpec,
  type SheetSpec,
  type TableBlock,
  type WorkbookSpec,
} from '../workbook';
import { isPrefilled, partsOf, type Part } from './audience';
import { instructionSheet } from './instructions';
import { formatVersion, spareRows, type Sent } from './sent';
import {
  listsSheet,
  missing,
  questionSheet,
  sentSheet,
  sentTable,
  textsOf,
  usedLists,
} from './templateSheets';

export interface TemplateOptions {
  audience: Audience;
  respondent: string;
  /** ISO days. */
  due: string;
  sent: string;
  /** Table ids; absent: all that the audience is asked. */
  steps?: readonly string[];
  /** Dimension ids or words; absent: all. */
  dimensions?: readonly string[];
  /** Show what is answered so far; absent: as fits the audience. */
  prefilled?: boolean;
}

export interface Template {
  spec: WorkbookSpec;
  sent: Sent;
}

/** How many cells it asks to fill, empty rows for one's own not counted. */
export const questionsIn = ({ tables }: Sent): number =>
  tables.reduce(
    (sum, { rows, columns }) =>
      sum + Object.keys(rows).length * columns.filter(({ fill }) => fill).length,
    0,
  );

/** What cannot be asked; `values` are what can. */
export class TemplateError extends Failure {
  constructor(
    readonly problem: 'step' | 'dimension' | 'dimensionless' | 'nothing',
    name: string,
    values: readonly string[],
  ) {
    super(`ask-${problem}`, { name, values: values.join(', ') });
  }
}

const requiredMark = ' *';
/** Readings are many. */
const spareReadings = 40;

/**
 * A workbook for one audience, with nothing but what it must fill and what it must see for that.
 * @param spec the engagement's workbook as described, in the template's language
 * @throws TemplateError
 */
export function templateOf(
  spec: WorkbookSpec,
  engagement: Engagement,
  options: TemplateOptions,
): Template {
  const parts = chosenParts(spec, options);
  const asked = parts.map((part) =>
    askedTable(spec, part, { ...options, years: yearsShown({ engagement }) }),
  );
  const filled = asked.filter(({ block, part }) => block.rows.length > 0 || part.own);
  if (filled.length === 0) throw new TemplateError('nothing', options.audience, []);
  const lists = usedLists(
    spec,
    filled.map(({ block }) => block),
  );
  const identity = identityOf(engagement);
  const facts = { ...options, lang: spec.lang, identity, client: clientOf(engagement, spec) };
  const currency = String(engagement.settings.currency ?? '').trim();
  const sheets = filled.map(({ block, name }) =>
    questionSheet(spec.lang, block, name, { ...options, currency }),
  );
  const first = instructionSheet(
    facts,
    filled.map(({ block, part, name }, i) => ({
      block,
      part,
      sheet: sheets[i]?.id ?? '',
      name,
    })),
  );
  const sent: Sent = {
    format: `appfi-template/${formatVersion}`,
    engagement: identity,
    audience: options.audience,
    respondent: options.respondent,
    due: options.due,
    lang: spec.lang,
    sent: options.sent,
    ...(currency !== '' && { currency }),
    units: unitsIn(spec),
    tables: filled.map(({ block, part, name }) => sentTable(block, part, name)),
    lists: lists.map(({ id, open, entries }) => ({
      id,
      open: open ?? false,
      entries: entries.map((entry): [string, string] => [entry.id, entry.label]),
    })),
    texts: [
      ...textsOf(
        [first, ...sheets],
        filled.map(({ block }) => block),
      ),
      ...lists.map(({ title }) => title),
    ],
  };
  return {
    sent,
    spec: {
      lang: spec.lang,
      title: message(spec.lang, 'template.title', { client: facts.client }),
      sheets: [first, ...sheets, listsSheet(spec, lists), sentSheet(sent)],
      lists,
    },
  };
}

/** Of metrics, by id. */
const unitsIn = (spec: WorkbookSpec): Record<string, string> =>
  Object.fromEntries(
    tablesIn(spec)
      .filter(({ block }) => block.id === 'metrics')
      .flatMap(({ block }) => block.rows)
      .flatMap(({ id, cells }) => (cells.unit ? [[id, String(cells.unit)]] : [])),
  );

const clientOf = ({ settings }: Engagement, spec: WorkbookSpec) =>
  String(settings.client ?? settings.project ?? spec.title);

/** Every table with the name of a sheet that it could have for itself. */
const tablesIn = (spec: WorkbookSpec): { block: TableBlock; name: string }[] =>
  spec.sheets.flatMap((sheet) => {
    const tables = sheet.blocks.filter((block) => block.kind === 'table');
    return tables.map((block) => ({
      block,
      name: tables.length > 1 ? (headingOver(sheet, block) ?? block.name) : sheet.name,
    }));
  });

function headingOver({ blocks }: SheetSpec, block: TableBlock): string | undefined {
  const before = blocks[blocks.indexOf(block) - 1];
  const text = before?.kind === 'text' ? before.rows[0]?.[0]?.text : undefined;
  // Before the colon stands what it is, behind it what for.
  const [name = ''] = text?.split(/\s*[:：–]/) ?? [];
  const plain = name.replaceAll(/[[\]*?/\\'\s]+/g, ' ').trim();
  return plain === '' ? undefined : plain.slice(0, 31).trim();
}

/** What a template can be narrowed to: tables that the audience is asked, and dimensions. */
export function askable(spec: WorkbookSpec, audience: Audience) {
  const names = new Map(tablesIn(spec).map(({ block, name }) => [block.id, name]));
  return {
    /** Whether it shows what is answered so far, if nobody says otherwise. */
    prefilled: isPrefilled(audience),
    steps: partsOf(audience).map(({ table }) => ({ id: table, name: names.get(table) ?? table })),
    dimensions: dimensionsIn(spec, listsIn(spec, partsOf(audience))).map(([id, name]) => ({
      id,
      name,
    })),
  };
}

function chosenParts(spec: WorkbookSpec, { audience, steps, dimensions }: TemplateOptions): Part[] {
  const parts = partsOf(audience);
  const tables = parts.map(({ table }) => table);
  const stray = steps?.find((step) => !tables.includes(step));
  if (stray !== undefined) throw new TemplateError('step', stray, tables);
  const chosen = parts.filter(({ table }) => steps === undefined || steps.includes(table));
  const known = dimensionsIn(spec, listsIn(spec, chosen));
  const [first] = dimensions ?? [];
  if (first !== undefined && known.length === 0 && chosen.length > 0)
    throw new TemplateError('dimensionless', first, []);
  const lost = dimensions?.find((one) => !known.some(([id, label]) => id === one || label === one));
  if (lost !== undefined)
    throw new TemplateError(
      'dimension',
      lost,
      known.map(([id]) => id),
    );
  return chosen;
}

/** The lists that the columns of the tables take their values from. */
const listsIn = (spec: WorkbookSpec, parts: readonly Part[]) =>
  tablesIn(spec).flatMap(({ block }) =>
    parts.some(({ table }) => table === block.id) ? block.columns.map(({ list }) => list) : [],
  );

/** Each once: several steps may share a dimension. */
const dimensionsIn = (
  { lists }: WorkbookSpec,
  among?: readonly (string | undefined)[],
): [string, string][] => [
  ...new Map(
    lists
      .filter(({ id }) => id.startsWith('dimension.'))
      .filter(({ id }) => among?.includes(id) ?? true)
      .flatMap(({ entries }) => entries.map(({ id, label }) => [id, label] as const)),
  ),
];

/** The table with the columns and rows that are asked, its answers shown or left blank. */
function askedTable(spec: WorkbookSpec, part: Part, options: TemplateOptions & { years: number }) {
  const found = tablesIn(spec).find(({ block }) => block.id === part.table);
  if (!found) throw new Error(`No table ${part.table}`);
  const { block, name } = found;
  const prefilled = options.prefilled ?? isPrefilled(options.audience);
  const columns = block.columns
    .filter((column) => isShown(column, part) && isWithin(block, column, options.years))
    .map((column) => askedColumn(column, part));
  const rows = askedRows(spec, block, part, options).map(({ id, cells, kinds }) => ({
    id,
    // A share is shown as one, whatever else its column holds.
    ...(kinds && { kinds }),
    cells: Object.fromEntries(
      columns.flatMap(({ id: column, role }) => {
        const isAnswer = has(part.fill, column) && role === 'input';
        const value = cells[column];
        const given = isAnswer && !prefilled && !isContent(block, column) ? null : value;
        return given === undefined || given === null ? [] : [[column, given]];
      }),
    ),
  }));
  const spare = part.own ? (part.table === 'readings' ? spareReadings : spareRows) : 0;
  return {
    part,
    name,
    block: { ...trimmed(block), columns, rows, spare, highlights: highlightsOf(block, part) },
  };
}

/** A table without what only a master workbook needs. */
function trimmed({ kind, id, name, filter, customPrefix }: TableBlock) {
  return { kind, id, name, filter, ...(customPrefix !== undefined && { customPrefix }) };
}

const has = (ids: readonly string[] = [], id: string) => ids.includes(id);

const isContent = (block: TableBlock, id: string) =>
  block.columns.some((column) => column.id === id && column.role === 'content');

const isShown = ({ id, role, hidden }: ColumnSpec, part: Part): boolean =>
  role === 'key' ||
  has(part.fill, id) ||
  has(part.show, id) ||
  (!hidden && (role === 'content' || role === 'fixed'));

/** A year beyond the horizon is asked about only where somebody has put something into it. */
const isWithin = ({ rows }: TableBlock, { id }: ColumnSpec, years: number): boolean =>
  Number(/^y(\d+)$/.exec(id)?.[1] ?? 0) < years ||
  rows.some(({ cells }) => (cells[id] ?? '') !== '');

function askedColumn(column: ColumnSpec, part: Part): ColumnSpec {
  const isRequired = has(part.required, column.id);
  return {
    ...column,
    header: `${column.header}${isRequired ? requiredMark : ''}`,
    role: has(part.fill, column.id) ? 'input' : column.role === 'input' ? 'content' : column.role,
  };
}

function askedRows(
  spec: WorkbookSpec,
  block: TableBlock,
  part: Part,
  { dimensions }: TemplateOptions,
) {
  const entries = dimensionsIn(spec);
  const wanted = dimensions?.map(
    (one) => entries.find(([id, label]) => id === one || label === one)?.[0],
  );
  const hasDimension = block.columns.some(({ id }) => id === 'dimension');
  const isWanted = ({ cells }: RowSpec) =>
    !wanted || !hasDimension || wanted.includes(String(cells.dimension));
  // A workbook that was read has empty rows without an id, too.
  const rows = block.rows.filter((row) => row.id !== '' && isWanted(row));
  const isPicked = ({ cells }: RowSpec) => cells.pick === 'yes';
  if (part.picked && block.rows.some(isPicked)) return rows.filter(isPicked);
  const within = rowsWithin(spec, block, part);
  if (within.size > 0) return rows.filter(({ id }) => within.has(id));
  if (part.table === 'readings') return [];
  return rows.filter(({ cells }) => cells.use !== 'no');
}

/** Ids of the rows that somebody needs, as the workbook computes it. */
function rowsWithin(spec: WorkbookSpec, block: TableBlock, { within }: Part): Set<string> {
  if (within === undefined) return new Set();
  const computed = compute(spec);
  const needed = block.rows.filter((_, i) => {
    const value = computed.cell(block.name, i, within);
    return typeof value === 'number' && value > 0;
  });
  return new Set(needed.map(({ id }) => id));
}

function highlightsOf(block: TableBlock, part: Part): TableBlock['highlights'] {
  const kept = (block.highlights ?? []).filter(
    ({ id }) => (id === 'picked' || id === 'rejected') && part.fill.includes('pick'),
  );
  return [...missing(part), ...kept];
}
