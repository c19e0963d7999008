import type { PageLayout, Sheet } from './book';

export const emptyPageLayout = (): PageLayout => ({
  orientation: 'Portrait',
  paperSize: 'Letter',
  centerHorizontally: false,
  printGridlines: false,
  header: { left: '', center: '', right: '' },
  footer: { left: '', center: '', right: '' },
});

/** A sheet as Excel adds it. */
export const emptySheet = (id: string, name: string): Sheet => ({
  id,
  name,
  visibility: 'Visible',
  tabColor: '',
  showGridlines: true,
  showHeadings: true,
  cells: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  hiddenColumns: new Set(),
  hiddenRows: new Set(),
  merges: [],
  freeze: { rows: 0, columns: 0 },
  tables: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  pageLayout: emptyPageLayout(),
  customProperties: new Map(),
});
