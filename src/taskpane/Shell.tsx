import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import {
  Activity,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Catalog } from '../catalog/schema';
import type { Lang } from '../messages';
import { onAsked } from './core/asked';
import { useBook } from './core/book';
import { mapWindow } from './core/mapWindow';
import { ExplainContext, type Explainable } from './core/explain';
import { PaneContext, type OpenWorkbook } from './core/paneContext';
import { Boundary } from './parts/Boundary';
import { Tabs } from './parts/Tabs';
import { Waiting } from './parts/Waiting';
import { viewIds, type ViewId } from './views/viewIds';
import { RouteContext, views } from './views/views';
import { useSay } from './words/say';

const Foot = lazy(() => import('./views/next/Foot'));
const Explain = lazy(() => import('./views/explain/Explain'));

export interface ViewPlace {
  view: ViewId;
  part?: string;
}

export interface ShellProps {
  /** What is under way and what came of the last work. */
  told: ReactNode;
  /** What is shown is not the newest. */
  isBehind: boolean;
  canDownload: boolean;
  openWorkbook?: OpenWorkbook;
  onNew?: () => void;
  catalogs: readonly Catalog[];
  place: ViewPlace;
  onPlace: (place: ViewPlace) => void;
  onLang: (lang: Lang) => void;
  onCatalog: (catalog: Catalog) => void;
  /** Another view is opened. */
  onMove: () => void;
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 5,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Over the page, which stays where it is while this comes and goes.
  behind: {
    position: 'absolute',
    top: '100%',
    insetInline: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px', lineHeight: 0 },
  label: {
    fontSize: '11px',
    lineHeight: '14px',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    // Room for the line that says that it is behind.
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    overflowWrap: 'anywhere',
  },
  told: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    ':empty': { display: 'none' },
  },
});

/** The views of an engagement under one bar. */
export function Shell({ told, isBehind, place, onPlace, onMove, ...pane }: ShellProps) {
  const { view, part } = place;
  const say = useSay();
  const styles = useStyles();
  const [explained, setExplained] = useState<Explainable>();
  const page = useRef<HTMLDivElement>(null);
  const open = useCallback(
    (next: ViewId, of?: string) => {
      onPlace({ view: next, part: of });
      setExplained(undefined);
      // Whatever scrolls: the window in Excel, a part of the page elsewhere.
      page.current?.scrollIntoView?.({ block: 'start' });
      onMove();
    },
    [onPlace, onMove],
  );
  const route = useMemo(() => ({ view, part, open }), [view, part, open]);
  const { perform, goTo, history, busy } = useBook();
  const [handed, setHanded] = useState<readonly File[]>([]);
  const [isMapOpen, setMapOpen] = useState(false);
  const closeMap = useCallback(() => setMapOpen(false), []);
  const [LargeMap] = useState(mapWindow);
  const onHandedTaken = useCallback(() => setHanded([]), []);
  useEffect(
    () =>
      onAsked(({ refresh, view: next, part: of, sheet, files, map }) => {
        if (map) setMapOpen(true);
        if (files) setHanded(files);
        if (next) open(next, of);
        if (sheet) void goTo({ sheet });
        if (refresh) void perform('refresh');
      }),
    [perform, goTo, open],
  );
  const keys = (event: KeyboardEvent) => {
    const isOther = !(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target);
    const key = event.key.toLowerCase();
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (isOther || busy || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    void (again ? history.redo() : history.undo());
  };
  const Shown = views[view].view;
  const tabs = viewIds.map((id) => {
    const Icon = views[id].icon;
    return {
      id,
      content: (
        <>
          <span className={styles.icon}>
            <Icon />
          </span>
          <span className={styles.label}>{say(`pane.view.${id}`)}</span>
        </>
      ),
    };
  });
  const openMap = LargeMap && (() => setMapOpen(true));
  return (
    <PaneContext value={{ ...pane, handed, onHandedTaken, openMap }}>
      <RouteContext value={route}>
        <ExplainContext value={setExplained}>
          <div ref={page} className={styles.page} onKeyDown={keys}>
            <nav className={styles.bar}>
              <Tabs
                label={say('pane.nav')}
                prefix="tab"
                controls="view"
                tabs={tabs}
                value={view}
                onChange={open}
              />
              {isBehind && (
                <Caption1 className={styles.behind} role="status">
                  {say('pane.behind')}
                </Caption1>
              )}
            </nav>
            <main className={styles.body} id="view" aria-labelledby={`tab-${view}`}>
              <div className={styles.told} aria-live="polite">
                {told}
              </div>
              <Boundary key={view}>
                <Suspense fallback={<Waiting text="pane.opening" />}>
                  {/* Whoever comes back from an explanation finds the view as it was. */}
                  <Activity mode={explained === undefined ? 'visible' : 'hidden'}>
                    <Shown />
                  </Activity>
                  {explained !== undefined && (
                    <Explain of={explained} onClose={() => setExplained(undefined)} />
                  )}
                </Suspense>
              </Boundary>
            </main>
            <Suspense>
              <Foot />
            </Suspense>
          </div>
        </ExplainContext>
        {LargeMap && isMapOpen && (
          <Boundary>
            <Suspense fallback={null}>
              <LargeMap onClose={closeMap} />
            </Suspense>
          </Boundary>
        )}
      </RouteContext>
    </PaneContext>
  );
}

/** A field that is typed into takes its own typing back. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type));
