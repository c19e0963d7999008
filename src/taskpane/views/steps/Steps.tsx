import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  SearchBox,
  Select,
  tokens,
} from '@fluentui/react-components';
import { SparkleRegular } from '@fluentui/react-icons/svg/sparkle';
import { OrganizationHorizontalRegular } from '@fluentui/react-icons/svg/organization-horizontal';
import { DataHistogramRegular } from '@fluentui/react-icons/svg/data-histogram';
import { BookOpenRegular } from '@fluentui/react-icons/svg/book-open';
import { lazy, Suspense, useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import { useBook } from '../../core/book';
import { usePane } from '../../core/paneContext';
import { Waiting } from '../../parts/Waiting';
import { isHouseNamed } from '../../words/house';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { AddItem } from './AddItem';
import { ItemRow } from './ItemRow';
import { hasModelPages } from './markedParts';
import { Scope } from './Scope';
import { StepGroup } from './StepGroup';
import { steps, type Step } from '../../../catalog/steps';
import {
  grouped,
  matching,
  reasons,
  stepItems,
  strongestOf,
  type Filter,
  type Pick,
  type StepItem,
} from './stepItems';
import { StepTabs } from './StepTabs';

const StepMap = lazy(() => import('./StepMap'));
const ModelPages = lazy(() => import('./ModelPages'));
const Maturity = lazy(() => import('./Maturity'));

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 116px', gap: '8px' },
  search: { minWidth: 0, width: '100%', maxWidth: 'none' },
  select: { minWidth: 0 },
  lead: { color: tokens.colorNeutralForeground2 },
  groups: { display: 'flex', flexDirection: 'column' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const shows: Filter['show'][] = ['all', 'suggested', 'picked', 'open'];

/** The five steps of APPFI: what is suggested and why, ticked and worded in the client's way. */
export default function Steps() {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const { openMap } = usePane();
  const { part, open } = useRoute();
  const step = steps.find((id) => id === part) ?? 'ask';
  const [filter, setFilter] = useState<Filter>({ search: '', show: 'all' });
  const [opened, setOpened] = useState<Record<string, boolean>>({});
  const [item, setItem] = useState<string>();
  const [page, setPage] = useState<'map' | 'maturity' | 'model'>();
  /** Ticked here and not yet read back. */
  const [ticked, setTicked] = useState<Record<string, Pick | null>>({});
  const calls = useMemo(() => reasons(study), [study]);
  const all = useMemo(
    () =>
      Object.fromEntries(steps.map((id) => [id, stepItems(study, id)])) as Record<Step, StepItem[]>,
    [study],
  );
  const shown = useDeferredValue(filter);

  const items = all[step].map((one) =>
    one.id in ticked ? { ...one, pick: ticked[one.id] ?? null } : one,
  );
  const groups = grouped(matching(items, shown));
  const searching = shown.search.trim() !== '' || shown.show !== 'all';
  const isOpen = (name: string, i: number) =>
    opened[`${step} ${name}`] ?? (searching || i === 0 || groups.length <= 2);
  const picked = Object.fromEntries(
    steps.map((id) => [id, all[id].filter(({ pick }) => pick === 'yes').length]),
  ) as Record<Step, number>;

  const pick = async (id: string, said: 'yes' | null) => {
    setTicked((now) => ({ ...now, [id]: said }));
    await edit([{ table: step, row: id, cells: { pick: said } }]);
    setTicked(({ [id]: _, ...rest }) => rest);
  };

  /** Offered while nothing of the step is picked: somewhere to begin, to be gone through afterwards. */
  const strongest = picked[step] === 0 ? strongestOf(items) : [];
  const pickStrongest = () =>
    edit(
      strongest.map(({ id }) => ({ table: step, row: id, cells: { pick: 'yes' } })),
      'strongest',
    );

  if (page) {
    const Page = { map: StepMap, maturity: Maturity, model: ModelPages }[page];
    return (
      <Suspense fallback={<Waiting text="pane.opening" />}>
        <Page onBack={() => setPage(undefined)} />
      </Suspense>
    );
  }
  return (
    <>
      <StepTabs step={step} picked={picked} onStep={(next) => open('steps', next)} />
      <Body1 className={styles.lead}>{say(`step.${step}.lead`)}</Body1>
      <div className={styles.filters}>
        <SearchBox
          className={styles.search}
          aria-label={say('pane.steps.search')}
          placeholder={say('pane.steps.search')}
          value={filter.search}
          onChange={(_, { value }) => setFilter({ ...filter, search: value })}
        />
        <Select
          className={styles.select}
          aria-label={say('pane.steps.show')}
          value={filter.show}
          onChange={(_, { value }) => setFilter({ ...filter, show: value as Filter['show'] })}
        >
          {shows.map((show) => (
            <option key={show} value={show}>
              {say(`pane.steps.show.${show}`)}
            </option>
          ))}
        </Select>
      </div>
      {isHouseNamed(study, step) && (
        <Caption1 className={styles.lead}>{say('pane.houseNames')}</Caption1>
      )}
      {step === 'function' && <Scope />}
      <div className={styles.groups} onKeyDown={moveBetweenItems}>
        {groups.map((group, i) => (
          <StepGroup
            key={group.name}
            group={group}
            open={isOpen(group.name, i)}
            onOpen={(open) => setOpened({ ...opened, [`${step} ${group.name}`]: open })}
            row={(one) => (
              <ItemRow
                key={one.id}
                step={step}
                item={one}
                reasons={calls.get(one.id) ?? []}
                open={item === one.id}
                onOpen={(open) => setItem(open ? one.id : undefined)}
                onPick={(said) => void pick(one.id, said)}
              />
            )}
          />
        ))}
      </div>
      <div role="status">
        {groups.length === 0 && <Caption1>{say('pane.steps.none')}</Caption1>}
      </div>
      <div className={styles.actions}>
        {strongest.length > 0 && (
          <Button icon={<SparkleRegular />} disabled={busy} onClick={() => void pickStrongest()}>
            {say('pane.steps.strongest', { count: strongest.length })}
          </Button>
        )}
        <AddItem step={step} onAdded={setItem} />
        <Button icon={<OrganizationHorizontalRegular />} onClick={() => setPage('map')}>
          {say('pane.steps.map')}
        </Button>
        {hasModelPages(study) && (
          <Button icon={<BookOpenRegular />} onClick={() => setPage('model')}>
            {say('pane.modelPages')}
          </Button>
        )}
        <Button icon={<DataHistogramRegular />} onClick={() => setPage('maturity')}>
          {say('sheet.maturity')}
        </Button>
        {openMap && <Button onClick={openMap}>{say('pane.map.open')}</Button>}
      </div>
    </>
  );
}

/** Up and down lead from tick to tick. */
function moveBetweenItems(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const ticks = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-item] [type=checkbox]'),
  ];
  const at = ticks.findIndex((tick) => tick === document.activeElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  ticks[at + step]?.focus();
}
