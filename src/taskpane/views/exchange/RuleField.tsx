import { Field, Select } from '@fluentui/react-components';
import { rules, type Rule } from '../../../engagement/register';
import { useSay } from '../../words/say';

interface RuleFieldProps {
  rule: Rule | undefined;
  onRule: (rule: Rule | undefined) => void;
}

/** What becomes of answers that differ. */
export function RuleField({ rule, onRule }: RuleFieldProps) {
  const say = useSay();
  return (
    <Field label={say('pane.answers.rule')}>
      <Select
        value={rule ?? ''}
        onChange={(_, { value }) => onRule(rules.find((one) => one === value))}
      >
        {(['none', ...rules] as const).map((one) => (
          <option key={one} value={one === 'none' ? '' : one}>
            {say(`pane.answers.rule.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
