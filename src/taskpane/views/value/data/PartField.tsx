import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useSay } from '../../../words/say';
import { ChoiceField } from './ChoiceField';
import { FilterField } from './FilterField';
import { HeaderSelect } from './HeaderSelect';
import type { FormPart } from './form';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gap: '6px',
    margin: 0,
    minInlineSize: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, paddingInline: '4px' },
  control: { minWidth: 0, width: '100%' },
});

const aggregates = ['count', 'sum', 'mean', 'distinct'] as const;

interface PartFieldProps {
  label: string;
  headers: readonly string[];
  part: FormPart;
  onPart: (part: FormPart) => void;
}

/** What a value, a numerator or a denominator is made of. */
export function PartField({ label, headers, part, onPart }: PartFieldProps) {
  const say = useSay();
  const styles = useStyles();
  const { aggregate, column, unit, filter } = part;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{label}</legend>
      <ChoiceField
        label={say('pane.readings.aggregate')}
        choices={aggregates}
        nameOf={(one) => say(`pane.readings.aggregate.${one}`)}
        value={aggregate}
        onChoice={(next) => onPart({ ...part, aggregate: next })}
      />
      {aggregate !== 'count' && (
        <HeaderSelect
          label={say('pane.readings.column')}
          none={say('pane.readings.choose')}
          headers={headers}
          value={column}
          onHeader={(next) => onPart({ ...part, column: next })}
        />
      )}
      {(aggregate === 'sum' || aggregate === 'mean') && (
        <Field label={say('pane.readings.unit')}>
          <Input
            className={styles.control}
            input={{ style: { minWidth: 0 } }}
            placeholder={say('pane.readings.unit.hint')}
            value={unit}
            onChange={(_, { value }) => onPart({ ...part, unit: value })}
          />
        </Field>
      )}
      <FilterField
        label={say('pane.readings.onlyRows')}
        headers={headers}
        filter={filter}
        onFilter={(next) => onPart({ ...part, filter: next })}
      />
    </fieldset>
  );
}
