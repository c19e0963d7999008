import {
  Badge,
  Body1,
  Caption1,
  makeStyles,
  Subtitle2,
  Title1,
  tokens,
} from '@fluentui/react-components';
import { resultIn } from '../../../office';
import { useBook } from '../../core/book';
import { realisedOf } from '../../core/realised';
import { Bar } from '../../parts/Bar';
import { Card } from '../../parts/Card';
import { Figure } from '../../parts/Figure';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { useMeasure } from './measure';
import { known, standings, type Metric } from './metrics';
import { StandingBadge } from './Standing';

const useStyles = makeStyles({
  label: { margin: 0, fontWeight: tokens.fontWeightRegular },
  figure: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px' },
  muted: { color: tokens.colorNeutralForeground2 },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', margin: 0, padding: 0 },
  count: { display: 'flex', alignItems: 'center', gap: '4px', listStyleType: 'none' },
});

/** What has come of the plan so far, in money, and how many metrics have come how far. */
export function Headline({ metrics }: { metrics: readonly Metric[] }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const { money } = useMeasure();
  const planned = known(resultIn(study, 'Roi.PlannedToDate'));
  const realised = realisedOf(resultIn(study, 'Roi.Realised'), planned);
  const at = resultIn(study, 'Value.At');
  const share = realised !== null && planned ? realised / planned : undefined;
  const counts = standings
    .map((standing) => metrics.filter((metric) => metric.standing === standing))
    .filter(([first]) => first !== undefined);
  return (
    <Card>
      <Subtitle2 as="h1" className={styles.label}>
        {say('pane.value.realised')}
      </Subtitle2>
      <div className={styles.figure}>
        <Title1>
          <Figure of={{ name: 'Roi.Realised' }} name={say('pane.value.realised')}>
            {money(realised)}
          </Figure>
        </Title1>
        {share !== undefined && (
          <Body1 className={styles.muted}>
            <Figure of={{ name: 'Roi.PlannedToDate' }} name={say('pane.return.planned')}>
              {say('pane.value.ofPlanned', {
                share: format.percent(share),
                planned: money(planned),
              })}
            </Figure>
          </Body1>
        )}
      </div>
      {share !== undefined && <Bar to={share} />}
      <Caption1 className={styles.muted}>
        {share === undefined
          ? say('pane.value.nothingPlanned')
          : say('pane.value.upTo', { date: format.date(at) })}
      </Caption1>
      <ul
        className={styles.counts}
        aria-label={say('pane.value.inScope', { count: metrics.length })}
      >
        <li className={styles.count}>
          <Badge appearance="outline">{say('pane.value.inScope', { count: metrics.length })}</Badge>
        </li>
        {counts.map((found) => (
          <li key={found[0]?.standing} className={styles.count}>
            <StandingBadge metric={found[0] as Metric} />
            <strong>{found.length}</strong>
          </li>
        ))}
      </ul>
    </Card>
  );
}
