import { useSay } from '../../taskpane/words/say';
import { keyList } from './keys';

/** Every key of the map. */
export function KeysPanel() {
  const say = useSay();
  return (
    <>
      <h2>{say('workshop.keys')}</h2>
      <dl className="keys">
        {keyList.map(([keys, what]) => (
          <div key={what}>
            <dt>{keys}</dt>
            <dd>{say(`workshop.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
