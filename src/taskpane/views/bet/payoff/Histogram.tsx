import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat } from '../../../words/format';

interface HistogramProps {
  /** The message of the chart, read out. */
  label: string;
  bars: readonly { from: number; to: number; share: number }[];
  /** Marked lines, written over the bars. */
  marks: readonly { at: number; label: string; look: 'plain' | 'dashed' }[];
  compact: (value: number) => string;
}

const useStyles = makeStyles({
  chart: { width: '100%', height: 'auto', display: 'block' },
  bar: { fill: tokens.colorBrandBackground, stroke: tokens.colorNeutralBackground1 },
  axis: { stroke: tokens.colorNeutralStrokeAccessible },
  words: {
    fill: tokens.colorNeutralForeground2,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    paintOrder: 'stroke',
    fontSize: '11px',
  },
  told: { fill: tokens.colorNeutralForeground1, fontSize: '11px', fontWeight: 600 },
  plain: { stroke: tokens.colorNeutralForeground1, strokeWidth: 1.5 },
  dashed: { stroke: tokens.colorNeutralForeground1, strokeWidth: 1.5, strokeDasharray: '4 3' },
});

const [width, height] = [318, 176];
const [left, right, bottom, line] = [4, 4, 22, 14];

/** How often each amount comes about. */
export function Histogram({ label, bars, marks, compact }: HistogramProps) {
  const styles = useStyles();
  const format = useFormat();
  const ends = [...bars.flatMap(({ from, to }) => [from, to]), ...marks.map(({ at }) => at)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const span = most - least || 1;
  const top = marks.length * line + 16;
  const highest = Math.max(...bars.map(({ share }) => share));
  const x = (amount: number) =>
    most > least ? left + ((width - left - right) * (amount - least)) / span : width / 2;
  const y = (share: number) => height - bottom - ((height - top - bottom) * share) / highest;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars.map(({ from, to, share }) => {
        const wide = Math.max(6, x(to) - x(from));
        const start = to > from ? x(from) : x(from) - wide / 2;
        return (
          <rect
            key={from}
            className={styles.bar}
            x={start}
            width={wide}
            y={y(share)}
            height={Math.max(share > 0 ? 1 : 0, height - bottom - y(share))}
          />
        );
      })}
      <line
        className={styles.axis}
        x1={left}
        x2={width - right}
        y1={height - bottom}
        y2={height - bottom}
      />
      <text className={styles.words} x={left} y={height - 7}>
        {compact(least)}
      </text>
      {most > least && (
        <text className={styles.words} x={width - right} y={height - 7} textAnchor="end">
          {compact(most)}
        </text>
      )}
      {marks.map(({ at, label: words, look }, i) => (
        <g key={words}>
          <line
            className={styles[look]}
            x1={x(at)}
            x2={x(at)}
            y1={(i + 1) * line}
            y2={height - bottom}
          />
          <text
            className={styles.told}
            x={x(at) + (x(at) > width / 2 ? -4 : 4)}
            y={(i + 1) * line - 3}
            textAnchor={x(at) > width / 2 ? 'end' : 'start'}
          >
            {words}
          </text>
        </g>
      ))}
      {bars
        .filter(({ from, to, share }) => share >= 0.01 && (to === from || x(to) - x(from) > 22))
        .map(({ from, to, share }) => (
          <text
            key={from}
            className={styles.words}
            x={(x(from) + x(to)) / 2}
            y={y(share) - 4}
            textAnchor="middle"
          >
            {format.percent(share)}
          </text>
        ))}
    </svg>
  );
}
