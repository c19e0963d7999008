import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef } from 'react';
import { describeIssue, type Issue } from '../../../exchange';
import { Card } from '../../parts/Card';
import { FileInput } from '../../parts/FileInput';
import { Fold } from '../../parts/Fold';
import { Notice } from '../../parts/Notice';
import { useLang, useSay } from '../../words/say';
import { Doubts } from './Doubts';
import type { Returned } from './useIncoming';

interface ReturnedFileProps {
  returned: Returned;
  /** Of another engagement. */
  isForeign: boolean;
  /** Merged before. */
  isKnown: boolean;
  onAccept: () => void;
  onReply: (issue: Issue, reply: string | undefined) => void;
  onSent: (sent: File) => void;
  onRemove: () => void;
}

const useStyles = makeStyles({
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '18px' },
});

/** One file that came back: who answers, what was not understood, and what can be done about it. */
export function ReturnedFile(props: ReturnedFileProps) {
  const { returned, isForeign, isKnown, onAccept, onReply, onSent, onRemove } = props;
  const { name, filled, problem, accepted, isSentUnknown } = returned;
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const sent = useRef<HTMLInputElement>(null);
  const told = filled?.issues.filter(({ ask }) => !ask) ?? [];
  const asked = filled?.issues.filter(({ ask }) => ask) ?? [];
  const settled = filled?.settled ?? [];
  const isLost = problem === 'not-template' || problem === 'damaged';
  return (
    <li>
      <Card>
        <div className={styles.head}>
          <Body1Strong>{name}</Body1Strong>
          <Button
            size="small"
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={say('pane.answers.remove', { file: name })}
            onClick={onRemove}
          />
        </div>
        {filled && (
          <Caption1 className={styles.muted}>
            {say(isKnown ? 'pane.answers.again' : 'pane.answers.file', {
              respondent: filled.respondent,
              audience: say(`exchange.audience.${filled.sent.audience}`),
              answers: filled.answers.length + filled.own.length,
            })}
          </Caption1>
        )}
        {problem !== undefined && (
          <Notice
            intent="error"
            text={say(`failure.${problem}`)}
            {...(isLost && {
              action: { label: say('pane.answers.sent'), onClick: () => sent.current?.click() },
            })}
          />
        )}
        {isSentUnknown && <Notice intent="warning" text={say('pane.answers.sent.none')} />}
        {isForeign && !accepted && (
          <Notice
            intent="warning"
            text={say('pane.answers.other', { theirs: filled?.sent.engagement.name ?? '' })}
            action={{ label: say('pane.answers.anyway'), onClick: onAccept }}
          />
        )}
        {asked.length + settled.length > 0 && (
          <Fold title={say('pane.doubt', { count: asked.length })} open>
            <Doubts open={asked} settled={settled} onReply={onReply} />
          </Fold>
        )}
        {told.length > 0 && (
          <Fold title={say('pane.answers.issues', { count: told.length })} open>
            <ul className={styles.list}>
              {told.map((issue, i) => (
                <li key={i}>
                  <Caption1>{describeIssue(lang, issue)}</Caption1>
                </li>
              ))}
            </ul>
          </Fold>
        )}
        <FileInput
          ref={sent}
          label={say('pane.answers.sent')}
          accept=".xlsx"
          onFiles={([file]) => file && onSent(file)}
        />
      </Card>
    </li>
  );
}
