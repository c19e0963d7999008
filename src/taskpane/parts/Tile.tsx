import { Caption1, Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { Explainable } from '../core/explain';
import { Figure } from './Figure';
import { hovered } from './hovered';

interface TileProps {
  label: string;
  value: string;
  /** Once the value is clicked, it says how it came about. */
  of?: Explainable;
  /** Where it leads; by its label alone where the value explains itself. */
  onClick?: () => void;
  tone?: 'plain' | 'good' | 'bad';
}

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
  },
  button: {
    cursor: 'pointer',
    ':hover': hovered,
  },
  label: { color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  plain: {},
});

/** One figure and what it is. */
export function Tile({ label, value, of, onClick, tone = 'plain' }: TileProps) {
  const styles = useStyles();
  if (of)
    return (
      <div className={styles.tile}>
        <Caption1 className={styles.label}>
          {onClick ? (
            <Link as="button" onClick={onClick}>
              {label}
            </Link>
          ) : (
            label
          )}
        </Caption1>
        <Subtitle2 className={styles[tone]}>
          <Figure of={of} name={label}>
            {value}
          </Figure>
        </Subtitle2>
      </div>
    );
  const inside = (
    <>
      <Caption1 className={styles.label}>{label}</Caption1>
      <Subtitle2 className={styles[tone]}>{value}</Subtitle2>
    </>
  );
  if (!onClick) return <div className={styles.tile}>{inside}</div>;
  return (
    <button type="button" className={`${styles.tile} ${styles.button}`} onClick={onClick}>
      {inside}
    </button>
  );
}
