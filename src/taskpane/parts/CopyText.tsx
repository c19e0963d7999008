import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useRef, useState } from 'react';
import { useSay } from '../words/say';

interface CopyTextProps {
  text: string;
  /** What the text is, read out with Copy. */
  label: string;
}

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    padding: '4px 0 4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    lineHeight: '16px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: '160px',
    overflowY: 'auto',
    paddingBlock: '4px',
  },
  told: { gridColumn: '1 / -1', ':empty': { display: 'none' } },
});

/** A text as a machine reads it, to copy. */
export function CopyText({ text, label }: CopyTextProps) {
  const say = useSay();
  const styles = useStyles();
  const shown = useRef<HTMLElement>(null);
  const [told, setTold] = useState<'pane.copied' | 'pane.copyByHand'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('pane.copied');
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setTold('pane.copyByHand');
    }
  };
  return (
    <div className={styles.box}>
      <code ref={shown} className={styles.code} tabIndex={0} aria-label={label}>
        {text}
      </code>
      <Button
        size="small"
        appearance="subtle"
        icon={<CopyRegular />}
        aria-label={say('pane.copyOf', { label })}
        onClick={copy}
      />
      <Caption1 role="status" className={styles.told}>
        {told && say(told)}
      </Caption1>
    </div>
  );
}
