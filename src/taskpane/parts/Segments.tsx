import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

interface SegmentsProps<Id extends string> {
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id;
  disabled?: boolean;
  /** How many side by side; all, where it is left out. */
  columns?: number;
  onChange: (id: Id) => void;
}

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gap: '2px',
    padding: '2px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  one: {
    minHeight: '28px',
    padding: '2px 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    overflowWrap: 'normal',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A few ways to choose from, side by side; one holds. */
export function Segments<Id extends string>(props: SegmentsProps<Id>) {
  const styles = useStyles();
  return (
    <div
      className={styles.group}
      style={{
        gridTemplateColumns: `repeat(${props.columns ?? props.options.length}, minmax(min-content, 1fr))`,
      }}
      role="group"
      aria-label={props.label}
    >
      {props.options.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className={mergeClasses(styles.one, id === props.value && styles.chosen)}
          aria-pressed={id === props.value}
          disabled={props.disabled}
          onClick={() => id !== props.value && props.onChange(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
