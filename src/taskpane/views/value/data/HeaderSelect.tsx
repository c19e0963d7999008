import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({ control: { minWidth: 0, width: '100%' } });

interface HeaderSelectProps {
  label: string;
  /** What it says where none is chosen. */
  none: string;
  headers: readonly string[];
  value: string;
  onHeader: (header: string) => void;
}

/** One of a file's columns, by its header. */
export function HeaderSelect({ label, none, headers, value, onHeader }: HeaderSelectProps) {
  return (
    <Field label={label}>
      <Select
        className={useStyles().control}
        value={value}
        onChange={(_, data) => onHeader(data.value)}
      >
        <option value="">{none}</option>
        {headers.map((header) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </Select>
    </Field>
  );
}
