import {
  Badge,
  Body1,
  Caption1,
  Checkbox,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import type { Decisions, UpgradeChange } from '../../../office';
import { Fold } from '../../parts/Fold';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingInlineStart: '18px',
    display: 'grid',
    // A long option makes no list wider than the pane.
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  successor: { display: 'block' },
  select: { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },
});

const kinds = ['redefined', 'retired', 'reworded', 'moved', 'added'] as const;

/** Each redefinition is taken by itself here. */
export type Decided = Decisions & { take?: readonly string[] };

interface ChangesProps {
  changes: readonly UpgradeChange[];
  decisions: Decided;
  onDecide: (decisions: Decided) => void;
}

/** What a newer version changes, by kind, with what is to be decided before it does. */
export function Changes({ changes, ...deciding }: ChangesProps) {
  const say = useSay();
  const styles = useStyles();
  return kinds.map((kind) => {
    const these = changes.filter((one) => one.kind === kind);
    if (these.length === 0) return null;
    return (
      <Fold
        key={kind}
        title={say(`pane.upgrade.kind.${kind}`, { count: these.length })}
        open={kind !== 'added'}
      >
        <ul className={styles.list}>
          {these.map((change, i) => (
            <ChangeLine key={`${change.id} ${i}`} change={change} {...deciding} />
          ))}
        </ul>
      </Fold>
    );
  });
}

interface ChangeLineProps extends Omit<ChangesProps, 'changes'> {
  change: UpgradeChange;
}

function ChangeLine({ change, ...deciding }: ChangeLineProps) {
  const say = useSay();
  const { text, pick, columns, rests } = change;
  const nothing = say('upgrade.nothingThere');
  return (
    <li>
      <Body1 block>
        {text}{' '}
        {pick === 'yes' && (
          <Badge appearance="tint" size="small">
            {say('pane.upgrade.picked')}
          </Badge>
        )}
        {rests && (
          <Badge appearance="tint" color="warning" size="small">
            {say(`upgrade.rests.${rests}`)}
          </Badge>
        )}
      </Body1>
      {columns.map(({ id, header, from, to }) => (
        <Caption1 key={id} block>
          {say('upgrade.change', { field: header, from: from || nothing, to: to || nothing })}
        </Caption1>
      ))}
      <Decision change={change} {...deciding} />
    </li>
  );
}

/** What happens, or what is to be decided before it does. */
function Decision({ change, decisions, onDecide }: ChangeLineProps) {
  const say = useSay();
  const styles = useStyles();
  const { id, kind, table, outcome, rests, into = [] } = change;
  const { take = [], into: successors = {} } = decisions;
  if (kind === 'redefined' && rests)
    return (
      <>
        <Checkbox
          label={say('pane.upgrade.decide')}
          checked={take.includes(id)}
          onChange={(_, { checked }) =>
            onDecide({
              ...decisions,
              take: checked === true ? [...take, id] : take.filter((one) => one !== id),
            })
          }
        />
        <Caption1 block className={styles.muted}>
          {say(table === 'catalog' ? 'pane.upgrade.decide.whole' : 'pane.upgrade.decide.hint')}
        </Caption1>
      </>
    );
  if (kind === 'retired' && (outcome === 'open' || id in successors))
    return (
      <label className={styles.successor}>
        <Caption1 block>{say('pane.upgrade.successor')}</Caption1>
        <Select
          size="small"
          select={{ className: styles.select }}
          value={successors[id] ?? ''}
          onChange={(_, { value }) => {
            const others = Object.entries(successors).filter(([one]) => one !== id);
            const chosen = value === '' ? others : [...others, [id, value]];
            onDecide({ ...decisions, into: Object.fromEntries(chosen) as Record<string, string> });
          }}
        >
          <option value="">{say('pane.upgrade.successor.none')}</option>
          {into.map((one) => (
            <option key={one.id} value={one.id}>
              {one.text}
            </option>
          ))}
        </Select>
      </label>
    );
  // What it is now stands above.
  if (kind === 'redefined' && outcome === 'renewed') return null;
  return (
    <Caption1 className={styles.muted}>
      {outcome === 'follows' || outcome === 'open'
        ? say(`upgrade.outcome.${outcome}`, { into: into.map(({ text }) => text).join(', ') })
        : say(`pane.upgrade.outcome.${outcome}`)}
    </Caption1>
  );
}
