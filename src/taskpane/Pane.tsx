import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Catalog } from '../catalog/schema';
import type { Engagement } from '../engagement/schema';
import type { Lang } from '../messages';
import { isoOf, serialOf } from '../rules';
import { onReported } from './core/asked';
import { BookContext, type Book } from './core/book';
import type { Run } from './core/excel';
import type { OpenWorkbook } from './core/paneContext';
import { useWorkbook } from './core/useWorkbook';
import { Boundary } from './parts/Boundary';
import { Busy } from './parts/Busy';
import { Notices } from './parts/Notices';
import { fill, ThemeContext, themeOf, type ThemeName } from './parts/theme';
import { Waiting } from './parts/Waiting';
import { Shell, type ShellProps, type ViewPlace } from './Shell';
import { LangContext } from './words/say';

const ProposalCard = lazy(() => import('./parts/ProposalCard'));
const Failed = lazy(() => import('./views/start/Failed'));
const Welcome = lazy(() => import('./views/start/Welcome'));

interface PaneProps {
  run: Run;
  /** The language of the pane at first; workbooks may be in another. */
  lang: Lang;
  theme?: ThemeName;
  /** Offers files to save; Excel's web views often cannot. */
  canDownload?: boolean;
  /** Opens a file as a workbook of its own, where Excel can. */
  openWorkbook?: OpenWorkbook;
  /** Begins an engagement of one's own in an empty workbook. */
  onNew?: () => void;
  /** Told when someone chooses another language in the pane. */
  onLang?: (lang: Lang) => void;
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100%',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
});

const home: ViewPlace = { view: 'start' };

/** Everything that the pane shows, in Excel and beside the try-it page's grid. */
export function Pane(props: PaneProps) {
  const { run, lang, theme = 'light', canDownload = false, openWorkbook, onNew, onLang } = props;
  const [chosen, setChosen] = useState<Lang>();
  const shown = chosen ?? lang;
  const choose = (next: Lang) => {
    setChosen(next);
    onLang?.(next);
  };
  const [catalogs, setCatalogs] = useState<readonly Catalog[]>([]);
  const [place, setPlace] = useState(home);
  const openCatalog = (catalog: Catalog) =>
    setCatalogs((own) => [...own.filter(({ id }) => id !== catalog.id), catalog]);
  // What is read from a workbook, and what is still under way in it, is of that workbook alone.
  const [of, setOf] = useState({ run, count: 0 });
  if (of.run !== run) setOf({ run, count: of.count + 1 });
  return (
    <LangContext value={shown}>
      <ThemeContext value={theme}>
        <FluentProvider theme={themeOf(theme)} style={fill(theme)} lang={shown}>
          <Content
            key={of.count}
            {...{ run, canDownload, openWorkbook, onNew, catalogs, place }}
            onPlace={setPlace}
            onLang={choose}
            onCatalog={openCatalog}
          />
        </FluentProvider>
      </ThemeContext>
    </LangContext>
  );
}

type ContentProps = Omit<ShellProps, 'told' | 'isBehind' | 'onMove'> & { run: Run };

function Content({ run, ...shell }: ContentProps) {
  const { catalogs, openWorkbook, onPlace, onLang, onCatalog } = shell;
  const styles = useStyles();
  const workbook = useWorkbook(run, catalogs);
  const { view, work, outcome, proposal, edit, history, goTo, perform, undertake } = workbook;
  const { removeAll, quietly, look, isBehind } = workbook;
  const { tell } = workbook;
  useEffect(() => onReported(tell), [tell]);
  const study = view.status === 'ours' ? view.study : undefined;
  const busy = work !== undefined;
  useEffect(() => {
    if (view.status === 'empty') onPlace(home);
  }, [view.status, onPlace]);
  const book = useMemo<Book | undefined>(
    () =>
      study && {
        ...{ study, run, busy, edit, history, goTo },
        ...{ perform, undertake, quietly, removeAll, look },
      },
    [study, run, busy, edit, history, goTo, perform, undertake, quietly, removeAll, look],
  );

  const told = (
    <>
      {work && <Busy work={work} onCancel={workbook.cancel} />}
      {outcome && <Notices outcome={outcome} onDismiss={workbook.dismiss} />}
      {proposal && (
        <Suspense>
          <ProposalCard
            proposal={proposal}
            onApply={(agreed) => void workbook.apply(agreed)}
            onDecline={workbook.decline}
          />
        </Suspense>
      )}
    </>
  );
  if (book) {
    return (
      <BookContext value={book}>
        <Shell {...shell} told={told} isBehind={isBehind && !busy} onMove={workbook.leave} />
      </BookContext>
    );
  }
  return (
    <main className={styles.page}>
      <div className={styles.body}>
        {told}
        {view.status === 'reading' && !work && <Waiting text="pane.reading" />}
        <Boundary>
          <Suspense fallback={<Waiting text="pane.opening" />}>
            {view.status === 'failed' && (
              <Failed error={view.error} onTryAgain={workbook.tryAgain} onCatalog={onCatalog} />
            )}
            {view.status === 'empty' && (
              <Welcome
                catalogs={catalogs}
                busy={busy}
                onLayOut={(engagement, workbookLang) =>
                  perform('layOut', { engagement, lang: workbookLang })
                }
                {...(openWorkbook && {
                  onLayOutApart: (engagement: Engagement, workbookLang?: Lang) =>
                    undertake('layOut', async (_, options) => {
                      const { workbookFile } = await import('../exchange/page');
                      const today = isoOf(serialOf(new Date()));
                      await openWorkbook(
                        await workbookFile(engagement, { ...options, lang: workbookLang, today }),
                      );
                      return { task: 'layOut', opened: true };
                    }),
                })}
                onCatalog={onCatalog}
                onLang={onLang}
              />
            )}
          </Suspense>
        </Boundary>
      </div>
    </main>
  );
}
