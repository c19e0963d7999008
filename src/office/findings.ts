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
    | 'formula-overwritten'
    | 'name-missing'
    | 'value-unknown'
    | 'name-taken'
    | 'catalog-differs';
  /** note: followed, nothing to do · warning: someone should look · error: results are not right */
  severity: 'note' | 'warning' | 'error';
  /** Whether laying out with `repair` mends it. */
  repairable: boolean;
  sheet?: string;
  table?: string;
  column?: string;
  row?: string;
  /** What stands there, and what was expected. */
  found?: string;
  expected?: string;
}
