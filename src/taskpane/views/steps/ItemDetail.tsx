import {
  Body1,
  Button,
  Caption1,
  Caption1Strong,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { choicesIn, columnIn, rowsIn } from '../../../office';
import { useBook } from '../../core/book';
import { CellInput } from '../../parts/CellInput';
import { useSay } from '../../words/say';
import type { Step } from '../../../catalog/steps';
import { detailColumns, type Reason, type StepItem } from './stepItems';

interface ItemDetailProps {
  step: Step;
  item: StepItem;
  reasons: readonly Reason[];
}

const useStyles = makeStyles({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: '4px 0 12px 36px',
  },
  block: { display: 'flex', flexDirection: 'column', gap: '2px' },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '18px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What an item means, why it is suggested, and what the client says of it. */
export function ItemDetail({ step, item, reasons }: ItemDetailProps) {
  const say = useSay();
  const styles = useStyles();
  const { study, goTo, edit, busy } = useBook();
  const cells = rowsIn(study, step).find(({ id }) => id === item.id)?.cells ?? {};
  const read = (id: string) => {
    const { list } = columnIn(study, step, id);
    const value = cells[id];
    const word = list && choicesIn(study, list).find((entry) => entry.id === value)?.label;
    return word ?? String(value ?? '');
  };
  const input = (column: string, more = {}) => (
    <CellInput table={step} row={item.id} column={column} {...more} />
  );
  return (
    <div className={styles.detail}>
      {item.explanation !== '' && <Body1>{item.explanation}</Body1>}
      {detailColumns(study, step)
        .filter(({ id }) => read(id) !== '')
        .map(({ id, header }) => (
          <div key={id} className={styles.block}>
            <Caption1Strong>{header}</Caption1Strong>
            <Caption1>{read(id)}</Caption1>
          </div>
        ))}
      {reasons.length > 0 && (
        <div className={styles.block}>
          <Caption1Strong>{say('pane.steps.why')}</Caption1Strong>
          <ul className={styles.list}>
            {reasons.map((reason) => (
              <li key={reason.id}>
                <Caption1>
                  {say('pane.steps.reason', {
                    step: say(
                      reason.step === 'maturity'
                        ? 'sheet.maturity'
                        : reason.step === 'page'
                          ? 'pane.modelPages'
                          : `pane.step.${reason.step}`,
                    ),
                    item: reason.text,
                    strength: reason.strength,
                  })}
                </Caption1>
              </li>
            ))}
          </ul>
        </div>
      )}
      {item.custom && input('item')}
      <div className={styles.pair}>
        {input('pick')}
        {input('priority')}
        {input('phase')}
        {input('owner')}
      </div>
      {!item.custom && input('wording', { multiline: true })}
      {input('comment', { multiline: true })}
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<OpenRegular />}
          onClick={() => void goTo({ table: step, row: item.id, column: 'pick' })}
        >
          {say('pane.goToCell')}
        </Button>
        {item.custom && (
          <Button
            size="small"
            icon={<DeleteRegular />}
            disabled={busy}
            onClick={() => void edit([{ table: step, clear: item.id }])}
          >
            {say('pane.steps.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
