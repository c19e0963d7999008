import { makeStyles, tokens } from '@fluentui/react-components';

interface BarProps {
  /** Both between 0 and 1 of the width. */
  from?: number;
  to: number;
  look?: 'solid' | 'outline';
  /** Where a line marks something, between 0 and 1. */
  mark?: number;
  height?: number;
}

const useStyles = makeStyles({
  svg: { display: 'block', width: '100%', overflow: 'visible' },
  ground: { fill: tokens.colorNeutralBackground5 },
  solid: { fill: tokens.colorBrandBackground, stroke: tokens.colorBrandBackground },
  outline: { fill: 'none', stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px' },
  mark: { stroke: tokens.colorNeutralForeground1, strokeWidth: '2px' },
});

/** A bar for numbers that stand beside it as text. */
export function Bar({ from = 0, to, look = 'solid', mark, height = 12 }: BarProps) {
  const styles = useStyles();
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const percent = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <svg className={styles.svg} height={height} aria-hidden>
      <rect className={styles.ground} width="100%" height={height} rx={2} />
      {right > left && (
        <rect
          className={styles[look]}
          x={percent(left)}
          y={1}
          width={percent(right - left)}
          height={height - 2}
          rx={2}
        />
      )}
      {mark !== undefined && (
        <line className={styles.mark} x1={percent(mark)} x2={percent(mark)} y1={0} y2={height} />
      )}
    </svg>
  );
}
