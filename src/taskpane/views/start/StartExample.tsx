import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Engagement } from '../../../engagement/schema';
import { describeError } from '../../core/describeError';
import { exampleModels, fetchExample, type ExampleModel } from '../../core/example';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { useLang, useSay } from '../../words/say';

interface StartExampleProps {
  disabled: boolean;
  onExample: (engagement: Engagement) => Promise<unknown>;
}

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  models: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A whole engagement to look at, before one of one's own. */
export function StartExample({ disabled, onExample }: StartExampleProps) {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const [failed, setFailed] = useState<unknown>();
  const open = async (model: ExampleModel) => {
    setFailed(undefined);
    try {
      await onExample(await fetchExample(model, lang));
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <Section title={say('pane.example')}>
      <Caption1 className={styles.hint}>{say('pane.example.hint')}</Caption1>
      <div className={styles.models}>
        {exampleModels.map((model) => (
          <Button key={model} disabled={disabled} onClick={() => void open(model)}>
            {say(`pane.example.${model}`)}
          </Button>
        ))}
      </div>
      {failed !== undefined && (
        <Notice intent="error" title={say('pane.error')} text={describeError(lang, failed)} />
      )}
    </Section>
  );
}
