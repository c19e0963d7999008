import { Body1, Caption1, makeStyles, Subtitle2, Title1, tokens } from '@fluentui/react-components';
import { Card } from '../../parts/Card';
import { Figure } from '../../parts/Figure';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import type { Scenario } from './scenario';

const useStyles = makeStyles({
  label: { margin: 0, fontWeight: tokens.fontWeightRegular },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  muted: { color: tokens.colorNeutralForeground2 },
  measures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '6px 12px',
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  measure: {
    margin: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface HeadlineProps {
  scenario: Scenario;
  currency: string | null;
  /** Years after year 0. */
  years: number;
}

export const measures = ['roi', 'payback', 'irr', 'bcr', 'breakEven'] as const;
/** Where a measure of a scenario stands. */
export const cellOf = ({ no }: Pick<Scenario, 'no'>, column: string) => ({
  ...{ table: 'roi.scenarios', row: no - 1, column },
});
export const inWords = (scenario: Scenario, measure: (typeof measures)[number]): string =>
  measure === 'payback' ? scenario.paybackInWords : scenario[measure];

/** Whether it pays, in the scenario that the workbook follows. */
export function Headline({ scenario, currency, years }: HeadlineProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const npv = typeof scenario.npv === 'number' ? scenario.npv : undefined;
  const verdict = npv && (npv > 0 ? 'pays' : 'loses');
  const tone = npv && (npv > 0 ? styles.good : styles.bad);
  return (
    <Card>
      <Subtitle2 as="h1" className={styles.label}>
        {say('pane.return.npv')} · {scenario.label}
      </Subtitle2>
      <Title1 className={tone || undefined}>
        <Figure of={cellOf(scenario, 'npv')} name={say('pane.return.npv')}>
          {format.money(scenario.npv ?? '–', currency)}
        </Figure>
      </Title1>
      {npv !== undefined && (
        <Body1>{say(`pane.return.verdict.${verdict || 'even'}`, { years })}</Body1>
      )}
      <dl className={styles.measures}>
        {measures.map((measure) => [
          <dt key={measure}>{say(`pane.return.${measure}`)}</dt>,
          <dd key={`${measure} value`} className={styles.measure}>
            <Figure of={cellOf(scenario, measure)} name={say(`pane.return.${measure}`)}>
              {inWords(scenario, measure)}
            </Figure>
          </dd>,
        ])}
      </dl>
      <Caption1 className={styles.muted}>{say('pane.return.breakEven.hint')}</Caption1>
    </Card>
  );
}
