import { Body1, makeStyles, Title3, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { margin: 0 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the pane is about just now. */
export function Heading({ title, text }: { title: string; text: string }) {
  const styles = useStyles();
  return (
    <header className={styles.heading}>
      <Title3 as="h1" className={styles.line}>
        {title}
      </Title3>
      <Body1 as="p" className={styles.muted}>
        {text}
      </Body1>
    </header>
  );
}
