import { makeStyles, tokens } from '@fluentui/react-components';
import type { CellValue } from '../../../../workbook';
import { useFormat } from '../../../words/format';
import { rangeOf, type Line } from './panels';

interface PayoffChartProps {
  /** Whose outcome this is. */
  title: string;
  /** The message of the chart, read out. */
  label: string;
  line: Line;
  /** What the dashed line stands for. */
  againstLabel: string;
  /** Attainment at which the side breaks even; a word where there is none. */
  breakEven: CellValue;
  /** Attainment that is read just now. */
  level: number;
  /** Amounts as axes write them. */
  compact: (value: number) => string;
}

const useStyles = makeStyles({
  chart: { width: '100%', height: 'auto', display: 'block' },
  axis: { stroke: tokens.colorNeutralStroke1 },
  words: { fill: tokens.colorNeutralForeground2, fontSize: '11px' },
  title: { fill: tokens.colorNeutralForeground1, fontSize: '12px', fontWeight: 600 },
  against: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '5 4',
    strokeWidth: 1.5,
  },
  line: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: 2.5,
    fill: 'none',
    strokeLinejoin: 'round',
  },
  level: { stroke: tokens.colorNeutralForeground1, strokeWidth: 1 },
  mark: { fill: tokens.colorNeutralForeground1 },
  even: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: 2,
  },
});

const [width, height] = [318, 150];
const [left, right, top, bottom] = [50, 12, 22, 22];
const furthest = 1.5;

/** One side's outcome from no attainment to 150 %. */
export function PayoffChart(props: PayoffChartProps) {
  const { title, label, line, againstLabel, breakEven, level, compact } = props;
  const styles = useStyles();
  const format = useFormat();
  const [least, most] = rangeOf(line);
  const x = (at: number) => left + ((width - left - right) * at) / furthest;
  const y = (value: number) =>
    height - bottom - ((height - top - bottom) * (value - least)) / (most - least);
  const values = line.points.map(({ value }) => value);
  const here = line.points.find((point) => Math.abs(point.level - level) < 1e-9);
  const isEven = typeof breakEven === 'number' && breakEven <= furthest;
  const extremes = [...new Set([Math.min(...values), Math.max(...values)])].filter(
    (value) => Math.abs(y(value) - y(line.against)) > 11,
  );
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <text className={styles.title} x={0} y={12}>
        {title}
      </text>
      <line
        className={styles.axis}
        x1={left}
        x2={width - right}
        y1={height - bottom}
        y2={height - bottom}
      />
      <line
        className={styles.against}
        x1={left}
        x2={width - right}
        y1={y(line.against)}
        y2={y(line.against)}
      />
      <text className={styles.words} x={width - right} y={12} textAnchor="end">
        {againstLabel}
      </text>
      {[line.against, ...extremes].map((value) => (
        <text key={value} className={styles.words} x={left - 5} y={y(value) + 4} textAnchor="end">
          {compact(value)}
        </text>
      ))}
      {[0, 0.5, 1, 1.5].map((at) => (
        <text
          key={at}
          className={styles.words}
          x={x(at)}
          y={height - 7}
          textAnchor={at === furthest ? 'end' : at === 0 ? 'start' : 'middle'}
        >
          {format.percent(at)}
        </text>
      ))}
      <polyline
        className={styles.line}
        points={line.points
          .map((point) => `${x(point.level).toFixed(1)},${y(point.value).toFixed(1)}`)
          .join(' ')}
      />
      {isEven && <circle className={styles.even} cx={x(breakEven)} cy={y(line.against)} r={4.5} />}
      {here && (
        <g>
          <line
            className={styles.level}
            x1={x(level)}
            x2={x(level)}
            y1={top}
            y2={height - bottom}
          />
          <circle className={styles.mark} cx={x(level)} cy={y(here.value)} r={4} />
        </g>
      )}
    </svg>
  );
}
