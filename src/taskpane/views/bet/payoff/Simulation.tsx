import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { useState } from 'react';
import { payoffOf, type Outcomes, type Study } from '../../../../office';
import { useBook } from '../../../core/book';
import { Fold } from '../../../parts/Fold';
import { Numbers } from '../../../parts/Numbers';
import { Notice } from '../../../parts/Notice';
import { Section } from '../../../parts/Section';
import { Tile } from '../../../parts/Tile';
import { numberOf, useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { Histogram } from './Histogram';

type Simulated = NonNullable<Outcomes['simulation']>;

const draws = 10_000;
/** So that the words are drawn before the work begins. */
const breath = 30;

const useStyles = makeStyles({
  ask: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 84px',
    gap: '8px',
    alignItems: 'end',
  },
  control: { minWidth: 0, width: '100%' },
  muted: { color: tokens.colorNeutralForeground2 },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  facts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** The bet played many times over. */
export function Simulation({ fee }: { fee: number }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const [typed, setTyped] = useState('1');
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<{ of: Study; result: Simulated | undefined }>();
  const seed = numberOf(typed);
  const isSeed = typeof seed === 'number' && Number.isInteger(seed) && seed >= 0;
  const simulate = async () => {
    if (!isSeed) return;
    setRunning(true);
    await new Promise((resolve) => setTimeout(resolve, breath));
    setDone({ of: study, result: payoffOf(study, { draws, seed }).simulation });
    setRunning(false);
  };
  return (
    <Section title={say('pane.bet.simulation')}>
      <Caption1 className={styles.muted}>{say('pane.bet.simulation.lead')}</Caption1>
      <div className={styles.ask}>
        <Button
          appearance="primary"
          icon={running ? <Spinner size="tiny" /> : <PlayRegular />}
          disabledFocusable={running || !isSeed}
          onClick={() => void simulate()}
        >
          {running
            ? say('pane.bet.simulation.running')
            : say('pane.bet.simulation.run', { draws: format.number(draws) })}
        </Button>
        <Field label={say('pane.bet.simulation.seed')} title={say('pane.bet.simulation.seed.why')}>
          <Input
            className={styles.control}
            input={{ style: { minWidth: 0 } }}
            inputMode="numeric"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      </div>
      <div role="status">
        {done?.result && !running && (
          <Caption1 className={styles.muted}>
            {say('pane.bet.simulation.done', { draws: format.number(draws) })}
          </Caption1>
        )}
      </div>
      {done && done.of !== study && (
        <Notice intent="info" text={say('pane.bet.simulation.stale')} />
      )}
      {done?.result && <Distribution result={done.result} fee={fee} />}
    </Section>
  );
}

function Distribution({ result, fee }: { result: Simulated; fee: number }) {
  const say = useSay();
  const money = useMoney();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const { quantiles, histogram, vendorLoses, clientLoses, even, certain, unjudged } = result;
  const { currency } = study.read.engagement.settings;
  const compact = (value: number) => format.compact(value, String(currency ?? ''));
  const range = { low: money(quantiles.p5), high: money(quantiles.p95) };
  const evenWords = even
    .map(({ from, to }) =>
      from === to
        ? format.percent(from, 1)
        : say('pane.bet.range', { from: format.percent(from, 1), to: format.percent(to, 1) }),
    )
    .join(say('pane.bet.and'));
  return (
    <div className={styles.facts}>
      <Body1>
        {say('pane.bet.simulation.message', { ...range, middle: money(quantiles.p50) })}
      </Body1>
      <Histogram
        label={say('pane.bet.simulation.label', { ...range, middle: money(quantiles.p50) })}
        bars={histogram}
        marks={[
          {
            at: quantiles.p50,
            label: say('pane.bet.simulation.median', { amount: money(quantiles.p50) }),
            look: 'plain',
          },
          {
            at: fee,
            label: say('pane.bet.simulation.fee', { amount: money(fee) }),
            look: 'dashed',
          },
        ]}
        compact={compact}
      />
      <div className={styles.tiles}>
        <Tile
          label={say('pane.bet.simulation.vendorLoses')}
          value={format.percent(vendorLoses, 1)}
        />
        <Tile
          label={say('pane.bet.simulation.clientLoses')}
          value={format.percent(clientLoses, 1)}
        />
      </div>
      <Body1>
        {even.length > 0
          ? say('pane.bet.simulation.even', { shares: evenWords })
          : say('pane.bet.simulation.neverEven')}
      </Body1>
      {certain.length > 0 && (
        <Caption1 className={styles.muted}>
          {say('pane.bet.simulation.certain', { metrics: certain.join(say('pane.bet.and')) })}
        </Caption1>
      )}
      {unjudged.length > 0 && (
        <Caption1 className={styles.muted}>
          {say('pane.bet.simulation.unjudged', {
            terms: unjudged.join(say('pane.bet.and')),
            chance: format.percent(result.passChance),
          })}
        </Caption1>
      )}
      <Fold title={say('pane.bet.figures')}>
        <Numbers
          caption={say('pane.bet.simulation.quantiles')}
          columns={[say('pane.bet.simulation.quantile'), say('pane.bet.simulation.payable')]}
          rows={[
            ...(['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((quantile) => [
              format.percent(Number(quantile.slice(1)) / 100),
              money(quantiles[quantile]),
            ]),
            [say('pane.bet.simulation.mean'), money(result.mean)],
          ]}
        />
        <Numbers
          caption={say('pane.bet.simulation')}
          columns={[say('pane.bet.simulation.payable'), say('pane.bet.simulation.share')]}
          rows={histogram.map(({ from, to, share }) => [
            say('pane.bet.range', { from: money(from), to: money(to) }),
            format.percent(share, 1),
          ])}
        />
      </Fold>
    </div>
  );
}
