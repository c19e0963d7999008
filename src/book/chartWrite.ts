import type { Chart, Series } from './book';
import { type ChartShape, LEGEND_TO_FILE, chartShape, isRound } from './chartTypes';
import { encodeText } from './text';
import { RELATIONS } from './vocabulary';
import { XML_HEAD, el, escapeText } from './xml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

const val = (tag: string, value: string | number | boolean) => el(tag, { val: value });
const text = (value: string) => escapeText(encodeText(value));
const reference = (ref: string) => el('c:f', {}, text(ref.replace(/^=/, '')));

/** A chart's part. */
export function chartXml(chart: Chart): string {
  const shape = chartShape(chart.type);
  const plot = [
    el('c:layout'),
    plotXml(chart, shape),
    ...(isRound(shape) ? [] : [categoryAxisXml(chart, shape), valueAxisXml(chart, shape)]),
  ];
  const content = [
    chart.titleVisible ? titleXml(chart.title, 1400) : '',
    val('c:autoTitleDeleted', !chart.titleVisible),
    el('c:plotArea', {}, plot.join('')),
    legendXml(chart),
    val('c:plotVisOnly', !chart.drawsHidden),
    val('c:dispBlanksAs', 'gap'),
  ];
  const namespaces = { 'xmlns:c': CHART, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONS };
  const body = val('c:roundedCorners', false) + el('c:chart', {}, content.join(''));
  return XML_HEAD + el('c:chartSpace', namespaces, body);
}

/** `size` in hundredths of a point. */
function titleXml(title: string, size = 1000): string {
  const look = el('a:pPr', {}, el('a:defRPr', { sz: size, b: false }));
  const run = el('a:r', {}, el('a:rPr', { sz: size, b: false }) + el('a:t', {}, text(title)));
  const rich = el('c:rich', {}, el('a:bodyPr') + el('a:p', {}, look + run));
  return el('c:title', {}, (title ? el('c:tx', {}, rich) : '') + val('c:overlay', false));
}

const legendXml = ({ legend }: Chart) =>
  legend.visible
    ? el(
        'c:legend',
        {},
        val('c:legendPos', LEGEND_TO_FILE[legend.position] ?? 'r') + val('c:overlay', false),
      )
    : '';

function plotXml(chart: Chart, shape: ChartShape): string {
  const { element, direction, grouping, markers, lines, radar } = shape;
  const round = isRound(shape);
  const stacked = grouping === 'stacked' || grouping === 'percentStacked';
  const isBar = element === 'barChart';
  return el(
    `c:${element}`,
    {},
    [
      direction ? val('c:barDir', direction) : '',
      grouping ? val('c:grouping', grouping) : '',
      lines ? val('c:scatterStyle', lines === 'smooth' ? 'smoothMarker' : 'lineMarker') : '',
      radar ? val('c:radarStyle', radar) : '',
      val('c:varyColors', round),
      ...chart.series.map((series, i) => seriesXml(series, i, shape)),
      labelsXml(chart.dataLabels),
      isBar && chart.gapWidth !== undefined ? val('c:gapWidth', chart.gapWidth) : '',
      isBar && stacked ? val('c:overlap', 100) : '',
      element === 'lineChart' && markers ? val('c:marker', true) : '',
      round ? val('c:firstSliceAng', 0) : '',
      element === 'doughnutChart' ? val('c:holeSize', 60) : '',
      ...(round ? [] : [val('c:axId', CATEGORY_AXIS), val('c:axId', VALUE_AXIS)]),
    ].join(''),
  );
}

function labelsXml(shown: boolean): string {
  if (!shown) return '';
  const parts = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'];
  return el('c:dLbls', {}, parts.map((part) => val(`c:show${part}`, part === 'Val')).join(''));
}

function seriesXml(series: Series, index: number, shape: ChartShape): string {
  const { element, markers, lines } = shape;
  const isScatter = element === 'scatterChart';
  const categories =
    series.categories && el(isScatter ? 'c:numRef' : 'c:strRef', {}, reference(series.categories));
  return el(
    'c:ser',
    {},
    [
      val('c:idx', index),
      val('c:order', index),
      nameXml(series),
      lookXml(series.color, shape),
      element === 'barChart' ? val('c:invertIfNegative', false) : '',
      markers === false ? el('c:marker', {}, val('c:symbol', 'none')) : '',
      lines === 'none' ? pointXml(series.color) : '',
      categories ? el(isScatter ? 'c:xVal' : 'c:cat', {}, categories) : '',
      el(isScatter ? 'c:yVal' : 'c:val', {}, el('c:numRef', {}, reference(series.values))),
      element === 'lineChart' || isScatter ? val('c:smooth', lines === 'smooth') : '',
    ].join(''),
  );
}

