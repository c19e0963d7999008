import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { message, type Lang } from '../../messages';
import { Heading } from './Heading';
import { fill, themeOf, type ThemeName } from './theme';

interface UnavailableProps {
  reason: 'notExcel' | 'tooOld';
  lang: Lang;
  theme: ThemeName;
}

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, maxWidth: '480px' },
});

/** Where the pane cannot work, it says so, and where it can. */
export function Unavailable({ reason, lang, theme }: UnavailableProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themeOf(theme)} style={fill(theme)} lang={lang}>
      <main className={styles.page}>
        <Heading
          title={message(lang, `pane.${reason}`)}
          text={message(lang, `pane.${reason}.text`)}
        />
      </main>
    </FluentProvider>
  );
}
