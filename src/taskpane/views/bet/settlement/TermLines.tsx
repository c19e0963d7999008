import { Badge, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { columnIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';
import { useBook } from '../../../core/book';
import { Figure, useFigureList } from '../../../parts/Figure';
import { GoTo } from '../../../parts/GoTo';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { StakeBar } from './StakeBar';
import { isPending, type TermLine } from './story';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'baseline',
    fontVariantNumeric: 'tabular-nums',
  },
  reason: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  muted: { color: tokens.colorNeutralForeground2 },
});

const number = (value: CellValue): number => (typeof value === 'number' ? value : 0);

/** Each term of a period: what it earned of its stake, and why. */
export function TermLines({ lines }: { lines: readonly TermLine[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} {...useFigureList<HTMLUListElement>()}>
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
}

function colorOf(line: TermLine): 'warning' | 'success' | 'danger' | 'informative' {
  if (isPending(line)) return 'warning';
  if (number(line.forfeited) === 0) return 'success';
  return number(line.earned) === 0 ? 'danger' : 'informative';
}

function Line({ line }: { line: TermLine }) {
  const say = useSay();
  const money = useMoney();
  const format = useFormat();
  const styles = useStyles();
  const { code, item, reason, drift, attainment, payout, stake } = line;
  const { study } = useBook();
  const figure = (column: string, text: string) => (
    <Figure
      of={{ table: 'settlement', row: line.id, column }}
      name={[code || item, columnIn(study, 'settlement', column).header].join(' · ')}
    >
      {text}
    </Figure>
  );
  const facts: [column: string, text: string][] = [];
  if (typeof attainment === 'number')
    facts.push([
      'attainment',
      say('pane.bet.line.attainment', { at: format.percent(attainment, 1) }),
    ]);
  if (typeof payout === 'number')
    facts.push(['payout', say('pane.bet.line.payout', { pays: format.percent(payout, 1) })]);
  if (number(line.bonus) > 0)
    facts.push(['bonus', say('pane.bet.line.bonus', { amount: money(line.bonus, true) })]);
  const amounts = (['pending', 'forfeited'] as const).filter((id) => number(line[id]) > 0);
  const figures = (all: readonly [string, string][]) =>
    all.map(([column, text], i) => (
      <Fragment key={column}>
        {i > 0 && ' · '}
        {figure(column, text)}
      </Fragment>
    ));
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <Body1Strong>{[code, item].filter(Boolean).join(' · ')}</Body1Strong>
        <Body1Strong>{figure('earned', money(line.earned, true))}</Body1Strong>
      </div>
      <div className={styles.reason}>
        <Badge appearance="outline" color={colorOf(line)}>
          {reason || '–'}
        </Badge>
        {drift !== '' && (
          <Badge appearance="filled" color="danger">
            {drift}
          </Badge>
        )}
      </div>
      <Caption1 className={styles.muted}>{figures(facts)}</Caption1>
      {amounts.length > 0 && <StakeBar amounts={line} />}
      <div className={styles.head}>
        <Caption1 className={styles.muted}>
          {figures([
            ['stake', say('pane.bet.line.stake', { amount: money(stake, true) })],
            ...amounts.map((id): [string, string] => [
              id,
              say(`pane.bet.line.${id}`, { amount: money(line[id], true) }),
            ]),
          ])}
        </Caption1>
        <span className={styles.reason}>
          <GoTo
            place={{ table: 'settlement', row: line.id, column: 'reason' }}
            label={say('pane.bet.showLine', { name: code || item })}
          >
            {say('pane.show')}
          </GoTo>
        </span>
      </div>
    </li>
  );
}
