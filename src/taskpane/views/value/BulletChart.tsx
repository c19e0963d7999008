import { makeStyles, tokens } from '@fluentui/react-components';
import type { Bullet } from './bullet';

const useStyles = makeStyles({
  svg: { display: 'block', width: '100%', overflow: 'visible' },
  way: { fill: tokens.colorNeutralBackground5 },
  better: { fill: tokens.colorBrandBackground },
  worse: { fill: tokens.colorStatusDangerForeground1 },
  baseline: { stroke: tokens.colorNeutralForeground3, strokeWidth: '2px' },
  target: { stroke: tokens.colorNeutralForeground1, strokeWidth: '3px' },
});

const height = 18;
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The way from baseline to target, and how far it has been gone; what it says stands beside it. */
export function BulletChart({ bullet }: { bullet: Bullet }) {
  const styles = useStyles();
  const { baseline, target, actual, beyond } = bullet;
  const left = Math.min(baseline, actual ?? baseline);
  const worse = actual !== undefined && actual < baseline;
  return (
    <svg className={styles.svg} height={height} aria-hidden>
      <rect
        className={styles.way}
        x={percent(baseline)}
        y={3}
        width={percent(target - baseline)}
        height={height - 6}
      />
      {actual !== undefined && (
        <rect
          className={worse ? styles.worse : styles.better}
          x={percent(left)}
          y={6}
          width={percent(Math.abs(actual - baseline))}
          height={height - 12}
        />
      )}
      {beyond && (
        <svg x={percent(beyond === 'better' ? 1 : 0)} overflow="visible">
          <path
            className={worse ? styles.worse : styles.better}
            d={beyond === 'better' ? 'M-12,2L0,9L-12,16Z' : 'M12,2L0,9L12,16Z'}
          />
        </svg>
      )}
      <line
        className={styles.baseline}
        x1={percent(baseline)}
        x2={percent(baseline)}
        y1={2}
        y2={height - 2}
      />
      <line
        className={styles.target}
        x1={percent(target)}
        x2={percent(target)}
        y1={0}
        y2={height}
      />
    </svg>
  );
}
