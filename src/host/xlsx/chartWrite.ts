import type { Chart, Series } from '../model/book';
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
    chart.titleVisible ? titleXml(chart.title) : '',
    val('c:autoTitleDeleted', !chart.titleVisible),
    el('c:plotArea', {}, plot.join('')),
    legendXml(chart),
    val('c:plotVisOnly', true),
    val('c:dispBlanksAs', 'gap'),
  ];
  const namespaces = { 'xmlns:c': CHART, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONS };
  const body = val('c:roundedCorners', false) + el('c:chart', {}, content.join(''));
  return XML_HEAD + el('c:chartSpace', namespaces, body);
}

function titleXml(title: string | undefined): string {
  const paragraph = el('a:p', {}, el('a:r', {}, el('a:t', {}, text(title ?? ''))));
  const rich = el('c:tx', {}, el('c:rich', {}, el('a:bodyPr') + paragraph));
  return el('c:title', {}, (title ? rich : '') + val('c:overlay', false));
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
  const { element, direction, grouping, markers } = shape;
  const round = isRound(shape);
  const stacked = grouping === 'stacked' || grouping === 'percentStacked';
  const isBar = element === 'barChart';
  return el(
    `c:${element}`,
    {},
    [
      direction ? val('c:barDir', direction) : '',
      grouping ? val('c:grouping', grouping) : '',
      val('c:varyColors', round),
      ...chart.series.map((series, i) => seriesXml(series, i, shape)),
      labelsXml(chart.dataLabels),
      isBar && chart.gapWidth !== undefined ? val('c:gapWidth', chart.gapWidth) : '',
      isBar && stacked ? val('c:overlap', 100) : '',
      markers ? val('c:marker', true) : '',
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

function seriesXml(series: Series, index: number, { element, markers }: ChartShape): string {
  return el(
    'c:ser',
    {},
    [
      val('c:idx', index),
      val('c:order', index),
      nameXml(series),
      series.color ? colorXml(series.color, element === 'lineChart') : '',
      element === 'barChart' ? val('c:invertIfNegative', false) : '',
      element === 'lineChart' && !markers ? el('c:marker', {}, val('c:symbol', 'none')) : '',
      series.categories ? el('c:cat', {}, el('c:strRef', {}, reference(series.categories))) : '',
      el('c:val', {}, el('c:numRef', {}, reference(series.values))),
      element === 'lineChart' ? val('c:smooth', false) : '',
    ].join(''),
  );
}

function nameXml({ name, nameRef }: Series): string {
  if (!nameRef) return name ? el('c:tx', {}, el('c:v', {}, text(name))) : '';
  const point = el('c:pt', { idx: 0 }, el('c:v', {}, text(name)));
  const cache = name ? el('c:strCache', {}, val('c:ptCount', 1) + point) : '';
  return el('c:tx', {}, el('c:strRef', {}, reference(nameRef) + cache));
}

function colorXml(color: string, isLine: boolean): string {
  const fill = el('a:solidFill', {}, val('a:srgbClr', color.replace('#', '').toUpperCase()));
  return el('c:spPr', {}, isLine ? el('a:ln', { w: 28_575, cap: 'rnd' }, fill) : fill);
}

function categoryAxisXml({ categoryAxis }: Chart, { direction }: ChartShape): string {
  return el(
    'c:catAx',
    {},
    [
      val('c:axId', CATEGORY_AXIS),
      el('c:scaling', {}, val('c:orientation', categoryAxis.reverse ? 'maxMin' : 'minMax')),
      val('c:delete', !categoryAxis.visible),
      val('c:axPos', direction === 'bar' ? 'l' : 'b'),
      categoryAxis.title ? titleXml(categoryAxis.title) : '',
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'low'),
      val('c:crossAx', VALUE_AXIS),
      val('c:crosses', 'autoZero'),
    ].join(''),
  );
}

function valueAxisXml({ valueAxis, categoryAxis }: Chart, { direction }: ChartShape): string {
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
      el('c:numFmt', { formatCode: 'General', sourceLinked: true }),
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'nextTo'),
      val('c:crossAx', CATEGORY_AXIS),
      val('c:crosses', categoryAxis.reverse ? 'max' : 'autoZero'),
    ].join(''),
  );
}

const gridlineXml = el(
  'c:spPr',
  {},
  el('a:ln', { w: 9_525 }, el('a:solidFill', {}, val('a:srgbClr', 'D9D9D9'))),
);
