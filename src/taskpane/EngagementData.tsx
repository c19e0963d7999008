import { Button, Caption1, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useRef, useState } from 'react';
import type { Engagement } from '../engagement/schema';
import { saveFile } from './saveFile';
import { useSay } from './say';
import { Section } from './Section';

interface EngagementDataProps {
  disabled: boolean;
  canDownload: boolean;
  readBack: () => Promise<Engagement | undefined>;
}

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  json: { fontFamily: tokens.fontFamilyMonospace },
});

/** What people said in the workbook, as the documented JSON file. */
export function EngagementData({ disabled, canDownload, readBack }: EngagementDataProps) {
  const say = useSay();
  const styles = useStyles();
  const [json, setJson] = useState<string>();
  const [copied, setCopied] = useState<'copied' | 'by-hand'>();
  const area = useRef<HTMLTextAreaElement>(null);

  const read = async () => {
    const engagement = await readBack();
    setCopied(undefined);
    setJson(engagement && JSON.stringify(engagement, null, 2));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(json ?? '');
      setCopied('copied');
    } catch {
      area.current?.select();
      setCopied('by-hand');
    }
  };

  return (
    <Section title={say('pane.data')}>
      <Caption1>{say('pane.data.hint')}</Caption1>
      {json !== undefined && (
        <Field aria-label={say('pane.data')}>
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
        <Button disabled={disabled} onClick={read}>
          {say('pane.readBack')}
        </Button>
        {json !== undefined && (
          <Button icon={<CopyRegular />} onClick={copy}>
            {say('pane.copy')}
          </Button>
        )}
        {json !== undefined && canDownload && (
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
