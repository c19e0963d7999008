import { usePane } from '../../core/paneContext';
import { Notice } from '../../parts/Notice';
import { useSay } from '../../words/say';

/** Says that this is the example and nobody's work, and leads to one's own. */
export function ExampleNote() {
  const say = useSay();
  const { onNew } = usePane();
  return (
    <Notice
      intent="info"
      title={say('pane.example.is')}
      text={say('pane.example.is.text')}
      {...(onNew && { action: { label: say('pane.example.own'), onClick: onNew } })}
    />
  );
}
