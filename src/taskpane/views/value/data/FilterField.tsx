import { Input, makeStyles, Select } from '@fluentui/react-components';
import { useSay } from '../../../words/say';
import { HeaderSelect } from './HeaderSelect';
import type { FormFilter } from './form';

const useStyles = makeStyles({
  row: { display: 'grid', gap: '4px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '4px' },
  control: { minWidth: 0, width: '100%' },
});

const comparisons = ['equal', 'unequal', 'known', 'blank'] as const;

interface FilterFieldProps {
  /** Which rows it is about, in words. */
  label: string;
  headers: readonly string[];
  filter: FormFilter;
  onFilter: (filter: FormFilter) => void;
}

/** Which rows count: those in which one column says something. */
export function FilterField({ label, headers, filter, onFilter }: FilterFieldProps) {
  const say = useSay();
  const styles = useStyles();
  const { column, is, value } = filter;
  const takesWord = is === 'equal' || is === 'unequal';
  return (
    <div className={styles.row}>
      <HeaderSelect
        label={label}
        none={say('pane.readings.allRows')}
        headers={headers}
        value={column}
        onHeader={(next) => onFilter({ ...filter, column: next })}
      />
      {column !== '' && (
        <div className={styles.pair}>
          <Select
            className={styles.control}
            aria-label={say('pane.readings.comparison', { column })}
            value={is}
            onChange={(_, data) =>
              onFilter({ ...filter, is: comparisons.find((one) => one === data.value) ?? 'equal' })
            }
          >
            {comparisons.map((one) => (
              <option key={one} value={one}>
                {say(`pane.readings.is.${one}`)}
              </option>
            ))}
          </Select>
          {takesWord && (
            <Input
              className={styles.control}
              input={{ style: { minWidth: 0 } }}
              aria-label={say('pane.readings.words', { column })}
              placeholder={say('pane.readings.words.hint')}
              value={value}
              onChange={(_, data) => onFilter({ ...filter, value: data.value })}
            />
          )}
        </div>
      )}
    </div>
  );
}
