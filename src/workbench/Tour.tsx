import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { message, type Lang, type MessageKey } from '../messages';
import { ask, type Asked } from '../taskpane/core/asked';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  what: { width: '100%' },
  stops: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    gap: '2px',
  },
  number: {
    display: 'inline-grid',
    placeItems: 'center',
    width: '18px',
    height: '18px',
    marginInlineEnd: '6px',
    borderRadius: '50%',
    fontSize: '11px',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  safe: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground2,
  },
});

const stops = {
  pick: { view: 'steps', part: 'pain', sheet: 'pain' },
  measure: { view: 'value', sheet: 'metrics' },
  price: { view: 'return', sheet: 'roi' },
  bet: { view: 'bet', part: 'contract', sheet: 'terms' },
  settle: { view: 'bet', part: 'settlement', sheet: 'statement' },
  trust: { view: 'checks', sheet: 'dashboard' },
} as const satisfies Record<string, Asked>;
type Stop = keyof typeof stops;

/** The worked example in six stops, pane and sheet together. */
export function Tour({ lang, disabled }: { lang: Lang; disabled: boolean }) {
  const styles = useStyles();
  const say = (key: MessageKey) => message(lang, key);
  return (
    <nav className={styles.bar} aria-label={say('pane.workbench.tour')}>
      <Body1 className={styles.what}>{say('pane.intro')}</Body1>
      <Caption1>{say('pane.workbench.tour.lead')}</Caption1>
      <ol className={styles.stops}>
        {(Object.keys(stops) as Stop[]).map((stop, i) => (
          <li key={stop}>
            <Button
              appearance="subtle"
              size="small"
              disabled={disabled}
              onClick={() => ask(stops[stop])}
            >
              <span className={styles.number} aria-hidden>
                {i + 1}
              </span>
              {say(`pane.workbench.tour.${stop}`)}
            </Button>
          </li>
        ))}
      </ol>
      <Caption1 className={styles.safe}>
        <LockClosedRegular aria-hidden />
        {say('pane.workbench.safe')}
      </Caption1>
    </nav>
  );
}
