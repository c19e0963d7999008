import { layoutVersion, type WorkbookSpec } from '../workbook';
import { EarlierLayoutError, GoneError } from './errors';
import type { Finding } from './findings';
import type { Read } from './layOut';
import { tablesOf } from './naming';

/** What the hidden sheet says of a layout, by its key. */
type Facts = ReadonlyMap<string, string>;

/**
 * What is told of a workbook as a whole: what was found in its cells, the version and the catalogs that
 * it was laid out from, and what it has to ask.
 * @param blank the workbook as described without answers
 */
export const told = (facts: Facts, blank: WorkbookSpec, read: Read): Finding[] => [
  ...ofCells(facts, blank, read.findings),
  ...drift(facts, blank),
  ...unmeasured(read),
];

/** Whether an earlier version laid it out. */
export const isEarlier = (facts: Facts) => Number(facts.get('layout')) < layoutVersion;

/** What a workbook of an earlier version lacks is not gone: it is still to come. */
export const lackedBy = (facts: Facts, error: unknown): unknown =>
  error instanceof GoneError && isEarlier(facts)
    ? new EarlierLayoutError(facts.get('addIn') ?? '?')
    : error;

const ofLayout: Finding['kind'][] = [
  ...(['sheet-missing', 'table-missing', 'column-missing', 'name-missing'] as const),
  'formula-overwritten',
];

/** What an earlier version laid out otherwise is nobody's doing: it is told in one finding. */
function ofCells(
  facts: Facts,
  blank: WorkbookSpec,
  findings: readonly Finding[],
): readonly Finding[] {
  if (!isEarlier(facts)) return findings;
  const tables = new Map(tablesOf(blank.sheets).map((block) => [block.name, block]));
  const isComputed = ({ table, column }: Finding) =>
    tables.get(table ?? '')?.columns.find(({ id }) => id === column)?.formula !== undefined;
  const isOfLayout = (finding: Finding) =>
    ofLayout.includes(finding.kind) || (finding.kind === 'header-renamed' && isComputed(finding));
  const earlier: Finding = {
    kind: 'layout-earlier',
    severity: 'error',
    repairable: true,
    found: facts.get('addIn') ?? '?',
  };
  return [earlier, ...findings.filter((finding) => !isOfLayout(finding))];
}

/** Metrics in scope of which neither the catalog nor anybody has said what a reading is: it is asked for. */
function unmeasured({ results, matching }: Read): Finding[] {
  const matched = matching.tables.get('metrics');
  const position = matched?.positions.get('measure');
  if (!matched || position === undefined) return [];
  return Object.entries(results.tables.metrics ?? {}).flatMap(([row, cells]): Finding[] =>
    cells.inScope !== 1 || typeof cells.measureNo === 'number'
      ? []
      : [
          {
            kind: 'measure-missing',
            severity: 'warning',
            repairable: false,
            ...{ sheet: matched.snapshot.sheet, table: matched.block.name, column: 'measure' },
            ...{
              header: matched.snapshot.headers[position],
              row,
              found: String(cells.name ?? row),
            },
          },
        ],
  );
}

/** The workbook was laid out from another edition of its catalog. */
function drift(facts: Facts, blank: WorkbookSpec): Finding[] {
  const rows = blank.sheets
    .flatMap((sheet) => sheet.blocks)
    .flatMap((block) =>
      block.kind === 'table' && block.id === 'provenance.facts' ? block.rows : [],
    );
  return rows.flatMap(({ id, cells }): Finding[] => {
    const expected = String(cells.value);
    const found = facts.get(id);
    if (!id.startsWith('catalog.') || found === expected || found === undefined) return [];
    return [
      {
        kind: 'catalog-differs',
        severity: 'warning',
        repairable: false,
        row: id.slice('catalog.'.length),
        found,
        expected,
      },
    ];
  });
}
