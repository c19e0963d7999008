import { Body1, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { MapNode } from '../../../deliver/map';
import { useBook } from '../../core/book';
import { usePane } from '../../core/paneContext';
import { hovered } from '../../parts/hovered';
import { useSay } from '../../words/say';
import { selectionMap } from './selectionMap';
import { steps, type Step } from '../../../catalog/steps';
import { stepItems, type StepItem } from './stepItems';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '4px' },
  node: {
    position: 'relative',
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    minWidth: 0,
    marginBottom: '4px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': hovered,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    // The branch that it hangs on.
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-10px',
      top: '-6px',
      width: '10px',
      height: '20px',
      borderLeft: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderBottomLeftRadius: '6px',
    },
  },
  root: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '::before': { display: 'none' },
  },
  branch: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2Hover,
      color: tokens.colorBrandForeground2Hover,
    },
  },
  group: { fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, lineHeight: 0, paddingTop: '3px' },
  text: { flexGrow: 1, minWidth: 0 },
});

interface Line {
  node: MapNode;
  level: number;
  position: number;
  siblings: number;
  parent?: string;
}

/** More picks than are read at a glance start folded. */
const mostUnfolded = 40;

/** The whole selection as a mind map that grows downwards from its root; an item leads to its cell. */
export default function StepMap({ onBack }: { onBack: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { openMap } = usePane();
  const { study, goTo } = useBook();
  const tree = useRef<HTMLDivElement>(null);
  const { root, stepOf, count } = useMemo(() => {
    const byStep = <T,>(of: (step: Step) => T) =>
      Object.fromEntries(steps.map((step) => [step, of(step)])) as Record<Step, T>;
    const items = byStep((step): StepItem[] => stepItems(study, step));
    const names = byStep((step) => study.read.matching.sheets.get(step) ?? step);
    const title = study.read.engagement.settings.client ?? study.spec.title;
    const owners = new Map(steps.flatMap((step) => items[step].map(({ id }) => [id, step])));
    const picked = steps.flatMap((step) => items[step].filter(({ pick }) => pick === 'yes'));
    return { root: selectionMap(title, names, items), stepOf: owners, count: picked.length };
  }, [study]);
  const [folds, setFolds] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        count > mostUnfolded
          ? root.children.flatMap(({ children }) => children.map(({ id }) => id))
          : [],
      ),
  );
  const [wanted, setWanted] = useState(root.id);
  const lines = useMemo(() => [...linesOf(root, folds)], [root, folds]);
  const at = Math.max(
    0,
    lines.findIndex(({ node }) => node.id === wanted),
  );
  const go = (to: string | undefined) => to !== undefined && setWanted(to);
  useEffect(() => {
    if (tree.current?.contains(document.activeElement))
      tree.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [wanted]);

  const fold = (id: string, folded = !folds.has(id)) => {
    const next = new Set(folds);
    if (folded) next.add(id);
    else next.delete(id);
    setFolds(next);
    setWanted(id);
  };
  const act = ({ id, children }: MapNode) => {
    setWanted(id);
    const step = stepOf.get(id);
    if (step) void goTo({ table: step, row: id, column: 'pick' });
    else if (children.length > 0) fold(id);
  };
  const press = (event: KeyboardEvent) => {
    const line = lines[at];
    if (!line) return;
    const { node, parent } = line;
    const isOpen = node.children.length > 0 && !folds.has(node.id);
    const keys: Record<string, () => unknown> = {
      ArrowDown: () => go(lines[at + 1]?.node.id),
      ArrowUp: () => go(lines[at - 1]?.node.id),
      Home: () => go(lines[0]?.node.id),
      End: () => go(lines.at(-1)?.node.id),
      ArrowRight: () => (isOpen ? go(node.children[0]?.id) : fold(node.id, false)),
      ArrowLeft: () => (isOpen ? fold(node.id, true) : go(parent)),
      Enter: () => act(node),
      ' ': () => act(node),
    };
    const key = keys[event.key];
    if (!key) return;
    event.preventDefault();
    key();
  };
  const looks = [styles.root, styles.branch, styles.group];

  return (
    <>
      <div className={styles.bar}>
        <Button autoFocus icon={<ArrowLeftRegular />} appearance="subtle" onClick={onBack}>
          {say('pane.back')}
        </Button>
        {openMap && <Button onClick={openMap}>{say('pane.map.open')}</Button>}
      </div>
      {count === 0 && <Body1>{say('pane.map.empty')}</Body1>}
      <div ref={tree} role="tree" aria-label={say('pane.map.label', { count })} onKeyDown={press}>
        {lines.map(({ node, level, position, siblings }, i) => {
          const isFolded = node.children.length > 0 ? folds.has(node.id) : undefined;
          return (
            <div
              key={node.id}
              role="treeitem"
              aria-level={level + 1}
              aria-posinset={position}
              aria-setsize={siblings}
              aria-expanded={isFolded === undefined ? undefined : !isFolded}
              aria-selected={i === at}
              tabIndex={i === at ? 0 : -1}
              className={mergeClasses(styles.node, looks[level])}
              style={{ marginInlineStart: level * 18 }}
              onClick={() => act(node)}
            >
              {isFolded !== undefined && (
                <span className={styles.icon}>
                  {isFolded ? <ChevronRightRegular /> : <ChevronDownRegular />}
                </span>
              )}
              <span className={styles.text}>{node.text}</span>
              {isFolded && <span>{leaves(node)}</span>}
            </div>
          );
        })}
      </div>
    </>
  );
}

const leaves = ({ children }: MapNode): number =>
  children.reduce((sum, child) => sum + (child.children.length > 0 ? leaves(child) : 1), 0);

/** What is unfolded, from the top, as it is read. */
function* linesOf(
  node: MapNode,
  folds: ReadonlySet<string>,
  place: Omit<Line, 'node'> = { level: 0, position: 1, siblings: 1 },
): Generator<Line> {
  yield { node, ...place };
  if (folds.has(node.id)) return;
  const { children } = node;
  for (const [i, child] of children.entries())
    yield* linesOf(child, folds, {
      level: place.level + 1,
      position: i + 1,
      siblings: children.length,
      parent: node.id,
    });
}
