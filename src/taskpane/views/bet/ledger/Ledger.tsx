import {
  Body1,
  Body1Strong,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useMemo } from 'react';
import type { LedgerProblem } from '../../../../engagement/ledger';
import { describeLedgerProblem, settlementOf, rowsIn } from '../../../../office';
import { useBook } from '../../../core/book';
import { CopyText } from '../../../parts/CopyText';
import { Figure } from '../../../parts/Figure';
import { Fold } from '../../../parts/Fold';
import { GoTo } from '../../../parts/GoTo';
import { Notice } from '../../../parts/Notice';
import { Numbers } from '../../../parts/Numbers';
import { Section } from '../../../parts/Section';
import { useFormat } from '../../../words/format';
import { useLang, useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { Drifts } from './Drifts';
import { mismatchesOf, signaturesOf, type Signed } from './problems';

const useStyles = makeStyles({
  state: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px' },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px' },
  bad: { color: tokens.colorStatusDangerForeground1, fontSize: '20px' },
  chain: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginLeft: '10px',
    paddingLeft: '20px',
    paddingBottom: tokens.spacingVerticalXL,
    borderLeft: `2px solid ${tokens.colorBrandStroke1}`,
    ':last-child': { borderLeftColor: 'transparent' },
  },
  broken: { borderLeftStyle: 'dashed' },
  mark: {
    position: 'absolute',
    left: '-11px',
    top: 0,
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    fontVariantNumeric: 'tabular-nums',
  },
  gone: { textDecorationLine: 'line-through' },
  muted: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
});

/** What was signed, and whether it still is what was signed. */
export function Ledger() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study } = useBook();
  const { ledger: problems, earlier } = useMemo(() => settlementOf(study), [study]);
  const signatures = useMemo(() => signaturesOf(study), [study]);
  const loose = problems.filter(({ signature }) => signature === undefined);
  if (signatures.length === 0 && problems.length === 0) {
    return <Body1>{say('pane.bet.ledger.none')}</Body1>;
  }
  return (
    <>
      <Section title={say('pane.bet.ledger.title')}>
        {problems.length === 0 ? (
          <Body1 className={styles.state}>
            <CheckmarkCircleRegular className={styles.good} aria-hidden />
            {say('pane.bet.ledger.whole', { count: signatures.length })}
          </Body1>
        ) : (
          <Notice
            intent="error"
            title={say('pane.bet.ledger.changed')}
            text={problems.map((one) => describeLedgerProblem(lang, one)).join(' ')}
          />
        )}
        {loose.length > 0 && <GoTo place={{ sheet: 'ledger' }}>{say('pane.bet.toLedger')}</GoTo>}
        <ol className={styles.chain}>
          {signatures.map((signed) => (
            <Link
              key={signed.id}
              signed={signed}
              earlier={earlier.filter(({ signature }) => signature === signed.no)}
              problems={problems.filter(({ signature }) => signature === signed.no)}
            />
          ))}
        </ol>
      </Section>
      <Drifts />
      <Caption1 className={styles.muted}>{say('pane.bet.ledger.last')}</Caption1>
    </>
  );
}

interface LinkProps {
  signed: Signed;
  problems: readonly LedgerProblem[];
  /** Told, and no problem. */
  earlier: readonly LedgerProblem[];
}

