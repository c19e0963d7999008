import type { WorkbookSpec } from '../workbook';
import { run, type Operation, type RunOptions } from './batch';
import type { Finding } from './findings';
import type { Inspection, Outline } from './inspect';
import { interpret, type ReadResult } from './interpret';
import { matchTables } from './match';
import { mergeOperations } from './merge';
import { namingOf, sheetAnchor, tablesOf } from './naming';
import { placeSheet, type Placing } from './place';

/** Opens the pane together with the workbook. */
const openWithPane = 'Office.AutoShowTaskpaneWithDocument';

export interface LaidOut {
  findings: Finding[];
  /** Cells written. */
  cells: number;
}

/**
 * Reads everything back from what `inspect` has fetched.
 * @param blank the workbook as described without answers, in the language it was laid out in
 */
export function readBack(
  inspection: Inspection,
  blank: WorkbookSpec,
): ReadResult & { matching: ReturnType<typeof matchTables> } {
  const matching = matchTables(blank, inspection);
  return { ...interpret(blank, inspection, matching), matching };
}

/** Lays a described workbook into one that holds nothing of ours yet; the user's own sheets stay. */
export async function layOutNew(
  context: Excel.RequestContext,
  inspection: Outline,
  spec: WorkbookSpec,
  options: RunOptions = {},
): Promise<LaidOut> {
  const findings = collisions(inspection, spec);
  if (findings.length > 0) return { findings, cells: 0 };
  const operations = [
    ...sheetOperations(spec, new Set(spec.sheets.map((sheet) => sheet.id))),
    ...finish(spec, inspection.blankSheet),
  ];
  await run(context, operations, options, () => remove(context, spec, inspection));
  return { findings: [], cells: countCells(operations) };
}

/**
 * Brings a workbook that was laid out before up to a description. What people typed, added, moved or
 * renamed stays; what is gone is only put back when `repair` is asked for.
 */
export async function layOutAgain(
  context: Excel.RequestContext,
  inspection: Inspection,
  read: ReturnType<typeof readBack>,
  spec: WorkbookSpec,
  previous: WorkbookSpec,
  options: RunOptions & { repair?: boolean } = {},
): Promise<LaidOut> {
  const repair = options.repair ?? false;
  const naming = namingOf(spec.sheets, read.matching.actual);
  const missing = missingSheets(inspection, spec, read.matching);
  const operations = [
    ...(repair ? sheetOperations(spec, missing) : []),
    ...mergeOperations({
      spec,
      previous,
      inspection,
      matching: read.matching,
      naming,
      order: read.order,
      repair,
    }),
  ];
  await run(context, operations, options);
  return {
    findings: repair ? read.findings.filter((finding) => !finding.repairable) : read.findings,
    cells: countCells(operations),
  };
}

const countCells = (operations: Operation[]) =>
  operations.reduce((cells, operation) => cells + (operation.cells ?? 0), 0);

function sheetOperations(spec: WorkbookSpec, wanted: ReadonlySet<string>): Operation[] {
  const naming = namingOf(spec.sheets);
  const placings = spec.sheets
    .filter((sheet) => wanted.has(sheet.id))
    .map((sheet) => placeSheet(spec, sheet, naming));
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
      bytes: 1000,
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

/** Names that the user's own workbook already has, so that ours would be refused. */
function collisions(inspection: Outline, spec: WorkbookSpec): Finding[] {
  const lower = (names: string[]) => new Set(names.map((name) => name.toLowerCase()));
  const sheets = lower(inspection.sheets.filter((name) => name !== inspection.blankSheet));
  const tables = lower(inspection.tables.map((table) => table.name));
  const taken = [
    ...spec.sheets
      .filter((sheet) => sheets.has(sheet.name.toLowerCase()))
      .map((sheet) => sheet.name),
    ...tablesOf(spec.sheets)
      .filter(
        ({ name }) => tables.has(name.toLowerCase()) || inspection.allNames.has(name.toLowerCase()),
      )
      .map((table) => table.name),
  ];
  return taken.map((found) => ({
    kind: 'name-taken',
    severity: 'error',
    repairable: false,
    found,
  }));
}

function missingSheets(
  inspection: Inspection,
  spec: WorkbookSpec,
  matching: ReturnType<typeof matchTables>,
): Set<string> {
  return new Set(
    spec.sheets
      .filter((sheet) => {
        const tables = tablesOf([sheet]);
        const anchored = inspection.named.has(sheetAnchor(sheet.id));
        return !anchored && !tables.some((table) => matching.tables.has(table.id));
      })
      .map((sheet) => sheet.id),
  );
}

/** Takes back what a cancelled or failed layout had created. */
async function remove(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  inspection: Outline,
): Promise<void> {
  const { worksheets, names } = context.workbook;
  const created = spec.sheets.map((sheet) => worksheets.getItemOrNullObject(sheet.name));
  names.load('items/name');
  worksheets.load('items/name');
  await context.sync();
  const ours = created.filter((sheet) => !sheet.isNullObject);
  if (ours.length === worksheets.items.length) worksheets.add(inspection.blankSheet ?? 'Sheet1');
  for (const name of names.items) {
    if (!inspection.allNames.has(name.name.toLowerCase())) name.delete();
  }
  for (const sheet of ours) {
    sheet.visibility = 'Visible';
    sheet.delete();
  }
  await context.sync();
}
