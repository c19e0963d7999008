import { Button, Caption1, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useRef, useState } from 'react';
import type { Engagement } from '../../../engagement/schema';
import { saveFile } from '../../core/saveFile';
import { Section } from '../../parts/Section';
import { useSay } from '../../words/say';

interface EngagementDataProps {
  engagement: Engagement;
  canDownload: boolean;
}

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  json: { fontFamily: tokens.fontFamilyMonospace },
});

/** What people said in the workbook, as the documented JSON file. */
export function EngagementData({ engagement, canDownload }: EngagementDataProps) {
  const say = useSay();
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'by-hand'>();
  const area = useRef<HTMLTextAreaElement>(null);
  const json = shown ? JSON.stringify(engagement, null, 2) : '';

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(json);
      setCopied('copied');
    } catch {
      area.current?.select();
      setCopied('by-hand');
    }
  };

  return (
    <Section title={say('pane.data')}>
      <Caption1>{say('pane.data.hint')}</Caption1>
      {shown && (
        <Field>
          <Textarea
            ref={area}
            aria-label={say('pane.data')}
            readOnly
            rows={8}
            resize="vertical"
            textarea={{ className: styles.json, spellCheck: false }}
            value={json}
          />
        </Field>
      )}
      <div className={styles.actions}>
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {say(shown ? 'pane.data.hide' : 'pane.data.show')}
        </Button>
        {shown && (
          <Button icon={<CopyRegular />} onClick={() => void copy()}>
            {say('pane.copy')}
          </Button>
        )}
        {shown && canDownload && (
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => saveFile('engagement.json', json, 'application/json')}
          >
            {say('pane.download')}
          </Button>
        )}
      </div>
      <Caption1 role="status">
        {copied === 'copied' && say('pane.copied')}
        {copied === 'by-hand' && say('pane.copyByHand')}
      </Caption1>
    </Section>
  );
}