function nameXml({ name, nameRef }: Series): string {
  if (!nameRef) return name ? el('c:tx', {}, el('c:v', {}, text(name))) : '';
  const point = el('c:pt', { idx: 0 }, el('c:v', {}, text(name)));
  const cache = name ? el('c:strCache', {}, val('c:ptCount', 1) + point) : '';
  return el('c:tx', {}, el('c:strRef', {}, reference(nameRef) + cache));
}

const solid = (color: string) =>
  el('a:solidFill', {}, val('a:srgbClr', color.replace('#', '').toUpperCase()));

/** Colour of a series: of its line where it is one, else of its surface. */
function lookXml(color: string | undefined, { element, lines, radar }: ChartShape): string {
  if (lines === 'none') return el('c:spPr', {}, el('a:ln', { w: 19_050 }, el('a:noFill')));
  if (!color) return '';
  const isLine = element === 'lineChart' || lines || (radar && radar !== 'filled');
  const fill = solid(color);
  return el('c:spPr', {}, isLine ? el('a:ln', { w: 28_575, cap: 'rnd' }, fill) : fill);
}

/** The marker of a scatter chart without lines. */
const pointXml = (color: string | undefined) =>
  el(
    'c:marker',
    {},
    val('c:symbol', 'circle') + val('c:size', 7) + (color ? el('c:spPr', {}, solid(color)) : ''),
  );

function categoryAxisXml(
  { categoryAxis }: Chart,
  { direction, element, radar }: ChartShape,
): string {
  const isScatter = element === 'scatterChart';
  return el(
    isScatter ? 'c:valAx' : 'c:catAx',
    {},
    [
      val('c:axId', CATEGORY_AXIS),
      el('c:scaling', {}, val('c:orientation', categoryAxis.reverse ? 'maxMin' : 'minMax')),
      val('c:delete', !categoryAxis.visible),
      val('c:axPos', direction === 'bar' ? 'l' : 'b'),
      radar ? el('c:majorGridlines', {}, gridlineXml) : '',
      categoryAxis.title ? titleXml(categoryAxis.title) : '',
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'low'),
      val('c:crossAx', VALUE_AXIS),
      val('c:crosses', 'autoZero'),
      isScatter ? val('c:crossBetween', 'midCat') : '',
    ].join(''),
  );
}

function valueAxisXml(
  { valueAxis, categoryAxis }: Chart,
  { direction, element }: ChartShape,
): string {
  const fromEdge = element === 'scatterChart' || element === 'areaChart';
  const { minimum, maximum } = valueAxis;
  const scaling = [
    val('c:orientation', 'minMax'),
    maximum === undefined ? '' : val('c:max', maximum),
    minimum === undefined ? '' : val('c:min', minimum),
  ].join('');
  return el(
    'c:valAx',
    {},
    [
      val('c:axId', VALUE_AXIS),
      el('c:scaling', {}, scaling),
      val('c:delete', !valueAxis.visible),
      val('c:axPos', direction === 'bar' ? 'b' : 'l'),
      valueAxis.majorGridlines ? el('c:majorGridlines', {}, gridlineXml) : '',
      valueAxis.title ? titleXml(valueAxis.title) : '',
      el('c:numFmt', {
        formatCode: valueAxis.numberFormat ?? 'General',
        sourceLinked: valueAxis.numberFormat === undefined,
      }),
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'nextTo'),
      val('c:crossAx', CATEGORY_AXIS),
      val('c:crosses', categoryAxis.reverse ? 'max' : 'autoZero'),
      val('c:crossBetween', fromEdge ? 'midCat' : 'between'),
    ].join(''),
  );
}

const gridlineXml = el(
  'c:spPr',
  {},
  el('a:ln', { w: 9_525 }, el('a:solidFill', {}, val('a:srgbClr', 'D9D9D9'))),
);
