import { makeStyles } from '@fluentui/react-components';
import type { Chart } from '../../book';
import { scale } from '../../taskpane/parts/scale';
import type { Box } from '../grid/geometry';
import type { ChartData } from './data';
import { Bars, Lines, type Plot } from './Series';

const useStyles = makeStyles({
  chart: {
    position: 'absolute',
    backgroundColor: '#FFFFFF',
    border: '1px solid #D5DBE1',
    pointerEvents: 'none',
  },
});

const ink = '#3D4852';
const line = '#E4E8EC';
const zero = '#9AA5B1';
const pad = { left: 16, right: 28, top: 44, bottom: 34 };
const categoryWidth = 130;
const axisWidth = 62;
const axisHeight = 18;
/** Of one letter of a label; Chinese ones are twice as wide. */
const letter = 6.5;

interface ChartViewProps {
  chart: Chart;
  data: ChartData;
  box: Box;
}

/** A chart of the workbook, drawn from what its cells hold now. */
export function ChartView({ chart, data, box }: ChartViewProps) {
  const styles = useStyles();
  const plot = plotOf(chart, data, box);
  const Marks = data.kind === 'lines' ? Lines : Bars;
  const spoken = data.series.map(
    ({ name, points }) => `${name}: ${points.map(({ text }) => text).join(', ')}`,
  );
  return (
    <svg
      className={styles.chart}
      style={{ left: box.left, top: box.top }}
      width={box.width}
      height={box.height}
      role="img"
      aria-label={`${data.title}. ${data.categories.join(', ')}. ${spoken.join('; ')}`}
      fontFamily="inherit"
      fontSize={12}
      fill={ink}
    >
      <text x={box.width / 2} y={24} textAnchor="middle" fontSize={15} fontWeight={600}>
        {data.title}
      </text>
      <Axes chart={chart} data={data} plot={plot} />
      <Marks data={data} plot={plot} labels={chart.dataLabels} />
      {chart.legend.visible && <Legend data={data} width={box.width} y={box.height - 12} />}
    </svg>
  );
}

function plotOf(chart: Chart, data: ChartData, box: Box): Plot {
  const lying = data.kind === 'bars';
  const start = pad.left + (lying ? categoryWidth : chart.valueAxis.visible ? axisWidth : 0);
  const area = {
    left: start,
    right: box.width - pad.right,
    top: pad.top,
    bottom: box.height - pad.bottom - (lying && !chart.valueAxis.visible ? 0 : axisHeight),
  };
  const marks = data.axis.map(({ value }) => value);
  const domain = [marks[0] ?? 0, marks.at(-1) ?? 1] as const;
  const count = Math.max(1, data.categories.length);
  const slots = (lying ? area.bottom - area.top : area.right - area.left) / count;
  return {
    ...area,
    lying,
    slot: slots,
    along: scale(domain, lying ? [area.left, area.right] : [area.bottom, area.top]),
    // A lying chart counts its categories from below, unless told otherwise.
    slotAt: (at) => {
      const place = lying && !chart.categoryAxis.reverse ? count - 1 - at : at;
      return (lying ? area.top : area.left) + slots * place;
    },
  };
}

/** The value axis with its grid lines, the line at zero, and the categories' names. */
function Axes({ chart, data, plot }: { chart: Chart; data: ChartData; plot: Plot }) {
  const { lying, left, right, top, bottom, along } = plot;
  const every = Math.ceil(data.categories.length / Math.max(1, (right - left) / 64));
  const across = (value: number, color: string) => {
    const at = along(value);
    const ends = lying
      ? { x1: at, x2: at, y1: top, y2: bottom }
      : { x1: left, x2: right, y1: at, y2: at };
    return <line {...ends} stroke={color} />;
  };
  return (
    <>
      {data.axis.map(({ value, text }) => (
        <g key={value}>
          {chart.valueAxis.majorGridlines && across(value, line)}
          {chart.valueAxis.visible &&
            (lying ? (
              <text x={along(value)} y={bottom + 15} textAnchor="middle" fontSize={11}>
                {text}
              </text>
            ) : (
              <text x={left - 6} y={along(value) + 4} textAnchor="end" fontSize={11}>
                {text}
              </text>
            ))}
        </g>
      ))}
      {across(Math.max(data.axis[0]?.value ?? 0, 0), zero)}
      {data.categories.map((category, at) =>
        lying ? (
          <text key={at} x={left - 8} y={plot.slotAt(at) + plot.slot / 2 + 4} textAnchor="end">
            {short(category, categoryWidth)}
          </text>
        ) : (
          at % every === 0 && (
            <text
              key={at}
              x={plot.slotAt(at) + plot.slot / 2}
              y={bottom + 15}
              textAnchor="middle"
              fontSize={11}
            >
              {short(category, plot.slot * every)}
            </text>
          )
        ),
      )}
    </>
  );
}

function short(text: string, width: number): string {
  let room = width / letter;
  for (const [at, character] of [...text].entries()) {
    room -= character > '\u2E7F' ? 2 : 1;
    if (room < 0) return `${[...text].slice(0, Math.max(1, at - 1)).join('')}…`;
  }
  return text;
}

function Legend({ data, width, y }: { data: ChartData; width: number; y: number }) {
  const step = Math.min(150, width / Math.max(1, data.series.length));
  const start = (width - step * data.series.length) / 2;
  return data.series.map(({ name, color }, i) => (
    <g key={i} transform={`translate(${start + step * i + 8}, ${y})`}>
      <rect y={-9} width={10} height={10} fill={color} />
      <text x={16}>{short(name, step - 30)}</text>
    </g>
  ));
}
