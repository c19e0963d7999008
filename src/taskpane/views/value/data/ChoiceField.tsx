import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({ control: { minWidth: 0, width: '100%' } });

interface ChoiceFieldProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  /** What a choice is called. */
  nameOf: (choice: Choice) => string;
  value: Choice;
  onChoice: (choice: Choice) => void;
}

/** One of a few things that a query knows. */
export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const { label, choices, nameOf, value, onChoice } = props;
  return (
    <Field label={label}>
      <Select
        className={useStyles().control}
        value={value}
        onChange={(_, data) => {
          const choice = choices.find((one) => one === data.value);
          if (choice !== undefined) onChoice(choice);
        }}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
