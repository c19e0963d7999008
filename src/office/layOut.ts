import type { SheetSpec, WorkbookSpec } from '../workbook';
import type { AmountChange } from './amounts';
import { openWithPane } from './addIn';
import { refuseProtected, type Operation, type RunOptions } from './batch';
import { addStyles, stylesOf } from './cellStyles';
import type { Finding } from './findings';
import type { Inspection, Outline } from './inspect';
import { interpret, type ReadResult } from './interpret';
import { listNames } from './listNames';
import { matchTables, type Matching } from './match';
import { mergeOperations } from './merge';
import { namingOf, tablesOf } from './naming';
import { bringSheets } from './newSheets';
import { namesOf, placeSheet, type Placing } from './place';
import { redress } from './redress';
import { restoreOperations } from './restore';
import type { Departing } from './retired';
import { scopeOf } from './steps';
import { transact, type Within } from './transact';
import type { Undo } from './undo';
import type { UnknownEdition } from './unknownEdition';

/** What a layout did, or would do in a dry run. */
export interface LaidOut {
  findings: Finding[];
  /** Cells written. */
  cells: number;
  /** Visible sheets that were added, by name. */
  added: string[];
  /** Cells written on sheets that were there before. */
  changed: { sheet: string; cells: number }[];
  /** The workbook held nothing at all. */
  intoBlank: boolean;
  /** Of a workbook of an earlier version, or of another edition of its catalog: amounts that change. */
  amounts?: AmountChange[];
  /** Editions that take the place, or would, of those that the workbook was made from and nobody has. */
  editions?: UnknownEdition[];
}

const nothing = (findings: Finding[]): LaidOut => ({
  findings,
  cells: 0,
  added: [],
  changed: [],
  intoBlank: false,
});

/** What was read, and where it was found. */
export type Read = ReadResult & { matching: Matching };

/**
 * Reads everything back from what `inspect` has fetched.
 * @param blank the workbook as described without answers, in the language it was laid out in
 */
export function readBack(inspection: Inspection, blank: WorkbookSpec): Read {
  const matching = matchTables(blank, inspection);
  return { ...interpret(blank, inspection, matching), matching };
}

/** Lays a described workbook into one that holds nothing of ours yet; the user's own sheets stay. */
export async function layOutNew(
  context: Excel.RequestContext,
  outline: Outline,
  spec: WorkbookSpec,
  options: RunOptions & Within = {},
): Promise<LaidOut> {
  const findings = collisions(outline, spec);
  if (findings.length > 0) return nothing(findings);
  const before = documentAs(context);
  const present = await stylesOf(context);
  const operations = [
    ...addStyles(spec.lang, present),
    ...sheetOperations(spec),
    ...finish(spec, outline.blankSheet),
  ];
  if (!options.dry) {
    const names = spec.sheets.map(({ name }) => name);
    const blank = outline.blankSheet;
    await transact(context, { task: 'layOut', ...options }, (work) =>
      bringSheets(work, { names, operations, steps: [before()], blank }),
    );
  }
  return {
    ...nothing([]),
    cells: countCells(operations),
    added: visible(spec.sheets),
    intoBlank: outline.blankSheet !== undefined,
  };
}

/** How the document is before the layout; the answer comes with the next request. */
function documentAs({ workbook }: Excel.RequestContext): () => Undo {
  const { properties } = workbook;
  properties.load('title');
  const setting = workbook.settings.getItemOrNullObject(openWithPane);
  setting.load('value');
  return () => ({
    kind: 'document',
    // The caller has made the request by then.
    /* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load */
    title: properties.title,
    setting: setting.isNullObject ? null : (setting.value as unknown),
    /* eslint-enable office-addins/call-sync-before-read, office-addins/call-sync-after-load */
  });
}

const visible = (sheets: SheetSpec[]) =>
  sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name);

/** Puts back the sheets, tables, columns and names that are gone; answers the cells written, if any. */
export async function restore(
  context: Excel.RequestContext,
  inspection: Inspection,
  read: Read,
  spec: WorkbookSpec,
  options: RunOptions & Within = {},
): Promise<LaidOut | undefined> {
  const taken = new Set(inspection.sheets.map((name) => name.toLowerCase()));
  const findings = spec.sheets
    .filter(({ id, name }) => !read.matching.sheets.has(id) && taken.has(name.toLowerCase()))
    .map(({ name }) => nameTaken(name));
  if (findings.length > 0) return nothing(findings);
  const operations = await restoreOperations(context, spec, inspection, read.matching, read.order);
  if (operations.length === 0) return undefined;
  refuseProtected(inspection, operations);
  const gone = spec.sheets.filter(({ id }) => !read.matching.sheets.has(id));
  if (!options.dry)
    await transact(context, { task: 'repair', ...options }, (work) =>
      bringSheets(work, {
        names: gone.map(({ name }) => name),
        operations,
        scope: scopeOf(inspection, read.matching),
      }),
    );
  return { ...changes(operations), added: visible(gone) };
}

