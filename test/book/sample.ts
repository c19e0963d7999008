import {
  type Book,
  type Cell,
  type Chart,
  type ConditionalFormat,
  type Scalar,
  type Sheet,
  type Table,
  type Style,
  internStyle,
} from '../../src/book';

export const sheetOf = (id: number, name: string, rest: Partial<Sheet> = {}): Sheet => ({
  id: `{00000000-0001-0000-${String(id).padStart(4, '0')}-000000000000}`,
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
  pageLayout: {
    orientation: 'Portrait',
    paperSize: 'Letter',
    centerHorizontally: false,
    printGridlines: false,
    header: { left: '', center: '', right: '' },
    footer: { left: '', center: '', right: '' },
  },
  customProperties: new Map(),
  ...rest,
});

export const bookOf = (sheets: Sheet[], rest: Partial<Book> = {}): Book => ({
  sheets,
  activeSheet: sheets[0]!.id,
  names: [],
  settings: new Map(),
  styles: [],
  customXml: [],
  properties: { title: '', author: '', subject: '', keywords: '', comments: '' },
  nextId: 1,
  ...rest,
});

export const cellOf = (value: Scalar, style?: Style, formula?: string): Cell => ({
  value,
  ...(formula !== undefined && { formula }),
  ...(style && { style: internStyle(style) }),
});

const tableOf = (rest: Partial<Table> & Pick<Table, 'name' | 'area' | 'columns'>): Table => ({
  id: 1,
  style: 'TableStyleMedium2',
  showHeaders: true,
  showTotals: false,
  showFilterButton: true,
  bandedRows: true,
  bandedColumns: false,
  firstColumn: false,
  lastColumn: false,
  ...rest,
});

const chartOf = (type: string, index: number, rest: Partial<Chart> = {}): Chart => ({
  id: `{00000000-0003-0000-0000-${String(index + 1).padStart(12, '0')}}`,
  name: `Chart ${index + 1}`,
  type,
  title: type,
  titleVisible: true,
  left: 10 + (index % 3) * 250,
  top: 10 + Math.floor(index / 3) * 190,
  width: 240,
  height: 180,
  legend: { visible: true, position: 'Bottom' },
  series: [
    {
      name: 'Plan',
      nameRef: "'Value'!$B$1",
      values: "'Value'!$B$2:$B$5",
      categories: "'Value'!$A$2:$A$5",
      color: '#1F77B4',
    },
    {
      name: 'Actual',
      values: "'Value'!$C$2:$C$5",
      categories: "'Value'!$A$2:$A$5",
    },
  ],
  valueAxis: { visible: true, majorGridlines: true },
  categoryAxis: { visible: true, reverse: false },
  dataLabels: false,
  ...rest,
});

const rules: ConditionalFormat['rule'][] = [
  {
    type: 'custom',
    formula: '=$B2>25',
    style: { fill: '#FFC7CE', fontColor: '#9C0006', bold: true },
  },
  {
    type: 'cellValue',
    operator: 'Between',
    formula1: '10',
    formula2: '=$C$2',
    style: { fill: '#C6EFCE', italic: true, underline: true, strikethrough: false },
  },
  { type: 'containsText', operator: 'Contains', text: 'b "q"', style: { fontColor: '#FF0000' } },
  { type: 'dataBar', color: '#638EC6', gradient: false, showValue: true, min: 0, max: 40 },
  { type: 'dataBar', color: '#00B050', gradient: true, showValue: false },
  {
    type: 'colorScale',
    stops: [
      { kind: 'LowestValue', color: '#F8696B' },
      { kind: 'Percentile', value: 50, color: '#FFEB84' },
      { kind: 'HighestValue', color: '#63BE7B' },
    ],
  },
  { type: 'iconSet', set: 'ThreeTrafficLights1', showIconOnly: false, reverse: true },
  { type: 'iconSet', set: 'ThreeStars', showIconOnly: true, reverse: false },
];

const lock = Object.fromEntries(
  [
    'EditObjects', 'EditScenarios', 'FormatCells', 'FormatColumns', 'FormatRows', 'InsertColumns',
    'InsertRows', 'InsertHyperlinks', 'DeleteColumns', 'DeleteRows', 'PivotTables',
  ].map((option) => [`allow${option}`, option === 'FormatColumns']),
); // prettier-ignore

