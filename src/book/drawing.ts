import type { Chart, Sheet } from './book';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { readChart } from './chartRead';
import { chartXml } from './chartWrite';
import { Allowance } from './errors';
import { type PackageReader, type PartSink, Relations } from './package';
import { decodeText, encodeAttributeText } from './text';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, emuOf, pointsOfEmu } from './units';
import { GUID, RELATIONS } from './vocabulary';
import { type Node, XML_HEAD, child, descendants, el, numeric, relationId } from './xml';

const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const CREATION = 'http://schemas.microsoft.com/office/drawing/2014/main';

export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Adds the sheet's drawing with its charts and answers the element that points to it. */
export function drawingElement(
  sheet: Sheet,
  parts: PartSink,
  sheetRelations: Relations,
  next: { drawing: number; chart: number },
): string {
  if (sheet.charts.length === 0) return '';
  const relations = new Relations();
  const anchors = sheet.charts.map((chart, i) => {
    const part = `charts/chart${next.chart++}.xml`;
    parts.add(`xl/${part}`, chartXml(chart), CHART_TYPE);
    return anchorXml(sheet, chart, i + 2, relations.add('chart', `../${part}`));
  });
  const part = `drawings/drawing${next.drawing++}.xml`;
  const namespaces = { 'xmlns:xdr': SPREADSHEET_DRAWING, 'xmlns:a': DRAWING };
  parts.add(
    `xl/${part}`,
    XML_HEAD + el('xdr:wsDr', namespaces, anchors.join('')),
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    relations,
  );
  return el('drawing', { 'r:id': sheetRelations.add('drawing', `../${part}`) });
}

/** The cell under the corner of a chart. */
export const cellUnder = (sheet: Sheet, { left, top }: Chart) => ({
  row: locate(rowSizes(sheet), top, MAX_ROWS).index,
  column: locate(columnSizes(sheet), left, MAX_COLUMNS).index,
});

/** Moves with its cells but keeps its size, so that hidden rows never squeeze it. */
export function anchorXml(sheet: Sheet, chart: Chart, number: number, relation: string): string {
  const x = locate(columnSizes(sheet), chart.left, MAX_COLUMNS);
  const y = locate(rowSizes(sheet), chart.top, MAX_ROWS);
  const from =
    el('xdr:col', {}, String(x.index)) +
    el('xdr:colOff', {}, String(emuOf(x.offset))) +
    el('xdr:row', {}, String(y.index)) +
    el('xdr:rowOff', {}, String(emuOf(y.offset)));
  const creation = GUID.test(chart.id)
    ? el(
        'a:extLst',
        {},
        el(
          'a:ext',
          { uri: '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}' },
          el('a16:creationId', { 'xmlns:a16': CREATION, id: chart.id }),
        ),
      )
    : '';
  const properties = el(
    'xdr:cNvPr',
    { id: number, name: encodeAttributeText(chart.name) },
    creation,
  );
  const transform = el('xdr:xfrm', {}, el('a:off', { x: 0, y: 0 }) + el('a:ext', { cx: 0, cy: 0 }));
  const graphic = el(
    'a:graphic',
    {},
    el(
      'a:graphicData',
      { uri: CHART },
      el('c:chart', { 'xmlns:c': CHART, 'xmlns:r': RELATIONS, 'r:id': relation }),
    ),
  );
  const frame = el(
    'xdr:graphicFrame',
    { macro: '' },
    el('xdr:nvGraphicFramePr', {}, properties + el('xdr:cNvGraphicFramePr')) + transform + graphic,
  );
  return el(
    'xdr:oneCellAnchor',
    {},
    el('xdr:from', {}, from) +
      el('xdr:ext', { cx: emuOf(chart.width), cy: emuOf(chart.height) }) +
      frame +
      el('xdr:clientData'),
  );
}

/** A chart, and where a drawing has it. */
export interface DrawnChart {
  chart: Chart;
  /** Which of the drawing's anchors holds it. */
  anchor: number;
  relation: string;
  part: string;
}

/** Charts of a drawing part. */
export function readCharts(
  sheet: Sheet,
  drawing: string,
  parts: PackageReader,
  newId: () => string,
): DrawnChart[] {
  const relations = parts.relations(drawing);
  const allowance = new Allowance(1_000, 'charts on a sheet');
  return (parts.xml(drawing)?.children ?? []).flatMap((anchor, index) =>
    descendants(anchor, 'graphicFrame').flatMap((frame) => {
      allowance.spend(1);
      const reference = descendants(frame, 'chart')[0];
      const id = reference && relationId(reference);
      const part = relations.find((relation) => relation.id === id)?.target;
      const space = parts.xml(part);
      const drawn = space && readChart(space);
      if (!drawn || id === undefined || part === undefined) return [];
      const properties = descendants(frame, 'cNvPr')[0];
      const creation = descendants(properties, 'creationId')[0]?.attributes['id'];
      const name = decodeText(properties?.attributes['name'] ?? '');
      const chart = { id: creation ?? newId(), name, ...drawn, ...anchorArea(sheet, anchor) };
      return [{ chart, anchor: index, relation: id, part }];
    }),
  );
}

function anchorArea(sheet: Sheet, anchor: Node) {
  const corner = (name: string) => {
    const node = child(anchor, name);
    const part = (tag: string) => Number(child(node, tag)?.text ?? 0) || 0;
    return (
      node && {
        x: start(columnSizes(sheet), part('col')) + pointsOfEmu(part('colOff')),
        y: start(rowSizes(sheet), part('row')) + pointsOfEmu(part('rowOff')),
      }
    );
  };
  const emu = (name: string, key: string) => pointsOfEmu(numeric(child(anchor, name), key) ?? 0);
  const from = corner('from') ?? { x: emu('pos', 'x'), y: emu('pos', 'y') };
  const to = corner('to') ?? { x: from.x + emu('ext', 'cx'), y: from.y + emu('ext', 'cy') };
  const round = (points: number) => Number(points.toFixed(3));
  return {
    left: round(from.x),
    top: round(from.y),
    width: round(to.x - from.x),
    height: round(to.y - from.y),
  };
}

/** Points of rows or columns: one by one where given, else the standard. */
interface Sizes {
  given: Map<number, number>;
  hidden: Set<number>;
  standard: number;
}

const columnSizes = (sheet: Sheet): Sizes => ({
  given: sheet.columnWidths,
  hidden: sheet.hiddenColumns,
  standard: sheet.standardWidth ?? DEFAULT_COLUMN_WIDTH,
});

const rowSizes = (sheet: Sheet): Sizes => ({
  given: sheet.rowHeights,
  hidden: sheet.hiddenRows,
  standard: DEFAULT_ROW_HEIGHT,
});

const sizeAt = ({ given, hidden, standard }: Sizes, index: number) =>
  hidden.has(index) ? 0 : (given.get(index) ?? standard);

/** The row or column at that many points, and what is left within it. */
function locate(sizes: Sizes, points: number, count: number): { index: number; offset: number } {
  let offset = Math.max(0, points);
  for (let index = 0; index < count; index++) {
    const step = sizeAt(sizes, index);
    if (offset < step) return { index, offset };
    offset -= step;
  }
  return { index: 0, offset: 0 };
}

/** Points before a row or column: all as standard, then corrected where one differs. */
function start(sizes: Sizes, index: number): number {
  let points = sizes.standard * index;
  for (const special of new Set([...sizes.given.keys(), ...sizes.hidden]))
    if (special < index) points += sizeAt(sizes, special) - sizes.standard;
  return points;
}
