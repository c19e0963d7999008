import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Return } from '../../../office';
import { Fold } from '../../parts/Fold';
import { Numbers } from '../../parts/Numbers';
import { lineOf } from '../../parts/scale';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { axesOf, frame, type Flow } from './flows';
import type { Scenario } from './scenario';

const useStyles = makeStyles({
  svg: { display: 'block', width: '100%', maxWidth: '480px', overflow: 'visible' },
  text: { fontSize: '10.5px', fill: tokens.colorNeutralForeground2 },
  strong: {
    fontSize: '11px',
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorNeutralForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '3px',
    paintOrder: 'stroke',
  },
  grid: { stroke: tokens.colorNeutralStroke2 },
  zero: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1.5px' },
  other: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeDasharray: '3 3',
    strokeWidth: '1.5px',
  },
  chosen: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px' },
  point: { fill: tokens.colorBrandStroke1, stroke: tokens.colorNeutralBackground1 },
  back: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '2.5px',
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface CashFlowProps {
  flows: readonly Flow[];
  /** The scenario that the workbook follows. */
  chosen: Scenario;
  currency: string | null;
  years: Return['years'];
}

/** When the money that goes out comes back. */
export function CashFlow({ flows, chosen, currency, years }: CashFlowProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { levels, last, x, y } = axesOf(flows);
  const points = (flow: Flow) =>
    flow.cumulative.map((amount, year) => [x(year), y(amount)] as const);
  const main = flows.find(({ scenario }) => scenario === chosen.no);
  if (!main) return null;
  const { payback } = chosen;
  const amount = (value: number | undefined) => format.compact(value ?? null, currency);
  const end = main.cumulative[main.cumulative.length - 1];
  const label = say('pane.return.cumulative.label', {
    scenario: chosen.label,
    lowest: amount(Math.min(...main.cumulative)),
    end: amount(end),
    years: last,
    payback: chosen.paybackInWords,
  });
  const years0 = Array.from({ length: last + 1 }, (_, year) => year);
  const head = [say('pane.return.year'), ...columns.map((id) => say(`pane.return.${id}`))];
  return (
    <Section title={say('pane.return.cumulative')}>
      <svg
        className={styles.svg}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={label}
      >
        {levels.map((level) => (
          <g key={level}>
            <line
              className={level === 0 ? styles.zero : styles.grid}
              x1={frame.left}
              x2={frame.width}
              y1={y(level)}
              y2={y(level)}
            />
            <text className={styles.text} x={frame.left - 6} y={y(level) + 4} textAnchor="end">
              {format.compact(level, currency)}
            </text>
          </g>
        ))}
        {years0.map((year) => (
          <text
            key={year}
            className={styles.text}
            x={x(year)}
            y={frame.height - 6}
            textAnchor={year === last ? 'end' : 'middle'}
          >
            {last > 5 && year % 2 === 1 ? '' : say('pane.return.yearNo', { year })}
          </text>
        ))}
        {flows
          .filter((flow) => flow !== main)
          .map((flow) => (
            <path key={flow.scenario} className={styles.other} d={lineOf(points(flow))} />
          ))}
        <path className={styles.chosen} d={lineOf(points(main))} />
        {points(main).map(([px, py]) => (
          <circle key={px} className={styles.point} cx={px} cy={py} r={3} />
        ))}
        {payback !== null && (
          <>
            <circle className={styles.back} cx={x(payback)} cy={y(0)} r={5} />
            <text
              className={styles.strong}
              x={x(payback) - 8}
              y={y(0) - 9}
              textAnchor={payback > last / 2 ? 'end' : 'middle'}
            >
              {say('pane.return.paidBack', { years: format.number(payback, 1) })}
            </text>
          </>
        )}
        <text
          className={mergeClasses(styles.strong)}
          x={frame.width}
          y={y(end ?? 0) - 8}
          textAnchor="end"
        >
          {amount(end)}
        </text>
      </svg>
      <Caption1 className={styles.muted}>{say('pane.return.undiscounted')}</Caption1>
      <Fold title={say('pane.return.numbers')}>
        <Numbers
          caption={say('pane.return.cumulative')}
          columns={head}
          rows={years.map((year) => [
            String(year.year),
            ...columns.map((id) => ({
              text: format.compact(year[id], currency),
              of: { table: 'roi.years', row: `year.${year.year}`, column: id },
            })),
          ])}
        />
      </Fold>
    </Section>
  );
}

const columns = ['benefits', 'costs', 'net', 'cumulative'] as const;
