import { Body1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { columnIn } from '../../../office';
import { useBook } from '../../core/book';
import { CopyText } from '../../parts/CopyText';
import { Explain } from '../../parts/Explain';
import { Fold } from '../../parts/Fold';
import { GoTo } from '../../parts/GoTo';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { formulaIn, stepsOf } from './steps';
import { useMeasure } from './measure';
import type { Metric } from './metrics';
import type { Money } from './money';
import type { Reading } from './reading';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
});

interface ComputationProps {
  metric: Metric;
  /** The readings that count. */
  readings: readonly Reading[];
  money: readonly Money[];
}

/** Every step in words with its numbers, and as it stands in Excel. */
export function Computation(props: ComputationProps) {
  const say = useSay();
  const format = useFormat();
  const measure = useMeasure();
  const styles = useStyles();
  const { study } = useBook();
  const [inExcel, setInExcel] = useState(false);
  return (
    <Fold title={say('pane.value.how')}>
      <Switch
        label={say('pane.value.how.inExcel')}
        checked={inExcel}
        onChange={(_, { checked }) => setInExcel(checked)}
      />
      <ol className={styles.list}>
        {stepsOf({ ...props, say, format, measure }).map(({ table, row, column, text }) => {
          const { header } = columnIn(study, table, column);
          const formula = inExcel ? formulaIn(study, table, row, column) : undefined;
          return (
            <li key={`${table} ${row} ${column}`}>
              <Body1>{text} </Body1>
              <GoTo place={{ table, row, column }} label={say('pane.value.goTo', { what: header })}>
                {say('pane.value.goToCell')}
              </GoTo>
              {' · '}
              <Explain
                of={{ table, row, column }}
                label={say('pane.explain.amount', { name: header })}
              />
              {formula && (
                <CopyText text={formula} label={say('pane.value.how.formula', { what: header })} />
              )}
            </li>
          );
        })}
      </ol>
    </Fold>
  );
}
