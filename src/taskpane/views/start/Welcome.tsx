import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Catalog } from '../../../catalog/schema';
import type { Engagement } from '../../../engagement/schema';
import type { Lang } from '../../../messages';
import { onAsked } from '../../core/asked';
import { Heading } from '../../parts/Heading';
import { Section } from '../../parts/Section';
import { useLang, useSay } from '../../words/say';
import { OpenCatalog, OpenEngagement } from './Files';
import { LanguagePicker } from './LanguagePicker';
import { NewEngagement } from './NewEngagement';
import { StartExample } from './StartExample';

interface WelcomeProps {
  catalogs: readonly Catalog[];
  busy: boolean;
  onLayOut: (engagement: Engagement, lang?: Lang) => Promise<unknown>;
  /** The same in a workbook of its own, where Excel can. */
  onLayOutApart?: (engagement: Engagement, lang?: Lang) => Promise<unknown>;
  onCatalog: (catalog: Catalog) => void;
  onLang: (lang: Lang) => void;
}

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  language: { alignSelf: 'flex-end' },
});

/** A workbook that holds nothing of ours: what can be started in it. */
export default function Welcome(props: WelcomeProps) {
  const { catalogs, busy, onLayOutApart, onCatalog, onLang } = props;
  const [apart, setApart] = useState(false);
  const onLayOut = apart && onLayOutApart ? onLayOutApart : props.onLayOut;
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  // Whatever the ribbon asks of a workbook that is not ours, this is the answer.
  useEffect(() => onAsked(() => undefined), []);
  return (
    <>
      <div className={styles.top}>
        <div className={styles.language}>
          <LanguagePicker onLang={onLang} />
        </div>
        <Heading title={say('pane.new')} text={say('pane.intro')} />
      </div>
      {onLayOutApart && (
        <Checkbox
          label={say('pane.apart')}
          checked={apart}
          onChange={(_, { checked }) => setApart(checked === true)}
        />
      )}
      <NewEngagement
        catalogs={catalogs}
        disabled={busy}
        onLayOut={onLayOut}
        onCatalog={onCatalog}
      />
      <StartExample disabled={busy} onExample={(engagement) => onLayOut(engagement, lang)} />
      <Section title={say('pane.open')}>
        <OpenEngagement disabled={busy} onEngagement={(engagement) => onLayOut(engagement)} />
        <OpenCatalog disabled={busy} onCatalog={onCatalog} />
      </Section>
    </>
  );
}
