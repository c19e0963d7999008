import { Body1, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WrenchRegular } from '@fluentui/react-icons/svg/wrench';
import { lazy, Suspense, useState } from 'react';
import { type MessageKey, MESSAGES } from '../../../messages';
import { describeFault, describeLedgerProblem, placeOf, verdictOf } from '../../../office';
import type { Fault } from '../../../workbook';
import { useBook } from '../../core/book';
import { Findings } from '../../parts/Findings';
import { Heading } from '../../parts/Heading';
import { Section } from '../../parts/Section';
import { Waiting } from '../../parts/Waiting';
import { useLang, useSay } from '../../words/say';
import { placeOfFault, valueChecks, valueOutcomes, type ValueCheck } from './valueChecks';

/** More faults than this are put right one after the other anyway. */
const mostFaults = 20;

const Trust = lazy(() => import('./Trust'));

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px' },
  text: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  bad: { color: tokens.colorStatusDangerForeground1, fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px' },
  muted: { color: tokens.colorNeutralForeground2 },
  repair: { alignSelf: 'flex-start' },
});

/** Whether the workbook is whole and its numbers can be trusted. */
export default function Checks() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, busy, perform, goTo } = useBook();
  const [all, setAll] = useState(false);
  const checks = valueChecks(study);
  const failing = checks.filter((check) => check.failing > 0);
  const errors = study.read.findings.filter(({ severity }) => severity === 'error').length;
  const repairable = study.read.findings.some((finding) => finding.repairable);
  const verdict = verdictOf(study);
  const { sound, faults } = verdict;
  const outcomes = valueOutcomes(study);
  return (
    <>
      <Heading
        title={say(sound ? 'pane.checks.ok' : 'pane.checks.notOk')}
        text={
          sound
            ? say('pane.checks.ok.text', { count: checks.length })
            : [
                failing.length > 0 && say('pane.checks.notOk.failing', { count: failing.length }),
                errors > 0 && say('pane.checks.notOk.errors', { count: errors }),
                ...verdict.ledger.map((one) => describeLedgerProblem(lang, one)),
              ]
                .filter(Boolean)
                .join(' ')
        }
      />
      {(sound || study.read.findings.length > 0) && (
        <Findings
          findings={study.read.findings}
          wayTo={(finding) => {
            const place = placeOf(finding, study);
            return place && (() => void goTo(place));
          }}
        />
      )}
      {repairable && (
        <>
          <Button
            className={styles.repair}
            appearance={errors > 0 ? 'primary' : 'secondary'}
            icon={<WrenchRegular />}
            disabled={busy}
            onClick={() => void perform('repair')}
          >
            {say('pane.repair')}
          </Button>
          <Caption1 className={styles.muted}>{say('pane.repair.hint')}</Caption1>
        </>
      )}
      <Section title={say('pane.checks.value')}>
        <ul className={styles.list}>
          {(all ? checks : failing).map((check) => (
            <CheckItem key={check.id} check={check} />
          ))}
          {faults.slice(0, mostFaults).map((fault) => (
            <FaultItem key={fault.place} fault={fault} />
          ))}
        </ul>
        {failing.length === 0 && !all && (
          <Body1>{say('pane.checks.value.ok', { count: checks.length })}</Body1>
        )}
        <Link
          as="button"
          className={styles.repair}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {say(all ? 'pane.checks.onlyFailing' : 'pane.checks.all', { count: checks.length })}
        </Link>
      </Section>
      {outcomes.length > 0 && (
        <Section title={say('checks.outcomes')}>
          <ul className={styles.list}>
            {outcomes.map(({ id, count, sheet }) => (
              <li key={id} className={styles.text}>
                <Body1>{say(`checks.is.${id}` as MessageKey, { count })}</Body1>
                <Button size="small" onClick={() => void goTo({ sheet })}>
                  {say('pane.goTo', { sheet: study.read.matching.sheets.get(sheet) ?? '' })}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('pane.trust')}>
        <Suspense fallback={<Waiting text="pane.trust.comparing" />}>
          <Trust />
        </Suspense>
      </Section>
    </>
  );
}

/** A cell that cannot be used, with the way to it. */
function FaultItem({ fault }: { fault: Fault }) {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { goTo } = useBook();
  return (
    <li className={styles.item}>
      <ErrorCircleRegular className={styles.bad} aria-label={say('pane.check.fails')} />
      <div className={styles.text}>
        <Body1>{describeFault(lang, fault)}</Body1>
        <Button size="small" onClick={() => void goTo(placeOfFault(fault))}>
          {say('pane.goTo', { sheet: fault.place })}
        </Button>
      </div>
    </li>
  );
}

function CheckItem({ check }: { check: ValueCheck }) {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, goTo, busy, perform } = useBook();
  const holds = check.failing === 0;
  const cure = `pane.cure.${check.id}`;
  return (
    <li className={styles.item}>
      {holds ? (
        <CheckmarkCircleRegular className={styles.good} aria-label={say('pane.check.holds')} />
      ) : (
        <ErrorCircleRegular className={styles.bad} aria-label={say('pane.check.fails')} />
      )}
      <div className={styles.text}>
        <Body1>{check.text}</Body1>
        {!holds && cure in MESSAGES[lang] && (
          <Caption1 className={styles.muted}>{say(cure as MessageKey)}</Caption1>
        )}
        {!holds && check.id === 'capacity' && (
          <Button size="small" disabled={busy} onClick={() => void perform('refresh')}>
            {say('pane.refresh')}
          </Button>
        )}
        {!holds && check.id !== 'capacity' && (
          <Button size="small" onClick={() => void goTo({ sheet: check.sheet })}>
            {say('pane.goTo', { sheet: study.read.matching.sheets.get(check.sheet) ?? '' })}
          </Button>
        )}
      </div>
    </li>
  );
}
