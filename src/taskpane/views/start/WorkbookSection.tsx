import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useBook } from '../../core/book';
import { usePane } from '../../core/paneContext';
import { Section } from '../../parts/Section';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { EngagementData } from './EngagementData';
import { OpenCatalog } from './Files';
import { AddEngagement } from './AddEngagement';
import { RemoveLayout } from './RemoveLayout';

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  hint: { color: tokens.colorNeutralForeground2 },
  sheets: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
});

/** The workbook as a whole: its sheets, its renewal, its data, and taking it away again. */
export function WorkbookSection() {
  const say = useSay();
  const styles = useStyles();
  const { study, busy, perform, goTo } = useBook();
  const { canDownload, onCatalog } = usePane();
  const { open } = useRoute();
  return (
    <>
      <Section title={say('pane.sheets')}>
        <ul className={styles.sheets}>
          {study.spec.sheets
            .filter(({ visibility }) => visibility === 'Visible')
            .map(({ id, name }) => (
              <li key={id}>
                <Link as="button" onClick={() => void goTo({ sheet: id })}>
                  {study.read.matching.sheets.get(id) ?? name}
                </Link>
              </li>
            ))}
        </ul>
      </Section>
      <Section title={say('pane.refresh')}>
        <Caption1 className={styles.hint}>{say('pane.refresh.hint')}</Caption1>
        <Button
          className={styles.button}
          icon={<ArrowSyncRegular />}
          disabled={busy}
          onClick={() => void perform('refresh')}
        >
          {say('pane.refresh')}
        </Button>
      </Section>
      <Section title={say('pane.upgrade')}>
        <Button className={styles.button} onClick={() => open('start', 'upgrade')}>
          {say('pane.upgrade.open')}
        </Button>
      </Section>
      <EngagementData engagement={study.read.engagement} canDownload={canDownload} />
      <Section title={say('pane.open')}>
        <AddEngagement />
        <OpenCatalog disabled={busy} onCatalog={onCatalog} />
      </Section>
      <RemoveLayout />
    </>
  );
}