function Link({ signed, problems, earlier }: LinkProps) {
  const say = useSay();
  const lang = useLang();
  const money = useMoney();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const { no, cells } = signed;
  const sound = problems.length === 0;
  const period = rowsIn(study, 'periods').find((row) => row.cells.no === cells.period)?.cells.item;
  const name = String(period ?? say('pane.bet.periodNo', { no: String(cells.period ?? '?') }));
  const who = [cells.vendor, cells.business, cells.it].filter(Boolean).map(String);
  const all = signaturesOf(study);
  const named = all.find((one) => one.no === cells.supersedes);
  const later = all.find((one) => one.cells.supersedes === no);
  const isChanged = problems.some(({ kind }) => kind === 'digest');
  const mismatches = isChanged ? mismatchesOf(study, signed) : [];
  return (
    <li className={mergeClasses(styles.link, !sound && styles.broken)}>
      <span className={styles.mark}>
        {sound ? (
          <CheckmarkCircleRegular
            className={styles.good}
            role="img"
            aria-label={say('pane.bet.ledger.sound')}
          />
        ) : (
          <ErrorCircleRegular
            className={styles.bad}
            role="img"
            aria-label={say('pane.bet.ledger.unsound')}
          />
        )}
      </span>
      <div className={styles.head}>
        <Body1Strong>{say('pane.bet.ledger.no', { no, period: name })}</Body1Strong>
        <Body1Strong>
          <Figure
            of={{ table: 'ledger', row: signed.id, column: 'amount' }}
            name={say('pane.bet.ledger.no', { no, period: name })}
          >
            <span className={later && styles.gone}>{money(cells.amount ?? null, true)}</span>
          </Figure>
        </Body1Strong>
      </div>
      <Caption1 className={styles.muted}>
        {say('pane.bet.ledger.when', {
          on: format.date(cells.signedOn ?? null),
          asOf: format.date(cells.asOf ?? null),
        })}
      </Caption1>
      <Caption1 className={styles.muted}>{who.join(' · ')}</Caption1>
      {named && (
        <Caption1>
          {say('bet.ledger.takesPlace', {
            no,
            on: format.date(cells.signedOn ?? null),
            of: named.no,
            day: format.date(named.cells.signedOn ?? null),
            because: String(cells.because ?? ''),
          })}
        </Caption1>
      )}
      {later && <Caption1>{say('pane.bet.ledger.supersededBy', { no: later.no })}</Caption1>}
      {problems.map((one) => (
        <Caption1 key={one.kind} className={styles.wrong}>
          {describeLedgerProblem(lang, one)}
        </Caption1>
      ))}
      {earlier.map((one) => (
        <Caption1 key={one.kind} className={styles.muted}>
          {describeLedgerProblem(lang, one)}
        </Caption1>
      ))}
      {mismatches.map(({ amount, signature, terms }) => (
        <Caption1 key={amount} className={styles.wrong}>
          {say('pane.bet.ledger.mismatch', {
            amount: say(`pane.bet.${amount}`),
            signature: money(signature, true),
            terms: money(terms, true),
          })}
        </Caption1>
      ))}
      <Fold title={say('pane.bet.figures')}>
        <Amounts signed={signed} />
      </Fold>
      <Caption1 className={styles.muted}>{say('pane.bet.digest')}</Caption1>
      <CopyText
        text={String(cells.digest ?? '–')}
        label={say('pane.bet.ledger.digestOf', { no })}
      />
      <GoTo
        place={{ table: 'ledger', row: signed.id, column: 'amount' }}
        label={say('pane.bet.ledger.show', { no })}
      >
        {say('pane.show')}
      </GoTo>
    </li>
  );
}

const amounts = ['earned', 'pending', 'forfeited'] as const;

/** What a signature froze, in all and by term. */
function Amounts({ signed: { id: signature, no, cells } }: { signed: Signed }) {
  const say = useSay();
  const money = useMoney();
  const { study } = useBook();
  const terms = rowsIn(study, 'signedTerms').filter((row) => row.cells.signature === no);
  const figures = (table: string, { id: row, cells: of }: Pick<Signed, 'id' | 'cells'>) =>
    amounts.map((column) => ({ text: money(of[column] ?? null), of: { table, row, column } }));
  return (
    <Numbers
      caption={say('pane.bet.ledger.frozen', { no })}
      columns={[say('pane.bet.term'), ...amounts.map((id) => say(`pane.bet.${id}`))]}
      rows={[
        ...terms.map((row) => [String(row.cells.term ?? ''), ...figures('signedTerms', row)]),
        [say('pane.bet.sum'), ...figures('ledger', { id: signature, cells })],
      ]}
    />
  );
}
