import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Return } from '../../../office';
import { Bar } from '../../parts/Bar';
import { Figure, useFigureList } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  year: { display: 'flex', flexDirection: 'column', gap: '3px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) 68px',
    gap: '8px',
    alignItems: 'center',
  },
  amount: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  muted: { color: tokens.colorNeutralForeground2 },
});

const known = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Planned against realised benefits, year by year, and what is still to come. */
export function Years({ years, toDate, currency }: Pick<Return, 'years' | 'toDate' | 'currency'>) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const figures = useFigureList<HTMLUListElement>();
  const benefits = years.filter(
    ({ benefits: planned, realised }) => known(planned) !== 0 || known(realised) !== 0,
  );
  const longest = Math.max(
    1,
    ...benefits.flatMap((year) => [
      known(year.benefits),
      known(year.realised) + known(year.forecast),
    ]),
  );
  const amount = (value: unknown) => format.compact(known(value), currency);
  const { PlannedToDate: planned, Realised: realised, Forecast: forecast, Outlook } = toDate;
  const share = known(planned) === 0 ? undefined : known(realised) / known(planned);
  return (
    <Section title={say('pane.return.years')}>
      <Body1Strong>
        <Figure of={{ name: 'Roi.Realised' }} name={say('pane.return.realised')}>
          {share === undefined
            ? say('pane.return.realisedOnly', { realised: amount(realised) })
            : say('pane.return.realisedOf', {
                realised: amount(realised),
                planned: amount(planned),
                share: format.percent(share),
              })}
        </Figure>
      </Body1Strong>
      <Body1>
        <Figure of={{ name: 'Roi.Forecast' }} name={say('pane.return.forecast')}>
          {say('pane.return.forecastToCome', { forecast: amount(forecast) })}
        </Figure>
        {typeof Outlook === 'number' && (
          <>
            {' · '}
            <Figure of={{ name: 'Roi.Outlook' }} name={say('pane.return.npv')}>
              {say('pane.return.outlook', { outlook: format.compact(Outlook, currency) })}
            </Figure>
          </>
        )}
      </Body1>
      <ul className={styles.list} {...figures}>
        {benefits.map((year) => {
          const lines = [
            ['planned', year.benefits, 'outline'],
            ...(known(year.realised) !== 0 ? [['realised', year.realised, 'solid']] : []),
            ...(known(year.forecast) !== 0 && known(year.realised) !== 0
              ? [['forecast', year.forecast, 'outline']]
              : []),
          ] as ['planned' | 'realised' | 'forecast', number, 'outline' | 'solid'][];
          return (
            <li key={year.year} className={styles.year}>
              <Body1>{say('pane.return.yearNo', { year: year.year })}</Body1>
              {lines.map(([id, value, look]) => (
                <div key={id} className={styles.line}>
                  <Caption1 className={styles.muted}>{say(`pane.return.${id}`)}</Caption1>
                  <Bar to={known(value) / longest} look={look} />
                  <Caption1 className={styles.amount}>
                    <Figure
                      of={{
                        table: 'roi.years',
                        row: `year.${year.year}`,
                        column: id === 'planned' ? 'benefits' : id,
                      }}
                      name={[
                        say(`pane.return.${id}`),
                        say('pane.return.yearNo', { year: year.year }),
                      ].join(' · ')}
                    >
                      {amount(value)}
                    </Figure>
                  </Caption1>
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
