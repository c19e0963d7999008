import { makeStyles } from '@fluentui/react-components';
import type { Chart } from '../host/model/book';
import type { ChartData } from './grid/chart';
import type { Box } from './grid/geometry';

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
const pad = { left: 12, right: 28, top: 40, bottom: 32 };
const labelWidth = 130;

/** A chart of the workbook, drawn with bars or columns; what it shows is what the cells hold now. */
export function ChartView({ chart, data, box }: { chart: Chart; data: ChartData; box: Box }) {
  const styles = useStyles();
  const spoken = data.series.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('; ');
  return (
    <svg
      className={styles.chart}
      style={{ left: box.left, top: box.top }}
      width={box.width}
      height={box.height}
      role="img"
      aria-label={`${data.title}. ${data.categories.join(', ')}. ${spoken}`}
      fontFamily="inherit"
      fontSize={12}
      fill={ink}
    >
      <text x={box.width / 2} y={24} textAnchor="middle" fontSize={15} fontWeight={600}>
        {data.title}
      </text>
      <Bars chart={chart} data={data} width={box.width} height={box.height} />
      <Legend data={data} width={box.width} y={box.height - 14} />
    </svg>
  );
}

/** Bars lie, columns stand: the same drawing with its axes exchanged. */
function Bars({
  chart,
  data,
  width,
  height,
}: {
  chart: Chart;
  data: ChartData;
  width: number;
  height: number;
}) {
  const lying = chart.type.startsWith('Bar');
  const stacked = chart.type.endsWith('Stacked');
  const start = lying ? pad.left + labelWidth : pad.left + 28;
  const across = width - start - pad.right;
  const down = height - pad.top - pad.bottom - (lying ? 0 : 18);
  const slot = (lying ? down : across) / Math.max(1, data.categories.length);
  const lanes = stacked ? 1 : Math.max(1, data.series.length);
  const lane = (slot * 0.72) / lanes;
  const scale = (lying ? across - 24 : down - 14) / data.most;
  return (
    <>
      <line
        x1={start}
        x2={lying ? start : start + across}
        y1={lying ? pad.top : pad.top + down}
        y2={pad.top + down}
        stroke={line}
      />
      {data.categories.map((category, at) => {
        const middle = slot * (at + 0.5);
        return lying ? (
          <text key={category} x={start - 8} y={pad.top + middle + 4} textAnchor="end">
            {category}
          </text>
        ) : (
          <text key={category} x={start + middle} y={pad.top + down + 16} textAnchor="middle">
            {category}
          </text>
        );
      })}
      {data.series.map((series, s) =>
        series.values.map((value, at) => {
          const before = stacked
            ? data.series.slice(0, s).reduce((sum, one) => sum + (one.values[at] ?? 0), 0)
            : 0;
          const offset = slot * at + slot * 0.14 + (stacked ? 0 : lane * s);
          const length = value * scale;
          const from = before * scale;
          const bar = lying
            ? { x: start + from, y: pad.top + offset, width: length, height: lane * 0.9 }
            : {
                x: start + offset,
                y: pad.top + down - from - length,
                width: lane * 0.9,
                height: length,
              };
          return (
            <g key={`${series.name} ${data.categories[at]}`}>
              <rect {...bar} fill={series.color} />
              {lying ? (
                <text x={bar.x + bar.width + 4} y={bar.y + bar.height / 2 + 4} fontSize={11}>
                  {value}
                </text>
              ) : (
                <text x={bar.x + bar.width / 2} y={bar.y - 3} textAnchor="middle" fontSize={11}>
                  {value}
                </text>
              )}
            </g>
          );
        }),
      )}
    </>
  );
}

function Legend({ data, width, y }: { data: ChartData; width: number; y: number }) {
  const step = 120;
  const start = (width - step * data.series.length) / 2;
  return data.series.map(({ name, color }, i) => (
    <g key={name} transform={`translate(${start + step * i}, ${y})`}>
      <rect y={-9} width={10} height={10} fill={color} />
      <text x={16}>{name}</text>
    </g>
  ));
}
