import { message, type Lang } from '../messages';

/** What was found in a workbook that differs from how it was laid out, and can be told to a person. */
export interface Finding {
  kind:
    | 'table-missing'
    | 'sheet-missing'
    | 'table-renamed'
    | 'sheet-renamed'
    | 'column-missing'
    | 'header-renamed'
    | 'row-deleted'
    | 'row-unknown'
    | 'row-duplicated'
    | 'rows-displaced'
    | 'rows-crossed'
    | 'entry-changed'
    | 'formula-overwritten'
    | 'name-missing'
    | 'value-unknown'
    | 'sign-unseen'
    | 'name-taken'
    | 'catalog-differs'
    | 'catalog-offered'
    | 'item-retired'
    | 'definition-kept'
    | 'layout-earlier'
    | 'measure-missing';
  /** note: followed, nothing to do · warning: someone should look · error: results are not right */
  severity: 'note' | 'warning' | 'error';
  /** Whether laying out with `repair` mends it. */
  repairable: boolean;
  sheet?: string;
  table?: string;
  column?: string;
  /** The column's header as it stands in the workbook, or stood there. */
  header?: string;
  /** A row's id, or * for all rows. */
  row?: string;
  /** The defined name of a cell. */
  name?: string;
  /** What stands there, and what was expected. */
  found?: string;
  expected?: string;
}

/** The finding as a sentence: what is so, and what to do about it. */
export function describeFinding(lang: Lang, finding: Finding): string {
  const { table, row, name } = finding;
  const params = {
    table: table ?? '',
    column: finding.header ?? '',
    row: row ?? '',
    found: brief(finding.found),
    expected: brief(finding.expected),
    sheet: finding.sheet ?? '',
    ...(name !== undefined && { name }),
  };
  const where = table ? (row === '*' ? 'column' : 'cell') : name ? 'name' : 'sheet';
  const place = message(lang, `finding.place.${where}`, params);
  return message(lang, `finding.${finding.kind}`, { ...params, place });
}

/** A formula may be longer than anyone reads. */
const most = 60;
const brief = (text = '') => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
