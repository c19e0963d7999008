import { Caption1, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { describeIssue, type Issue } from '../../../exchange';
import { useLang, useSay } from '../../words/say';

interface DoubtsProps {
  open: readonly Issue[];
  settled: readonly Issue[];
  /** @param reply undefined: it shall be open again */
  onReply: (issue: Issue, reply: string | undefined) => void;
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
});

/** What is in doubt in a file, a question each; nothing of it is taken before it is answered. */
export function Doubts({ open, settled, onReply }: DoubtsProps) {
  const lang = useLang();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {[...open, ...settled].map((issue) => (
        <li key={`${issue.place} ${issue.found}`}>
          <Caption1>{describeIssue(lang, issue)}</Caption1>
          <Answer
            issue={issue}
            isUnclear={open.includes(issue) && issue.ask?.reply !== undefined}
            onReply={(reply) => onReply(issue, reply)}
          />
        </li>
      ))}
    </ul>
  );
}

interface AnswerProps {
  issue: Issue;
  isUnclear: boolean;
  onReply: (reply: string | undefined) => void;
}

const undecided = '?';
const leave = '';
const other = '…';

/** One of the choices, or a word of one's own where it may be. */
function Answer({ issue: { kind, found, ask }, isUnclear, onReply }: AnswerProps) {
  const say = useSay();
  const { choices = [], free = false, reply } = ask ?? {};
  const isOwn = reply !== undefined && reply !== leave && !choices.includes(reply);
  const [writes, setWrites] = useState(isOwn);
  const [text, setText] = useState(isOwn ? reply : '');
  const give = () => onReply(text.trim() === '' ? undefined : text.trim());
  const label = say('pane.doubt.answer', { found });
  return (
    <>
      <Select
        aria-label={label}
        value={writes ? other : (reply ?? undecided)}
        onChange={(_, { value }) => {
          setWrites(value === other);
          if (value !== other) onReply(value === undecided ? undefined : value);
        }}
      >
        <option value={undecided}>{say('pane.doubt.open')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
        {free && <option value={other}>{say('pane.doubt.other')}</option>}
        {kind !== 'one-name' && <option value={leave}>{say('pane.doubt.leave')}</option>}
      </Select>
      {writes && (
        <Field {...(isUnclear && { validationMessage: say('pane.doubt.unclear') })}>
          <Input
            aria-label={label}
            value={text}
            onChange={(_, { value }) => setText(value)}
            onBlur={give}
            onKeyDown={({ key }) => {
              if (key === 'Enter') give();
            }}
          />
        </Field>
      )}
    </>
  );
}
