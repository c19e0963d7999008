import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { useLang, useSay } from '../../words/say';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The workbook as a client reads and prints it, and the way back. */
export function PrintPart() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, run, busy } = useBook();
  const [told, setTold] = useState<{ sheets?: number; error?: unknown }>({});
  const show = async (isClients: boolean) => {
    try {
      const { showClientView, showEverything } = await import('../../../office');
      if (isClients) setTold({ sheets: await run((context) => showClientView(context, study)) });
      else {
        await run((context) => showEverything(context, study));
        setTold({});
      }
    } catch (error) {
      setTold({ error });
    }
  };
  return (
    <Section title={say('pane.deliver.print')}>
      <Body1>{say('pane.deliver.print.lead')}</Body1>
      <div className={styles.buttons}>
        <Button disabled={busy} onClick={() => void show(true)}>
          {say('pane.deliver.print.client')}
        </Button>
        <Button disabled={busy} onClick={() => void show(false)}>
          {say('pane.deliver.print.all')}
        </Button>
      </div>
      {told.sheets !== undefined && (
        <Notice intent="success" text={say('pane.deliver.print.done', { count: told.sheets })} />
      )}
      {told.error !== undefined && <Notice intent="error" text={describeError(lang, told.error)} />}
    </Section>
  );
}
