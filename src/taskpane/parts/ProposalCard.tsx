import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Proposal } from '../core/work';
import { useFormat } from '../words/format';
import { useSay } from '../words/say';
import Amounts from './Amounts';
import { Card } from './Card';

interface ProposalCardProps {
  proposal: Proposal;
  onApply: () => void;
  onDecline: () => void;
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '18px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What would be added and changed in a workbook that holds something, to be agreed to first. */
export default function ProposalCard({ proposal, onApply, onDecline }: ProposalCardProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { added, changed, amounts = [] } = proposal.would;
  return (
    <section aria-label={say('pane.proposal')}>
      <Card>
        <Body1Strong>{say('pane.proposal')}</Body1Strong>
        {added.length > 0 && (
          <Body1>
            {say('pane.proposal.added', {
              count: added.length,
              sheets: new Intl.ListFormat(format.lang).format(added),
            })}
          </Body1>
        )}
        {changed.length > 0 && (
          <>
            <Body1>{say('pane.proposal.changed')}</Body1>
            <ul className={styles.list}>
              {changed.map(({ sheet, cells }) => (
                <li key={sheet}>
                  <Caption1>
                    {say('pane.proposal.cells', { sheet, cells: format.number(cells) })}
                  </Caption1>
                </li>
              ))}
            </ul>
          </>
        )}
        {amounts.length > 0 && <Amounts amounts={amounts} />}
        <Caption1>{say('pane.proposal.kept')}</Caption1>
        <div className={styles.actions}>
          <Button autoFocus appearance="primary" onClick={onApply}>
            {say('pane.proposal.apply')}
          </Button>
          <Button onClick={onDecline}>{say('pane.cancel')}</Button>
        </div>
      </Card>
    </section>
  );
}
