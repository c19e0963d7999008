import { Badge, Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CellInput } from '../../parts/CellInput';
import { Figure } from '../../parts/Figure';
import { GoTo } from '../../parts/GoTo';
import { Numbers } from '../../parts/Numbers';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { useMeasure } from './measure';
import type { Metric } from './metrics';
import type { Money } from './money';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  driver: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    gap: '4px',
    paddingBlock: '2px',
  },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  muted: { color: tokens.colorNeutralForeground2 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
});

/** Drivers × shares: what an improvement is worth a year, at target and as it is. */
export function MoneySection({ metric, money: rows }: { metric: Metric; money: readonly Money[] }) {
  const say = useSay();
  const styles = useStyles();
  return (
    <Section title={say('pane.value.money')}>
      {rows.length === 0 && <Body1 className={styles.muted}>{say('pane.value.money.none')}</Body1>}
      {rows.map((row) => (
        <OneMoney key={row.id} metric={metric} row={row} />
      ))}
    </Section>
  );
}

function OneMoney({ metric, row }: { metric: Metric; row: Money }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { money, fully } = useMeasure();
  const at = (column: string) => ({ table: 'monetisation', row: row.id, column });
  const amount = (column: 'gross' | 'grossActual' | 'net' | 'netActual') => ({
    ...{ text: money(row[column]), of: at(column) },
  });
  const points = metric.unit === 'ratio';
  const unitValue = row.unitValue === null ? null : row.unitValue / (points ? 100 : 1);
  const shares = [
    'attribution',
    'confidence',
    ...(row.savesTime ? ['recapture'] : []),
    ...(row.group ? ['share'] : []),
  ];
  return (
    <>
      {!row.priced && (
        <div>
          <Badge appearance="tint" color="warning">
            {row.status}
          </Badge>
        </div>
      )}
      <ul className={styles.list}>
        {row.drivers.map(({ id, name, unit, value }, i) => (
          <li key={`${id} ${i}`} className={styles.driver}>
            <span aria-hidden>{i > 0 ? '×' : ''}</span>
            <GoTo
              place={{ table: 'drivers', row: id, column: 'likely' }}
              label={say('pane.value.goTo', { what: name })}
            >
              {name}
            </GoTo>
            <span className={styles.amount}>{fully(value, unit)}</span>
          </li>
        ))}
        {row.divisor !== null && (
          <li className={styles.driver}>
            <span aria-hidden>÷</span>
            <span>{say('pane.value.divisor')}</span>
            <span className={styles.amount}>{format.number(row.divisor)}</span>
          </li>
        )}
      </ul>
      <Body1>
        <Figure of={at('unitValue')} name={say('pane.value.money')}>
          {say(points ? 'pane.value.unitValue.point' : 'pane.value.unitValue', {
            amount: money(unitValue),
          })}
        </Figure>
      </Body1>
      <div className={styles.pair}>
        {shares.map((column) => (
          <CellInput key={column} table="monetisation" row={row.id} column={column} />
        ))}
      </div>
      <Numbers
        caption={say('pane.value.money')}
        columns={[
          say('pane.value.money.yearly'),
          say('pane.value.money.atTarget'),
          say('pane.value.money.now'),
        ]}
        rows={[
          [say('pane.value.money.gross'), amount('gross'), amount('grossActual')],
          [say('pane.value.money.net'), amount('net'), amount('netActual')],
        ]}
      />
      {row.group && (
        <Caption1 className={styles.muted}>
          {say('pane.value.money.group', { group: row.group })}
        </Caption1>
      )}
      <div>
        <GoTo place={{ table: 'monetisation', row: row.id, column: 'attribution' }}>
          {say('pane.value.money.goTo')}
        </GoTo>
      </div>
    </>
  );
}