/**
 * Brings a workbook that was laid out before up to a description. What people typed, added, moved or
 * renamed stays; overwritten formulas and headers are only renewed when `repair` is asked for.
 */
export async function layOutAgain(
  context: Excel.RequestContext,
  inspection: Inspection,
  read: Read,
  spec: WorkbookSpec,
  previous: WorkbookSpec,
  options: RunOptions & Within & { repair?: boolean; retired?: Departing } = {},
): Promise<LaidOut> {
  const repair = options.repair ?? false;
  const input = {
    spec,
    previous,
    inspection,
    matching: read.matching,
    found: namingOf(spec.sheets, read.matching.actual),
    order: read.order,
    repair,
    ...(options.retired && { retired: options.retired }),
  };
  const operations = [
    ...mergeOperations(input),
    ...listNames(spec, inspection, read.matching),
    ...(await redress(context, input)),
  ];
  refuseProtected(inspection, operations);
  await transact(context, { task: 'refresh', ...options }, (work) =>
    work.run(operations, scopeOf(inspection, read.matching)),
  );
  const gone = new Set([...(options.retired?.values() ?? [])].flatMap((ids) => [...ids]));
  const settled = ({ kind, row, repairable }: Finding) =>
    kind === 'catalog-differs' ||
    (kind === 'row-unknown' && gone.has(row ?? '')) ||
    (repair && repairable);
  const findings = read.findings.filter((finding) => !settled(finding));
  return { ...changes(operations), findings };
}

function changes(operations: Operation[]): LaidOut {
  const bySheet = new Map<string, number>();
  for (const { sheet, cells = 0 } of operations) {
    if (sheet !== undefined && cells > 0) bySheet.set(sheet, (bySheet.get(sheet) ?? 0) + cells);
  }
  const changed = [...bySheet].map(([sheet, cells]) => ({ sheet, cells }));
  return { ...nothing([]), cells: countCells(operations), changed };
}

const countCells = (operations: Operation[]) =>
  operations.reduce((cells, operation) => cells + (operation.cells ?? 0), 0);

function sheetOperations(spec: WorkbookSpec): Operation[] {
  const naming = namingOf(spec.sheets);
  const placings = spec.sheets.map((sheet) => placeSheet(spec, sheet, naming));
  const phase = (of: (placing: Placing) => Operation[]) => placings.flatMap(of);
  return [
    ...phase((placing) => placing.create),
    ...phase((placing) => placing.names),
    ...phase((placing) => placing.formulas),
    ...phase((placing) => placing.dress),
  ];
}

function finish(spec: WorkbookSpec, blankSheet: string | undefined): Operation[] {
  return [
    {
      apply: (context) => {
        const [first] = spec.sheets;
        if (blankSheet !== undefined) context.workbook.worksheets.getItem(blankSheet).delete();
        if (first) context.workbook.worksheets.getItem(first.name).activate();
        context.workbook.settings.add(openWithPane, true);
        context.workbook.properties.title = spec.title;
      },
    },
  ];
}

const nameTaken = (found: string): Finding => ({
  kind: 'name-taken',
  severity: 'error',
  repairable: false,
  found,
});

/** Names that the user's own workbook already has, so that ours would be refused. */
function collisions(outline: Outline, spec: WorkbookSpec): Finding[] {
  const sheets = new Set(
    outline.sheets.filter((name) => name !== outline.blankSheet).map((name) => name.toLowerCase()),
  );
  const names = new Set([
    ...outline.tables.map((table) => table.name.toLowerCase()),
    ...outline.allNames,
  ]);
  const wanted = [
    ...tablesOf(spec.sheets).map((table) => table.name),
    ...spec.sheets.flatMap((sheet) => namesOf(spec, sheet)),
  ];
  return [
    ...spec.sheets.map(({ name }) => name).filter((name) => sheets.has(name.toLowerCase())),
    ...wanted.filter((name) => names.has(name.toLowerCase())),
  ].map(nameTaken);
}
