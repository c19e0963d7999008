import type { Chart, Series } from './book';
import { CHART_ELEMENTS, type ChartShape, LEGEND_TO_FILE, chartType } from './chartTypes';
import { unquoteText } from './formula';
import { decodeText } from './text';
import { type Node, at, child, childrenOf, descendants, flag, numeric } from './xml';

type Drawn = Omit<Chart, 'id' | 'name' | 'left' | 'top' | 'width' | 'height'>;

const word = (node: Node | undefined) => node?.attributes['val'];

/** What a chart's part draws; undefined for kinds the book cannot hold. */
export function readChart(space: Node): Drawn | undefined {
  const chart = child(space, 'chart');
  const plotArea = child(chart, 'plotArea');
  const plot = plotArea?.children.find(({ name }) => CHART_ELEMENTS.includes(name));
  const type = plot && chartType(shapeOf(plot));
  if (!plot || !type) return undefined;
  const title = child(chart, 'title');
  const legend = child(chart, 'legend');
  const position = word(child(legend, 'legendPos'));
  const values = childrenOf(plotArea, 'valAx');
  const isScatter = plot.name === 'scatterChart';
  const value = values[isScatter ? 1 : 0];
  const category = isScatter ? values[0] : (child(plotArea, 'catAx') ?? child(plotArea, 'dateAx'));
  const drawn: Drawn = {
    type,
    title: titleText(title) ?? '',
    titleVisible: title !== undefined && !flag(child(chart, 'autoTitleDeleted'), 'val'),
    legend: {
      visible: legend !== undefined,
      position:
        Object.keys(LEGEND_TO_FILE).find((key) => LEGEND_TO_FILE[key] === position) ?? 'Right',
    },
    series: childrenOf(plot, 'ser').map(readSeries),
    valueAxis: {
      ...readScale(child(value, 'scaling')),
      visible: isShown(value),
      ...readNumberFormat(child(value, 'numFmt')),
      majorGridlines: value === undefined || child(value, 'majorGridlines') !== undefined,
      ...axisTitle(value),
    },
    categoryAxis: {
      visible: isShown(category),
      reverse: word(at(category, 'scaling', 'orientation')) === 'maxMin',
      ...axisTitle(category),
    },
    dataLabels: [plot, ...childrenOf(plot, 'ser')].some((owner) =>
      flag(at(owner, 'dLbls', 'showVal'), 'val'),
    ),
  };
  const gapWidth = numeric(child(plot, 'gapWidth'), 'val');
  if (gapWidth !== undefined) drawn.gapWidth = gapWidth;
  const visibleOnly = child(chart, 'plotVisOnly');
  if (visibleOnly && !flag(visibleOnly, 'val')) drawn.drawsHidden = true;
  return drawn;
}

function shapeOf(plot: Node): ChartShape {
  const element = plot.name as ChartShape['element'];
  const grouping = word(child(plot, 'grouping')) as ChartShape['grouping'];
  if (element === 'barChart')
    return {
      element,
      direction: word(child(plot, 'barDir')) === 'bar' ? 'bar' : 'col',
      grouping: grouping === 'standard' ? 'clustered' : (grouping ?? 'clustered'),
    };
  const series = childrenOf(plot, 'ser');
  const bare = series.filter((ser) => word(at(ser, 'marker', 'symbol')) === 'none');
  const marked = series.length === 0 || bare.length < series.length;
  switch (element) {
    case 'lineChart':
      return {
        element,
        grouping: grouping ?? 'standard',
        markers: marked && flag(child(plot, 'marker'), 'val'),
      };
    case 'scatterChart': {
      const smooth = word(child(plot, 'scatterStyle')) === 'smoothMarker';
      const unjoined = series.some((ser) => at(ser, 'spPr', 'ln', 'noFill'));
      const lines = unjoined ? 'none' : smooth ? 'smooth' : 'straight';
      return { element, lines, markers: marked || lines !== 'straight' };
    }
    case 'radarChart':
      return {
        element,
        radar: (word(child(plot, 'radarStyle')) ?? 'standard') as ChartShape['radar'],
      };
    case 'areaChart':
      return { element, grouping: grouping ?? 'standard' };
    default:
      return { element };
  }
}

function readSeries(node: Node): Series {
  const tx = child(node, 'tx');
  const nameRef = at(tx, 'strRef', 'f')?.text;
  const literal = nameRef === undefined ? undefined : unquoteText(nameRef);
  const name = literal ?? descendants(tx, 'v')[0]?.text ?? '';
  const source = (...of: string[]) =>
    of.flatMap((name) => descendants(child(node, name), 'f'))[0]?.text;
  const categories = source('cat', 'xVal');
  const looks = [child(node, 'spPr'), at(node, 'marker', 'spPr')];
  const color = word(looks.flatMap((look) => descendants(look, 'srgbClr'))[0]);
  const series: Series = {
    name: decodeText(name),
    values: decodeText(source('val', 'yVal') ?? ''),
  };
  if (nameRef && literal === undefined) series.nameRef = decodeText(nameRef);
  if (categories) series.categories = decodeText(categories);
  if (color) series.color = `#${color.toUpperCase()}`;
  return series;
}

const isShown = (axis: Node | undefined) =>
  axis === undefined || !flag(child(axis, 'delete'), 'val');

function readNumberFormat(node: Node | undefined): { numberFormat?: string } {
  const code = node?.attributes['formatCode'];
  return code === undefined || flag(node, 'sourceLinked') ? {} : { numberFormat: code };
}

function readScale(scaling: Node | undefined): { minimum?: number; maximum?: number } {
  const minimum = numeric(child(scaling, 'min'), 'val');
  const maximum = numeric(child(scaling, 'max'), 'val');
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

function titleText(title: Node | undefined): string | undefined {
  const runs = descendants(child(title, 'tx'), 't');
  return runs.length === 0 ? undefined : decodeText(runs.map((run) => run.text).join(''));
}

function axisTitle(axis: Node | undefined): { title?: string } {
  const title = titleText(child(axis, 'title'));
  return title === undefined ? {} : { title };
}
