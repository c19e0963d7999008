import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Proposal } from '../core/work';
import { useFormat } from '../words/format';
import { useSay } from '../words/say';
import Amounts from './Amounts';
import { Card } from './Card';

interface ProposalCardProps {
  proposal: Proposal;
  onApply: (agreed: Proposal) => void;
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
  const { added, changed, amounts = [], editions = [] } = proposal.would;
  const [take, setTake] = useState<readonly string[]>([]);
  const agreed = { ...proposal, request: { ...proposal.request, take } };
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
        {editions.map(({ id, from, to }) => (
          <div key={id}>
            <Body1 block>{say('pane.upgrade.catalog', { catalog: id, from, to })}</Body1>
            <Caption1 block>{say('pane.upgrade.decide.whole')}</Caption1>
            <Checkbox
              label={say('pane.upgrade.decide')}
              checked={take.includes(id)}
              onChange={(_, { checked }) =>
                setTake(checked === true ? [...take, id] : take.filter((one) => one !== id))
              }
            />
          </div>
        ))}
        <Caption1>{say('pane.proposal.kept')}</Caption1>
        <div className={styles.actions}>
          <Button
            autoFocus
            appearance="primary"
            disabled={editions.some(({ id }) => !take.includes(id))}
            onClick={() => onApply(agreed)}
          >
            {say('pane.proposal.apply')}
          </Button>
          <Button onClick={onDecline}>{say('pane.cancel')}</Button>
        </div>
      </Card>
    </section>
  );
}
