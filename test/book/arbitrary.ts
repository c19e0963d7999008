import fc from 'fast-check';
import {
  type Area,
  type Book,
  type Cell,
  CellError,
  type Chart,
  type ConditionalFormat,
  type ConditionalStyle,
  type DefinedName,
  type ErrorCode,
  type Hyperlink,
  type PageLayout,
  type Protection,
  type Scalar,
  type Sheet,
  type Table,
  type Validation,
  type ValidationOperator,
  type NamedStyle,
  type Style,
  internStyle,
} from '../../src/book';
import { bookOf, sheetOf } from './sample';

/** Random books in the form in which they come back: nothing is said that is the default anyway. */

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('=1+1', '+a', '-5', '@x', "'q", ' lead', 'trail ', 'a\r\nb', '_x000B_', '\u000b', '\ud800', '\u200f\u05d0', ']]>', '&lt;', '_x005F_'),
); // prettier-ignore
const shortText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).toUpperCase().padStart(6, '0')}`);
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((n) => (Object.is(n, -0) ? 0 : n));
const errorCodes: ErrorCode[] = [
  '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A',
]; // prettier-ignore
const error = fc.constantFrom(...errorCodes).map((code) => new CellError(code));
const constant: fc.Arbitrary<Scalar> = fc.oneof(text, number, fc.boolean(), error);

/** Keeps some of the keys, and only those said to be on. */
const some = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
const on = fc.constant(true);

const border = fc.record({
  style: fc.constantFrom('Thin', 'Medium', 'Thick', 'Hairline', 'Dash', 'Dot', 'Double'),
  color,
});

const looks = {
  numberFormat: fc.constantFrom('0%', '@', 'yyyy-mm-dd', '#,##0.00 "€";[Red]-0', 'm/d/yyyy'),
  fontName: fc.constantFrom('Arial', '微软雅黑', 'A&B'),
  fontSize: fc.constantFrom(8, 9.5, 20),
  bold: on,
  italic: on,
  underline: on,
  strikethrough: on,
  fontColor: color,
  fill: color,
  horizontal: fc.constantFrom('Left', 'Center', 'Right', 'Fill', 'Justify'),
  vertical: fc.constantFrom('Top', 'Center'),
  wrap: on,
  indent: fc.integer({ min: 1, max: 15 }),
  rotation: fc.constantFrom(-90, -1, 1, 45, 90, 180),
  borderTop: border,
  borderBottom: border,
  borderLeft: border,
  borderRight: border,
  locked: fc.constant(false),
  formulaHidden: on,
} as const;

/** Names of cell styles; looks name one that the book has. */
const STYLE_NAMES = ['Input', 'APPFI 输入', 'a<b>&"c"'] as const;

const style: fc.Arbitrary<Style | undefined> = some({
  ...looks,
  named: fc.constantFrom(...STYLE_NAMES),
}).map((look) => internStyle(look as Style));

const namedStyles: fc.Arbitrary<NamedStyle[]> = fc
  .tuple(
    ...STYLE_NAMES.map((name) =>
      fc
        .record(
          {
            name: fc.constant<string>(name),
            sets: fc.record({
              number: fc.boolean(),
              font: fc.boolean(),
              alignment: fc.boolean(),
              border: fc.boolean(),
              fill: fc.boolean(),
              protection: fc.boolean(),
            }),
            look: some(looks).map((look) => internStyle(look as Style) ?? {}),
            builtIn: fc.record({ id: fc.constant(20), changed: fc.boolean() }),
            hidden: fc.constant(true),
          },
          { requiredKeys: ['name', 'sets', 'look'] },
        )
        .map((one): NamedStyle => {
          if (one.name === 'Input') return one;
          const { sets, look, hidden } = one;
          return { name: one.name, sets, look, ...(hidden && { hidden }) };
        }),
    ),
  )
  .map((all) => [...all]);

const hyperlink: fc.Arbitrary<Hyperlink> = fc.oneof(
  fc.record({ address: fc.webUrl(), screenTip: shortText }, { requiredKeys: ['address'] }),
  fc.record(
    { documentReference: fc.constantFrom("'S 1'!A1", 'Items'), screenTip: shortText },
    { requiredKeys: ['documentReference'] },
  ),
);

const FORMULAS = [
  '=1+1',
  '="a[@b]"&A1',
  "=SUM('S [1]'!$A$1:B2)",
  '=IFNA(VLOOKUP(A1,B:C,2,FALSE),"")',
  '=STDEV.S(A1:A9)+TEXTJOIN(",",TRUE,A1:A3)',
  '=SUM(FILTER(A1:A9,A1:A9>0))',
  "=SUM(Other[Col 'a])+Other[[#Totals],[x]]",
  '=Other[@[a b]]+Other[@x]',
  '=A1<B1',
];
const TABLE_FORMULAS = ["=[@x]*2+[@[a '#b]]", '=SUM([@x]:[@y])', '=ROWS([@])+[@金额]'];

const cell: fc.Arbitrary<Cell | undefined> = fc
  .record({
    content: fc.oneof(
      constant.map((value): Cell => ({ value })),
      fc.constant<Cell>({ value: null }),
      fc.record({
        value: fc.oneof(constant, fc.constant(new CellError('#NOT_EVALUATED'))),
        formula: fc.constantFrom(...FORMULAS),
      }),
    ),
    style,
    hyperlink: fc.option(hyperlink, { nil: undefined, freq: 8 }),
  })
  .map(({ content, style, hyperlink }) =>
    content.value === null && !style && !hyperlink
      ? undefined
      : { ...content, ...(style && { style }), ...(hyperlink && { hyperlink }) },
  );

const area: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(50),
  column: fc.nat(50),
  rows: fc.integer({ min: 1, max: 9 }),
  columns: fc.integer({ min: 1, max: 9 }),
});
const areas = fc.array(area, { minLength: 1, maxLength: 3 });
const operator = fc.constantFrom<ValidationOperator>(
  'Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan',
  'GreaterThanOrEqualTo', 'LessThanOrEqualTo',
); // prettier-ignore
const operand = fc.constantFrom('5', '-0.25', '=A1*2', 'some "text"', '=IFNA(B1,0)');

const validation = fc.record(
  {
    areas,
    ignoreBlanks: fc.boolean(),
    rule: fc.oneof(
      fc.record({
        type: fc.constant('list'),
        source: fc.constantFrom('=Items', "='Li sts'!$A$1:$A$9", 'a,b,"c"'),
        inCellDropDown: fc.boolean(),
      }),
      fc.record(
        {
          type: fc.constantFrom('wholeNumber', 'decimal', 'date', 'time', 'textLength'),
          operator,
          formula1: operand,
          formula2: operand,
        },
        { requiredKeys: ['type', 'operator', 'formula1'] },
      ),
      fc.record({ type: fc.constant('custom'), formula: fc.constant('=LEN(A1)<5') }),
    ),
    prompt: fc.record({ showPrompt: fc.boolean(), title: text, message: text }),
    errorAlert: fc.record({
      showAlert: fc.boolean(),
      style: fc.constantFrom('Stop', 'Warning', 'Information'),
      title: text,
      message: text,
    }),
  },
  { requiredKeys: ['areas', 'ignoreBlanks', 'rule'] },
) as fc.Arbitrary<Validation>;

const difference: fc.Arbitrary<ConditionalStyle> = some({
  fill: color,
  fontColor: color,
  bold: fc.boolean(),
  italic: fc.boolean(),
  strikethrough: fc.boolean(),
  underline: fc.boolean(),
});

const rule = fc.oneof(
  fc.record({ type: fc.constant('custom'), formula: fc.constant('=$A1>2'), style: difference }),
  fc.record({
    type: fc.constant('cellValue'),
    operator,
    formula1: operand,
    formula2: operand,
    style: difference,
  }),
  fc.record({
    type: fc.constant('containsText'),
    operator: fc.constantFrom('Contains', 'NotContains', 'BeginsWith', 'EndsWith'),
    text,
    style: difference,
  }),
  fc.record(
    {
      type: fc.constant('dataBar'),
      color,
      gradient: fc.boolean(),
      showValue: fc.boolean(),
      min: number,
      max: number,
    },
    { requiredKeys: ['type', 'color', 'gradient', 'showValue'] },
  ),
  fc.record({
    type: fc.constant('colorScale'),
    stops: fc.tuple(
      fc.record({ kind: fc.constant('LowestValue'), color }),
      fc.record({ kind: fc.constantFrom('Number', 'Percent', 'Percentile'), value: number, color }),
      fc.record({ kind: fc.constant('Formula'), value: fc.constant('=$A$1'), color }),
    ),
  }),
  fc.record({
    type: fc.constant('iconSet'),
    set: fc.constantFrom('ThreeArrows', 'FourRating', 'FiveQuarters', 'ThreeSymbols2', 'FiveBoxes'),
    showIconOnly: fc.boolean(),
    reverse: fc.boolean(),
  }),
) as fc.Arbitrary<ConditionalFormat['rule']>;

const conditionalFormat: fc.Arbitrary<ConditionalFormat> = fc.record({
  id: fc.constant(''),
  areas,
  priority: fc.nat(99),
  stopIfTrue: fc.boolean(),
  rule,
});

const axisText = { title: shortText };
const chart = fc.record({
  id: fc.uuid().map((id) => `{${id.toUpperCase()}}`),
  name: shortText,
  type: fc.constantFrom(
      'ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked',
      'Line', 'LineMarkers', 'LineStacked', 'Area', 'AreaStacked100', 'XYScatter', 'XYScatterLines',
      'XYScatterLinesNoMarkers', 'XYScatterSmooth', 'Radar', 'RadarMarkers', 'RadarFilled',
    ), // prettier-ignore
  title: shortText,
  titleVisible: on,
  left: fc.integer({ min: 0, max: 3_000 }).map((n) => n / 4),
  top: fc.integer({ min: 0, max: 3_000 }).map((n) => n / 4),
  width: fc.integer({ min: 10, max: 900 }),
  height: fc.integer({ min: 10, max: 900 }),
  legend: fc.record({
    visible: on,
    position: fc.constantFrom('Top', 'Bottom', 'Left', 'Right', 'Corner'),
  }),
  series: fc.array(
    fc.record(
      {
        name: text,
        nameRef: fc.constant("'S 1'!$B$1"),
        values: fc.constant("'S 1'!$B$2:$B$6"),
        categories: fc.constant("'S 1'!$A$2:$A$6"),
        color,
      },
      { requiredKeys: ['name', 'values'] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  valueAxis: fc.record(
    {
      minimum: number,
      maximum: number,
      visible: fc.boolean(),
      majorGridlines: fc.boolean(),
      numberFormat: fc.constantFrom('#,##0', '0%'),
      ...axisText,
    },
    { requiredKeys: ['visible', 'majorGridlines'] },
  ),
  categoryAxis: fc.record(
    { visible: fc.boolean(), reverse: fc.boolean(), ...axisText },
    { requiredKeys: ['visible', 'reverse'] },
  ),
  dataLabels: fc.boolean(),
}) as fc.Arbitrary<Chart>;

const tableFormula = fc.option(fc.constantFrom(...TABLE_FORMULAS), { nil: undefined });

/** A table on rows and columns nothing else uses. */
const table = (id: number): fc.Arbitrary<Table> =>
  fc
    .record({
      columns: fc.uniqueArray(
        fc.record({
          name: shortText,
          formula: tableFormula,
          totals: fc.nat(3),
          filter: fc.option(fc.uniqueArray(shortText, { maxLength: 3 }), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 5, selector: ({ name }) => name.toLowerCase() },
      ),
      rows: fc.integer({ min: 1, max: 5 }),
      flags: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      style: fc.constantFrom('', 'TableStyleLight9'),
    })
    .map(({ columns, rows, flags, style }) => ({
      id,
      name: `tbl数据_${id}`,
      area: { row: 100 * id, column: 60, rows: rows + 2, columns: columns.length },
      columns: columns.map(({ name, formula, totals, filter }, i) => ({
        id: i + 1,
        name,
        ...(formula && { formula }),
        ...(totals === 1 && { totalsLabel: 'Σ "x"' }),
        ...(totals === 2 && { totalsFormula: '=MAX(A1:A9)' }),
        ...(totals === 3 && {
          totalsFormula: `=SUBTOTAL(109,[${name.replace(/['[\]#@]/g, "'$&")}])`,
        }),
        ...(filter && { filter }),
      })),
      style,
      showHeaders: true,
      showTotals: flags[0]!,
      showFilterButton: flags[1]!,
      bandedRows: flags[2]!,
      bandedColumns: flags[3]!,
      firstColumn: flags[4]!,
      lastColumn: flags[5]!,
    }));

