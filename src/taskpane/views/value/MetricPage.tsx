import { Body1, Caption1, LargeTitle, makeStyles, tokens } from '@fluentui/react-components';
import { choicesIn, columnIn, rowsIn } from '../../../office';
import { useBook } from '../../core/book';
import { CellInput } from '../../parts/CellInput';
import { Figure } from '../../parts/Figure';
import { Fold } from '../../parts/Fold';
import { GoTo } from '../../parts/GoTo';
import { Section } from '../../parts/Section';
import { SubPage } from '../../parts/SubPage';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { bulletOf } from './bullet';
import { BulletChart } from './BulletChart';
import { Computation } from './Computation';
import { Guards } from './Guards';
import { useMeasure } from './measure';
import { gapTold, known, type Metric } from './metrics';
import { moneyOf } from './money';
import { MoneySection } from './MoneySection';
import { Readings } from './Readings';
import { inWindow, readingsOf } from './reading';
import { StandingBadge } from './Standing';
import { TrendChart } from './TrendChart';
import { Yardstick } from './Yardstick';

const useStyles = makeStyles({
  stand: { display: 'flex', flexDirection: 'column', gap: '6px' },
  figure: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  muted: { color: tokens.colorNeutralForeground2 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '4px 12px',
    margin: 0,
  },
  fact: { margin: 0 },
});

/** What a reading of the metric is, and how often there is one. */
const measureColumns = ['measure', 'levelMode', 'base', 'period'];

interface MetricPageProps {
  metric: Metric;
  metrics: readonly Metric[];
  onOpen: (id: string) => void;
  onBack: () => void;
}

/** All about one metric. */
export function MetricPage({ metric, metrics, onOpen, onBack }: MetricPageProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const { shortly } = useMeasure();
  const readings = readingsOf(study, metric);
  const money = moneyOf(study, metric);
  const row = rowsIn(study, 'metrics').find(({ id }) => id === metric.id);
  const counted = inWindow(readings, metric, known(row?.cells.from) ?? 0);
  const bullet = bulletOf(metric);
  const cell = (column: string) => (
    <CellInput key={column} table="metrics" row={metric.id} column={column} />
  );
  const word = (list: string, id: string) =>
    choicesIn(study, list).find((entry) => entry.id === id)?.label ?? id;
  const facts = (
    [
      ['unit', word('unit', metric.unit)],
      ['direction', word('direction', metric.direction)],
      ['measure', word('measure', metric.measure)],
      ['levelMode', metric.measure === 'level' ? word('levelMode', metric.levelMode) : ''],
      ['base', metric.measure === 'flow' ? format.number(metric.base ?? 12) : ''],
      ['period', word('cadence', metric.cadence)],
      ['owner', metric.owner],
      ['evidence', metric.evidence],
      ['wordingBy', metric.wordingBy && word('wording', metric.wordingBy)],
    ] as const
  ).filter(([, value]) => value !== '');
  const amount = (value: number | null) => shortly(value, metric.unit);
  return (
    <SubPage title={metric.name} back={say('pane.value.back')} onBack={onBack}>
      <div className={styles.stand}>
        <div className={styles.figure}>
          {metric.attainment !== null && (
            <LargeTitle>
              <Figure
                of={{ table: 'metrics', row: metric.id, column: 'attainment' }}
                name={columnIn(study, 'metrics', 'attainment').header}
              >
                {format.percent(metric.attainment)}
              </Figure>
            </LargeTitle>
          )}
          <StandingBadge metric={metric} />
        </div>
        {bullet && <BulletChart bullet={bullet} />}
        <Body1 className={styles.muted}>
          {bullet
            ? say('pane.value.row', {
                baseline: amount(metric.adjusted),
                target: amount(metric.target),
                actual: amount(metric.actual),
              })
            : say(metric.adjusted === null ? 'pane.value.needsBaseline' : 'pane.value.needsTarget')}
        </Body1>
        {metric.uncovered !== null && metric.uncovered > gapTold && (
          <Body1 className={styles.muted}>
            {say('pane.value.uncovered', {
              covered: format.number(metric.covered ?? 0, 1),
              uncovered: format.number(metric.uncovered, 1),
            })}
          </Body1>
        )}
      </div>
      <Section title={say('pane.value.definition')}>
        <Body1>{metric.explanation}</Body1>
        {metric.definition !== '' && <Body1 className={styles.muted}>{metric.definition}</Body1>}
        <dl className={styles.facts}>
          {facts.map(([column, value]) => (
            <FactRow key={column} name={columnIn(study, 'metrics', column).header} value={value} />
          ))}
        </dl>
      </Section>
      <Section title={say('pane.value.agreed')}>
        {metric.measure === '' && (
          <>
            <Body1>{say('pane.value.needsMeasure')}</Body1>
            <div className={styles.pair}>{measureColumns.map(cell)}</div>
          </>
        )}
        <div className={styles.pair}>{['baseline', 'target'].map(cell)}</div>
        <Yardstick metric={metric} />
        <Fold title={say('pane.value.adjust')}>
          <div className={styles.pair}>
            {[
              ...['adjustment', 'adjustmentKind', 'reason', 'window', 'asOf', 'use'],
              ...(metric.measure === '' ? [] : measureColumns),
            ].map(cell)}
          </div>
          <Caption1 className={styles.muted}>{say('pane.value.adjust.hint')}</Caption1>
        </Fold>
        <div>
          <GoTo place={{ table: 'metrics', row: metric.id, column: 'baseline' }}>
            {say('pane.value.goToCell')}
          </GoTo>
        </div>
      </Section>
      <Readings metric={metric} readings={readings}>
        <TrendChart metric={metric} readings={readings} />
      </Readings>
      <Guards metric={metric} metrics={metrics} onOpen={onOpen} />
      <MoneySection metric={metric} money={money} />
      <Computation metric={metric} readings={counted} money={money} />
    </SubPage>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.muted}>{name}</dt>
      <dd className={styles.fact}>{value}</dd>
    </>
  );
}
