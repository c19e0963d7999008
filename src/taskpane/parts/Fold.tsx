import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  fold: { '&[open] > summary > svg': { transform: 'rotate(90deg)' } },
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    cursor: 'pointer',
    listStyleType: 'none',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { color: tokens.colorBrandForegroundLink },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& > svg': { flexShrink: 0 },
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface FoldProps {
  title: string;
  /** Open at first. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

/** What is seen once it is asked for. */
export function Fold({ title, open, onToggle, children }: FoldProps) {
  const styles = useStyles();
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
    >
      <summary className={styles.summary}>
        <ChevronRightRegular aria-hidden />
        {title}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
