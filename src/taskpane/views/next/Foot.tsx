import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { useId, useState } from 'react';
import { useBook } from '../../core/book';
import { useExplain } from '../../core/explain';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { Done } from './Done';
import { useNext } from './useNext';
import { useTold } from './useTold';

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 4,
    marginTop: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: `0 ${tokens.spacingHorizontalS} 2px ${tokens.spacingHorizontalL}`,
    minHeight: '36px',
  },
  here: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  next: {
    width: '100%',
    maxWidth: 'none',
    justifyContent: 'space-between',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalL}`,
  },
  words: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  space: { flexGrow: 1, minWidth: 0 },
  last: { color: tokens.colorNeutralForeground2 },
});

/** At the foot of every view: what is next, and the way back. */
export default function Foot() {
  const say = useSay();
  const styles = useStyles();
  const { busy, history } = useBook();
  const { view, part } = useRoute();
  const [listed, setListed] = useState(false);
  const list = useId();
  const tell = useTold();
  const explain = useExplain();
  const { done, undone, undo, redo } = history;
  const [last] = done;
  const [taken] = undone;
  return (
    <footer className={styles.foot}>
      {listed && <Done id={list} onClose={() => setListed(false)} />}
      {/* Start itself says what is next. */}
      {!(view === 'start' && part === undefined) && <NextLine />}
      <div className={styles.line}>
        <Caption1 className={mergeClasses(styles.space, styles.last)} truncate wrap={false}>
          {last && tell(last.what)}
        </Caption1>
        <Tooltip relationship="label" content={say('pane.explain.selected')}>
          <Button
            appearance="subtle"
            icon={<QuestionCircleRegular />}
            onClick={() => explain('selection')}
          />
        </Tooltip>
        <Tooltip
          relationship="label"
          content={last ? say('pane.undo', { what: tell(last.what) }) : say('pane.undo.none')}
        >
          <Button
            appearance="subtle"
            icon={<ArrowUndoRegular />}
            disabledFocusable={busy || !last}
            onClick={() => void undo()}
          />
        </Tooltip>
        <Tooltip
          relationship="label"
          content={taken ? say('pane.redo', { what: tell(taken.what) }) : say('pane.redo.none')}
        >
          <Button
            appearance="subtle"
            icon={<ArrowRedoRegular />}
            disabledFocusable={busy || !taken}
            onClick={() => void redo()}
          />
        </Tooltip>
        <Tooltip relationship="label" content={say('pane.done')}>
          <Button
            appearance="subtle"
            icon={<HistoryRegular />}
            aria-expanded={listed}
            aria-controls={list}
            onClick={() => setListed(!listed)}
          />
        </Tooltip>
      </div>
    </footer>
  );
}

function NextLine() {
  const say = useSay();
  const styles = useStyles();
  const { text, go, here } = useNext();
  const words = (
    <Body1 className={styles.words}>
      <strong>{say('pane.next')}</strong> {text}
    </Body1>
  );
  if (here) return <div className={styles.here}>{words}</div>;
  return (
    <Button
      className={styles.next}
      appearance="transparent"
      size="small"
      icon={<ArrowRightRegular />}
      iconPosition="after"
      onClick={go}
    >
      {words}
    </Button>
  );
}
