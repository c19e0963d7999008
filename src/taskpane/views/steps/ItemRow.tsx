import {
  Badge,
  Body1,
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useBook } from '../../core/book';
import { useSay } from '../../words/say';
import { ItemDetail } from './ItemDetail';
import type { Step } from '../../../catalog/steps';
import type { Reason, StepItem } from './stepItems';

interface ItemRowProps {
  step: Step;
  item: StepItem;
  reasons: readonly Reason[];
  open: boolean;
  onOpen: (open: boolean) => void;
  onPick: (pick: 'yes' | null) => void;
}

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: '2px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr) auto 32px',
    alignItems: 'center',
    columnGap: '4px',
  },
  text: {
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    padding: '6px 0',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
  },
  rejected: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  picked: { fontWeight: tokens.fontWeightSemibold },
});

/** An item: ticked or not, how strongly it is called for, and all about it when opened. */
export function ItemRow({ step, item, reasons, open, onOpen, onPick }: ItemRowProps) {
  const say = useSay();
  const styles = useStyles();
  const { busy } = useBook();
  return (
    <li className={styles.item} data-item={item.id}>
      <div className={styles.row}>
        <Checkbox
          aria-label={say('pane.steps.pick', { item: item.text })}
          disabled={busy}
          checked={item.pick === 'maybe' ? 'mixed' : item.pick === 'yes'}
          onChange={(_, { checked }) => onPick(checked === true ? 'yes' : null)}
        />
        <button
          type="button"
          className={styles.text}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          <Body1
            className={mergeClasses(
              item.pick === 'no' && styles.rejected,
              item.pick === 'yes' && styles.picked,
            )}
          >
            {item.text}
          </Body1>
        </button>
        {item.suggested > 0 ? (
          <Badge
            appearance="tint"
            color="brand"
            aria-label={say('pane.steps.suggestedBy', { count: reasons.length })}
          >
            {Math.round(item.suggested)}
          </Badge>
        ) : (
          <span />
        )}
        <Button
          appearance="transparent"
          size="small"
          tabIndex={-1}
          aria-hidden
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          onClick={() => onOpen(!open)}
        />
      </div>
      {open && <ItemDetail step={step} item={item} reasons={reasons} />}
    </li>
  );
}
