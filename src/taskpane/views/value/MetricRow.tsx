import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useEffect, useRef } from 'react';
import { hovered } from '../../parts/hovered';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { bulletOf } from './bullet';
import { BulletChart } from './BulletChart';
import { useMeasure } from './measure';
import type { Metric } from './metrics';
import { StandingBadge } from './Standing';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '4px',
    alignItems: 'center',
    width: '100%',
    padding: `${tokens.spacingVerticalS} 0`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    scrollMarginTop: '80px',
    ':hover': hovered,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  share: { textAlign: 'end', minWidth: '44px', fontVariantNumeric: 'tabular-nums' },
  facts: { color: tokens.colorNeutralForeground2 },
  breached: { gridColumn: '1 / -1', color: tokens.colorStatusDangerForeground1 },
  open: { justifySelf: 'end', color: tokens.colorNeutralForeground3 },
});

interface MetricRowProps {
  metric: Metric;
  /** One of its guards got worse. */
  breached: boolean;
  /** It was open before: it gets the focus back. */
  focused: boolean;
  onOpen: (id: string) => void;
}

/** A metric in brief: the way from baseline to target, and how far it has come. */
export function MetricRow({ metric, breached, focused, onOpen }: MetricRowProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { shortly } = useMeasure();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) row.current?.focus();
  }, [focused]);
  const bullet = bulletOf(metric);
  const amount = (value: number | null) => shortly(value, metric.unit);
  return (
    <button ref={row} type="button" className={styles.row} onClick={() => onOpen(metric.id)}>
      <Body1Strong>{metric.name}</Body1Strong>
      <StandingBadge metric={metric} />
      {bullet && (
        <>
          <BulletChart bullet={bullet} />
          <Body1Strong className={styles.share}>
            {metric.attainment === null ? '–' : format.percent(metric.attainment)}
          </Body1Strong>
        </>
      )}
      <Caption1 className={styles.facts}>
        {bullet
          ? say('pane.value.row', {
              baseline: amount(metric.adjusted),
              target: amount(metric.target),
              actual: amount(metric.actual),
            })
          : say(metric.adjusted === null ? 'pane.value.needsBaseline' : 'pane.value.needsTarget')}
      </Caption1>
      <ChevronRightRegular className={styles.open} aria-hidden />
      {breached && (
        <Caption1 className={styles.breached}>
          <WarningRegular aria-hidden /> {say('pane.value.guard.worse')}
        </Caption1>
      )}
    </button>
  );
}