const sections = fc.record({
  left: fc.constantFrom('', '&P', 'a && b'),
  center: fc.constantFrom('', '&B甲'),
  right: fc.constantFrom('', '&D &T'),
});
const points = fc.integer({ min: 0, max: 20_000 }).map((n) => n / 100);
const pageLayout = fc
  .record(
    {
      orientation: fc.constantFrom('Portrait', 'Landscape'),
      paperSize: fc.constantFrom('Letter', 'A4', 'A3', 'Legal'),
      fit: fc.record({ fitWide: fc.nat(9), fitTall: fc.integer({ min: 1, max: 9 }) }),
      scale: fc.integer({ min: 10, max: 400 }),
      titleRows: fc.constant('$1:$4'),
      printArea: fc.constant('$A$1:$H$40'),
      centerHorizontally: fc.boolean(),
      printGridlines: fc.boolean(),
      margins: fc.record({
        left: points,
        right: points,
        top: points,
        bottom: points,
        header: points,
        footer: points,
      }),
      header: sections,
      footer: sections,
    },
    {
      requiredKeys: [
        'orientation',
        'paperSize',
        'centerHorizontally',
        'printGridlines',
        'header',
        'footer',
      ],
    },
  )
  .map(({ fit, ...layout }) => ({ ...layout, ...fit })) as fc.Arbitrary<PageLayout>;

