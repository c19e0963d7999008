import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** solid and soft take turns for like parts; hatched is open, empty is not there. */
export type BarLook = 'solid' | 'soft' | 'hatched' | 'empty';

export interface BarPart {
  id: string;
  /** Written into the part where there is room. */
  label: string;
  /** 0 or more, of a whole of 1. */
  share: number;
  look: BarLook;
}

interface StackedBarProps {
  /** The message of the bar, read out. */
  label: string;
  parts: readonly BarPart[];
}

const useStyles = makeStyles({
  frame: { position: 'relative', paddingBlock: '4px' },
  bar: {
    display: 'flex',
    height: '28px',
    gap: '2px',
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  part: {
    minWidth: '3px',
    flexShrink: 1,
    flexBasis: 0,
    boxSizing: 'border-box',
    display: 'flex',
    // A label too wide for its part wraps below what stands before it, out of sight.
    flexWrap: 'wrap',
    '::before': { content: '""', height: '100%' },
    alignItems: 'center',
    alignContent: 'flex-start',
    justifyContent: 'center',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    transitionProperty: 'flex-grow',
    transitionDuration: tokens.durationNormal,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
  },
  solid: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  soft: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    borderTopColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
  },
  hatched: {
    color: tokens.colorNeutralForeground1,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralStroke1} 0 2px, ${tokens.colorNeutralBackground1} 2px 6px)`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  empty: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  plate: { backgroundColor: tokens.colorNeutralBackground1, paddingInline: '3px' },
  whole: {
    position: 'absolute',
    insetBlock: 0,
    width: '2px',
    backgroundColor: tokens.colorStatusDangerForeground1,
  },
});

/** Parts of a whole side by side; where they are more than the whole, a line shows where it ends. */
export function StackedBar({ label, parts }: StackedBarProps) {
  const styles = useStyles();
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className={styles.frame} role="img" aria-label={label}>
      <div className={styles.bar}>
        {parts
          .filter(({ share }) => share > 0)
          .map(({ id, label: words, share, look }) => (
            <div
              key={id}
              className={mergeClasses(styles.part, styles[look])}
              style={{ flexGrow: share }}
              title={words}
            >
              <span className={look === 'hatched' ? styles.plate : undefined}>{words}</span>
            </div>
          ))}
      </div>
      {total > 1 + 1e-9 && (
        <div className={styles.whole} style={{ insetInlineStart: `${100 / total}%` }} />
      )}
    </div>
  );
}
