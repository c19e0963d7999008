import { Field, makeStyles, Select } from '@fluentui/react-components';
import { columnIn, rowsIn } from '../../../../office';
import { useBook } from '../../../core/book';
import { useSay } from '../../../words/say';
import type { Term } from './term';

const useStyles = makeStyles({
  control: { minWidth: 0, width: '100%' },
  select: { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },
});

/** The metric that a term is judged by; those in scope first. */
export function MetricField({ term }: { term: Term }) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const metrics = rowsIn(study, 'metrics').filter(({ cells }) => cells.item);
  const groups = [
    {
      label: say('pane.bet.metric.inScope'),
      rows: metrics.filter(({ cells }) => cells.inScope === 1),
    },
    {
      label: say('pane.bet.metric.other'),
      rows: metrics.filter(({ cells }) => cells.inScope !== 1),
    },
  ];
  const chosen = String(term.cells.metric ?? '');
  return (
    <Field label={columnIn(study, 'terms', 'metric').header}>
      <Select
        className={styles.control}
        select={{ className: styles.select }}
        value={metrics.some(({ id }) => id === chosen) ? chosen : ''}
        disabled={busy}
        onChange={(_, { value }) =>
          void edit([{ table: 'terms', row: term.id, cells: { metric: value || null } }])
        }
      >
        <option value="">–</option>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ label, rows }) => (
            <optgroup key={label} label={label}>
              {rows.map(({ id, cells }) => (
                <option key={id} value={id}>
                  {String(cells.item)}
                </option>
              ))}
            </optgroup>
          ))}
      </Select>
    </Field>
  );
}