const protection = fc.record({
  ...Object.fromEntries(
    [
      'EditObjects', 'EditScenarios', 'FormatCells', 'FormatColumns', 'FormatRows', 'InsertColumns',
      'InsertRows', 'InsertHyperlinks', 'DeleteColumns', 'DeleteRows', 'Sort', 'AutoFilter', 'PivotTables',
    ].map((option) => [`allow${option}`, fc.boolean()]),
  ),
  selectionMode: fc.constantFrom('Normal', 'Unlocked', 'None'),
}).map((options): Protection => ({ options })); // prettier-ignore

const byIndex = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(fc.nat(40), value), { maxLength: 6 }).map((entries) => new Map(entries));

const sheet = (id: number): fc.Arbitrary<Sheet> =>
  fc
    .record({
      name: fc.constantFrom(`S ${id}`, `It's ${id}`, `表${id}`, `a&b<${id}>`),
      visibility:
        id === 1
          ? fc.constant('Visible' as const)
          : fc.constantFrom('Visible' as const, 'Hidden' as const, 'VeryHidden' as const),
      tabColor: fc.oneof(fc.constant(''), color),
      showGridlines: fc.boolean(),
      showHeadings: fc.boolean(),
      cells: fc.array(fc.tuple(fc.nat(40), fc.nat(40), cell), { maxLength: 20 }),
      standardWidth: fc.constantFrom(undefined, 40, 72.5),
      columnWidths: byIndex(points),
      rowHeights: byIndex(points),
      hiddenColumns: byIndex(on).map((map) => new Set(map.keys())),
      hiddenRows: byIndex(on).map((map) => new Set(map.keys())),
      merges: fc.array(
        area.filter((a) => a.rows * a.columns > 1),
        { maxLength: 2 },
      ),
      freeze: fc.record({ rows: fc.nat(4), columns: fc.nat(4) }),
      tables: fc.oneof(
        fc.constant([]),
        table(id).map((t) => [t]),
      ),
      validations: fc.array(validation, { maxLength: 2 }),
      conditionalFormats: fc.array(conditionalFormat, { maxLength: 3 }),
      charts: fc.array(chart, { maxLength: 2 }),
      protection: fc.option(protection, { nil: undefined, freq: 2 }),
      pageLayout,
      customProperties: fc
        .dictionary(shortText, text, { maxKeys: 2 })
        .map((o) => new Map(Object.entries(o))),
    })
    .map(({ cells, protection, ...rest }): Sheet => {
      const made = { ...sheetOf(id, ''), ...rest, ...(protection && { protection }) } as Sheet;
      for (const [row, column, content] of cells)
        if (content) (made.cells[row] ??= [])[column] = content;
      return made;
    });

const name: fc.Arbitrary<DefinedName> = fc.record({
  name: fc.constantFrom('Items', '_hidden', '税率'),
  formula: fc.constantFrom("='S 1'!$A$2:$A$9", '=0.05', '="a<b"', '=SUM(tbl数据_1[x])'),
  visible: fc.boolean(),
  comment: text,
});

export const anyBook: fc.Arbitrary<Book> = fc
  .record({
    sheets: fc.tuple(sheet(1), sheet(2)),
    active: fc.nat(1),
    styles: namedStyles,
    names: fc.uniqueArray(name, { maxLength: 3, selector: ({ name }) => name }),
    settings: fc.dictionary(shortText, fc.jsonValue({ noUnicodeString: false } as object), {
      maxKeys: 2,
    }),
    properties: fc.record({
      title: text,
      author: text,
      subject: text,
      keywords: text,
      comments: text,
    }),
  })
  .map(({ sheets, active, styles, names, settings, properties }) =>
    bookOf(sheets, {
      activeSheet: sheets[active]!.id,
      styles,
      names: names.map((n, i) => (i === 1 ? { ...n, scope: sheets[1].id } : n)),
      settings: new Map(Object.entries(settings)),
      properties,
    }),
  );
