import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lineOf } from '../../parts/scale';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { useMeasure } from './measure';
import type { Metric } from './metrics';
import type { Reading } from './reading';
import { frame, trendOf } from './trend';

const useStyles = makeStyles({
  svg: { display: 'block', width: '100%', maxWidth: '480px', overflow: 'visible' },
  text: {
    fontSize: '11px',
    fill: tokens.colorNeutralForeground2,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '3px',
    paintOrder: 'stroke',
  },
  strong: { fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  baseline: {
    stroke: tokens.colorNeutralForeground3,
    strokeDasharray: '2 4',
    strokeWidth: '1.5px',
  },
  target: { stroke: tokens.colorNeutralForeground1, strokeDasharray: '8 4', strokeWidth: '1.5px' },
  line: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  point: { fill: tokens.colorBrandStroke1, stroke: tokens.colorNeutralBackground1 },
});

interface TrendChartProps {
  metric: Metric;
  readings: readonly Reading[];
}

/** Readings over time, with the lines of baseline and target where they can be held to them. */
export function TrendChart({ metric, readings }: TrendChartProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { shortly } = useMeasure();
  const { points, baseline, target } = trendOf(metric, readings);
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return null;
  const amount = (value: number | null) => shortly(value, metric.unit);
  const right = frame.width - frame.right;
  const upper = Math.min(baseline ?? Infinity, target ?? Infinity);
  const levels = [
    { kind: 'baseline' as const, y: baseline, value: metric.adjusted },
    { kind: 'target' as const, y: target, value: metric.target },
  ].flatMap(({ y, ...level }) => (y === undefined ? [] : [{ ...level, y }]));
  const above = last.y - 8 > frame.top - 10;
  const label = say('pane.value.trend', {
    count: points.length,
    from: format.date(first.date),
    to: format.date(last.date),
    first: amount(first.amount),
    last: amount(last.amount),
    baseline: amount(metric.adjusted),
    target: amount(metric.target),
  });
  return (
    <svg
      className={styles.svg}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      {levels.map(({ kind, y }) => (
        <line key={kind} className={styles[kind]} x1={0} x2={frame.width} y1={y} y2={y} />
      ))}
      <path className={styles.line} d={lineOf(points.map(({ x, y }) => [x, y]))} />
      {points.map(({ x, y, date }, i) => (
        <circle key={`${date} ${i}`} className={styles.point} cx={x} cy={y} r={3.5} />
      ))}
      {levels.map(({ kind, y, value }) => (
        <text key={kind} className={styles.text} x={0} y={y === upper ? y - 5 : y + 14}>
          {say(`pane.value.trend.${kind}`, { amount: amount(value) })}
        </text>
      ))}
      <text
        className={mergeClasses(styles.text, styles.strong)}
        x={Math.min(last.x + 4, frame.width)}
        y={above ? last.y - 8 : last.y + 18}
        textAnchor="end"
      >
        {amount(last.amount)}
      </text>
      {first !== last && (
        <text className={styles.text} x={0} y={frame.height - 4}>
          {format.date(first.date)}
        </text>
      )}
      <text
        className={styles.text}
        x={first === last ? last.x : right + frame.right}
        y={frame.height - 4}
        textAnchor={first === last ? 'middle' : 'end'}
      >
        {format.date(last.date)}
      </text>
    </svg>
  );
}
