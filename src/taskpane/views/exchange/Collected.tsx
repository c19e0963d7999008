import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { useMemo, useState } from 'react';
import { audiences, type Rule } from '../../../engagement/register';
import { merge } from '../../../exchange';
import { useBook } from '../../core/book';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { RuleField } from './RuleField';
import { takeBack, takeOver, today } from './merging';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '18px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What has come back, merge by merge; what is open, and the way back. */
export function Collected() {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study, busy, undertake, goTo } = useBook();
  const { engagement } = study.read;
  const batches = useMemo(() => batchesOf(engagement.responses), [engagement.responses]);
  const [rule, setRule] = useState<Rule>();
  const decided = useMemo(
    () =>
      batches.length > 0
        ? merge({ engagement, spec: study.spec }, [], { on: today(), rule })
        : undefined,
    [batches, engagement, study.spec, rule],
  );
  const [latest] = batches;
  const audienceWord = (id: unknown) => {
    const audience = audiences.find((one) => one === id);
    return audience ? say(`exchange.audience.${audience}`) : '–';
  };
  return (
    <Section title={say('pane.collected')}>
      {!latest && <Body1 className={styles.muted}>{say('pane.collected.none')}</Body1>}
      {batches.map(({ batch, on, responses }) => (
        <div key={batch}>
          <Body1Strong block>
            {say('pane.collected.merge', { batch, date: format.date(on) })}
          </Body1Strong>
          <ul className={styles.list}>
            {responses.map(({ respondent, audience, file }, i) => (
              <li key={i}>
                <Caption1>
                  {say('pane.collected.from', {
                    respondent: respondent ?? '–',
                    audience: audienceWord(audience),
                    file: file ?? '–',
                  })}
                </Caption1>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {latest && decided && (
        <>
          {(decided.open.length > 0 || decided.changes.length > 0) && (
            <>
              <Body1>{say('pane.collected.open', { count: decided.open.length })}</Body1>
              <Caption1 className={styles.muted}>{say('pane.collected.consensus.hint')}</Caption1>
              <RuleField rule={rule} onRule={setRule} />
            </>
          )}
          <div className={styles.buttons}>
            <Button onClick={() => void goTo({ sheet: 'consensus' })}>
              {say('pane.collected.consensus')}
            </Button>
            {decided.changes.length > 0 && (
              <Button
                appearance="primary"
                disabled={busy}
                onClick={() => void undertake('merge', takeOver([], rule))}
              >
                {say('pane.collected.decide')}
              </Button>
            )}
            <Button
              icon={<ArrowUndoRegular />}
              disabled={busy}
              onClick={() => void undertake('undo', takeBack)}
            >
              {say('pane.collected.undo', { batch: latest.batch })}
            </Button>
          </div>
          <Caption1 className={styles.muted}>{say('pane.collected.undo.hint')}</Caption1>
        </>
      )}
    </Section>
  );
}

type Responses = ReturnType<typeof useBook>['study']['read']['engagement']['responses'];

/** Newest first. */
function batchesOf(responses: Responses) {
  const all = Object.values(responses);
  const numbers = [...new Set(all.map(({ batch }) => Number(batch ?? 0)))].sort((a, b) => b - a);
  return numbers.map((batch) => {
    const these = all.filter((one) => Number(one.batch ?? 0) === batch);
    return { batch, on: these[0]?.on ?? null, responses: these };
  });
}
