import { catalogued, plainTable } from './table';

/** What the layout itself remembers, on the hidden sheet. */
export const layoutTables = {
  Provenance: plainTable({ id: 'provenance.facts' }, catalogued('key', 'value')),
  ProvenanceRows: plainTable({ id: 'provenance.rows' }, catalogued('table', 'row', 'texts')),
};
