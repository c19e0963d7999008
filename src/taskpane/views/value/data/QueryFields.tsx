import { Button, Checkbox, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { spans } from '../../../../catalog/query';
import { Card } from '../../../parts/Card';
import { Fold } from '../../../parts/Fold';
import { useSay } from '../../../words/say';
import type { Metric } from '../metrics';
import { ChoiceField } from './ChoiceField';
import { FilterField } from './FilterField';
import { HeaderSelect } from './HeaderSelect';
import { PartField } from './PartField';
import { emptyForm, isWhole, type QueryForm, type writtenIn } from './form';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px' },
  control: { minWidth: 0, width: '100%' },
  add: { justifySelf: 'start' },
});

const orders = ['ymd', 'dmy', 'mdy'] as const;
const marks = ['.', ','] as const;

interface QueryFieldsProps {
  metrics: readonly Metric[];
  headers: readonly string[];
  /** How the file writes days and numbers, as far as is known. */
  written: ReturnType<typeof writtenIn>;
  onQuery: (form: QueryForm, isRatio: boolean) => void;
}

/** How a metric is read from rows, by form. */
export function QueryFields({ metrics, headers, written, onQuery }: QueryFieldsProps) {
  const say = useSay();
  const styles = useStyles();
  const [form, setForm] = useState<QueryForm>(emptyForm);
  const change = (part: Partial<QueryForm>) => setForm((now) => ({ ...now, ...part }));
  const isRatio = metrics.find(({ id }) => id === form.metric)?.measure === 'ratio';
  return (
    <Card>
      <form
        className={styles.form}
        aria-label={say('pane.readings.form')}
        onSubmit={(event) => {
          event.preventDefault();
          onQuery(form, isRatio);
          setForm({ ...emptyForm, date: form.date, span: form.span });
        }}
      >
        <Field label={say('pane.readings.metric')}>
          <Select
            className={styles.control}
            value={form.metric}
            onChange={(_, { value }) => change({ metric: value })}
          >
            <option value="">{say('pane.readings.choose')}</option>
            {metrics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <HeaderSelect
          label={say('pane.readings.date')}
          none={say('pane.readings.choose')}
          headers={headers}
          value={form.date}
          onHeader={(date) => change({ date })}
        />
        <ChoiceField
          label={say('pane.readings.span')}
          choices={spans}
          nameOf={(one) => say(`pane.readings.span.${one}`)}
          value={form.span}
          onChoice={(span) => change({ span })}
        />
        <Checkbox
          label={say('pane.readings.snapshot')}
          checked={form.snapshot}
          onChange={(_, { checked }) => change({ snapshot: checked === true })}
        />
        <FilterField
          label={say('pane.readings.rows')}
          headers={headers}
          filter={form.filter}
          onFilter={(filter) => change({ filter })}
        />
        <PartField
          label={say(isRatio ? 'pane.readings.numerator' : 'pane.readings.value')}
          headers={headers}
          part={form.first}
          onPart={(first) => change({ first })}
        />
        {isRatio && (
          <PartField
            label={say('pane.readings.denominator')}
            headers={headers}
            part={form.denominator}
            onPart={(denominator) => change({ denominator })}
          />
        )}
        <Fold title={say('pane.readings.written')}>
          <HeaderSelect
            label={say('pane.readings.key')}
            none={say('pane.readings.key.none')}
            headers={headers}
            value={form.key ?? written.key}
            onHeader={(key) => change({ key })}
          />
          <ChoiceField
            label={say('pane.readings.dates')}
            choices={orders}
            nameOf={(one) => say(`pane.readings.dates.${one}`)}
            value={form.dates ?? written.dates}
            onChoice={(dates) => change({ dates })}
          />
          <ChoiceField
            label={say('pane.readings.decimal')}
            choices={marks}
            nameOf={(one) => say(`pane.readings.decimal.${one === '.' ? 'point' : 'comma'}`)}
            value={form.decimal ?? written.decimal}
            onChoice={(decimal) => change({ decimal })}
          />
        </Fold>
        <Button
          className={styles.add}
          type="submit"
          appearance="primary"
          disabled={!isWhole(form, isRatio)}
        >
          {say('pane.readings.add')}
        </Button>
      </form>
    </Card>
  );
}
