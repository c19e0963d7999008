import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useSay } from '../../taskpane/words/say';
import type { TreeNode } from '../model/tree';
import type { MapView } from './useMap';

interface AddItemProps {
  map: MapView;
  /** Where it belongs. */
  node: TreeNode;
  busy: boolean;
  /** A dimension of the client's own comes with it. */
  branch?: boolean;
}

/** The client's own item, picked as soon as it is added; in a branch of its own where asked. */
export function AddItem({ map, node, busy, branch = false }: AddItemProps) {
  const say = useSay();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const heading = useId();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  const { step, dimension, module } = node.at;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [item, own] = [text.trim(), name.trim()];
    const lacks = item === '' || (branch && own === '');
    setMissing(lacks);
    if (lacks || step === undefined) return;
    const added = await map.say([
      {
        table: step,
        add: {
          item,
          dimension: branch ? own : (dimension ?? null),
          ...(module !== undefined && module !== '' && !branch && { module }),
          pick: 'yes',
        },
      },
    ]);
    // Whoever has gone on meanwhile is not called back.
    if (added === undefined || !isHere.current) return;
    setText('');
    setName('');
    map.fold(node.id, false);
    if (added[0] !== undefined) map.select(added[0]);
  };

  const wrong = (value: string) =>
    missing && value.trim() === '' ? say('workshop.add.missing') : undefined;
  return (
    <form
      className="add"
      aria-labelledby={heading}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <h3 id={heading}>{say(branch ? 'workshop.add.branch' : 'workshop.add.item')}</h3>
      {branch && (
        <Field label={say('workshop.add.branch.name')} validationMessage={wrong(name)}>
          <Input value={name} onChange={(_, data) => setName(data.value)} />
        </Field>
      )}
      <Field
        label={say(branch ? 'workshop.add.first' : 'workshop.add.text')}
        validationMessage={wrong(text)}
      >
        <Input
          id={branch ? undefined : 'workshop-add'}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      <Button type="submit" icon={<AddRegular />} disabled={busy}>
        {say('workshop.add.save')}
      </Button>
    </form>
  );
}
