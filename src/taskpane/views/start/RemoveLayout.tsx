import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { useBook } from '../../core/book';
import { Card } from '../../parts/Card';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  hint: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Takes away what was generated, where Excel's own undo does not reach; asked for twice. */
export function RemoveLayout() {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study, busy, removeAll } = useBook();
  const [asked, setAsked] = useState(false);
  const sheets = study.spec.sheets.flatMap(({ id, visibility }) => {
    const name = study.read.matching.sheets.get(id);
    return name !== undefined && visibility === 'Visible' ? [name] : [];
  });
  return (
    <Section title={say('pane.remove')}>
      {!asked && (
        <>
          <Caption1 className={styles.hint}>{say('pane.remove.hint')}</Caption1>
          <Button
            className={styles.button}
            icon={<DeleteRegular />}
            disabled={busy}
            onClick={() => setAsked(true)}
          >
            {say('pane.remove')}
          </Button>
        </>
      )}
      {asked && (
        <Card>
          <Body1>
            {say('pane.remove.sure', {
              count: sheets.length,
              sheets: new Intl.ListFormat(format.lang).format(sheets),
            })}
          </Body1>
          <Caption1 className={styles.hint}>{say('pane.remove.data')}</Caption1>
          <div className={styles.actions}>
            <Button autoFocus disabled={busy} onClick={() => setAsked(false)}>
              {say('pane.remove.keep')}
            </Button>
            <Button appearance="primary" disabled={busy} onClick={() => void removeAll()}>
              {say('pane.remove.delete')}
            </Button>
          </div>
        </Card>
      )}
    </Section>
  );
}
