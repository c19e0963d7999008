import { Body1, FluentProvider, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { message, type Lang } from '../messages';
import { themeOf } from './theme';

interface UnavailableProps {
  reason: 'notExcel' | 'tooOld';
  lang: Lang;
  dark: boolean;
}

const useStyles = makeStyles({
  provider: { minHeight: '100%' },
  page: { padding: tokens.spacingHorizontalXXL, maxWidth: '480px' },
});

/** Where the pane cannot work, it says so, and where it can. */
export function Unavailable({ reason, lang, dark }: UnavailableProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themeOf(dark)} className={styles.provider} lang={lang}>
      <main className={styles.page}>
        <Title3 as="h1">{message(lang, `pane.${reason}`)}</Title3>
        <Body1 as="p" block>
          {message(lang, `pane.${reason}.text`)}
        </Body1>
      </main>
    </FluentProvider>
  );
}
