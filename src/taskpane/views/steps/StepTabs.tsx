import { Fragment } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Tabs } from '../../parts/Tabs';
import { useSay } from '../../words/say';
import { steps, type Step } from '../../../catalog/steps';

interface StepTabsProps {
  step: Step;
  /** Items picked, by step. */
  picked: Record<Step, number>;
  onStep: (step: Step) => void;
}

const useStyles = makeStyles({
  path: { gap: '4px' },
  step: { padding: '6px 0 8px', rowGap: 0, border: `1px solid ${tokens.colorNeutralStroke2}` },
  letter: { fontSize: '18px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  name: { fontSize: '11px', lineHeight: '14px' },
  count: { fontSize: '11px', lineHeight: '14px' },
});

/** "Pain" and "Points": where a name may break in a narrow pane. */
const wordsOf = (name: string): string[] => name.split(/(?<=\p{Ll})(?=\p{Lu})/u);

/** A, P, P, F, I: the guided path, with how much is picked. */
export function StepTabs({ step, picked, onStep }: StepTabsProps) {
  const say = useSay();
  const styles = useStyles();
  const tabs = steps.map((id) => ({
    id,
    title: say('pane.steps.tab', { step: say(`pane.step.${id}`), picked: picked[id] }),
    content: (
      <>
        <span className={styles.letter} aria-hidden>
          {id.charAt(0).toUpperCase()}
        </span>
        <span className={styles.name}>
          {wordsOf(say(`pane.step.${id}`)).map((word, i) => (
            <Fragment key={word}>
              {i > 0 && <wbr />}
              {word}
            </Fragment>
          ))}
        </span>
        <span className={styles.count}>{picked[id]}</span>
      </>
    ),
  }));
  return (
    <Tabs
      label={say('pane.steps.path')}
      prefix="step"
      className={styles.path}
      tabClassName={styles.step}
      tabs={tabs}
      value={step}
      onChange={onStep}
    />
  );
}
