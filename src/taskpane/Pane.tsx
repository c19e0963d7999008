import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Catalog } from '../catalog/schema';
import type { Lang } from '../messages';
import type { LaidOut } from '../office';
import { Busy } from './Busy';
import { EngagementView } from './EngagementView';
import type { Run } from './excel';
import { Findings } from './Findings';
import { Files } from './Files';
import { Heading } from './Heading';
import { NewEngagement } from './NewEngagement';
import { OutcomeNotice, FailedNotice } from './Notice';
import { LangContext, useSay } from './say';
import { fill, themeOf } from './theme';
import { useWorkbook } from './useWorkbook';

interface PaneProps {
  run: Run;
  /** The language of the pane; workbooks may be in another. */
  lang: Lang;
  dark?: boolean;
  /** Offers files to save; Excel's web views often cannot. */
  canDownload?: boolean;
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
});

/** Everything that the pane shows, in Excel and beside the try-it page's grid. */
export function Pane({ run, lang, dark = false, canDownload = false }: PaneProps) {
  const styles = useStyles();
  return (
    <LangContext value={lang}>
      <FluentProvider theme={themeOf(dark)} style={fill} lang={lang}>
        <main className={styles.page}>
          <Content run={run} canDownload={canDownload} />
        </main>
      </FluentProvider>
    </LangContext>
  );
}

function Content({ run, canDownload }: { run: Run; canDownload: boolean }) {
  const say = useSay();
  const [catalogs, setCatalogs] = useState<readonly Catalog[]>([]);
  const workbook = useWorkbook(run, catalogs);
  const { view, work, outcome } = workbook;
  const busy = work !== undefined;

  const files = (
    <Files
      disabled={busy}
      onEngagement={(engagement) => workbook.perform('layOut', { engagement })}
      onCatalog={(catalog) =>
        setCatalogs((own) => [...own.filter(({ id }) => id !== catalog.id), catalog])
      }
    />
  );
  return (
    <>
      {work && <Busy work={work} onCancel={workbook.cancel} />}
      {outcome && <OutcomeNotice outcome={outcome} />}
      {view.status === 'reading' && !work && <Spinner label={say('pane.reading')} />}
      {view.status === 'failed' && (
        <>
          <FailedNotice error={view.error} onTryAgain={workbook.tryAgain} />
          {files}
        </>
      )}
      {view.status === 'empty' && (
        <>
          <Heading title={say('pane.new')} text={say('pane.intro')} />
          {refusals(outcome).length > 0 && <Findings findings={refusals(outcome)} />}
          <NewEngagement
            catalogs={catalogs}
            disabled={busy}
            onLayOut={(engagement, workbookLang) =>
              workbook.perform('layOut', { engagement, lang: workbookLang })
            }
          />
          {files}
        </>
      )}
      {view.status === 'ours' && (
        <>
          <EngagementView
            read={view.read}
            run={run}
            disabled={busy}
            canDownload={canDownload}
            onRefresh={() => workbook.perform('refresh')}
            onRepair={() => workbook.perform('repair')}
            readBack={workbook.readBack}
          />
          {files}
        </>
      )}
    </>
  );
}

/** Why an empty workbook stayed empty. */
const refusals = (outcome?: object): LaidOut['findings'] =>
  outcome && 'laidOut' in outcome ? (outcome.laidOut as LaidOut).findings : [];