/** A book that uses everything a book can hold. */
export function sampleBook(): Book {
  const table = tableOf({
    id: 7,
    name: 'tblValue',
    area: { row: 0, column: 0, rows: 6, columns: 5 },
    showTotals: true,
    columns: [
      { id: 1, name: 'Item', totalsLabel: 'Total', filter: ['a', 'b "q"', 'c'] },
      { id: 2, name: 'Plan', totalsFormula: '=SUBTOTAL(109,[Plan])' },
      { id: 3, name: 'Actual [#1]' },
      { id: 4, name: 'Gap', formula: "=[@Plan]-[@[Actual '['#1']]]" },
      {
        id: 5,
        name: 'Safe',
        formula: '=IFNA([@Gap]/[@Plan],0)',
        totalsFormula: '=MAX(tblValue[Safe])',
      },
    ],
  });
  const rows: [string, number, number][] = [
    ['a', 10, 12],
    ['b "q"', 20, 15],
    ['c', 30, 33],
    ['d', 40, 10],
  ];
  const value = sheetOf(1, 'Value', {
    cells: [
      table.columns.map(({ name }) => cellOf(name)),
      ...rows.map(([item, plan, actual]) => [
        cellOf(item),
        cellOf(plan, { numberFormat: '#,##0.00', locked: false }),
        cellOf(actual, { numberFormat: '¥#,##0;[Red]-¥#,##0' }),
        cellOf(plan - actual, undefined, table.columns[3]!.formula),
        cellOf((plan - actual) / plan, { numberFormat: '0%' }, table.columns[4]!.formula),
      ]),
      [
        cellOf('Total'),
        cellOf(100, undefined, '=SUBTOTAL(109,tblValue[Plan])'),
        cellOf(null, { fill: '#DDDDDD' }),
      ],
    ],
    tables: [table],
    hiddenRows: new Set([4]),
    conditionalFormats: rules.map((rule, i) => ({
      id: `{00000000-0003-0000-0000-${String(i + 1).padStart(12, '0')}}`,
      areas: [{ row: 1, column: 1 + (i % 4), rows: 4, columns: 1 }],
      priority: i,
      stopIfTrue: i === 0,
      rule,
    })),
    validations: [
      {
        areas: [
          { row: 1, column: 0, rows: 4, columns: 1 },
          { row: 9, column: 0, rows: 1, columns: 1 },
        ],
        rule: { type: 'list', source: '=Items', inCellDropDown: true },
        ignoreBlanks: true,
        prompt: { showPrompt: true, title: 'Item', message: 'Pick one\nof the list' },
        errorAlert: { showAlert: true, style: 'Warning', title: 'No', message: 'Not in the list' },
      },
      {
        areas: [{ row: 1, column: 1, rows: 4, columns: 1 }],
        rule: { type: 'decimal', operator: 'Between', formula1: '0', formula2: '=$C$2*100' },
        ignoreBlanks: false,
      },
      {
        areas: [{ row: 1, column: 2, rows: 4, columns: 1 }],
        rule: { type: 'list', source: 'Yes,No,"maybe"', inCellDropDown: false },
        ignoreBlanks: true,
      },
    ],
    columnWidths: new Map([
      [0, 120],
      [1, 60.37],
      [2, 60.37],
    ]),
    rowHeights: new Map([[0, 24.5]]),
    hiddenColumns: new Set([7]),
    freeze: { rows: 1, columns: 1 },
    tabColor: '#00B050',
    protection: {
      options: { ...lock, allowSort: true, allowAutoFilter: true, selectionMode: 'Normal' },
    },
    customProperties: new Map([['appfi.role', 'value €']]),
    pageLayout: {
      orientation: 'Landscape',
      paperSize: 'A4',
      fitWide: 1,
      fitTall: 0,
      titleRows: '$1:$1',
      printArea: '$A$1:$E$6',
      centerHorizontally: true,
      printGridlines: false,
      margins: { left: 36, right: 36, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      header: { left: '', center: '&BValue && more', right: '' },
      footer: { left: '&D', center: '', right: '&P / &N' },
    },
  });
  const types = [
    'ColumnClustered',
    'BarStacked',
    'LineMarkers',
    'Pie',
    'Doughnut',
    'AreaStacked',
    'BarClustered',
    'XYScatter',
    'RadarMarkers',
  ];
  const charts = sheetOf(2, "Chart's sheet", {
    showGridlines: false,
    showHeadings: false,
    cells: [[cellOf('Charts', { bold: true, fontSize: 16, fontName: 'Arial' })]],
    charts: types.map((type, i) =>
      chartOf(type, i, {
        ...(i === 0 && { gapWidth: 50, dataLabels: true, drawsHidden: true as const }),
        ...(i === 2 && {
          valueAxis: { visible: true, majorGridlines: true, minimum: 0, maximum: 50, title: 'CNY' },
        }),
        ...(i === 6 && {
          legend: { visible: false, position: 'Right' },
          categoryAxis: { visible: true, reverse: true, title: 'Item' },
        }),
      }),
    ),
  });
  const lists = sheetOf(3, 'Lists', {
    visibility: 'VeryHidden',
    cells: [
      [cellOf('a'), cellOf('=1+1'), cellOf('-5', { numberFormat: '@' })],
      [cellOf('b "q"'), cellOf('  lead\n\ttrail '), cellOf('\u200f\u05d0 😀 \u000b_x000B_\r')],
      [cellOf('c'), cellOf(true), cellOf(0.1 + 0.2)],
      [
        {
          value: 'site',
          hyperlink: { address: 'https://example.com/?a=1&b=2', screenTip: 'Go "there"' },
        },
        { value: 'up', hyperlink: { documentReference: "'Value'!A1" } },
      ],
    ],
    merges: [{ row: 5, column: 0, rows: 2, columns: 3 }],
  });
  return bookOf([value, charts, lists], {
    activeSheet: charts.id,
    names: [
      { name: 'Items', formula: "='Lists'!$A$1:$A$3", visible: true, comment: 'What is counted' },
      { name: 'Rate', formula: '=0.08', visible: false, comment: '', scope: value.id },
    ],
    settings: new Map<string, unknown>([
      ['appfi.language', 'zh-CN'],
      ['n', { a: [1, null, 'é\u0001'] }],
    ]),
    customXml: [
      {
        id: '{00000000-0002-0000-0009-000000000000}',
        namespace: 'urn:appfi:engagement',
        xml: '<engagement xmlns="urn:appfi:engagement"><name>甲</name></engagement>',
      },
    ],
    properties: {
      title: 'Value',
      author: 'A & B',
      subject: 's',
      keywords: 'k',
      comments: 'two\nlines',
    },
    nextId: 10,
  });
}
