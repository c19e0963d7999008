import { useMemo, useRef, useState } from 'react';
import type { Acts, Answer, Shown } from '../acts';
import { whysOf } from '../model/called';
import { placesOf, type MapLayout } from '../model/layout';
import { withSaid, type Saying } from '../model/said';
import type { Scope } from '../model/scope';
import {
  find,
  foldsAtFirst,
  pathTo,
  questionsOf,
  treeOf,
  unfolded,
  type Show,
  type TreeNode,
} from '../model/tree';

export interface MapView {
  /** With what is on its way into the workbook. */
  scope: Scope;
  tree: TreeNode;
  /** What is shown: all of the tree, a branch, or one question. */
  root: TreeNode;
  path: TreeNode[];
  show: Show;
  folds: ReadonlySet<string>;
  /** How often all was folded or unfolded at once: each time the map is another picture. */
  spread: number;
  layout: MapLayout;
  /** What is unfolded, as it is read. */
  nodes: TreeNode[];
  selected: TreeNode;
  ties: { because: ReadonlySet<string>; next: ReadonlySet<string> };
  question: number;
  questions: TreeNode[];
  /** The workbook did not take what was said last. */
  refused: boolean;
  setShow(show: Show): void;
  /** @param id of the whole tree's root to leave a branch */
  focus(id: string): void;
  select(id: string): void;
  fold(id: string, folded?: boolean): void;
  foldAll(folded: boolean): void;
  say(sayings: Saying[]): Promise<string[] | undefined>;
  undo(): void;
  redo(): void;
  dismiss(): void;
}

/** What is seen of the map; nothing of it is kept when the map is left. */
export function useMap(
  { scope: read }: Shown,
  acts: Acts,
  sides: 'both' | 'right',
  figureOf: (node: TreeNode) => string,
  present: boolean,
): MapView {
  const [pending, setPending] = useState<readonly Saying[][]>([]);
  const [show, setShow] = useState<Show>('all');
  const [focused, setFocused] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const [refused, setRefused] = useState(false);
  const [spread, setSpread] = useState(0);
  const scope = useMemo(
    () => pending.reduce((now, sayings) => withSaid(now, sayings), read),
    [read, pending],
  );
  const tree = useMemo(() => treeOf(scope, show), [scope, show]);
  const [folds, setFolds] = useState<ReadonlySet<string>>(() => foldsAtFirst(tree));
  const root = useMemo(
    () => (focused === undefined ? tree : (find(tree, focused) ?? tree)),
    [tree, focused],
  );
  const path = useMemo(() => pathTo(tree, root.id), [tree, root]);
  const layout = useMemo(
    () => placesOf(root, folds, sides, figureOf, present ? 'present' : 'near'),
    [root, folds, sides, figureOf, present],
  );
  const nodes = useMemo(() => [...unfolded(root, folds)], [root, folds]);
  /** Where the selected node stood, for when it goes. */
  const stood = useRef(0);
  const at = nodes.findIndex(({ id }) => id === wanted);
  const selected = nodes[at >= 0 ? at : Math.min(stood.current, nodes.length - 1)] ?? root;
  if (at >= 0) stood.current = at;
  const ties = useMemo(() => {
    const { because, next } = selected.item
      ? whysOf(scope, selected.id)
      : { because: [], next: [] };
    const ids = (reasons: typeof because) => new Set(reasons.map(({ item }) => item.id));
    return { because: ids(because), next: ids(next) };
  }, [scope, selected]);
  const questions = useMemo(() => questionsOf(tree), [tree]);

  /** What is undone is what was said last, even while that is still on its way into the workbook. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const after = (act: () => Promise<Answer>) => {
    last.current = last.current.then(act).then(tell);
  };
  const tell = (answer: Answer) => {
    setRefused(answer === undefined);
    return answer?.added;
  };
  return {
    scope,
    tree,
    root,
    path,
    show,
    folds,
    spread,
    layout,
    nodes,
    selected,
    ties,
    questions,
    question: questions.findIndex(({ id }) => id === root.id),
    refused,
    setShow: (next) => {
      const shown = treeOf(scope, next);
      setShow(next);
      setFolds(foldsAtFirst((focused !== undefined && find(shown, focused)) || shown));
    },
    focus: (id) => {
      const next = find(tree, id) ?? tree;
      setFocused(next === tree ? undefined : id);
      setFolds(foldsAtFirst(next));
      setWanted(id);
    },
    select: (id) => {
      // What it stands in is unfolded, and left where it is outside.
      const way = pathTo(root, id);
      const all = way.length === 0 ? pathTo(tree, id) : [];
      // What was just added is not here yet.
      if (all.length > 0) {
        setFocused(undefined);
        setFolds(without(foldsAtFirst(tree), all));
      } else if (way.slice(0, -1).some((one) => folds.has(one.id))) setFolds(without(folds, way));
      setWanted(id);
    },
    fold: (id, folded = !folds.has(id)) => {
      const next = new Set(folds);
      if (folded) next.add(id);
      else next.delete(id);
      setFolds(next);
      setWanted(id);
    },
    foldAll: (folded) => {
      const next = new Set<string>();
      const visit = (one: TreeNode) => {
        if (one.children.length > 0 && one !== root) next.add(one.id);
        one.children.forEach(visit);
      };
      if (folded) visit(root);
      setFolds(next);
      setWanted(root.id);
      setSpread(spread + 1);
    },
    say: async (sayings) => {
      setPending((now) => [...now, sayings]);
      const saying = acts.say(sayings);
      last.current = Promise.all([last.current, saying]);
      const answer = await saying;
      setPending((now) => now.filter((one) => one !== sayings));
      return tell(answer);
    },
    undo: () => after(acts.undo),
    redo: () => after(acts.redo),
    dismiss: () => setRefused(false),
  };
}

function without(folds: ReadonlySet<string>, path: readonly TreeNode[]): Set<string> {
  const next = new Set(folds);
  for (const { id } of path.slice(0, -1)) next.delete(id);
  return next;
}
