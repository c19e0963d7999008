import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { WrenchRegular } from '@fluentui/react-icons/svg/wrench';
import { useState } from 'react';
import type { Engagement } from '../engagement/schema';
import type { MessageKey } from '../messages';
import { MESSAGES } from '../messages';
import { showSheet, type ReadResult } from '../office';
import { describeError } from './describeError';
import { EngagementData } from './EngagementData';
import type { Run } from './excel';
import { Findings } from './Findings';
import { Heading } from './Heading';
import { Notice } from './Notice';
import { Progress } from './Progress';
import { Section } from './Section';
import { useLang, useSay } from './say';

interface EngagementViewProps {
  read: ReadResult;
  run: Run;
  disabled: boolean;
  canDownload: boolean;
  onRefresh: () => Promise<void>;
  onRepair: () => Promise<void>;
  readBack: () => Promise<Engagement | undefined>;
}

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0 0` },
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

/** The sheets beside the steps, which the progress leads to. */
const sheets = ['guide', 'engagement', 'trace', 'micro', 'lifecycle', 'progress', 'lists'] as const;

/** The engagement that the workbook holds: how far it is, what looks wrong, what can be done. */
export function EngagementView(props: EngagementViewProps) {
  const { read, run, disabled } = props;
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const [failed, setFailed] = useState<string>();
  const { settings, catalogs } = read.engagement;
  const repairable = read.findings.some((finding) => finding.repairable);
  const broken = read.findings.some(({ severity }) => severity === 'error');

  const goTo = async (sheet: string) => {
    try {
      const found = await run((context) => showSheet(context, sheet));
      setFailed(found ? undefined : say('pane.error.item-not-found'));
    } catch (error) {
      setFailed(describeError(lang, error));
    }
  };
  const modelName = (id: string) => {
    const key = `pane.model.${id}`;
    return key in MESSAGES[lang] ? say(key as MessageKey) : id;
  };

  return (
    <>
      <Heading
        title={settings.client ?? say('pane.noClient')}
        text={catalogs.map(({ id }) => modelName(id)).join(' + ')}
      />
      {failed && <Notice intent="error" text={failed} />}
      <Progress results={read.results} onGoTo={goTo} />
      <Findings findings={read.findings} />
      <div>
        <div className={styles.actions}>
          {repairable && (
            <Button
              appearance={broken ? 'primary' : 'secondary'}
              icon={<WrenchRegular />}
              disabled={disabled}
              onClick={props.onRepair}
            >
              {say('pane.repair')}
            </Button>
          )}
          <Button
            appearance={broken ? 'secondary' : 'primary'}
            icon={<ArrowSyncRegular />}
            disabled={disabled}
            onClick={props.onRefresh}
          >
            {say('pane.refresh')}
          </Button>
        </div>
        <Caption1 as="p" block className={styles.hint}>
          {say('pane.refresh.hint')}
        </Caption1>
      </div>
      <Section title={say('pane.sheets')}>
        <ul className={styles.sheets}>
          {sheets.map((id) => (
            <li key={id}>
              <Link as="button" onClick={() => goTo(id)}>
                {say(`sheet.${id}`)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <EngagementData
        disabled={disabled}
        canDownload={props.canDownload}
        readBack={props.readBack}
      />
    </>
  );
}
