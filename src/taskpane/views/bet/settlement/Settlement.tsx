import { Body1, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { columnIn, resultIn, rowsIn } from '../../../../office';
import { useBook } from '../../../core/book';
import { FieldInput } from '../../../parts/CellInput';
import { Figure } from '../../../parts/Figure';
import { Section } from '../../../parts/Section';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { useRoute } from '../../views';
import { useMoney } from '../useMoney';
import { Sign } from './Sign';
import { StakeBar } from './StakeBar';
import { Steps } from './Steps';
import { isPending, periodsOf, termLinesOf } from './story';
import { TermLines } from './TermLines';

const useStyles = makeStyles({
  periods: { display: 'flex', flexDirection: 'column', gap: '4px' },
  period: { justifyContent: 'space-between', textAlign: 'start', minHeight: '36px', gap: '8px' },
  status: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** One period: what it comes to, what is pending and why, and its signature. */
export function Settlement() {
  const say = useSay();
  const money = useMoney();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const { open } = useRoute();
  const periods = useMemo(() => periodsOf(study), [study]);
  const current = Number(resultIn(study, 'Statement.Row') ?? 1);
  const [chosen, setChosen] = useState<number>();
  const period = periods.find(({ no }) => no === (chosen ?? current)) ?? periods[0];
  const lines = useMemo(() => (period ? termLinesOf(study, period.no) : []), [study, period]);
  if (!period) return <Body1>{say('pane.bet.noPeriod')}</Body1>;
  const pending = lines.filter(isPending).length;
  const unread =
    lines.some(isPending) &&
    rowsIn(study, 'readings').filter(({ cells }) => cells.metric).length === 0;
  return (
    <>
      <Section title={say('pane.bet.period')}>
        <div className={styles.periods} role="group" aria-label={say('pane.bet.period')}>
          {periods.map(({ no, item, status, cells }) => (
            <Button
              key={no}
              className={styles.period}
              appearance={no === period.no ? 'outline' : 'subtle'}
              aria-pressed={no === period.no}
              onClick={() => setChosen(no)}
            >
              <span>
                {item || say('pane.bet.periodNo', { no })}
                {' · '}
                {format.date(cells.date ?? null)}
              </span>
              <Caption1 className={styles.status}>{status}</Caption1>
            </Button>
          ))}
        </div>
        <FieldInput name="Value.AsOf" hint={say('pane.bet.asOf.hint')} />
      </Section>
      <Section title={say('pane.bet.steps')}>
        <Caption1 className={styles.muted}>{say('pane.bet.ofPeriod')}</Caption1>
        <StakeBar
          amounts={{
            earned: period.cells.earned ?? null,
            pending: period.cells.pending ?? null,
            forfeited: period.cells.forfeited ?? null,
          }}
        />
        <Caption1>
          {(['earned', 'bonus', 'pending', 'forfeited'] as const)
            .filter((id) => id === 'earned' || period.cells[id] !== 0)
            .map((id, i) => (
              <span key={id}>
                {i > 0 && ' · '}
                <Figure
                  of={{ table: 'statement', row: period.id, column: id }}
                  name={columnIn(study, 'statement', id).header}
                >
                  {say(`pane.bet.line.${id}`, { amount: money(period.cells[id] ?? null, true) })}
                </Figure>
              </span>
            ))}
        </Caption1>
        <Steps period={period} />
      </Section>
      <Section title={say('pane.bet.lines')}>
        <Caption1 className={styles.muted}>
          {pending === 0
            ? say('pane.bet.lines.decided')
            : say('pane.bet.lines.pending', { pending })}
        </Caption1>
        {unread && (
          <Link as="button" onClick={() => open('value')}>
            {say('pane.bet.toReadings')}
          </Link>
        )}
        <TermLines lines={lines} />
      </Section>
      <Sign key={period.no} period={period} names={nameOf(periods)} />
    </>
  );
}

const nameOf = (periods: ReturnType<typeof periodsOf>) => (no: number) =>
  periods.find((one) => one.no === no)?.item || String(no);
