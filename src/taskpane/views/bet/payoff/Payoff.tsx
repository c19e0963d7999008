import {
  Body1,
  Body1Strong,
  Caption1,
  Field,
  makeStyles,
  Slider,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { payoffOf, resultIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';
import { useBook } from '../../../core/book';
import type { Explainable } from '../../../core/explain';
import { Figure } from '../../../parts/Figure';
import { Fold } from '../../../parts/Fold';
import { Numbers } from '../../../parts/Numbers';
import { Section } from '../../../parts/Section';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { clientLine, vendorLine } from './panels';
import { PayoffChart } from './PayoffChart';
import { Simulation } from './Simulation';

const useStyles = makeStyles({
  read: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  side: { display: 'flex', flexDirection: 'column' },
  muted: { color: tokens.colorNeutralForeground2 },
  strong: { fontSize: tokens.fontSizeBase400, fontVariantNumeric: 'tabular-nums' },
  charts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What each side has at each attainment, and how likely that is. */
export function Payoff() {
  const say = useSay();
  const money = useMoney();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const [level, setLevel] = useState(1);
  const outcomes = useMemo(() => payoffOf(study), [study]);
  const { levels, breakEven, currency, problem } = outcomes;
  const fee = Number(resultIn(study, 'Contract.Fee') ?? 0);
  const vendor = vendorLine(outcomes, fee);
  const client = clientLine(outcomes);
  if (problem !== null || vendor.points.length === 0) {
    return <Body1>{say('pane.bet.payoff.none', { reason: problem ?? '–' })}</Body1>;
  }
  const here = levels.findIndex((row) => Math.abs(row.level - level) < 1e-9);
  const shown = levels[here];
  const at = (row: number, column: string) => ({ table: 'payoff', row, column });
  const even = (value: CellValue) =>
    typeof value === 'number' ? format.percent(value, 1) : String(value ?? '–');
  const against = (amount: CellValue) => {
    if (typeof amount !== 'number') return money(amount);
    if (amount === 0) return say('pane.bet.payoff.same');
    const side = amount > 0 ? 'pane.bet.payoff.more' : 'pane.bet.payoff.less';
    return say(side, { amount: money(Math.abs(amount)) });
  };
  const compact = (value: number) => format.compact(value, currency);
  const ends = ({ points }: typeof vendor) => ({
    from: money(points[0]?.value ?? null),
    to: money(points.at(-1)?.value ?? null),
  });
  return (
    <>
      <Section title={say('pane.bet.payoff.title')}>
        <Field label={say('pane.bet.payoff.at', { level: format.percent(level) })}>
          <Slider
            min={0}
            max={150}
            step={5}
            value={Math.round(level * 100)}
            onChange={(_, { value }) => setLevel(value / 100)}
          />
        </Field>
        <div className={styles.read} role="status">
          <Side
            label={say('pane.bet.payoff.vendor')}
            value={money(shown?.income ?? null)}
            of={at(here, 'income')}
            more={against(shown?.against ?? null)}
          />
          <Side
            label={say('pane.bet.payoff.client')}
            value={money(shown?.client ?? null)}
            of={at(here, 'client')}
            more={say('pane.bet.payoff.yearly')}
          />
        </div>
        <div className={styles.charts}>
          <PayoffChart
            title={say('pane.bet.payoff.vendor')}
            label={say('pane.bet.payoff.vendorLabel', {
              ...ends(vendor),
              even: even(breakEven.vendor),
              fee: money(fee),
            })}
            line={vendor}
            againstLabel={say('pane.bet.payoff.fixedFee')}
            breakEven={breakEven.vendor}
            level={level}
            compact={compact}
          />
          <Caption1>{say('pane.bet.payoff.vendorEven', { even: even(breakEven.vendor) })}</Caption1>
          {client.points.length > 0 ? (
            <>
              <PayoffChart
                title={say('pane.bet.payoff.client')}
                label={say('pane.bet.payoff.clientLabel', {
                  ...ends(client),
                  even: even(breakEven.client),
                })}
                line={client}
                againstLabel={say('pane.bet.payoff.zero')}
                breakEven={breakEven.client}
                level={level}
                compact={compact}
              />
              <Caption1>
                {say('pane.bet.payoff.clientEven', { even: even(breakEven.client) })}
              </Caption1>
            </>
          ) : (
            <Caption1>{say('pane.bet.payoff.noValue')}</Caption1>
          )}
        </div>
        <Fold title={say('pane.bet.figures')}>
          <Numbers
            caption={say('pane.bet.payoff.title')}
            columns={[
              say('pane.bet.payoff.level'),
              say('pane.bet.payoff.vendor'),
              say('pane.bet.payoff.againstHead'),
              say('pane.bet.payoff.client'),
            ]}
            rows={levels
              .map((row, i) => ({ row, i }))
              .filter(({ i }) => i % 2 === 0)
              .map(({ row, i }) => [
                format.percent(row.level),
                ...(['income', 'against', 'client'] as const).map((column) => ({
                  ...{ text: money(row[column]), of: at(i, column) },
                })),
              ])}
          />
        </Fold>
        <Caption1 className={styles.muted}>{say('pane.bet.payoff.how')}</Caption1>
      </Section>
      <Simulation fee={fee} />
    </>
  );
}

interface SideProps {
  label: string;
  value: string;
  of: Explainable;
  more: string;
}

function Side({ label, value, of, more }: SideProps) {
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <Caption1 className={styles.muted}>{label}</Caption1>
      <Body1Strong className={styles.strong}>
        <Figure of={of} name={label}>
          {value}
        </Figure>
      </Body1Strong>
      <Caption1 className={styles.muted}>{more}</Caption1>
    </div>
  );
}
