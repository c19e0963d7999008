import {
  Badge,
  Body1,
  Caption1,
  Checkbox,
  makeStyles,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { choicesIn } from '../../../office';
import type { Step } from '../../../catalog/steps';
import { useBook } from '../../core/book';
import { Fold } from '../../parts/Fold';
import { SubPage } from '../../parts/SubPage';
import { useSay } from '../../words/say';
import { ItemRow } from './ItemRow';
import { modelPages, type ModelPart } from './markedParts';
import { reasons, stepItems, type StepItem } from './stepItems';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '8px' },
  name: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr) auto',
    columnGap: '4px',
    alignItems: 'start',
  },
  text: { paddingTop: '6px', display: 'flex', flexDirection: 'column', gap: '2px' },
  house: { marginTop: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** The method on its pages: what of it this phase is about, and what it holds, to be picked here. */
export default function ModelPages({ onBack }: { onBack: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const pages = useMemo(() => modelPages(study), [study]);
  return (
    <SubPage title={say('pane.modelPages')} back={say('pane.steps.path')} onBack={onBack}>
      <Body1 className={styles.muted}>{say('pane.model.lead')}</Body1>
      {pages.map(({ sheet, groups }) => (
        <section key={sheet} className={styles.group} aria-label={say(`sheet.${sheet}`)}>
          {pages.length > 1 && (
            <Subtitle2 as="h2" className={styles.name}>
              {say(`sheet.${sheet}`)}
            </Subtitle2>
          )}
          {groups.map(({ name, parts }) => (
            <section key={name} aria-label={name}>
              <Subtitle2 as={pages.length > 1 ? 'h3' : 'h2'} className={styles.name}>
                {name}
              </Subtitle2>
              {parts.map((part) => (
                <Part key={part.id} part={part} />
              ))}
            </section>
          ))}
        </section>
      ))}
    </SubPage>
  );
}

function Part({ part }: { part: ModelPart }) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const [opened, setOpened] = useState(false);
  const house = choicesIn(study, 'wording').find(({ id }) => id === 'house')?.label;
  const mark = (checked: boolean) =>
    edit([{ table: part.table, row: part.id, cells: { pick: checked ? 'yes' : null } }]);
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <Checkbox
          aria-label={say('pane.model.mark', { part: part.text })}
          disabled={busy}
          checked={part.pick === 'maybe' ? 'mixed' : part.pick === 'yes'}
          onChange={(_, { checked }) => void mark(checked === true)}
        />
        <div className={styles.text}>
          <Body1>{part.text}</Body1>
          <Caption1 className={styles.muted}>{part.explanation}</Caption1>
        </div>
        {part.isHouse ? (
          <Badge appearance="outline" color="informative" className={styles.house}>
            {house}
          </Badge>
        ) : (
          <span />
        )}
      </div>
      {part.items.length > 0 && (
        <Fold
          title={say('pane.model.items', { picked: part.picked, offered: part.items.length })}
          onToggle={setOpened}
        >
          {opened && <Items part={part} />}
        </Fold>
      )}
    </div>
  );
}

/** What a part calls for, the strongest first, each to be picked as in its own step. */
function Items({ part }: { part: ModelPart }) {
  const styles = useStyles();
  const { study, edit } = useBook();
  const [item, setItem] = useState<string>();
  const calls = useMemo(() => reasons(study), [study]);
  const found = useMemo(() => {
    const all = new Map<string, { step: Step; item: StepItem }>();
    for (const step of ['plan', 'pain', 'function', 'innovation'] as const)
      for (const one of stepItems(study, step)) all.set(one.id, { step, item: one });
    return all;
  }, [study]);
  return (
    <ul className={styles.list}>
      {part.items.flatMap((id) => {
        const one = found.get(id);
        if (!one) return [];
        const pick = (said: 'yes' | null) =>
          void edit([{ table: one.step, row: id, cells: { pick: said } }]);
        return [
          <ItemRow
            key={id}
            step={one.step}
            item={one.item}
            reasons={calls.get(id) ?? []}
            open={item === id}
            onOpen={(open) => setItem(open ? id : undefined)}
            onPick={pick}
          />,
        ];
      })}
    </ul>
  );
}
