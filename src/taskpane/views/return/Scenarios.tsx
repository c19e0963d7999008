import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useBook } from '../../core/book';
import { Figure, useFigureList } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { Segments } from '../../parts/Segments';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { cellOf, inWords, measures } from './Headline';
import type { Scenario } from './scenario';

const useStyles = makeStyles({
  table: {
    width: '100%',
    overflowWrap: 'normal',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
  },
  first: { width: '22%' },
  cell: {
    padding: '6px 3px',
    textAlign: 'end',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { textAlign: 'start', paddingLeft: 0, color: tokens.colorNeutralForeground2 },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorBrandStroke1}`,
    borderRight: `1px solid ${tokens.colorBrandStroke1}`,
  },
});

interface ScenariosProps {
  scenarios: readonly Scenario[];
  currency: string | null;
}

/** The three scenarios side by side; choosing one makes the whole workbook follow it. */
export function Scenarios({ scenarios, currency }: ScenariosProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { edit, busy } = useBook();
  const [asked, setAsked] = useState<string>();
  const chosen = scenarios.find((one) => one.chosen);
  const choose = async (id: string) => {
    setAsked(undefined);
    if (await edit([{ name: 'Value.Scenario', value: id }])) setAsked(id);
  };
  const rows = [
    ['npv', (one: Scenario) => format.compact(one.npv ?? '–', currency)] as const,
    ...measures.map((id) => [id, (one: Scenario) => inWords(one, id)] as const),
  ];
  return (
    <Section title={say('pane.return.scenarios')}>
      <Segments
        label={say('pane.return.scenario')}
        value={chosen?.id ?? ''}
        options={scenarios}
        disabled={busy}
        onChange={choose}
      />
      <Caption1 role="status">
        {asked === chosen?.id &&
          chosen &&
          say('pane.return.scenario.told', {
            scenario: chosen.label,
            npv: format.money(chosen.npv ?? '–', currency),
          })}
      </Caption1>
      <table className={styles.table} {...useFigureList<HTMLTableElement>()}>
        <thead>
          <tr>
            <td className={mergeClasses(styles.cell, styles.first)} />
            {scenarios.map((one) => (
              <th
                key={one.id}
                scope="col"
                className={mergeClasses(styles.cell, one.chosen && styles.chosen)}
              >
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, write]) => (
            <tr key={id}>
              <th scope="row" className={mergeClasses(styles.cell, styles.head)}>
                {say(`pane.return.short.${id}`)}
              </th>
              {scenarios.map((one) => (
                <td key={one.id} className={mergeClasses(styles.cell, one.chosen && styles.chosen)}>
                  <Figure
                    of={cellOf(one, id)}
                    name={[say(`pane.return.short.${id}`), one.label].join(' · ')}
                  >
                    {write(one)}
                  </Figure>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
