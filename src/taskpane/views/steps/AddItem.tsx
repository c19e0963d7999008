import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useRef, useState, type FormEvent } from 'react';
import { choicesIn, columnIn } from '../../../office';
import { useBook } from '../../core/book';
import { useSay } from '../../words/say';
import type { Step } from '../../../catalog/steps';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  select: { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },
  button: { alignSelf: 'flex-start' },
});

/** The client's own item: picked as soon as it is added. */
export function AddItem({ step, onAdded }: { step: Step; onAdded: (id: string) => void }) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [dimension, setDimension] = useState('');
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = columnIn(study, step, 'dimension').list ?? '';
  const choices = choicesIn(study, list);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') return input.current?.focus();
    const item = { item: text.trim(), dimension: dimension || (choices[0]?.id ?? null) };
    const edited = await edit([{ table: step, add: { ...item, pick: 'yes' } }]);
    if (!edited) return;
    setText('');
    setOpen(false);
    onAdded(edited.added[0] ?? '');
  };

  if (!open) {
    return (
      <Button
        className={styles.button}
        icon={<AddRegular />}
        disabled={busy}
        onClick={() => setOpen(true)}
      >
        {say('pane.steps.add')}
      </Button>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={say('pane.steps.add.text')}
        validationMessage={missing ? say('pane.steps.add.missing') : undefined}
      >
        <Input
          ref={input}
          autoFocus
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        />
      </Field>
      <Field label={columnIn(study, step, 'dimension').header}>
        <Select
          select={{ className: styles.select }}
          value={dimension}
          onChange={(_, { value }) => setDimension(value)}
        >
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Button className={styles.button} appearance="primary" type="submit" disabled={busy}>
        {say('pane.steps.add.save')}
      </Button>
    </form>
  );
}
