import {
  Badge,
  Body1,
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import type { ReactNode } from 'react';
import { choicesIn } from '../../../office';
import { serialOf } from '../../../rules';
import { useBook } from '../../core/book';
import { Card } from '../../parts/Card';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { isLate, type MicroStep } from './steps';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  facts: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The step that is on now: what, who, until when; and that it is done. */
export function StepCard({ step, more }: { step: MicroStep; more?: ReactNode }) {
  const say = useSay();
  const styles = useStyles();
  const { edit, busy } = useBook();
  const facts = useStepFacts();
  const set = (status: 'doing' | 'done') =>
    void edit([{ table: 'microSteps', row: step.id, cells: { status } }]);
  return (
    <Card>
      <div className={styles.head}>
        <Caption1>{say('pane.micro.now', { no: step.no })}</Caption1>
        {isLate(step, serialOf(new Date())) && (
          <Badge color="danger" appearance="tint">
            {say('pane.micro.late')}
          </Badge>
        )}
      </div>
      <Body1Strong>{step.text}</Body1Strong>
      <Body1 className={styles.facts}>{facts(step)}</Body1>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          icon={<CheckmarkRegular />}
          disabled={busy}
          onClick={() => set('done')}
        >
          {say('pane.micro.done')}
        </Button>
        {step.status === 'open' && (
          <Button disabled={busy} onClick={() => set('doing')}>
            {say('pane.micro.begin')}
          </Button>
        )}
        {more}
      </div>
    </Card>
  );
}

/** Who leads, how, how long, when; in one line. */
export function useStepFacts(): (step: MicroStep) => string {
  const say = useSay();
  const format = useFormat();
  const { study } = useBook();
  const word = (list: string, id: unknown) =>
    choicesIn(study, list).find((entry) => entry.id === id)?.label;
  return (step) => {
    const days =
      step.start === null || step.end === null
        ? undefined
        : step.start === step.end
          ? format.date(step.start, 'short')
          : `${format.date(step.start, 'short')} – ${format.date(step.end, 'short')}`;
    return [
      step.owner === null ? word('lead', step.lead) : String(step.owner),
      word('mode', step.mode),
      typeof step.hours === 'number'
        ? say('pane.micro.hours', { hours: format.number(step.hours) })
        : undefined,
      days,
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
