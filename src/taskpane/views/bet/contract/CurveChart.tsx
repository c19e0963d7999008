import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat } from '../../../words/format';
import { outline, payoutOf, type Curve } from './curves';

interface CurveChartProps {
  /** The message of the chart, read out. */
  label: string;
  curve: Curve;
  /** Attainment as it stands today. */
  now?: number;
  /** What is written at that mark. */
  nowLabel?: string;
}

const useStyles = makeStyles({
  chart: { width: '100%', height: 'auto', display: 'block', fontFamily: 'inherit' },
  grid: { stroke: tokens.colorNeutralStroke2 },
  axis: { stroke: tokens.colorNeutralStrokeAccessible },
  words: { fill: tokens.colorNeutralForeground2, fontSize: '11px' },
  line: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: 2.5,
    fill: 'none',
    strokeLinejoin: 'round',
  },
  area: { fill: tokens.colorBrandBackground2, stroke: 'none' },
  point: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: 2,
  },
  band: {
    fill: tokens.colorNeutralBackground5,
    fillOpacity: 0.7,
    stroke: tokens.colorNeutralStroke1,
    strokeDasharray: '2 2',
  },
  now: { stroke: tokens.colorNeutralForeground1, strokeWidth: 1.5, strokeDasharray: '4 3' },
  mark: { fill: tokens.colorNeutralForeground1 },
  told: { fill: tokens.colorNeutralForeground1, fontSize: '11px', fontWeight: 600 },
});

const [width, height] = [318, 190];
const [left, right, top, bottom] = [38, 10, 20, 24];

/** Attainment to the right, payout upwards. */
export function CurveChart({ label, curve, now, nowLabel }: CurveChartProps) {
  const styles = useStyles();
  const format = useFormat();
  const furthest = Math.max(1.5, ...curve.points.map(([at]) => at * 1.1));
  const highest = Math.max(1, ...curve.points.map(([, pays]) => pays)) * 1.08;
  const x = (at: number) => left + ((width - left - right) * at) / furthest;
  const y = (pays: number) => height - bottom - ((height - top - bottom) * pays) / highest;
  const corners = outline(curve, furthest);
  const line = corners.map(([at, pays]) => `${x(at).toFixed(1)},${y(pays).toFixed(1)}`).join(' ');
  const steps = (until: number) => {
    const step = until > 3 ? 1 : 0.5;
    return Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);
  };
  const shown = now === undefined ? undefined : Math.min(furthest, Math.max(0, now));
  const band = curve.deadband ?? 0;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {steps(highest).map((pays) => (
        <g key={pays}>
          <line className={styles.grid} x1={left} x2={width - right} y1={y(pays)} y2={y(pays)} />
          <text className={styles.words} x={left - 5} y={y(pays) + 4} textAnchor="end">
            {format.percent(pays)}
          </text>
        </g>
      ))}
      <polygon className={styles.area} points={`${x(0)},${y(0)} ${line} ${x(furthest)},${y(0)}`} />
      {band > 0 && (
        <rect
          className={styles.band}
          x={x(1 - band)}
          width={x(1 + band) - x(1 - band)}
          y={top}
          height={height - top - bottom}
        />
      )}
      <line className={styles.axis} x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      {steps(furthest).map((at) => (
        <text
          key={at}
          className={styles.words}
          x={x(at)}
          y={height - 8}
          textAnchor={at > furthest - 0.1 ? 'end' : at === 0 ? 'start' : 'middle'}
        >
          {format.percent(at)}
        </text>
      ))}
      <polyline className={styles.line} points={line} />
      {curve.points.map(([at, pays], i) => (
        <circle key={i} className={styles.point} cx={x(at)} cy={y(pays)} r={3.5} />
      ))}
      {now !== undefined && shown !== undefined && (
        <g>
          <line className={styles.now} x1={x(shown)} x2={x(shown)} y1={top - 4} y2={y(0)} />
          <circle className={styles.mark} cx={x(shown)} cy={y(payoutOf(curve, now))} r={4.5} />
          <text
            className={styles.told}
            x={x(shown)}
            y={11}
            textAnchor={
              shown > furthest * 0.7 ? 'end' : shown < furthest * 0.3 ? 'start' : 'middle'
            }
          >
            {nowLabel}
          </text>
        </g>
      )}
    </svg>
  );
}
