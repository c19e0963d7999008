import {
  Button,
  Caption1,
  Card,
  makeStyles,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { message, type Lang, type MessageKey } from '../messages';
import { AskFirst } from './AskFirst';
import type { Example } from './example';
import type { Kept } from './keep/shelf';

interface OffersProps {
  lang: Lang;
  example: Example;
  offered: readonly Kept[];
  onOpen: (kept: Kept) => void;
  onDelete: (kept: Kept) => void;
  onExample: () => void;
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    maxWidth: '560px',
    margin: '6vh auto 0',
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  name: { display: 'grid', overflowWrap: 'anywhere' },
  title: { margin: 0 },
});

/** Work of before, which the browser has kept, to go on with. */
export function Offers({ lang, example, offered, onOpen, onDelete, onExample }: OffersProps) {
  const styles = useStyles();
  const [going, setGoing] = useState<Kept>();
  const say = (key: MessageKey, params?: Record<string, string>) => message(lang, key, params);
  const when = (at: number) =>
    new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return (
    <main className={styles.list}>
      <Title3 as="h2" className={styles.title}>
        {say('pane.workbench.offer')}
      </Title3>
      <Text>{say('pane.workbench.offer.text')}</Text>
      {offered.map((kept, i) => {
        const { id, name, at, unsaved } = kept;
        return (
          <Card key={id} className={styles.row}>
            <div className={styles.name}>
              <Text weight="semibold">{name}</Text>
              <Caption1>
                {say(unsaved ? 'pane.workbench.offer.changed' : 'pane.workbench.offer.saved', {
                  when: when(at),
                })}
              </Caption1>
            </div>
            <Button
              appearance={i === 0 ? 'primary' : 'secondary'}
              aria-label={say('pane.workbench.offer.open', { name })}
              onClick={() => onOpen(kept)}
            >
              {say('pane.workbench.offer.go')}
            </Button>
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={say('pane.workbench.offer.delete', { name })}
              onClick={() => setGoing(kept)}
            />
          </Card>
        );
      })}
      <div>
        <Button onClick={onExample}>
          {say(example === 'empty' ? 'pane.workbench.offer.empty' : 'pane.workbench.offer.example')}
        </Button>
      </div>
      {going && (
        <AskFirst
          lang={lang}
          title={say('pane.workbench.offer.delete.ask', { name: going.name })}
          text={say('pane.workbench.offer.delete.text')}
          go={say('pane.workbench.offer.delete.do')}
          onGo={() => {
            setGoing(undefined);
            onDelete(going);
          }}
          onStay={() => setGoing(undefined)}
        />
      )}
    </main>
  );
}
