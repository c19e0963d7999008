import { Body1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import { describeFinding, type Finding } from '../../office';
import { useLang, useSay } from '../words/say';
import { Section } from './Section';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: '8px' },
  icon: { fontSize: '20px' },
  text: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  note: { color: tokens.colorNeutralForeground3 },
  none: { display: 'flex', alignItems: 'center', gap: '8px' },
  ok: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px', flexShrink: 0 },
});

const icons = { error: ErrorCircleRegular, warning: WarningRegular, note: InfoRegular };
const ranks: Finding['severity'][] = ['error', 'warning', 'note'];
const fewest = 5;

interface FindingsProps {
  findings: readonly Finding[];
  /** Shows where a finding is; undefined for one that is nowhere any more. */
  wayTo?: (finding: Finding) => (() => void) | undefined;
}

/** What looks wrong in the workbook, the worst first, each with its cure. */
export function Findings({ findings, wayTo }: FindingsProps) {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const sentences = new Map(
    [...findings]
      .sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity))
      .map((finding) => [describeFinding(lang, finding), finding]),
  );
  const shown = [...sentences].slice(0, all ? undefined : fewest);
  const hidden = sentences.size - shown.length;
  return (
    <Section title={say('pane.findings')}>
      {sentences.size === 0 && (
        <Body1 className={styles.none}>
          <CheckmarkCircleRegular className={styles.ok} aria-hidden />
          {say('pane.findings.none')}
        </Body1>
      )}
      <ul className={styles.list} hidden={sentences.size === 0}>
        {shown.map(([sentence, finding]) => {
          const { severity } = finding;
          const Icon = icons[severity];
          const go = wayTo?.(finding);
          return (
            <li key={sentence} className={styles.item}>
              <span
                className={`${styles.icon} ${styles[severity]}`}
                role="img"
                aria-label={say(`pane.severity.${severity}`)}
              >
                <Icon />
              </span>
              <div className={styles.text}>
                <Body1>{sentence}</Body1>
                {go && (
                  <Link as="button" onClick={go}>
                    {say('pane.show')}
                  </Link>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Link as="button" onClick={() => setAll(true)}>
          {say('pane.findings.more', { count: hidden })}
        </Link>
      )}
    </Section>
  );
}
